"""The line over the lower edge of the text that says that nothing is left to judge, and where one could go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.theme.style import set_role
from labeling.store.progress import Totals


class DoneNotice(QFrame):
    """Shown when there is no next sentence to judge; gone once there is one again."""

    unsure_wanted = Signal()
    articles_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._unsure = QPushButton(self.tr("Go to the unsure ones"))
        self._unsure.clicked.connect(self.unsure_wanted)
        self._articles = QPushButton(self.tr("Order of the articles"))
        self._articles.clicked.connect(self.articles_wanted)
        self._close = QPushButton(self.tr("Close"))
        set_role(self._close, "quiet")
        self._close.clicked.connect(self.hide)
        set_role(self._words, "heading")
        set_role(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._unsure)
        row.addWidget(self._articles)
        row.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def announce(self, totals: Totals) -> None:
        """Say that everything is judged."""
        words = self.tr("Everything is judged: {judged:,} of {sentences:,}")
        self._words.setText(words.format(judged=totals.judged, sentences=totals.sentences))
        self._unsure.setVisible(totals.unsure > 0)
        self._articles.hide()
        self._show()

    def announce_run_out(self, sentence: str) -> None:
        """Say that nothing is left in the order that is on, and offer that of the articles."""
        self._words.setText(sentence)
        self._unsure.hide()
        self._articles.show()
        self._show()

    def _show(self) -> None:
        self.show()
        self.raise_()

    @property
    def _ran_out(self) -> bool:
        return not self._articles.isHidden()

    def follow(self, totals: Totals) -> None:
        """Disappear when something is left to judge after all."""
        if totals.judged < totals.sentences and not self._ran_out:
            self.hide()

    def follow_order(self) -> None:
        """Disappear when another order is on than the one that has run out."""
        if self._ran_out:
            self.hide()
