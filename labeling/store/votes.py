"""The current judgments of whole articles, as those read them who read them all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from labeling.domain.articles import Kind, Sentence
from labeling.domain.judgments import Verdict
from labeling.store import annotators, articles, releases
from labeling.store.judgments import verdict_of
from labeling.store.releases import Moment

_KINDS = {kind.value: kind for kind in Kind}
_NO_LIMIT = 1 << 62
# Null where there is no judgment.
_SAYS_SOMETHING = "(j.state <> 'cleared' OR j.unsure OR j.comment <> '' OR j.evidence <> '[]')"
_WHO = "j.annotator"
_COUNTS = f"{_WHO}, {_SAYS_SOMETHING}, j.state, j.labels, j.unsure, j.codebook"
_EVERYTHING = f"s.paragraph, {_COUNTS}, j.comment, j.evidence, j.seconds"
_EARLIER_SENTENCES = (
    "(SELECT :article AS article, json_extract(e.value, '$[0]') AS start, json_extract(e.value, '$[1]') AS \"end\", "
    "json_extract(e.value, '$[2]') AS kind, json_extract(e.value, '$[3]') AS paragraph FROM json_each(:sentences) e)"
)

_KEPT = 10_000
_Row = tuple[Any, ...]
_Cast = tuple[tuple[int, ...], tuple["Said", ...]]


class Said(NamedTuple):
    """What of a vote decides how it counts. `labels` is JSON, `codebook` a hash."""

    state: str
    labels: str
    unsure: int
    codebook: str

    @property
    def verdict(self) -> Verdict:
        """The verdict without comment and evidence."""
        return verdict_of(self.state, self.labels, 0, "", "[]")


class Vote(NamedTuple):
    """A current judgment as it stands in the file, but for the annotator’s name and the codebook’s hash.

    `said` is one object for all votes that say the same. `evidence` is JSON: making a Judgment of every row takes
    longer than reading them.
    """

    annotator: str
    said: Said
    comment: str
    evidence: str
    seconds: float | None

    @property
    def state(self) -> str:
        return self.said.state

    @property
    def labels(self) -> str:
        """The labels in JSON."""
        return self.said.labels

    @property
    def unsure(self) -> int:
        return self.said.unsure

    @property
    def codebook(self) -> str:
        """The hash of the version that it was made under."""
        return self.said.codebook

    @property
    def verdict(self) -> Verdict:
        return verdict_of(self.state, self.labels, self.unsure, self.comment, self.evidence)


@dataclass(frozen=True, eq=False, slots=True)  # two are the same when they are one: so they are counted fast
class Poll:
    """What was said of a sentence, and by whom (the file’s own keys), in the same order.

    One object for all sentences that the same people said the same of.
    """

    annotators: tuple[int, ...]
    said: tuple[Said, ...]


class _Said(dict[_Row, Said]):
    """What was said by state, labels, unsure and the file's own key of the codebook. One object for each."""

    def __init__(self, codebooks: Mapping[int, str]) -> None:
        super().__init__()
        self._codebooks = codebooks

    def __missing__(self, row: _Row) -> Said:
        state, labels, unsure, codebook = row
        self[row] = Said(state, labels, unsure, self._codebooks[codebook])
        return self[row]


class Votes:
    """Reads the votes of a project article by article; names and versions of the codebook are looked up once.

    Judgments that say nothing are not among them; cleared ones with a comment, a flag or evidence are. With `at`, as
    they were at that moment. `names` are what annotators are called in the place of their names, by id. Annotators who
    were united are one person, of whose judgments of a sentence the latest counts.
    """

    def __init__(
        self, db: sqlite3.Connection, at: Moment | None = None, names: Mapping[str, str] | None = None
    ) -> None:
        self._db = db
        called = names if names is not None else at.annotators if at else {}
        people = db.execute("SELECT key, id, name FROM annotators")
        self._names = {key: called.get(identifier, name) for key, identifier, name in people}
        self._keys = articles.keys(db)
        self._epoch = at.epoch if at else _NO_LIMIT
        self._earlier = releases.earlier_boundaries(db, at.epoch) if at else {}
        self._who = _person_of(annotators.persons(db, self._epoch))
        self._said = _Said(dict(db.execute("SELECT key, hash FROM codebooks")))
        self._polls: dict[_Cast, Poll] = {}
        self._polls_of_rows: dict[tuple[_Row, ...], Poll] = {}

    def of_article(self, article_id: str) -> Iterator[tuple[Sentence, list[Vote]]]:
        """Yield an article's sentences in order, each with its votes by annotator's name."""
        names, known = self._names, self._said
        sentence, votes, voter, voted = None, list[Vote](), None, False
        for (
            start, end, kind, paragraph, who, says, state, labels, unsure, codebook, comment, evidence, seconds,
        ) in self._rows(article_id, _EVERYTHING):  # fmt: skip
            if sentence is None or start != sentence.start:
                if sentence is not None:
                    yield sentence, _by_name(votes)
                sentence, votes = Sentence(start, end, _KINDS[kind], paragraph), []
            elif who == voter and voted:
                votes.pop()  # was not the current one
            if says:
                votes.append(Vote(names[who], known[state, labels, unsure, codebook], comment, evidence, seconds))
            voter, voted = who, says
        if sentence is not None:
            yield sentence, _by_name(votes)

    def polls_of(self, article_id: str) -> Iterator[tuple[tuple[int, int, str], Poll]]:
        """Yield start, end and kind of an article's sentences in order, each with just what counts: in less time."""
        known = self._polls_of_rows
        for sentence, judged in groupby(self._rows(article_id, _COUNTS), itemgetter(0, 1, 2)):
            rows = tuple([row[3:] for row in judged])
            poll = known.get(rows)
            yield sentence, self._poll(rows) if poll is None else poll

    def _poll(self, rows: tuple[_Row, ...]) -> Poll:
        """Return the poll of an article's rows, which make few different ones: the first time and the next ones."""
        said = [row for row in {row[0]: row for row in rows}.values() if row[1]]
        cast = tuple([row[0] for row in said]), tuple([self._said[row[2:]] for row in said])
        if len(self._polls_of_rows) >= _KEPT:
            self._polls_of_rows.clear()
        poll = self._polls_of_rows[rows] = self._polls.setdefault(cast, Poll(*cast))
        return poll

    def _rows(self, article_id: str, columns: str) -> list[_Row]:
        """Return an article's sentences with all judgments of them, each annotator's current one last.

        Asking in SQL of every judgment whether it is the current one takes longer than reading the few that are not.
        """
        source = "sentences"
        values: dict[str, int | str] = {"article": self._keys[article_id], "epoch": self._epoch}
        if article_id in self._earlier:
            source, values = _EARLIER_SENTENCES, values | {"sentences": _as_json(self._earlier[article_id])}
        rows = self._db.execute(
            f'SELECT s.start, s."end", s.kind, {columns.replace(_WHO, self._who)} FROM {source} s '
            "LEFT JOIN judgments j ON j.article = s.article AND j.start = s.start "
            'AND j."end" = s."end" AND j.arrived <= :epoch '
            f"WHERE s.article = :article ORDER BY s.start, {self._who}, j.id",
            values,
        )
        return rows.fetchall()


def _person_of(persons: Mapping[int, int]) -> str:
    """Return the person of a judgment’s annotator as an expression."""
    if not persons:
        return _WHO  # the order in which judgments lie, so that they need not be sorted
    cases = " ".join(f"WHEN {key:d} THEN {person:d}" for key, person in sorted(persons.items()))
    return f"CASE {_WHO} {cases} ELSE {_WHO} END"


def _as_json(sentences: Sequence[Sentence]) -> str:
    return json.dumps([[s.start, s.end, s.kind.value, s.paragraph] for s in sentences])


def _by_name(votes: list[Vote]) -> list[Vote]:
    return sorted(votes, key=attrgetter("annotator")) if len(votes) > 1 else votes
