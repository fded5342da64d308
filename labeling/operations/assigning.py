"""Sharing out the articles among annotators."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from labeling.domain.allotment import Loads, Pair, Piece, allot
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.store import annotators, articles, assignments
from labeling.store.connection import Project


@dataclass(frozen=True, slots=True)
class Assigned:
    """What one annotator has to do: articles, their sentences, how many of those are judged, articles not begun."""

    annotator: Annotator
    articles: int
    sentences: int
    judged: int
    not_begun: int


@dataclass(frozen=True, slots=True)
class Assignments:
    """Who has what to do, by name; articles that two annotators share, by their names; articles that nobody has."""

    people: tuple[Assigned, ...]
    shared: Mapping[Pair, int]
    unassigned: int


def assign(project: Project, names: Sequence[str], overlap: float = 0.2, seed: int = 0) -> ChangeSet:
    """Give the articles that nobody has yet to annotators, the share `overlap` of them to two each.

    Articles are spread evenly by their source. What was assigned before stays as it is, and counts as work that people
    have. Raises Refused without names, or when the share is not between 0 and 1.
    """
    wanted = _wanted(names, overlap)
    with project.write() as db:
        people = [annotators.by_name(db, name) for name in wanted]
        for person in people:
            annotators.add(db, person)
        given = assignments.current(db)
        allotted = _allotted(db, given, people, overlap, seed)
        for article, who in allotted.items():
            for annotator_id in who:
                assignments.put(db, article, annotator_id, assigned=True)
    return ChangeSet(Act.ASSIGNED, annotators=bool(allotted), everything=bool(allotted))


def plan(project: Project, names: Sequence[str], overlap: float = 0.2, seed: int = 0) -> Assignments:
    """Return who would have what after `assign` with the same values; nothing is written. Raises Refused as it does."""
    wanted = _wanted(names, overlap)
    with project.read() as db:
        people = [annotators.by_name(db, name) for name in wanted]
        given = assignments.current(db)
        new = {article: set(who) for article, who in _allotted(db, given, people, overlap, seed).items()}
        return _described(db, given | new, {person.id: person.name for person in people} | annotators.names(db))


def _wanted(names: Sequence[str], overlap: float) -> list[str]:
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not wanted:
        raise Refused("Name at least one annotator to give articles to.")
    if not 0 <= overlap <= 1:
        raise Refused(f"The share of articles that two annotators get is between 0 and 1, not {overlap}.")
    if overlap and len(wanted) == 1:
        raise Refused("One annotator shares articles with nobody; name a second one, or set the overlap to 0.")
    return wanted


def _allotted(
    db: sqlite3.Connection, given: Mapping[str, set[str]], people: Sequence[Annotator], overlap: float, seed: int
) -> Mapping[str, tuple[str, ...]]:
    """Return who gets each article that nobody has."""
    pieces = [piece for piece in _pieces(db) if piece.article not in given]
    return allot(pieces, [person.id for person in people], overlap, seed, _loads(db, given))


def withdraw(project: Project, annotator: Annotator) -> ChangeSet:
    """Take back from an annotator the articles in which they have judged nothing, so that others can be given them."""
    with project.write() as db:
        begun = {row.id for row in articles.rows(db, annotator.id, articles.ids(db)) if row.judged}
        mine = [article for article, who in assignments.current(db).items() if annotator.id in who]
        for article in sorted(set(mine) - begun):
            for one in annotators.all_of(db, annotator.id):
                assignments.put(db, article, one, assigned=False)
    return ChangeSet(Act.ASSIGNED, annotators=True, everything=True)


def assigned(project: Project) -> Assignments:
    """Return who has what to do."""
    with project.read() as db:
        return _described(db, assignments.current(db), annotators.names(db))


def _described(db: sqlite3.Connection, given: Mapping[str, set[str]], names: Mapping[str, str]) -> Assignments:
    sizes = {piece.article: piece.sentences for piece in _pieces(db)}
    people = sorted({who for several in given.values() for who in several}, key=lambda who: (names[who], who))
    return Assignments(
        tuple(_assigned(db, Annotator(who, names[who]), given, sizes) for who in people),
        _shared(given.values(), names),
        len(sizes) - len(given),
    )


def _assigned(
    db: sqlite3.Connection, person: Annotator, given: Mapping[str, set[str]], sizes: Mapping[str, int]
) -> Assigned:
    mine = [article for article, who in given.items() if person.id in who]
    judged = [row.judged for row in articles.rows(db, person.id, mine)]
    return Assigned(person, len(mine), sum(sizes[article] for article in mine), sum(judged), judged.count(0))


def _shared(given: Iterable[set[str]], names: Mapping[str, str]) -> dict[Pair, int]:
    shared: dict[Pair, int] = {}
    for people in given:
        for one, other in combinations(sorted(names[who] for who in people), 2):
            shared[one, other] = shared.get((one, other), 0) + 1
    return dict(sorted(shared.items()))


def _pieces(db: sqlite3.Connection) -> list[Piece]:
    rows = articles.rows(db, "", articles.ids(db))
    return [Piece(row.id, row.sentences, row.metadata.get("source", "")) for row in rows]


def _loads(db: sqlite3.Connection, given: Mapping[str, set[str]]) -> Loads:
    loads = Loads()
    for piece in _pieces(db):
        loads.give(piece.sentences, given.get(piece.article, ()))
    return loads
