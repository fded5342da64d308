"""The open article with what everybody said of its sentences and what was settled. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from desktop.reading.marks import Mark
from desktop.reading.place import ReadingPlace
from desktop.review.people import People
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.judgments import Adjudication, Judgment, State
from labeling.operations.disagreeing import Survey
from labeling.operations.ways import EXCLUDED
from labeling.store import adjudications, articles, judgments


class ReviewPlace(ReadingPlace):
    """`survey` and `people` are told from outside, once it is known on what people differ and what they are called."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.survey: Survey | None = None
        self.people = People({}, "", hidden=False)
        self._said: dict[int, list[Judgment]] = {}
        self._gold: dict[int, Adjudication] = {}

    @property
    def said(self) -> Sequence[Judgment]:
        """The current judgments of the current sentence that say anything, in the order in which people are shown."""
        said = [] if self.index is None else self._said.get(self.index, [])
        places = {identifier: place for place, identifier in enumerate(self.people.in_order(j.annotator for j in said))}
        return sorted(said, key=lambda judgment: places[judgment.annotator])

    @property
    def gold(self) -> Adjudication | None:
        """What the current sentence is settled on."""
        return None if self.index is None else self._gold.get(self.index)

    @property
    def differing(self) -> tuple[str, ...]:
        """The labels that people differ on in the current sentence, and “excluded”."""
        return self._differing(self.index) if self.index is not None else ()

    def gold_of(self, sentence: SentenceId) -> Adjudication | None:
        """Return what a sentence of any article is settled on."""
        found = adjudications.current(self._session.project.connection, sentence)
        return found if found is not None and found.verdict.decided else None

    def settled_here(self) -> tuple[int, int]:
        """Return how many of the disagreements of the open article are settled, and how many there are."""
        differing = [index for index in range(len(self.sentences)) if self._differing(index)]
        return sum(index in self._gold for index in differing), len(differing)

    def mark_at(self, index: int) -> Mark:
        gold, said = self._gold.get(index), self._said.get(index, [])
        unsure = any(judgment.verdict.unsure for judgment in said)
        comment = "\n".join(
            f"{self.people.name(judgment.annotator)}: {judgment.verdict.comment}"
            for judgment in said
            if judgment.verdict.comment
        )
        evidence = tuple(dict.fromkeys(words for judgment in said for words in judgment.verdict.evidence))
        if gold is not None:
            return Mark(gold.verdict.state, gold.verdict.labels, unsure, comment, evidence)
        decided = [judgment.verdict for judgment in said if judgment.verdict.decided]
        given = tuple(dict.fromkeys(label for verdict in decided for label in verdict.labels))
        differing = self._differing(index)
        if differing:
            open_ones = given if EXCLUDED in differing else tuple(label for label in given if label in differing)
            agreed = tuple(label for label in given if label not in open_ones)
            return Mark(None, agreed, unsure, comment, evidence, unsettled=True, differing=open_ones)
        state = State.LABELLED if given else decided[0].state if decided else None
        return Mark(state, self._session.codebook.in_order(given), unsure, comment, evidence)

    def show_anew(self) -> None:
        """Show all sentences anew, after people were called otherwise or it became known on what they differ."""
        if self.article is not None:
            self.judged.emit(list(range(len(self.sentences))))

    def take_in(self, changes: ChangeSet) -> None:
        """Bring up to date what a transaction has changed."""
        here = self.article.id if self.article else ""
        if not here:
            return
        if changes.everything or here in changes.boundaries:
            self._reload(changes)
            return
        changed = [sentence for sentence in changes.sentences if sentence.article == here]
        indices = [index for sentence in changed if (index := self.index_of(sentence)) is not None]
        if changes.act is Act.SETTLED:
            self._follow_gold(indices)
        elif indices:
            self._read()
        if indices:
            self.judged.emit(indices)

    def close(self) -> None:
        self._said, self._gold = {}, {}
        super().close()

    def _read(self) -> None:
        db, article_id = self._session.project.connection, self.article.id if self.article else ""
        self.sentences = articles.sentences_of(db, article_id)
        self._said, self._gold = {}, {}
        for judgment in judgments.current_of_article(db, article_id):
            index = self.index_of(judgment.sentence)
            if index is not None and not judgment.verdict.empty:
                self._said.setdefault(index, []).append(judgment)
        for record in adjudications.current_of_article(db, article_id):
            index = self.index_of(record.sentence)
            if index is not None:
                self._gold[index] = record

    def _differing(self, index: int) -> tuple[str, ...]:
        return self.survey.labels_of(self.id_at(index)) if self.survey else ()

    def _reload(self, changes: ChangeSet) -> None:
        """Read the article again. Only what differs is shown anew, so that another window's work moves nothing here."""
        sentences, said, gold = self.sentences, self._said, self._gold
        position = self.current.start if self.current else 0
        if not articles.has(self._session.project.connection, self.article.id if self.article else ""):
            self.close()
            return
        self._read()
        if sentences != self.sentences:
            self.index = self.index_at(changes.focus.start if changes.focus else position)
            self.opened.emit()
            return
        now = self._said, self._gold
        differing = [i for i in range(len(sentences)) if (said.get(i), gold.get(i)) != (now[0].get(i), now[1].get(i))]
        if differing:
            self.judged.emit(differing)

    def _follow_gold(self, indices: Iterable[int]) -> None:
        for index in indices:
            record = self.gold_of(self.id_at(index))
            if record is None:
                self._gold.pop(index, None)
            else:
                self._gold[index] = record
