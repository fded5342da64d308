"""The one place of the inspector that holds a suggestion while a sentence is not judged, and its comment afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.annotate.hints import Hint
from desktop.annotate.inspector.note_line import ElidedLabel, NoteLine
from desktop.annotate.inspector.proposal_card import ProposalCard
from desktop.annotate.note_words import note_explained, note_in_words, score_in_words, suggestion_in_words
from desktop.comment_box import CommentBox, Save
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Verdict
from labeling.domain.showing import Showing

_LINE_HEIGHT = 30
_SPACING = 6


class Slot(QStackedWidget):
    """Keeps its height whatever it holds, so that nothing below it moves.

    `accepted`: what is suggested is accepted; `dismissed`: the note that is shown is put away; `left`: the button that
    had the focus is no longer there, and asks for the focus to go back to the text.
    """

    left = Signal()
    accepted = Signal()
    dismissed = Signal()

    def __init__(self, save: Save, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comment = CommentBox(save)
        self.card = ProposalCard(theme)
        self.note = NoteLine(theme)
        self._verdict = Verdict()
        self._one_line = False
        self._empty = ElidedLabel(theme, size=METRICS.interface_size)
        self._suggested = ElidedLabel(theme, Qt.AlignmentFlag.AlignRight)
        self._heads = (_head(self.tr("Suggestion")), _head(self.tr("Comment"), self._suggested))
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(_SPACING)
        self._below.addWidget(self.comment, 1)
        self._below.addWidget(self.note)
        self.addWidget(_page(self._heads[0], self._empty, self.card))
        self.addWidget(_page(self._heads[1], self._below))
        self.comment.focus_left.connect(self._choose_page)
        self.comment.left.connect(self.left)
        self.card.accepted.connect(self.accepted)
        self.note.dismissed.connect(self.dismissed)
        self.set_one_line(one_line=False)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.card.accept, self.comment, self.note.dismiss]

    @property
    def empty_words(self) -> str:
        """What stands in the place of a suggestion; empty when there is one."""
        return "" if self._empty.isHidden() else self._empty.text

    @property
    def suggested_words(self) -> str:
        """What is said beside a judgment of what was suggested; empty while that may not be seen."""
        return self._suggested.text

    def show_sentence(self, sentence: SentenceId | None, verdict: Verdict, hint: Hint, codebook: Codebook) -> None:
        """Show what is said of a sentence, and what is suggested for it and noted on it."""
        focused = next((button for button in (self.card.accept, self.note.dismiss) if button.hasFocus()), None)
        self._verdict = verdict
        self.comment.show_comment(sentence, verdict.comment)
        suggestions = hint.suggestions or ()
        self.card.setVisible(bool(suggestions))
        self.card.show_suggestions(suggestions, codebook)
        self._empty.setVisible(not suggestions)
        self._empty.set_text(self._why_empty(hint) if sentence else "")
        self._show_beside(hint, codebook)
        note = hint.notes[0] if hint.notes else None
        self.note.show_note(
            note_in_words(note, codebook) if note else "", note_explained(note, codebook) if note else ""
        )
        self._choose_page()
        if focused is not None and not focused.isVisible():  # Qt would give the focus to the comment
            self.left.emit()

    def _why_empty(self, hint: Hint) -> str:
        if hint.showing is Showing.OFF:
            return self.tr("Suggestions are off")
        if hint.suggestions is not None:
            return self.tr("No suggestion")
        return self.tr("Shown after your own judgment") if hint.showing is Showing.AFTER else ""

    def _show_beside(self, hint: Hint, codebook: Codebook) -> None:
        labels = {label.id: label for label in codebook.labels}
        found = [each for each in hint.suggestions or () if each.label in labels]
        names = [labels[each.label].name if len(found) == 1 else labels[each.label].letter for each in found]
        scored = zip(names, found, strict=True)
        said = ", ".join(f"{name} {score_in_words(each.score)}" for name, each in scored)
        nothing = self.tr("No suggestion") if hint.suggestions is not None else ""
        words = self.tr("Suggested: {labels}").format(labels=said) if said else nothing
        self._suggested.set_text(words, "\n".join(suggestion_in_words(each, codebook) for each in found))

    def focus_comment(self) -> None:
        """Put the focus into the comment field, also on a sentence that is not judged."""
        self.setCurrentIndex(1)
        self.comment.show()
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.comment.hasFocus():
            self._choose_page()

    def set_one_line(self, *, one_line: bool) -> None:
        """Take the height of one line, without headings; or the usual one."""
        for head in self._heads:
            head.setVisible(not one_line)
        self._one_line = one_line
        self.card.set_one_line(one_line=one_line)
        self.comment.set_one_line(one_line=one_line)
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.LeftToRight if one_line else direction.TopToBottom)
        self.setFixedHeight(_LINE_HEIGHT if one_line else METRICS.slot - 24)
        self._empty.setMinimumHeight(_LINE_HEIGHT if one_line else 0)
        self._choose_page()

    def set_key(self, accept: str, dismiss: str) -> None:
        """Show the keys that accept a suggestion and dismiss a note."""
        self.card.accept.set_key(accept)
        self.note.dismiss.set_key(dismiss)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.card, self.note, self._empty, self._suggested):
            part.set_theme(theme)

    def _choose_page(self) -> None:
        used = bool(self._verdict.comment) or self.comment.hasFocus()
        self.setCurrentIndex(1 if self._verdict.decided or used else 0)
        beside = not self._one_line or not self.note.words  # in one line there is room for one of them
        self.comment.setVisible(beside or used)
        self.note.setVisible(bool(self.note.words) and (beside or not used))


def _head(words: str, beside: QWidget | None = None) -> QWidget:
    head, heading = QWidget(), QLabel(words)
    set_role(heading, "section")
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(heading)
    if beside is not None:
        row.addWidget(beside, 1)
    return head


def _page(head: QWidget, *contents: QWidget | QBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_SPACING)
    column.addWidget(head)
    for content in contents:
        if isinstance(content, QBoxLayout):
            column.addLayout(content, 1)
        else:
            column.addWidget(content)
    column.addStretch(0)
    return page
