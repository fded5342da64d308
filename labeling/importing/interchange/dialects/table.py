"""Which objects are whose. To add a tool: a module beside this one, and a line in the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from labeling.importing.interchange.dialects import argilla, doccano, label_studio, prodigy
from labeling.importing.interchange.dialects.translations import Translation
from labeling.importing.interchange.fields import is_sentence_id


class Dialect(NamedTuple):
    """How one kind of object is recognized and read.

    `knows` must hold for no object that another dialect knows; lines of the interchange are never asked about.
    `translate` raises Malformed where the object does not hold what it should.
    """

    knows: Callable[[Mapping[str, Any]], bool]
    translate: Callable[[Mapping[str, Any]], Translation]


DIALECTS = (
    Dialect(label_studio.knows, label_studio.translate),
    Dialect(label_studio.knows_row, label_studio.translate_row),
    Dialect(argilla.knows, argilla.translate),
    Dialect(doccano.knows, doccano.translate),
    Dialect(prodigy.knows, prodigy.translate),
)


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return what an object says in the words of the interchange; what no dialect knows is taken as it is.

    Raises Malformed where an object of another tool does not hold what it should.
    """
    dialect = _dialect(fields)
    return dialect.translate(fields) if dialect else Translation(fields)


def is_readable(fields: Mapping[str, Any]) -> bool:
    """Whether an object is a line of the interchange, or of a dialect."""
    return isinstance(fields.get("text"), str) or is_sentence_id(fields.get("id")) or _dialect(fields) is not None


def _dialect(fields: Mapping[str, Any]) -> Dialect | None:
    if _is_own(fields):
        return None
    return next((dialect for dialect in DIALECTS if dialect.knows(fields)), None)


def _is_own(fields: Mapping[str, Any]) -> bool:
    """Whether it is a sentence that says something in Hedgerow’s own words, whatever other tools added to it."""
    if label_studio.knows_row(fields) or not (isinstance(fields.get("text"), str) or is_sentence_id(fields.get("id"))):
        return False
    says = any(key in fields for key in ("annotations", "adjudication", "state"))
    return says or (isinstance(fields.get("labels"), list) and not doccano.says_whether_approved(fields))
