"""The sentences behind a figure: all at once, what a row says only when it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.review.names import short_names
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Label
from labeling.domain.judgments import State
from labeling.store import adjudications, passages, voices

translate = QCoreApplication.translate

_PAGE = 32  # rows fetched at a time
_PAGES_KEPT = 32
_ItemRole = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for besides text."""

    ENTRY = _ItemRole.UserRole + 1


class Vote(NamedTuple):
    """What somebody said: the labels that the codebook has, else `words`; `called` is the name in little room."""

    name: str
    called: str
    labels: tuple[Label, ...]
    words: str

    @property
    def spoken(self) -> str:
        return f"{self.name}: {self.words or ', '.join(label.name for label in self.labels)}"


class Entry(NamedTuple):
    """What a row shows of a sentence."""

    sentence: SentenceId
    text: str
    article: str
    votes: tuple[Vote, ...]
    settled: bool


class SentencesModel(QAbstractListModel):
    """The sentences that were asked for."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names: Mapping[str, str] = {}
        self._short: Mapping[str, str] = {}
        self._sentences: Sequence[SentenceId] = ()
        self._pages: dict[int, list[Entry]] = {}

    @property
    def sentences(self) -> Sequence[SentenceId]:
        return self._sentences

    def show(self, sentences: Sequence[SentenceId], names: Mapping[str, str]) -> None:
        """List these; `names` are what people are called, by id."""
        self.beginResetModel()
        self._sentences, self._names = sentences, names
        self._short = short_names(names.values())
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Say again what is said of the sentences."""
        self._pages.clear()
        if self._sentences:
            self.dataChanged.emit(self.index(0), self.index(len(self._sentences) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._sentences)

    def data(self, index: _Index, role: int = _ItemRole.DisplayRole) -> object:
        wanted = (Role.ENTRY, _ItemRole.DisplayRole, _ItemRole.ToolTipRole, _ItemRole.AccessibleTextRole)
        if not index.isValid() or not self._session.is_open or role not in wanted:
            return None
        entry = self._entry(index.row())
        if role == Role.ENTRY:
            return entry
        if role == _ItemRole.DisplayRole:
            return entry.text
        votes = "; ".join(vote.spoken for vote in entry.votes)
        settled = translate("SentencesModel", ", settled") if entry.settled else ""
        parts = (entry.text, votes, f"{entry.article}{settled}")
        return ("\n\n" if role == _ItemRole.ToolTipRole else ". ").join(part for part in parts if part)

    def _entry(self, row: int) -> Entry:
        number = row // _PAGE
        if number not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._fetched(self._sentences[number * _PAGE : (number + 1) * _PAGE])
        return self._pages[number][row % _PAGE]

    def _fetched(self, sentences: Sequence[SentenceId]) -> list[Entry]:
        db = self._session.project.connection
        found = zip(sentences, passages.of_sentences(db, sentences), voices.of_sentences(db, sentences), strict=True)
        entries = []
        for sentence, passage, said in found:
            gold = adjudications.current(db, sentence)
            votes = sorted((self._vote(each) for each in said), key=lambda vote: vote.name)
            settled = gold is not None and gold.verdict.decided
            entries.append(Entry(sentence, " ".join(passage.text.split()), passage.article, tuple(votes), settled))
        return entries

    def _vote(self, said: voices.Said) -> Vote:
        codebook = self._session.codebook
        labels = tuple(label for label in codebook.labels if label.id in said.labels)
        others = ", ".join(label for label in said.labels if codebook.label(label) is None)
        words = {
            State.NONE: translate("SentencesModel", "none"),
            State.EXCLUDED: translate("SentencesModel", "excluded"),
        }.get(State(said.state), others)
        name = self._names.get(said.annotator, "")
        return Vote(name, self._short.get(name, name), labels, words)
