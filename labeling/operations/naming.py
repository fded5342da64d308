"""What annotators are called where others read of them: by their names, or by numbers that tell nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from labeling.export.pseudonyms import pseudonyms
from labeling.store import annotators, facts, judgments, opinions

# By the key of each person in the file; no two are called the same.
Naming = Callable[[sqlite3.Connection], Mapping[int, str]]


def names(db: sqlite3.Connection) -> Mapping[int, str]:
    """Return people’s names; those of the same name have a number."""
    return opinions.annotator_names(db)


def numbers(db: sqlite3.Connection) -> Mapping[int, str]:
    """Return “Annotator 1” and so on.

    They are in the order of the pseudonyms that an export gives; who has judged comes first.
    """
    people = {annotators.key_of(db, person.id): person.id for person in annotators.everyone(db)}
    judged = judgments.count_current(db, people.values())
    called = pseudonyms(dict.fromkeys(people.values(), ""), facts.get(db, "id"))
    order = sorted(people, key=lambda key: (not judged[people[key]], called[people[key]]))
    return {key: f"Annotator {place}" for place, key in enumerate(order, 1)}
