"""What is used for suggestions now, since when and from what; the way to use it no longer."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.export.fields import caption_label, push_button
from desktop.tables.row_delegate import OVERHANG
from desktop.team.page import Section
from desktop.words import counted
from labeling.domain.codebooks import Codebook
from labeling.operations.lessons import Supply
from labeling.operations.trained import Learned
from labeling.reporting.training import Training, who_suggests


class InUseView(Section):
    """`stop_wanted`: the rules alone are to suggest from now on."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        self._words, self._problem = caption_label(role=""), caption_label(role="problem")
        self.stop = push_button(self.tr("Stop using it"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        line.setSpacing(16)
        line.addWidget(self._words, 1)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        self._problem.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        super().__init__(row, self._problem)
        self.stop.clicked.connect(self.stop_wanted)

    def show_learned(self, learned: Learned, supply: Supply, codebook: Codebook) -> None:
        """Show what is used."""
        used, training = learned.in_use, learned.training
        if used.problem:
            self.set_heading(self.tr("The rules suggest"))
        elif used.digest:
            self.set_heading(self.tr("In use: model@{digest}").format(digest=used.digest))
        else:
            nothing = self.tr("Nothing has been learned yet: the rules suggest")
            self.set_heading(self.tr("Not in use any more: the rules suggest") if training else nothing)
        names = {label.id: label.name for label in codebook.labels}
        said = self._about(training, supply) if training else self._without(learned)
        if training and used.suggester:
            said = f"{who_suggests(training.report, names)} {said}"
        self._words.setText(said)
        self._words.setVisible(bool(self._words.text()))
        problem = used.problem
        if used.outdated:
            problem = self.tr("It was trained with other rules than this version of Hedgerow has; better train again.")
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.stop.setVisible(bool(used.digest))

    def _about(self, training: Training, supply: Supply) -> str:
        report = training.report
        seconds = round(training.moment.timestamp())
        moment = QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "d MMM yyyy, HH:mm")
        said = self.tr(
            "Learned on {moment} from {sentences} of {articles} (gold: {gold}, codebook {codebook}, seed {seed})."
        ).format(
            moment=moment,
            sentences=counted(report.sentences, self.tr("settled sentence"), self.tr("settled sentences")),
            articles=counted(report.articles, self.tr("article"), self.tr("articles")),
            gold=training.gold,
            codebook=training.codebook[:8],
            seed=report.seed,
        )
        more = supply.sentences - report.sentences
        if more > 0:
            settled = counted(more, self.tr("more sentence was settled"), self.tr("more sentences were settled"))
            said += " " + self.tr("Since then {settled}.").format(settled=settled)
        return said

    def _without(self, learned: Learned) -> str:
        if learned.in_use.digest and not learned.in_use.problem:
            return self.tr("It came with this file; its figures are in the project where it was trained.")
        return ""
