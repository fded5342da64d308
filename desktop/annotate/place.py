"""Where the annotator is: the open article with what they said of its sentences, and the current one. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from desktop.annotate.hints import Hint, Hints
from desktop.annotate.tally import Tally, totals_after
from desktop.reading.marks import Mark, mark_of
from desktop.reading.place import ReadingPlace
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.domain.changes import ChangeSet
from labeling.domain.judgments import Judgment, Verdict
from labeling.domain.showing import Showing
from labeling.store import articles, judgments, progress
from labeling.store.progress import Totals


class Place(ReadingPlace):
    """The open article with the annotator's own judgments, and the current sentence.

    `hinted`: there are other suggestions and notes than before.
    """

    hinted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.tally = Tally()
        self._judgments: dict[int, Judgment] = {}
        self._history: list[Judgment] | None = None
        self._totals: Totals | None = None
        self._hints = Hints()
        self._deciding: SentenceId | None = None  # it was not judged when it became the current one, and still is that

    @property
    def judgments(self) -> Mapping[int, Judgment]:
        """The annotator's current judgments by the index of their sentence; cleared ones are among them."""
        return MappingProxyType(self._judgments)

    @property
    def judgment(self) -> Judgment | None:
        """The annotator's current judgment of the current sentence."""
        return None if self.index is None else self._judgments.get(self.index)

    @property
    def totals(self) -> Totals:
        """The annotator's work over the whole project. It follows each judgment; only changes elsewhere are counted."""
        if self._totals is None:
            self._totals = progress.totals(self._session.project.connection, self._annotator_id)
        return self._totals

    def mark_at(self, index: int) -> Mark:
        if index not in self._judgments and index != self.index:
            return Mark(None)
        mark = mark_of(self._judgments[index]) if index in self._judgments else Mark(None)
        return self.hint_at(index).on(mark, self._session.codebook, current=index == self.index)

    def hint_at(self, index: int) -> Hint:
        """Return what is suggested for a sentence and noted on it, as far as the annotator may see it."""
        sentence, verdict = self.id_at(index), self._verdict(index)
        done = verdict.decided and sentence != self._deciding
        return self._hints.on(sentence, verdict, self._session.codebook, self._verdict_of, done=done)

    @property
    def hint(self) -> Hint:
        """What is suggested for the current sentence and noted on it."""
        return Hint() if self.index is None else self.hint_at(self.index)

    @property
    def hints(self) -> Hints:
        """What is known of the open article."""
        return self._hints

    def set_hints(self, hints: Hints) -> None:
        """Take in what was found out about the open article; only the sentences that it concerns are shown anew."""
        self._hints = hints
        concerned = {*self._judgments, *(() if self.index is None else (self.index,))}
        if concerned:
            self.judged.emit(sorted(concerned))
        self.hinted.emit()

    @property
    def history(self) -> Sequence[Judgment]:
        """All that the annotator has said of the current sentence, latest first."""
        current = self.current
        if self._history is None and current is not None:
            self._history = judgments.history(self._session.project.connection, current, self._annotator_id)
        return self._history or ()

    def open(self, article_id: str, position: int | None = None) -> None:
        if self.article is None or self.article.id != article_id:
            self._hints = Hints()
        super().open(article_id, position)

    def open_first(self) -> None:
        """Show the first sentence of the project, or nothing when it has none."""
        nobody = ""  # has judged nothing: their next sentence is the first of all
        first = progress.next_unjudged(self._session.project.connection, nobody, None)
        if first is not None:
            self.open(first.article, first.start)
        else:
            self.close()

    def set_index(self, index: int | None, *, scroll: bool = True) -> None:
        self._history = None
        left = self.index
        super().set_index(index, scroll=scroll)
        if left is not None and left != index and self._hints.showing is Showing.AFTER:
            self.judged.emit([left])  # the notes on it waited for the whole judgment

    def _arrive(self, index: int | None) -> None:
        """Keep back what may be seen after a judgment until the sentence is left: there may be a second label to it."""
        super()._arrive(index)
        if self.current != self._deciding:
            self._deciding = None if index is None or self._verdict(index).decided else self.current

    def next_unjudged(self) -> SentenceId | None:
        """Return the next sentence to judge, across articles; None when everything is judged."""
        return progress.next_unjudged(self._session.project.connection, self._annotator_id, self.current)

    def close(self) -> None:
        self._judgments, self._history, self.tally, self._totals = {}, None, Tally(), None
        self._hints, self._deciding = Hints(), None
        super().close()

    def take_in(self, changes: ChangeSet) -> None:
        """Bring up to date what a transaction has changed."""
        here = self.article.id if self.article else ""
        if changes.everything or changes.articles or any(s.article != here for s in changes.sentences):
            self._totals = None
        if changes.boundaries - {here}:
            self._totals = None
        if not here:
            return
        if changes.everything or here in changes.boundaries:
            self._reload(changes)
        else:
            self._judge_anew(s for s in changes.sentences if s.article == here)

    @property
    def _annotator_id(self) -> str:
        return self._session.annotator.id if self._session.has_annotator else ""

    def _read(self) -> None:
        db, article_id = self._session.project.connection, self.article.id if self.article else ""
        self._history = None
        self.sentences = articles.sentences_of(db, article_id)
        found = judgments.current_of_article(db, article_id, self._annotator_id) if self._annotator_id else ()
        self._judgments = {index: j for j in found if (index := self.index_of(j.sentence)) is not None}
        self.tally = Tally.of(len(self.sentences), (j.verdict for j in self._judgments.values()))

    def _first(self) -> int | None:
        unjudged = (i for i in range(len(self.sentences)) if not self._verdict(i).decided)
        return next(unjudged, 0 if self.sentences else None)

    def _verdict(self, index: int) -> Verdict:
        judgment = self._judgments.get(index)
        return judgment.verdict if judgment else Verdict()

    def _verdict_of(self, sentence: SentenceId) -> Verdict:
        index = self.index_of(sentence)
        return Verdict() if index is None else self._verdict(index)

    def _reload(self, changes: ChangeSet) -> None:
        """Read the article again. Only what differs is shown anew, so that another window's work moves nothing here."""
        sentences, before, tally = self.sentences, self._judgments, self.tally
        position = self.current.start if self.current else 0
        self._read()
        self._count(tally)
        if sentences == self.sentences:
            differing = [i for i in range(len(sentences)) if before.get(i) != self._judgments.get(i)]
            if differing:
                self.judged.emit(differing)
            return
        self._arrive(self.index_at(changes.focus.start if changes.focus else position))
        self.opened.emit()

    def _judge_anew(self, sentences: Iterable[SentenceId]) -> None:
        db, tally, indices = self._session.project.connection, self.tally, []
        for sentence in sentences:
            index = self.index_of(sentence)
            judgment = judgments.current(db, sentence, self._annotator_id)
            if judgment is not None and index is not None:
                self.tally = self.tally.after(self._verdict(index), judgment.verdict)
                self._judgments[index] = judgment
                if index == self.index and self._history is not None:
                    self._history.insert(0, judgment)
                indices.append(index)
        if indices:
            self._count(tally)
            self.judged.emit(self._with_twins(indices))

    def _with_twins(self, indices: Iterable[int]) -> list[int]:
        """Return sentences with those of the same words, on which there may be other notes now."""
        found = dict.fromkeys(indices)
        for index in tuple(found):
            twins = (self.index_of(sentence) for sentence in self._hints.twins(self.id_at(index)))
            found |= dict.fromkeys(twin for twin in twins if twin is not None)
        return list(found)

    def _count(self, before: Tally) -> None:
        if self._totals is not None:
            self._totals = totals_after(self._totals, before, self.tally)
