"""How much would be written: in words, as a bar, and as a table of the parts."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.export.fields import caption_label
from desktop.export.preview.parts_model import PartsModel
from desktop.export.preview.parts_table import PartsTable
from desktop.export.preview.share_bar import ShareBar
from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.domain.codebooks import Codebook
from labeling.operations.previewing import Preview


class Figures(QWidget):
    """The head of the preview."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("What will be written"))
        set_role(title, "title")
        self._summary, self._problem = caption_label(role="muted"), caption_label(role="error")
        self._note = caption_label()
        self._bar = ShareBar(theme)
        self._parts = PartsModel(self)
        self.table = PartsTable(self._parts, theme, self.tr("What will be written"))
        indented(title, self._summary, self._problem, self._bar, self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, above in (
            (title, 0),
            (self._summary, 0),
            (self._problem, 4),
            (self._bar, 10),
            (self.table, 2),
            (self._note, 8),
        ):
            column.addSpacing(above)
            column.addWidget(widget)
        self.clear()

    def clear(self) -> None:
        """Show nothing but the title."""
        self._summary.clear()
        self.show_problem("")
        self._show_details(False)

    def show_counting(self) -> None:
        """Say that there is nothing to show yet, unless there is."""
        self.show_problem("")
        if not self._summary.text():
            self._summary.setText(self.tr("Counting…"))

    def show_preview(self, preview: Preview, codebook: Codebook) -> None:
        """Show what would be written."""
        self.show_problem("")
        self._summary.setText(self._in_words(preview))
        self._bar.show_parts({name: part.sentences for name, part in preview.parts.items()})
        self._parts.show(preview, codebook)
        self._note.setText(self._notes(preview))
        self._show_details(preview.total.sentences > 0)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be counted; empty takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        self.table.set_stale(stale)
        self._bar.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self._bar.set_theme(theme)

    def _show_details(self, shown: bool) -> None:
        for widget in (self._bar, self.table, self._note):
            widget.setVisible(shown)

    def _in_words(self, preview: Preview) -> str:
        if not preview.articles:
            return self.tr("Nothing to export yet. Import articles with Ctrl+I, and judge their sentences in Annotate.")
        if not preview.total.sentences:
            return self.tr("Nothing to export yet: these choices leave out all of {sentences}.").format(
                sentences=counted(preview.sentences, self.tr("sentence"), self.tr("sentences"))
            )
        words = self.tr("{written:,} of {sentences} from {articles}. Nothing is written until you press Export.")
        return words.format(
            written=preview.total.sentences,
            sentences=counted(preview.sentences, self.tr("sentence"), self.tr("sentences")),
            articles=counted(preview.total.articles, self.tr("article"), self.tr("articles")),
        )

    def _notes(self, preview: Preview) -> str:
        bars = self.tr("A bar shows a label’s share of its split, the mark on it its share of all.")
        if sum(preview.total.labels.values()) + preview.total.none <= preview.total.sentences:
            return bars
        several = self.tr(
            "A sentence may carry several labels, so the label columns add up to more than the sentences."
        )
        return f"{several} {bars}"
