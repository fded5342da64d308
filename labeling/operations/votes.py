"""Judgments that a file brings, on their way into the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Adjudication, Annotator, Judgment, Origin, State, Verdict
from labeling.importing.drafts import Draft, Vote
from labeling.operations.projects import load_codebook
from labeling.store import adjudications, annotators, codebooks, judgments
from labeling.store.connection import Project


class Ballot:
    """Turns votes into judgments of a project: finds who cast them and under which version of the codebook.

    A version that the project has never seen is taken from a `codebook*.toml` in `folders`, where an export puts it;
    without one the version in use stands in.
    """

    def __init__(self, project: Project, annotator: Annotator | None, folders: Iterable[Path] = ()) -> None:
        self._project = project
        self._annotator = annotator
        self._current = codebooks.current(project.connection)
        self._versions: dict[str, Codebook] = {}
        for file in sorted(file for folder in dict.fromkeys(folders) for file in folder.glob("codebook*.toml")):
            codebook = load_codebook(file)
            self._versions[codebook.hash] = codebook

    def resolved(self, votes: Iterable[Vote]) -> tuple[Vote, ...]:
        """Return votes with the ids of their labels, which files of other tools may call by the names on screen.

        Raises Refused when a vote names no one, or a label that its codebook does not have.
        """
        return tuple([self._resolved(vote) for vote in votes])

    def _resolved(self, vote: Vote) -> Vote:
        if vote.annotator is None and self._annotator is None:
            raise Refused("It has labels but does not say whose; repeat the import and name the annotator.")
        codebook, verdict = self._version(vote.codebook), vote.verdict
        if all(codebook.label(label) for label in verdict.labels):
            return vote
        ids = {label: _label_id(codebook, label) for label in verdict.labels}
        evidence = tuple(mark._replace(label=ids.get(mark.label, mark.label)) for mark in verdict.evidence)
        return replace(vote, verdict=replace(verdict, labels=codebook.in_order([*ids.values()]), evidence=evidence))

    def cast(self, db: sqlite3.Connection, draft: Draft) -> int:
        """Append the votes of a draft to the logs; return how many there were."""
        for vote in draft.votes:
            self.append(db, SentenceId(draft.article.id, *vote.span), vote)
        return len(draft.votes)

    def append(self, db: sqlite3.Connection, sentence: SentenceId, vote: Vote) -> Annotator:
        """Append one vote on a sentence to the logs; return whose it is."""
        person = self.who(db, vote)
        annotators.add(db, person)
        codebook = self._version(vote.codebook)
        codebooks.add(db, codebook)
        verdict = self.verdict(db, sentence, vote)
        if vote.adjudication:
            adjudications.append(db, Adjudication(uuid7(), sentence, person.id, verdict, codebook.hash, vote.note))
        else:
            now = judgments.current(db, sentence, person.id)
            identifier = uuid7(after=now.id if now else "")
            judgment = Judgment(identifier, sentence, person.id, verdict, codebook.hash, vote.seconds, Origin.IMPORT)
            judgments.append(db, judgment)
        return person

    def verdict(self, db: sqlite3.Connection, sentence: SentenceId, vote: Vote) -> Verdict:
        """Return what a vote makes its annotator say; Refused when nobody is named."""
        verdict, codebook = vote.verdict, self._version(vote.codebook)
        current = judgments.current(db, sentence, self.who(db, vote).id) if vote.adds else None
        if current and current.verdict.state is verdict.state is State.LABELLED:
            verdict = replace(current.verdict, labels=current.verdict.labels + verdict.labels)
        return replace(verdict, labels=codebook.in_order(verdict.labels))

    def who(self, db: sqlite3.Connection, vote: Vote) -> Annotator:
        """Return the annotator of a vote; Refused when nobody is named."""
        if vote.annotator is not None:
            return annotators.by_name(db, vote.annotator)
        if self._annotator is None:
            raise Refused("It has labels but does not say whose; repeat the import and name the annotator.")
        return self._annotator

    def _version(self, content_hash: str) -> Codebook:
        if not content_hash or content_hash == self._current.hash:
            return self._current
        if content_hash not in self._versions:
            found = codebooks.version(self._project.connection, content_hash)
            self._versions[content_hash] = found or self._current
        return self._versions[content_hash]


def _label_id(codebook: Codebook, label: str) -> str:
    """Return the id of a label: itself, else that of the only one with this name. Refused when there is none."""
    named = [known.id for known in codebook.labels if known.name.casefold() == label.strip().casefold()]
    if codebook.label(label):
        return label
    if len(named) != 1:
        known = ", ".join(one.id for one in codebook.labels)
        raise Refused(
            f"It uses the label “{label}”, which the codebook does not have: add it there, or call it one of {known}."
        )
    return named[0]
