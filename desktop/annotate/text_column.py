"""The middle of the workspace: the article as a reading column, with what a search has found in it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.annotate.done_notice import DoneNotice
from desktop.annotate.place import Place
from desktop.reading.text_column import TextColumn
from desktop.session import Session
from desktop.theme.tokens import Theme
from labeling.domain.articles import Span
from labeling.store import search

_EDGE = 12  # round the notice


class AnnotateText(TextColumn):
    """The reading column, and over its lower edge the notice that all is judged."""

    def __init__(self, session: Session, place: Place, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(place, theme, parent)
        self._session = session
        self._query = ""
        self._hits: tuple[Span, ...] = ()
        self.notice = DoneNotice(self)  # lies over the text: it must not move it

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self.notice.sizeHint().height()
        self.notice.setGeometry(_EDGE, self.height() - height - _EDGE, self.width() - 2 * _EDGE, height)

    def _show_article(self) -> None:
        super()._show_article()
        self._find()

    def _find(self) -> None:
        article = self._place.article
        self._hits = search.hits(self._session.project.connection, article.id, self._query) if article else ()
        if self._shown:
            self.view.highlight_hits(self._hits)
