"""Judgments from a file into a project that holds the articles already."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator, Verdict
from labeling.importing.drafts import Vote
from labeling.importing.interchange import Line, moved, place_of, read_judgments
from labeling.importing.problems import Problem
from labeling.operations.reporting import Progress
from labeling.operations.votes import Ballot
from labeling.store import adjudications, articles, judgments, progress
from labeling.store.connection import Project

_LINES_AT_ONCE = 200


@dataclass(slots=True)
class LabelReport:
    """How many judgments were added and how many were the current ones already, and which lines were left out."""

    added: int = 0
    known: int = 0
    refused: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    cancelled: bool = False

    @property
    def changes(self) -> ChangeSet:
        return ChangeSet(Act.IMPORTED, annotators=bool(self.added), everything=bool(self.added))


def label_sentences(
    project: Project,
    annotator: Annotator | None,
    path: Path,
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LabelReport:
    """Append the judgments of a file to the log, each line's to the sentence with its id, else its article and text.

    `annotator` is whose judgments the labels are that don't say whose they are. A judgment that is the current one
    already is not added again. `on_progress` gets the lines read, 0 because nobody knows how many there are, and the
    file's name. After a cancel, what was added so far stays. Raises Refused when the file can't be read.
    """
    report = LabelReport()
    ballot = Ballot(project, annotator, [path.parent])
    lines, done = read_judgments(path), 0
    while batch := list(islice(lines, _LINES_AT_ONCE)):
        if cancelled():
            report.cancelled = True
            break
        if on_progress:
            on_progress(done, 0, path.name)
        _write(project, ballot, batch, path.name, report)
        done += len(batch)
    return report


def _write(project: Project, ballot: Ballot, batch: Iterable[Line | Problem], name: str, report: LabelReport) -> None:
    """Append the judgments of some lines in one transaction."""
    changed: set[str] = set()
    with project.write() as db:
        sentences = _Sentences(db)
        for line in batch:
            if isinstance(line, Problem):
                report.refused.append(line)
                continue
            try:
                sentence = sentences.of(line)
                if _cast(db, ballot, sentence, line, report):
                    changed.add(sentence.article)
            except Refused as refusal:
                place = place_of(line.number, name)
                why = f"{place.capitalize()} of “{name}” was left out. {refusal}"
                report.refused.append(Problem(place, why))
        for article_id in changed:
            progress.recount(db, article_id)


def _cast(db: sqlite3.Connection, ballot: Ballot, sentence: SentenceId, line: Line, report: LabelReport) -> int:
    """Append what a line says of a sentence, where that is not said already; return how many judgments were added."""
    votes = ballot.resolved(moved(vote, sentence.start) for vote in line.votes)
    new = [vote for vote in votes if not _said_already(db, sentence, ballot, vote)]
    for vote in new:
        ballot.append(db, sentence, vote)
    report.added += len(new)
    report.known += len(votes) - len(new)
    report.notes.extend(note for note in line.notes if note not in report.notes)
    return len(new)


def _said_already(db: sqlite3.Connection, sentence: SentenceId, ballot: Ballot, vote: Vote) -> bool:
    person, verdict = ballot.who(db, vote), ballot.verdict(db, sentence, vote)
    if vote.adjudication:
        settled = [a for a in adjudications.current_of_article(db, sentence.article) if a.sentence == sentence]
        return any((a.author, a.note) == (person.id, vote.note) and _same(a.verdict, verdict) for a in settled)
    current = judgments.current(db, sentence, person.id)
    return _same(current.verdict if current else Verdict(), verdict)


def _same(one: Verdict, other: Verdict) -> bool:
    return _content(one) == _content(other)


def _content(verdict: Verdict) -> Hashable:
    labels, evidence = frozenset(verdict.labels), frozenset(verdict.evidence)
    return verdict.state, labels, verdict.unsure, verdict.comment, evidence


class _Sentences:
    """Finds the sentences of a project that lines speak of."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[str, dict[SentenceId, str]] = {}
        self._named: dict[str, list[str]] = {}

    def of(self, line: Line) -> SentenceId:
        """Return the sentence with the line's id, else the only one with its text in its article. Refused if none."""
        if line.id and line.id in self._texts(line.id.article):
            return line.id
        found = [
            sentence
            for article_id in self._articles(line)
            for sentence, text in self._texts(article_id).items()
            if text == line.text
        ]
        if len(found) > 1 and line.start is not None:
            found = [sentence for sentence in found if sentence.start == line.start]
        if len(found) > 1:
            raise Refused("The project has its text several times, so give the “id” or “start” of the one meant.")
        if not found:
            raise Refused("The project has no sentence with its “id”, nor with its “article” and “text”.")
        return found[0]

    def _articles(self, line: Line) -> list[str]:
        article_id = line.id.article if line.id else line.article
        if article_id and articles.has(self._db, article_id):
            return [article_id]
        names = dict.fromkeys(name for name in (line.article, line.name) if name)
        for name in names:
            if name not in self._named:
                self._named[name] = articles.named(self._db, name)
        return [article_id for name in names for article_id in self._named[name]]

    def _texts(self, article_id: str) -> dict[SentenceId, str]:
        if article_id not in self._known:
            self._known[article_id] = self._read(article_id) if articles.has(self._db, article_id) else {}
        return self._known[article_id]

    def _read(self, article_id: str) -> dict[SentenceId, str]:
        text = articles.fetch(self._db, article_id).text
        return {
            SentenceId(article_id, s.start, s.end): text[s.start : s.end]
            for s in articles.sentences_of(self._db, article_id)
        }
