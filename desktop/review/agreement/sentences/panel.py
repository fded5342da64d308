"""The list beside the figures: the sentences that one of them counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.key_button import KeyButton
from desktop.review.agreement.sentences import words
from desktop.review.agreement.sentences.delegate import ROW, SentenceDelegate
from desktop.review.agreement.sentences.model import SentencesModel
from desktop.row_list import RowList
from desktop.session import Session
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.agreement.behind import Behind
from labeling.domain.articles import SentenceId
from labeling.operations.overviewing import Review
from labeling.store.connection import Project

_EDGE = 16


class SentencePanel(QWidget):
    """`sentence_wanted` carries the SentenceId that is to be shown in its article; `settling_wanted` a Wanted.

    `back_wanted`: where it lies over the figures, the person has seen enough.
    """

    sentence_wanted = Signal(object)
    settling_wanted = Signal(object)
    back_wanted = Signal()
    listed = Signal()

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errand = Errand(session, jobs, self)
        self._behind: Behind | None = None
        self._review: Review | None = None
        self.model = SentencesModel(session, self)
        self._title, self._whose = QLabel(), QLabel()
        self.view = RowList(
            self.tr("Sentences behind the figure"), self.tr("Enter shows a sentence in its article"), ROW
        )
        self._delegate = SentenceDelegate(theme, self.view)
        self.settle = KeyButton(self.tr("Settle these, one after another"), theme)
        self.back = KeyButton(self.tr("Back"), theme)
        self._lay_out()
        self.view.clicked.connect(self._choose)
        self.view.entered_row.connect(self._choose)
        self.settle.clicked.connect(self._ask_to_settle)
        self.back.clicked.connect(self.back_wanted)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sentences behind the figure"))
        for widget, role in ((self, "panel"), (self._title, "heading"), (self._whose, "caption")):
            set_role(widget, role)
        for label in (self._title, self._whose):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        set_role(self.settle, "primary")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        for button in (self.settle, self.back):
            button.setAutoDefault(True)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 16, _EDGE, 12)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._whose)
        head.addLayout(names, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        rule = QFrame()
        set_role(rule, "rule")
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 12, _EDGE, 12)
        foot.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.clear()

    @property
    def behind(self) -> Behind | None:
        """What is listed."""
        return self._behind

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.view, self.settle, self.back]

    def clear(self) -> None:
        """List nothing."""
        self._errand.stop()
        self._behind = self._review = None
        self.model.show((), {})
        self._title.setText("")
        self._whose.setText("")
        self.settle.hide()

    def show_behind(self, review: Review, behind: Behind) -> None:
        """List the sentences of a figure."""

        def find(_project: Project, _job: Job[list[SentenceId]]) -> list[SentenceId]:
            return review.sentences(behind)

        def show(found: list[SentenceId]) -> None:
            self._show(review, behind, found)

        self._errand.start(self.tr("Looking for sentences"), find, show)

    def refresh(self) -> None:
        """Say again what is said of the sentences."""
        self.model.refresh()

    def set_key(self, key: str) -> None:
        self.back.set_key(key)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.settle.set_theme(theme)
        self.back.set_theme(theme)
        self.view.viewport().update()

    def _show(self, review: Review, behind: Behind, found: list[SentenceId]) -> None:
        same = behind == self._behind
        current, top = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        self._review, self._behind = review, behind
        self.model.show(found, {identifier: name for name, identifier in review.people.items()})
        self._title.setText(words.title(behind, len(found), review.overview))
        whose = words.whose(behind, review.overview)
        self._whose.setText(whose)
        self._whose.setVisible(bool(whose))
        self.settle.setVisible(bool(found) and words.wanted_of(behind, review.people) is not None)
        row = min(max(0, current if same else 0), len(found) - 1)
        self.view.setCurrentIndex(self.model.index(row) if found else QModelIndex())
        self.view.verticalScrollBar().setValue(top if same else 0)
        self.listed.emit()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.model.sentences):
            self.sentence_wanted.emit(self.model.sentences[index.row()])

    def _ask_to_settle(self) -> None:
        if self._review is not None and self._behind is not None:
            self.settling_wanted.emit(words.wanted_of(self._behind, self._review.people))
