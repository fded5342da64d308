"""Everyone who has worked in a project, with what they did, and which names are one person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from labeling.domain.judgments import Annotator
from labeling.store import annotators, assignments, judgments
from labeling.store.connection import Project


@dataclass(frozen=True, slots=True)
class Person:
    """A person, the other names that they have worked under, sentences judged, and articles assigned."""

    annotator: Annotator
    also: tuple[str, ...]
    judged: int
    articles: int


@dataclass(frozen=True, slots=True)
class People:
    """All people by name, and the pairs of annotators that were said to be one, the latest last."""

    people: tuple[Person, ...]
    unions: tuple[tuple[Annotator, Annotator], ...]


def list_people(project: Project) -> People:
    """Return who has worked, or is to work, in a project."""
    with project.read() as db:
        everyone, unions = annotators.everyone(db), annotators.united(db)
        called = {who.id: who.name for pair in unions for who in pair}
        judged = judgments.count_current(db, [person.id for person in everyone])
        given = Counter(person for people in assignments.current(db).values() for person in people)
        return People(
            tuple(
                Person(
                    person,
                    tuple(called[one] for one in annotators.all_of(db, person.id) if one != person.id),
                    judged[person.id],
                    given[person.id],
                )
                for person in everyone
            ),
            tuple(unions),
        )
