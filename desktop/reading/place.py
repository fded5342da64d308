"""The open article and the current sentence. No widgets."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, Signal

from desktop.reading.marks import Mark
from desktop.session import Session
from labeling.domain.articles import Article, Sentence, SentenceId
from labeling.store import articles


class ReadingPlace(QObject):
    """Where somebody reads; what is said of the sentences is the matter of each workspace.

    Neither article nor sentence when the project has no article. `opened`: everything of the article must be shown
    anew. `judged` carries the indices of sentences whose marks are others now. `moved`: another sentence is the current
    one; it carries whether the text may scroll to it.
    """

    opened = Signal()
    judged = Signal(object)
    moved = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.article: Article | None = None
        self.sentences: tuple[Sentence, ...] = ()
        self.index: int | None = None

    @property
    def current(self) -> SentenceId | None:
        """The id of the current sentence."""
        return None if self.index is None else self.id_at(self.index)

    @property
    def in_words(self) -> str:
        """Where one is, such as “Sentence 7 of 31”; empty without a sentence."""
        if self.index is None:
            return ""
        words = self.tr("Sentence {number} of {sentences}")
        return words.format(number=self.index + 1, sentences=len(self.sentences))

    def id_at(self, index: int) -> SentenceId:
        """Return the id of a sentence of the open article."""
        if self.article is None:
            raise IndexError(index)
        sentence = self.sentences[index]
        return SentenceId(self.article.id, sentence.start, sentence.end)

    def index_at(self, position: int) -> int | None:
        """Return the sentence that a code point of the article lies in or before; the last one behind the end."""
        if not self.sentences:
            return None
        return min(bisect_right(self.sentences, position, key=lambda s: s.end), len(self.sentences) - 1)

    def index_of(self, sentence: SentenceId) -> int | None:
        """Return the index of a sentence of the open article; None when it has other boundaries by now."""
        index = self.index_at(sentence.start)
        return index if index is not None and self.id_at(index) == sentence else None

    def text_of(self, index: int) -> str:
        """Return the words of a sentence."""
        sentence = self.sentences[index]
        return self.article.text[sentence.start : sentence.end] if self.article else ""

    def mark_at(self, index: int) -> Mark:
        """Return the signs of a sentence; what is suggested for it only while it is the current one."""
        raise NotImplementedError

    def open(self, article_id: str, position: int | None = None) -> None:
        """Show an article with the sentence at a code point as the current one, by default where work is left in it.

        KeyError when the project does not have the article.
        """
        self.article = articles.fetch(self._session.project.connection, article_id)
        self._read()
        self._arrive(self._first() if position is None else self.index_at(position))
        self.opened.emit()

    def try_open(self, article_id: str, position: int) -> bool:
        """Show an article if the project has it, with the sentence at a code point as the current one."""
        found = articles.has(self._session.project.connection, article_id)
        if found:
            self.open(article_id, position)
        return found

    def go_to(self, sentence: SentenceId) -> None:
        """Make a sentence the current one, in whatever article it is."""
        if self.article is None or sentence.article != self.article.id:
            self.open(sentence.article, sentence.start)
        else:
            self.set_index(self.index_at(sentence.start))

    def set_index(self, index: int | None, *, scroll: bool = True) -> None:
        """Make a sentence of the open article the current one."""
        self._arrive(index)
        self.moved.emit(scroll)

    def close(self) -> None:
        """Show nothing."""
        self.article, self.sentences, self.index = None, (), None
        self.opened.emit()

    def _arrive(self, index: int | None) -> None:
        """Take a sentence for the current one; nobody has been told yet."""
        self.index = index

    def _read(self) -> None:
        """Read the sentences of the open article, and what is said of them."""
        raise NotImplementedError

    def _first(self) -> int | None:
        """Return the sentence at which an article opens."""
        return 0 if self.sentences else None
