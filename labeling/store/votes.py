"""The current judgments of whole articles, as those read them who read them all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from labeling.domain.articles import Kind, Sentence
from labeling.domain.judgments import Verdict
from labeling.store import articles, releases
from labeling.store.judgments import verdict_of
from labeling.store.releases import Moment

_KINDS = {kind.value: kind for kind in Kind}
_NO_LIMIT = 1 << 62
_EARLIER_SENTENCES = (
    "(SELECT :article AS article, json_extract(e.value, '$[0]') AS start, json_extract(e.value, '$[1]') AS \"end\", "
    "json_extract(e.value, '$[2]') AS kind, json_extract(e.value, '$[3]') AS paragraph FROM json_each(:sentences) e)"
)


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

    `labels` and `evidence` are JSON: making a Judgment of every row takes longer than reading them.
    """

    annotator: str
    state: str
    labels: str
    unsure: int
    comment: str
    evidence: str
    seconds: float | None
    codebook: str

    @property
    def verdict(self) -> Verdict:
        return verdict_of(self.state, self.labels, self.unsure, self.comment, self.evidence)


class Poll(NamedTuple):
    """A sentence `[start, end)` with what was said of it, and by whom (the file’s own keys), in the same order."""

    start: int
    end: int
    kind: str
    said: tuple[Said, ...]
    annotators: tuple[int, ...]


class Votes:
    """Reads the votes of a project article by article; names and versions of the codebook are looked up once.

    Judgments that say nothing are not among them; cleared ones with a comment, a flag or evidence are. With `at`, as
    they were at that moment. `names` are what annotators are called in the place of their names, by id.
    """

    def __init__(
        self, db: sqlite3.Connection, at: Moment | None = None, names: Mapping[str, str] | None = None
    ) -> None:
        self._db = db
        called = names if names is not None else at.annotators if at else {}
        people = db.execute("SELECT key, id, name FROM annotators")
        self._names = {key: called.get(identifier, name) for key, identifier, name in people}
        self._codebooks = dict(db.execute("SELECT key, hash FROM codebooks"))
        self._epoch = at.epoch if at else _NO_LIMIT
        self._earlier = releases.earlier_boundaries(db, at.epoch) if at else {}

    def of_article(self, article_id: str) -> Iterator[tuple[Sentence, list[Vote]]]:
        """Yield an article's sentences in order, each with its votes by annotator's name."""
        columns = (
            "s.kind, s.paragraph, j.annotator, j.state, j.labels, j.unsure, j.comment, j.evidence, j.seconds, "
            "j.codebook"
        )
        names, hashes = self._names, self._codebooks
        sentence, votes = None, list[Vote]()
        for (
            start, end, kind, paragraph, who, state, labels, unsure, comment, evidence, seconds, codebook,
        ) in self._rows(article_id, columns):  # fmt: skip
            if sentence is None or sentence.start != start:
                if sentence is not None:
                    yield sentence, _by_name(votes)
                sentence, votes = Sentence(start, end, _KINDS[kind], paragraph), []
            if who is not None:
                votes.append(Vote(names[who], state, labels, unsure, comment, evidence, seconds, hashes[codebook]))
        if sentence is not None:
            yield sentence, _by_name(votes)

    def polls_of(self, article_id: str) -> Iterator[Poll]:
        """Yield an article's sentences in order with just what counts, which is read in less time."""
        hashes, poll = self._codebooks, None
        for start, end, kind, who, state, labels, unsure, codebook in self._rows(
            article_id, "s.kind, j.annotator, j.state, j.labels, j.unsure, j.codebook"
        ):
            said = (Said(state, labels, unsure, hashes[codebook]),) if who is not None else ()
            voters = (who,) if who is not None else ()
            if poll is not None and poll.start == start:
                poll = Poll(start, end, kind, poll.said + said, poll.annotators + voters)
                continue
            if poll is not None:
                yield poll
            poll = Poll(start, end, kind, said, voters)
        if poll is not None:
            yield poll

    def _rows(self, article_id: str, columns: str) -> sqlite3.Cursor:
        source = "sentences"
        values: dict[str, int | str] = {"article": articles.key_of(self._db, article_id), "epoch": self._epoch}
        if article_id in self._earlier:
            source, values = _EARLIER_SENTENCES, values | {"sentences": _as_json(self._earlier[article_id])}
        return self._db.execute(
            f'SELECT s.start, s."end", {columns} FROM {source} s LEFT JOIN judgments j '
            'ON j.article = s.article AND j.start = s.start AND j."end" = s."end" AND j.arrived <= :epoch '
            "AND NOT EXISTS (SELECT 1 FROM judgments n WHERE n.article = j.article AND n.start = j.start "
            'AND n."end" = j."end" AND n.annotator = j.annotator AND n.id > j.id AND n.arrived <= :epoch) '
            "AND (j.state <> 'cleared' OR j.unsure OR j.comment <> '' OR j.evidence <> '[]') "
            "WHERE s.article = :article ORDER BY s.start",
            values,
        )


def _as_json(sentences: Sequence[Sentence]) -> str:
    return json.dumps([[s.start, s.end, s.kind.value, s.paragraph] for s in sentences])


def _by_name(votes: list[Vote]) -> list[Vote]:
    return sorted(votes, key=attrgetter("annotator")) if len(votes) > 1 else votes
