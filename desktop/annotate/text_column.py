"""The middle of the workspace: shows where the annotator is, as a reading column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.annotate.done_notice import DoneNotice
from desktop.annotate.place import Place
from desktop.reading.marks import Mark
from desktop.reading.reading_view import ReadingView
from desktop.session import Session
from desktop.theme.tokens import Theme
from labeling.domain.articles import Kind, Span
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Judgment
from labeling.store import search

_EDGE = 12  # round the notice


class TextColumn(QWidget):
    """The reading view, kept up to date with a Place, and over its lower edge the notice that all is judged.

    `clicked`: the person clicked on a sentence, which is the current one now.
    """

    clicked = Signal()

    def __init__(self, session: Session, place: Place, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._codebook: Codebook | None = None
        self._shown = ""
        self._query = ""
        self._hits: tuple[Span, ...] = ()
        self.view = ReadingView(theme, self)
        self.notice = DoneNotice(self)  # lies over the text: it must not move it
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

    def show_query(self, query: str) -> None:
        """Show the hits of a search in the text; an empty query shows none."""
        self._query = query
        self._find()

    def hit_beside(self, step: int) -> int | None:
        """Return where the first hit behind the current sentence begins, or with `step` -1 the last one before it."""
        current = self._place.current
        starts = [hit.start for hit in self._hits]
        if current is None:
            return None
        if step > 0:
            return next((start for start in starts if start >= current.end), None)
        return next((start for start in reversed(starts) if start < current.start), None)

    def first_hit(self) -> int | None:
        """Return where the first hit in the article begins."""
        return self._hits[0].start if self._hits else None

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self.notice.sizeHint().height()
        self.notice.setGeometry(_EDGE, self.height() - height - _EDGE, self.width() - 2 * _EDGE, height)

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
            self._hits, self._shown = (), ""
            self.view.show_nothing()
            return
        title_in_text = sentences[0].kind is Kind.HEADING and self._place.text_of(0) == article.title
        marks = [Mark(None)] * len(sentences)
        for index, judgment in self._place.judgments.items():
            marks[index] = mark_of(judgment)
        show_title = bool(article.title) and not title_in_text
        self.view.show_article(article, sentences, marks, self._codebook, show_title=show_title)
        self._find()
        another, self._shown = self._shown != article.id, article.id
        self.view.set_current(self._place.index, move=another)

    def _show_marks(self, indices: list[int]) -> None:
        said = self._place.judgments
        self.view.set_marks({index: mark_of(said[index]) if index in said else Mark(None) for index in indices})

    def _show_current(self, scroll: bool) -> None:
        self.view.set_current(self._place.index, move=scroll)

    def _take_click(self, index: int) -> None:
        if index != self._place.index:
            self._place.set_index(index, scroll=False)
        self.clicked.emit()

    def _find(self) -> None:
        article = self._place.article
        if article is None:
            return
        self._hits = search.hits(self._session.project.connection, article.id, self._query)
        self.view.highlight_hits(self._hits)


def mark_of(judgment: Judgment) -> Mark:
    """Return the signs of a sentence with this judgment."""
    verdict = judgment.verdict
    state = verdict.state if verdict.decided else None
    return Mark(state, verdict.labels, verdict.unsure, verdict.comment, verdict.evidence)
