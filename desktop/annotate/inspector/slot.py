"""The one place of the inspector that holds a suggestion while a sentence is not judged, and its comment afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.comment_box import CommentBox, Save
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Verdict

_BOX_HEIGHT = 104
_LINE_HEIGHT = 30


class Slot(QStackedWidget):
    """Keeps its height whatever it holds, so that nothing below it moves."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comment = CommentBox(save)
        self._verdict = Verdict()
        self._headings = (QLabel(self.tr("Suggestion")), QLabel(self.tr("Comment")))
        self._empty = QLabel(self.tr("No suggestion"))
        set_role(self._empty, "muted")
        for heading, content in zip(self._headings, (self._empty, self.comment), strict=True):
            set_role(heading, "section")
            self.addWidget(_page(heading, content))
        self.comment.focus_left.connect(self._choose_page)
        self.set_one_line(one_line=False)

    def show_comment(self, sentence: SentenceId | None, verdict: Verdict) -> None:
        """Show what is said of a sentence."""
        self._verdict = verdict
        self.comment.show_comment(sentence, verdict.comment)
        self._choose_page()

    def focus_comment(self) -> None:
        """Put the focus into the comment field, also on a sentence that is not judged."""
        self.setCurrentIndex(1)
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_one_line(self, *, one_line: bool) -> None:
        """Take the height of one line, without headings; or the usual one."""
        for heading in self._headings:
            heading.setVisible(not one_line)
        self.comment.setFixedHeight(_LINE_HEIGHT if one_line else _BOX_HEIGHT)
        self.comment.set_one_line(one_line=one_line)
        self.setFixedHeight(_LINE_HEIGHT if one_line else METRICS.slot - 24)
        self._empty.setMinimumHeight(_LINE_HEIGHT if one_line else 0)

    def _choose_page(self) -> None:
        wanted = self._verdict.decided or self._verdict.comment or self.comment.hasFocus()
        self.setCurrentIndex(1 if wanted else 0)


def _page(heading: QLabel, content: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(heading)
    column.addWidget(content)
    column.addStretch(1)
    return page
