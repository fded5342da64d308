"""A reading column that shows where one is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.reading.place import ReadingPlace
from desktop.reading.reading_view import ReadingView
from desktop.theme.tokens import Theme
from labeling.domain.articles import Kind
from labeling.domain.codebooks import Codebook


class TextColumn(QWidget):
    """The reading view, kept up to date with a place.

    `clicked`: the person clicked on a sentence, which is the current one now.
    """

    clicked = Signal()

    def __init__(self, place: ReadingPlace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._codebook: Codebook | None = None
        self._shown = ""
        self.view = ReadingView(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        place.opened.connect(self._show_article)
        place.judged.connect(self._show_marks)
        place.moved.connect(self._show_current)
        self.view.installEventFilter(self)
        self.view.sentence_clicked.connect(self._take_click)

    def set_codebook(self, codebook: Codebook) -> None:
        """Show sentences with the signs of a codebook's labels."""
        self._codebook = codebook
        self._show_article()

    def copy(self) -> str:
        """Put the current sentence on the clipboard, or the words that are selected; return them."""
        cursor = self.view.textCursor()
        if cursor.hasSelection():
            words = cursor.selection().toPlainText()
        else:
            words = "" if self._place.index is None else self._place.text_of(self._place.index)
        if words:
            QGuiApplication.clipboard().setText(words)
        return words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Let Ctrl+C in the text copy the current sentence when no words are selected; Qt would copy nothing."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        copying = event.matches(QKeySequence.StandardKey.Copy)
        if copying:
            self.copy()
        return copying

    def _show_article(self) -> None:
        article = self._place.article
        sentences = self._place.sentences
        if article is None or self._codebook is None or not sentences:
            self._shown = ""
            self.view.show_nothing()
            return
        title_in_text = sentences[0].kind is Kind.HEADING and self._place.text_of(0) == article.title
        marks = [self._place.mark_at(index) for index in range(len(sentences))]
        show_title = bool(article.title) and not title_in_text
        self.view.show_article(article, sentences, marks, self._codebook, show_title=show_title)
        another, self._shown = self._shown != article.id, article.id
        self.view.set_current(self._place.index, move=another)

    def _show_marks(self, indices: list[int]) -> None:
        self.view.set_marks({index: self._place.mark_at(index) for index in indices})

    def _show_current(self, scroll: bool) -> None:
        if self._place.index is not None:
            self._show_marks([self._place.index])  # some signs are shown of the current sentence only
        self.view.set_current(self._place.index, move=scroll)

    def _take_click(self, index: int) -> None:
        if index != self._place.index:
            self._place.set_index(index, scroll=False)
        self.clicked.emit()
