"""The sample projects: the stories that Hedgerow comes with, and what a team of three made of some of them."""

from __future__ import annotations

import sqlite3
import tomllib
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.errors import Refused
from labeling.domain.ids import named_id
from labeling.domain.judgments import Adjudication, Annotator, Judgment, Origin
from labeling.importing import readers
from labeling.importing.drafts import Draft, Vote
from labeling.importing.interchange import moved, read_judgments
from labeling.importing.problems import Problem
from labeling.operations.projects import create_project
from labeling.operations.votes import Ballot
from labeling.resources import SEEDS
from labeling.store import adjudications, annotators, articles, assignments, codebooks, judgments, progress
from labeling.store.connection import Project

SAMPLE_ANNOTATOR = Annotator(named_id("Sample annotator"), "Sample annotator")

_TEAM = SEEDS / "team"
_SETTLING = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def make_sample(path: Path) -> Project:
    """Make a project of all seed stories with the judgments of “Sample annotator”. Refused when the file exists.

    Whoever opens it works as themselves, so for them every sentence is still to be judged.
    """
    project = create_project(path)
    ballot = Ballot(project, SAMPLE_ANNOTATOR)
    for file in sorted(SEEDS.glob("*.jsonl")):
        for draft in _drafts(file):
            with project.write() as db:
                articles.insert(db, draft.article, draft.sentences)
                ballot.cast(db, draft)
                progress.recount(db, draft.article.id)
    return project


def make_team_sample(path: Path) -> Project:
    """Make a project in which three annotators judged seed stories for a week, and a lead settled a few sentences.

    Their judgments were written for the sample, see `seeds/README.md`; the labels of the stories are not in it. The
    judgments have the moments of that week, and the same ids on every machine. Refused when the file exists.
    """
    project = create_project(path)
    week = tomllib.loads((_TEAM / "week.toml").read_text(encoding="utf-8"))
    with project.write() as db:
        for story, begun in week.items():
            _add_judged(db, story, begun)
    return project


def _drafts(file: Path) -> Iterator[Draft]:
    for draft in readers.read_file(file):
        if not isinstance(draft, Draft):
            raise Refused(draft.sentence)
        yield draft


def _add_judged(db: sqlite3.Connection, story: str, begun: Mapping[str, datetime]) -> None:
    """Add a story with what was said of it. `begun` is when each person took it up, by name."""
    (draft,) = _drafts(SEEDS / f"{story}.jsonl")
    articles.insert(db, draft.article, draft.sentences)
    people = {name: annotators.by_name(db, name) for name in begun}
    moments = dict(begun)
    judges = set()
    for bounds, line in zip(draft.sentences, read_judgments(_TEAM / f"{story}.jsonl"), strict=True):
        if isinstance(line, Problem):
            raise Refused(line.sentence)
        sentence = SentenceId(draft.article.id, bounds.start, bounds.end)
        for vote in line.votes:
            person = people[vote.annotator or ""]
            annotators.add(db, person)
            moments[person.name] += _SETTLING if vote.seconds is None else timedelta(seconds=vote.seconds)
            _append(db, sentence, person, moved(vote, bounds.start), moments[person.name])
            if not vote.adjudication:
                judges.add(person.id)
    for judge in sorted(judges):
        assignments.put(db, draft.article.id, judge, assigned=True)
    progress.recount(db, draft.article.id)


def _append(db: sqlite3.Connection, sentence: SentenceId, person: Annotator, vote: Vote, moment: datetime) -> None:
    codebook, identifier = codebooks.current(db), _id_at(moment, f"{sentence} {person.id}")
    verdict = replace(vote.verdict, labels=codebook.in_order(vote.verdict.labels))
    if vote.adjudication:
        adjudications.append(db, Adjudication(identifier, sentence, person.id, verdict, codebook.hash, vote.note))
    else:
        seconds, origin = vote.seconds, Origin.IMPORT
        judgments.append(db, Judgment(identifier, sentence, person.id, verdict, codebook.hash, seconds, origin))


def _id_at(moment: datetime, said: str) -> str:
    """Return a UUIDv7 of a moment whose other bits come from `said` instead of from chance."""
    milliseconds = (moment - _EPOCH) // timedelta(milliseconds=1)
    tail = int.from_bytes(sha256(said.encode()).digest()[:10])
    version_and_variant = 15 << 76 | 3 << 62
    return str(uuid.UUID(int=(milliseconds << 80 | tail) & ~version_and_variant | 7 << 76 | 2 << 62))
