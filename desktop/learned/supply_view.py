"""What there is to learn from: how much is settled of each label, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.export.fields import caption_label
from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import LOW_ROW, FigureTable
from desktop.tables.table import indented
from desktop.team.page import Section
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.domain.codebooks import Codebook
from labeling.operations.lessons import LabelCount, Supply

_RIGHT = Qt.AlignmentFlag.AlignRight


class SupplyView(Section):
    """A row a label; below it a sentence for each that can’t be learned yet."""

    def __init__(self, theme: Theme) -> None:
        self._model = FigureModel()
        self.table = FigureTable(self._model, theme, self.tr("What there is to learn from"), height=LOW_ROW)
        self._words, self._missing = caption_label(role="muted"), caption_label(role="")
        indented(self._words, self._missing)
        super().__init__(self._words, self.table, self._missing)
        self._model.setParent(self)
        self.set_heading(self.tr("What there is to learn from"))

    def show_supply(self, supply: Supply, codebook: Codebook) -> None:
        """Show how much is settled."""
        self._words.setText(self._told(supply))
        columns = (
            Column(self.tr("Label")),
            Column(self.tr("Have it"), _RIGHT),
            Column(self.tr("In articles"), _RIGHT),
            Column(self.tr("Do not have it"), _RIGHT),
            Column(self.tr("In articles"), _RIGHT),
            Column(self.tr("Can be learned")),
        )
        self._model.show([self._row(each, codebook) for each in supply.labels], columns)
        missing = [
            each.need.sentence(codebook.labels[place].name)
            for place, each in enumerate(supply.labels)
            if each.need is not None
        ]
        self._missing.setText("\n".join(missing))
        self._missing.setVisible(bool(missing))

    def _row(self, each: LabelCount, codebook: Codebook) -> FigureRow:
        label = codebook.label(each.label)
        name = label.name if label else each.label
        counts = (each.having, each.articles_having, each.lacking, each.articles_lacking)
        can = self.tr("yes") if each.need is None else self.tr("not yet")
        return FigureRow(
            (
                Cell(name, copied=name, spoken=name, tip=name, label=label),
                *(Cell(f"{count:,}", copied=str(count)) for count in counts),
                Cell(can),
            ),
            each.label,
        )

    def _told(self, supply: Supply) -> str:
        if not supply.sentences:
            said = self.tr("Nothing is settled yet: judge sentences, and they can be learned from.")
        else:
            said = self.tr(
                "{sentences} of {articles} are settled, by adjudication or else by the majority of those who judged "
                "them. Captions and the like are not learned from. Near copies count as one article."
            ).format(
                sentences=counted(supply.sentences, self.tr("sentence"), self.tr("sentences")),
                articles=counted(supply.articles, self.tr("article"), self.tr("articles")),
            )
        if supply.sample:
            said += " " + self.tr("Kept apart to measure on: {articles} of the random sample.").format(
                articles=counted(supply.sample, self.tr("article"), self.tr("articles"))
            )
        if supply.copies:
            said += " " + self.tr("Left out: {articles} that nearly copy one of the sample.").format(
                articles=counted(supply.copies, self.tr("article"), self.tr("articles"))
            )
        return said
