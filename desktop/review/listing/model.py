"""The rows of the list: all sentences at once, what a row says only when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.review.docket import Docket
from desktop.review.lessons import in_words
from desktop.review.people import People
from desktop.review.words import labels_in_words
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.operations.disagreeing import Order
from labeling.store import passages
from labeling.store.passages import Passage

translate = QCoreApplication.translate

_PAGE = 64  # rows fetched at a time
_PAGES_KEPT = 32
_ItemRole = Qt.ItemDataRole


class Role(IntEnum):
    """What the delegate asks for besides text."""

    ENTRY = _ItemRole.UserRole + 1


class Entry(NamedTuple):
    """What a row shows: a sentence, or above the first one of an article that article's title, with `sentence` None.

    `labels` are what people differ on, or what else the list is about. `settled` is None where that is no matter.
    """

    sentence: SentenceId | None
    words: str
    labels: str = ""
    settled: bool | None = False
    article: str = ""


class DisagreementsModel(QAbstractListModel):
    """The sentences that a docket lists; in the order of the articles, each article has a row for its title."""

    def __init__(self, session: Session, docket: Docket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._docket = docket
        self.people = People({}, "", hidden=False)
        self._rows: Sequence[int] = ()  # places in the docket; -1 - place for the title above one
        self._row_of: dict[int, int] = {}
        self._places: dict[SentenceId, int] = {}
        self._pages: dict[int, list[Passage]] = {}
        docket.listed.connect(self._reset)
        docket.settled.connect(self._refresh)

    @property
    def titles(self) -> list[int]:
        """The rows that are titles of articles."""
        return [row for row, place in enumerate(self._rows) if place < 0]

    def sentence_at(self, row: int) -> SentenceId | None:
        """Return the sentence of a row, under a title that of the row below; None when there is no such row."""
        if not 0 <= row < len(self._rows):
            return None
        place = self._rows[row]
        return self._docket.rows[place if place >= 0 else -1 - place]

    def row_of(self, sentence: SentenceId | None) -> int | None:
        """Return the row of a sentence; None when it is not listed."""
        place = self._places.get(sentence) if sentence else None
        return None if place is None else self._row_of[place]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()] < 0:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ItemRole.DisplayRole) -> object:
        if not index.isValid() or not self._session.is_open:
            return None
        if role not in (Role.ENTRY, _ItemRole.DisplayRole, _ItemRole.ToolTipRole, _ItemRole.AccessibleTextRole):
            return None
        entry = self._entry(self._rows[index.row()])
        if role == Role.ENTRY:
            return entry
        if role == _ItemRole.AccessibleTextRole and entry.sentence is not None:
            return f"{entry.words} {', '.join(filter(None, (entry.labels, state_in_words(entry))))}"
        if role == _ItemRole.ToolTipRole and entry.sentence is not None:
            return f"{entry.words}\n{entry.labels}\n\n{entry.article}"
        return entry.words

    def _reset(self) -> None:
        self.beginResetModel()
        titled, rows, article = self._docket.order is Order.ARTICLES, list[int](), ""
        for place, sentence in enumerate(self._docket.rows):
            if titled and sentence.article != article:
                article = sentence.article
                rows.append(-1 - place)
            rows.append(place)
        self._rows = rows
        self._row_of = {place: row for row, place in enumerate(rows) if place >= 0}
        self._places = {sentence: place for place, sentence in enumerate(self._docket.rows)}
        self._pages.clear()
        self.endResetModel()

    def _refresh(self, sentence: SentenceId) -> None:
        row = self.row_of(sentence)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _entry(self, place: int) -> Entry:
        if place < 0:
            return Entry(None, self._passage(-1 - place).article)
        sentence, survey = self._docket.rows[place], self._docket.survey
        passage = self._passage(place)
        words = " ".join(passage.text.split())
        lesson = self._docket.lessons.get(sentence)
        if lesson is not None:
            said = in_words(lesson, self._session.codebook, self.people)
            return Entry(sentence, words, said, None, passage.article)
        wanted = self._docket.wanted
        labels = survey.labels_of(sentence, wanted.a, wanted.b) if survey else ()
        settled = survey is not None and survey.is_settled(sentence)
        return Entry(sentence, words, labels_in_words(labels, self._session.codebook), settled, passage.article)

    def _passage(self, place: int) -> Passage:
        number = place // _PAGE
        if number not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            wanted = self._docket.rows[number * _PAGE : (number + 1) * _PAGE]
            self._pages[number] = passages.of_sentences(self._session.project.connection, wanted)
        return self._pages[number][place % _PAGE]


def state_in_words(entry: Entry) -> str:
    """Return whether a sentence is settled; nothing where that is no matter."""
    if entry.settled is None:
        return ""
    return translate("disagreements", "Settled") if entry.settled else translate("disagreements", "Open")
