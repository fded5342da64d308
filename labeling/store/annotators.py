"""People who judge: what they are called, and which of them are one person.

Names and unions are logs, of which the latest row counts; so those of two files can be united in any order.
"""

from __future__ import annotations

import sqlite3

from labeling.domain.ids import named_id, uuid7
from labeling.domain.judgments import Annotator
from labeling.store import facts

_NO_LIMIT = 1 << 62


def add(db: sqlite3.Connection, annotator: Annotator) -> int:
    """Make sure that the annotator is known under this name; return the file's own key of them."""
    row = db.execute("SELECT key, name FROM annotators WHERE id = ?", (annotator.id,)).fetchone()
    if row is None:
        key = insert(db, annotator)
    elif row[1] == annotator.name:
        return int(row[0])
    else:
        key = int(row[0])
    (latest,) = db.execute("SELECT coalesce(max(id), '') FROM namings WHERE annotator = ?", (key,)).fetchone()
    db.execute(
        f"INSERT INTO namings (id, annotator, name, arrived) VALUES (?, ?, ?, {facts.EPOCH})",
        (uuid7(after=latest), key, annotator.name),
    )
    db.execute("UPDATE annotators SET name = ? WHERE key = ?", (annotator.name, key))
    return key


def insert(db: sqlite3.Connection, annotator: Annotator) -> int:
    """Add someone whom the file doesn't know, without logging the name; return the file's own key of them."""
    added = db.execute(
        f"INSERT INTO annotators (id, name, arrived) VALUES (?, ?, {facts.EPOCH})", (annotator.id, annotator.name)
    )
    key = int(added.lastrowid or 0)
    db.execute("UPDATE annotators SET person = key WHERE key = ?", (key,))
    return key


def by_name(db: sqlite3.Connection, name: str) -> Annotator:
    """Return the first in this file who has this name, else someone whose id is made from the name."""
    row = db.execute("SELECT id, name FROM annotators WHERE name = ? ORDER BY key LIMIT 1", (name,)).fetchone()
    return Annotator(*row) if row else Annotator(named_id(name), name)


def everyone(db: sqlite3.Connection) -> list[Annotator]:
    """Return all people by name; annotators that were united with another are not among them."""
    rows = db.execute("SELECT id, name FROM annotators WHERE person = key ORDER BY name, id")
    return [Annotator(*row) for row in rows]


def names(db: sqlite3.Connection) -> dict[str, str]:
    """Return what each annotator is called, by id; one who was united with another has that one's name."""
    return dict(db.execute("SELECT p.id, who.name FROM annotators p JOIN annotators who ON who.key = p.person"))


def person_ids(db: sqlite3.Connection) -> dict[int, str]:
    """Return the id of the person that each annotator is, by the file's own key of the annotator."""
    return dict(db.execute("SELECT p.key, who.id FROM annotators p JOIN annotators who ON who.key = p.person"))


def key_of(db: sqlite3.Connection, annotator_id: str) -> int:
    """Return the file's own key of an annotator; KeyError when they are not in it."""
    row = db.execute("SELECT key FROM annotators WHERE id = ?", (annotator_id,)).fetchone()
    if row is None:
        raise KeyError(annotator_id)
    return int(row[0])


def person_of(db: sqlite3.Connection, annotator_id: str) -> int:
    """Return the file's own key of the person that an annotator is; KeyError when they are not in it."""
    row = db.execute("SELECT person FROM annotators WHERE id = ?", (annotator_id,)).fetchone()
    if row is None:
        raise KeyError(annotator_id)
    return int(row[0])


def all_of(db: sqlite3.Connection, annotator_id: str) -> list[str]:
    """Return the ids of all annotators who are one person with this one, themself among them."""
    rows = db.execute(
        "SELECT id FROM annotators WHERE person = (SELECT person FROM annotators WHERE id = ?) ORDER BY key",
        (annotator_id,),
    )
    return [identifier for (identifier,) in rows]


def log_union(db: sqlite3.Connection, annotator_id: str, other_id: str, *, united: bool) -> None:
    """Say that the annotator is the same person as the other, who gives the name, or no longer is."""
    (latest,) = db.execute("SELECT coalesce(max(id), '') FROM unions").fetchone()
    db.execute(
        f"INSERT INTO unions (id, annotator, other, united, arrived) VALUES (?, ?, ?, ?, {facts.EPOCH})",
        (uuid7(after=latest), key_of(db, annotator_id), key_of(db, other_id), united),
    )
    unite(db)


def unite(db: sqlite3.Connection) -> bool:
    """Make names and persons anew from their logs; return whether it changed who is one person."""
    db.execute(
        "UPDATE annotators SET name = coalesce((SELECT n.name FROM namings n WHERE n.annotator = annotators.key "
        "ORDER BY n.id DESC LIMIT 1), name)"
    )
    before = dict(db.execute("SELECT key, person FROM annotators"))
    now = before | {key: key for key in before} | persons(db)
    changed = [(person, key) for key, person in now.items() if before[key] != person]
    db.executemany("UPDATE annotators SET person = ? WHERE key = ?", changed)
    return bool(changed)


def persons(db: sqlite3.Connection, epoch: int = _NO_LIMIT) -> dict[int, int]:
    """Return, by the file’s own keys, the person of each annotator who was united with another by the end of an epoch.

    Of several who are one, directly or by way of others, the person is the one that the latest union names.
    """
    group_of: dict[int, set[int]] = {}
    named: dict[int, int] = {}
    for annotator, other in _pairs(db, epoch):
        group = group_of.get(annotator, {annotator}) | group_of.get(other, {other})
        group_of |= dict.fromkeys(group, group)
        named |= dict.fromkeys(group, other)
    return {key: person for key, person in named.items() if key != person}


def united(db: sqlite3.Connection) -> list[tuple[Annotator, Annotator]]:
    """Return the pairs that were said to be one person, each with who gives the name last, by time."""
    people = {row[0]: Annotator(*row[1:]) for row in db.execute("SELECT key, id, name FROM annotators")}
    return [(people[annotator], people[other]) for annotator, other in _pairs(db, _NO_LIMIT)]


def _pairs(db: sqlite3.Connection, epoch: int) -> list[tuple[int, int]]:
    """Return the pairs that are united, each as its latest row has it, by the time of that."""
    rows = db.execute("SELECT annotator, other, united FROM unions WHERE arrived <= ? ORDER BY id", (epoch,))
    latest: dict[frozenset[int], tuple[int, int]] = {}
    for annotator, other, is_united in rows:
        pair = frozenset((annotator, other))
        latest.pop(pair, None)
        if is_united:
            latest[pair] = annotator, other
    return list(latest.values())
