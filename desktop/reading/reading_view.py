"""The article as a column of text: every sentence with its state, the current one outlined.

The view judges nothing: it is told what to show, and says what was clicked. Keys without Ctrl are the window's: the
view takes none but those that move its text cursor, with which words are selected and a place to split is chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.reading.announcements import sentence_announcement
from desktop.reading.marks import Mark
from desktop.reading.page import Page
from desktop.reading.page_view import PageView
from desktop.theme.tokens import Theme
from labeling.domain.articles import Article, Sentence, Span
from labeling.domain.codebooks import Codebook

translate = QCoreApplication.translate

_CARET_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_NOTCH = 120  # of a mouse wheel


class ReadingView(PageView):
    """One article, read-only.

    `sentence_clicked` carries the index of a sentence; a click never scrolls. `zoom_requested` carries 1 or -1.
    """

    sentence_clicked = Signal(int)
    zoom_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._turned = 0
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # dropped files are the window's
        self.viewport().setAcceptDrops(False)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("reading", "Article"))
        copy = QAction(translate("reading", "Copy"), self)
        copy.setEnabled(False)
        copy.triggered.connect(self.copy)
        self.copyAvailable.connect(copy.setEnabled)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_article(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        marks: Sequence[Mark],
        codebook: Codebook,
        show_title: bool,
    ) -> None:
        """Show an article, no sentence being current. `marks` are those of the sentences.

        With `show_title` its title stands above the text as a line that is no sentence. The same article, shown again
        after its boundaries changed, stays where it was scrolled to.
        """
        self._set_page(Page(article, sentences, marks, codebook, show_title=show_title))
        self.setAccessibleDescription(article.title)

    def show_nothing(self) -> None:
        """Say that there is no article yet."""
        self._set_page(None)
        self.setAccessibleDescription(self._nothing)

    def set_marks(self, marks: Mapping[int, Mark]) -> None:
        """Show sentences otherwise than before; only the lines of those that look otherwise are drawn anew."""
        if self._page is None:
            return
        looking_otherwise = []
        for index, mark in marks.items():
            before, self._page.marks[index] = self._page.marks[index], mark
            if before != mark:
                looking_otherwise.append(index)
                self._draw_anew(index)
        self._overview.marks_changed(looking_otherwise)
        if self._current in looking_otherwise:
            self._announce()

    def set_current(self, index: int | None, *, move: bool) -> None:
        """Make a sentence the current one. With `move` it comes to the reading line, without nothing scrolls."""
        if index != self._current:
            before, self._current = self._current, index
            for changed in (before, index):
                if changed is not None:
                    self._draw_anew(changed)
            self._overview.set_current(index)
            self._place_caret()
            self._announce()
        if move and index is not None:
            self._bring(index)

    def current(self) -> int | None:
        """Return the index of the current sentence."""
        return self._current

    def set_keys_asleep(self, asleep: bool) -> None:
        """Thin the outline of the current sentence while keys go to a text field."""
        self._asleep = asleep
        if self._current is not None:
            self._draw_anew(self._current)

    def highlight_hits(self, spans: Sequence[Span]) -> None:
        """Draw boxes round what a search found, given in code points of the article."""
        self._hits = tuple(spans)
        self.viewport().update()

    def selected_span(self) -> Span | None:
        """Return the selected words in code points, without outer white space; None outside of the current sentence."""
        cursor = self.textCursor()
        if self._page is None or self._current is None or not cursor.hasSelection():
            return None
        span = self._page.span_between(cursor.selectionStart(), cursor.selectionEnd())
        sentence = self._page.sentences[self._current]
        inside = span is not None and sentence.start <= span.start and span.end <= sentence.end
        return span if inside else None

    def clear_selection(self) -> None:
        """Select nothing; the text cursor stays where the selection ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self._put_cursor(cursor)

    def copy(self) -> None:
        """Copy the selected words, not their fonts and colours."""
        if self.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(self.textCursor().selection().toPlainText())

    def cursor_point(self) -> int | None:
        """Return the code point at the text cursor; None unless it stands inside of the current sentence."""
        if self._page is None or self._current is None:
            return None
        point = self._page.composition.positions.to_text(self.textCursor().position())
        sentence = self._page.sentences[self._current]
        return point if sentence.start < point < sentence.end else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sentence that is pressed; dragging on selects words of it."""
        if self._title_bar.covers(event.position().y()):
            return
        in_text = self._column.left <= event.position().x() <= self._column.right
        if in_text or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._page is not None:
            point = self._on_page(event.position())
            sign = self._page.sign_beside(point, self._current, self._column)
            index = sign.index if sign is not None and not in_text else self._page.sentence_near(point)
            if index is not None:
                self.sentence_clicked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        in_text = self._column.left <= event.position().x() <= self._column.right
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if in_text else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroller.stop()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            step = 1 if self._turned > 0 else -1
            self._turned -= step * _NOTCH
            self.zoom_requested.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the text cursor within the current sentence, or copy. Every other key is left to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _CARET_KEYS and self._current is not None:
            before = self.textCursor()
            super().keyPressEvent(event)
            if not self._in_current(self.textCursor()):
                self._put_cursor(before)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        tip = escape(self._tip(QPointF(event.pos()))).replace("\n", "<br/>")
        QToolTip.showText(event.globalPos(), f"<qt>{tip}</qt>" if tip else "", self.viewport())
        return True

    def _tip(self, position: QPointF) -> str:
        if self._page is None:
            return ""
        if self._title_bar.covers(position.y()):
            return self._title_bar.title
        sign = self._page.sign_at(self._on_page(position), self._current, self._column)
        return sign.tip if sign is not None else ""

    def _on_page(self, position: QPointF) -> QPointF:
        return position + QPointF(0, self._overview.value())

    def _caret_shown(self) -> bool:
        return self.hasFocus() and not self.textCursor().hasSelection() and self.cursor_point() is not None

    def _in_current(self, cursor: QTextCursor) -> bool:
        if self._page is None or self._current is None:
            return False
        start, end = self._page.composition.ranges[self._current]
        return start <= min(cursor.anchor(), cursor.position()) and max(cursor.anchor(), cursor.position()) <= end

    def _place_caret(self) -> None:
        """Put the text cursor at the beginning of the current sentence, for magnifiers, unless a click put it in."""
        cursor = self.textCursor()
        if self._page is None or self._current is None or self._in_current(cursor):
            return
        cursor.setPosition(self._page.composition.ranges[self._current].start)
        self._put_cursor(cursor)

    def _put_cursor(self, cursor: QTextCursor) -> None:
        """Set the text cursor without the scrolling that Qt does then."""
        value = self._overview.value()
        self.setTextCursor(cursor)
        self._overview.setValue(value)

    def _announce(self) -> None:
        if self._page is None or self._current is None or not QAccessible.isActive():
            return
        page = self._page
        text = sentence_announcement(self._current, len(page.sentences), page.marks[self._current], page.codebook)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
