"""The list of articles: all ids at once, what a row says only when it is shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from desktop.session import Session
from labeling.store import articles, search
from labeling.store.articles import ArticleFilter, ArticleRow

translate = QCoreApplication.translate

PAGE = 64  # rows fetched at a time
_PAGES_KEPT = 32
_ItemRole = Qt.ItemDataRole


class Role(IntEnum):
    """What delegates ask for besides text: the ArticleRow, and the hits of the search in it (None until counted)."""

    ROW = _ItemRole.UserRole + 1
    HITS = _ItemRole.UserRole + 2


class ArticlesModel(QAbstractListModel):
    """The articles that pass a filter, in the order of their import.

    The order never changes while someone labels, and a row stays although its article no longer passes the filter,
    until the filter is set anew. `prepare` and `load` leave time between opening a project and asking for all its ids.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = ArticleFilter()
        self._loaded = False
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._pages: dict[int, list[ArticleRow]] = {}
        self._hits: dict[str, int] = {}
        self._to_count: deque[str] = deque()
        self._counting = QTimer(self)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._count_one)

    @property
    def filter(self) -> ArticleFilter:
        return self._filter

    @property
    def loaded(self) -> bool:
        """Whether it is known which articles there are."""
        return self._loaded

    def set_filter(self, wanted: ArticleFilter) -> None:
        """Show the articles that pass a filter."""
        self._filter = wanted
        self._loaded = False
        self.load()

    def prepare(self, wanted: ArticleFilter) -> None:
        """Show nothing until `load`, and then the articles that pass a filter."""
        self._filter = wanted
        self._loaded = False
        self._reset([])

    def load(self) -> None:
        """Ask the project which articles there are, unless that is known."""
        if not self._loaded and self._session.is_open:
            self._loaded = True
            self._reset(self._wanted())

    def refresh_rows(self, article_ids: Iterable[str]) -> None:
        """Fetch anew what rows say, after something was judged."""
        shown = [article_id for article_id in article_ids if article_id in self._places]
        for row in articles.rows(self._session.project.connection, self._annotator_id(), shown):
            place = self._places[row.id]
            page = self._pages.get(place // PAGE)
            if page is not None:
                page[place % PAGE] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def refresh_all(self) -> None:
        """Fetch all rows anew and add articles that are new at the end; every other row stays where it is."""
        self.load()
        new = [article_id for article_id in self._wanted() if article_id not in self._places]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(new) - 1)
            self._keep([*self._ids, *new])
            self.endInsertRows()
        self._forget_rows()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def id_at(self, place: int) -> str | None:
        """Return the id of the article in a row; None when there is no such row."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def place_of(self, article_id: str | None) -> int | None:
        """Return the row of an article; None when the filter leaves it out."""
        return self._places.get(article_id) if article_id else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ItemRole.DisplayRole) -> object:
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role == Role.HITS:
            return self._hits_in(row.id)
        if role == _ItemRole.DisplayRole:
            return title_of(row)
        if role == _ItemRole.ToolTipRole:
            return "\n".join(part for part in (title_of(row), source_of(row)) if part)
        if role == _ItemRole.AccessibleTextRole:
            return ". ".join((title_of(row), *sample_words(row), progress_of(row)))
        return None

    def _reset(self, ids: list[str]) -> None:
        self.beginResetModel()
        self._keep(ids)
        self._forget_rows()
        self.endResetModel()

    def _wanted(self) -> list[str]:
        return articles.ids(self._session.project.connection, self._annotator_id(), self._filter)

    def _annotator_id(self) -> str:
        return self._session.annotator.id if self._session.has_annotator else ""

    def _keep(self, ids: list[str]) -> None:
        self._ids = ids
        self._places = {article_id: place for place, article_id in enumerate(ids)}

    def _forget_rows(self) -> None:
        self._pages.clear()
        self._hits.clear()
        self._to_count.clear()

    def _row(self, place: int) -> ArticleRow | None:
        number = place // PAGE
        if number not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            self._pages[number] = articles.rows(self._session.project.connection, self._annotator_id(), wanted)
        page, offset = self._pages[number], place % PAGE
        return page[offset] if offset < len(page) else None

    def _hits_in(self, article_id: str) -> int | None:
        if not self._filter.query:
            return None
        if article_id not in self._hits and article_id not in self._to_count:
            self._to_count.append(article_id)
            self._counting.start()
        return self._hits.get(article_id)

    def _count_one(self) -> None:
        """Count the hits of one shown row: rare words take microseconds, very common ones tens of milliseconds."""
        if not self._to_count or not self._session.is_open:
            self._counting.stop()
            return
        article_id = self._to_count.popleft()
        self._hits[article_id] = len(search.hits(self._session.project.connection, article_id, self._filter.query))
        place = self._places.get(article_id)
        if place is not None:
            index = self.index(place)
            self.dataChanged.emit(index, index, [Role.HITS])


def title_of(row: ArticleRow) -> str:
    """Return what an article is called in lists: its title, else the name under which it was imported."""
    return row.title or row.name


def source_of(row: ArticleRow) -> str:
    """Return where and when an article appeared, as far as its file said so."""
    return " · ".join(row.metadata[name] for name in ("source", "date") if row.metadata.get(name))


def sample_words(row: ArticleRow) -> list[str]:
    """Return what a list says of an article that is in the random sample; nothing of others."""
    return [translate("articles", "Sample")] if row.sampled else []


def progress_of(row: ArticleRow) -> str:
    """Return how far an article is, in words: “8 of 31”, “Not started”, “Done”."""
    if row.done:
        return translate("articles", "Done")
    if not row.judged:
        return translate("articles", "Not started")
    return translate("articles", "{judged} of {sentences}").format(judged=row.judged, sentences=row.sentences)
