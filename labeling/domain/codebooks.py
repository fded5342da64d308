"""The codebook: the labels with what they mean. Versioned by the hash of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from labeling.domain.errors import Refused

TOGGLE_KEYS = tuple("123456789")
SET_KEYS = tuple("QWERTYIOP")
COLOURS = ("violet", "blue", "amber", "red", "teal", "pink", "green", "brown", "slate")
UNDERLINES = ("dashed", "solid", "wavy", "double", "dotted", "dash_dot", "thick", "zigzag", "long_dash")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and whether the label applies to it."""

    text: str
    applies: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a codebook. Its place in the codebook gives its keys; letter, colour and underline are its signs."""

    id: str
    name: str
    letter: str
    colour: str
    underline: str
    definition: str
    rules: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)  # no slots: `hash` is asked for with every judgment and kept
class Codebook:
    """Up to nine labels, in the order in which keys, letters and label lists show them."""

    title: str
    introduction: str
    labels: tuple[Label, ...]

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of the canonical JSON of what it says: spelling of the file doesn't matter, wording does."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def label(self, label_id: str) -> Label | None:
        return next((label for label in self.labels if label.id == label_id), None)

    def toggle_key(self, label: Label) -> str:
        return TOGGLE_KEYS[self.labels.index(label)]

    def set_key(self, label: Label) -> str:
        return SET_KEYS[self.labels.index(label)]

    def in_order(self, label_ids: Sequence[str] | frozenset[str] | set[str]) -> tuple[str, ...]:
        """Return label ids once each in codebook order; ids that this codebook does not have come last, by name."""
        known = [label.id for label in self.labels]
        return tuple(i for i in known if i in label_ids) + tuple(sorted(i for i in set(label_ids) if i not in known))

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, as in `codebook.toml`."""
        return asdict(self)

    def to_json(self) -> str:
        return json.dumps(self.to_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_codebook(content: Mapping[str, Any], where: str) -> Codebook:
    """Return the codebook that plain values describe. Refused, naming `where`, when they don't describe one."""
    try:
        labels = tuple(_read_label(entry, place) for place, entry in enumerate(content["labels"]))
        codebook = Codebook(str(content["title"]), str(content.get("introduction", "")), labels)
    except (KeyError, TypeError, AttributeError) as error:
        raise Refused(f"{where} is not a codebook: {error} is missing or has the wrong form.") from error
    problem = _problem(codebook)
    if problem:
        raise Refused(f"{where} is not a usable codebook: {problem}.")
    return codebook


def _read_label(entry: Mapping[str, Any], place: int) -> Label:
    examples = tuple(
        Example(str(e["text"]), bool(e.get("applies", True)), str(e.get("why", ""))) for e in entry.get("examples", ())
    )
    name = str(entry["name"])
    return Label(
        id=str(entry["id"]),
        name=name,
        letter=str(entry.get("letter", name[:1].upper())),
        colour=str(entry.get("colour", COLOURS[place % len(COLOURS)])),
        underline=str(entry.get("underline", UNDERLINES[place % len(UNDERLINES)])),
        definition=str(entry["definition"]),
        rules=tuple(str(rule) for rule in entry.get("rules", ())),
        examples=examples,
    )


def _problem(codebook: Codebook) -> str:
    labels = codebook.labels
    if not 1 <= len(labels) <= len(TOGGLE_KEYS):
        return f"it has {len(labels)} labels, and a codebook has one to {len(TOGGLE_KEYS)}"
    for what in ("id", "letter", "colour", "underline"):
        values = [getattr(label, what) for label in labels]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            return f"two labels have the {what} “{twice}”"
    for label in labels:
        if not label.id.isidentifier() or label.id != label.id.lower():
            return f"the label id “{label.id}” is not lower-case letters, digits and underscores"
        if len(label.letter) != 1:
            return f"the label “{label.name}” needs one letter as its sign"
        if label.colour not in COLOURS:
            return f"the colour “{label.colour}” is not one of {', '.join(COLOURS)}"
        if label.underline not in UNDERLINES:
            return f"the underline “{label.underline}” is not one of {', '.join(UNDERLINES)}"
    return ""
