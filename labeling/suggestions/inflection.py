"""English forms of verbs and nouns, made from the base form: what a lexicon need not list."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag

_VOWELS = "aeiou"


class Form(IntFlag):
    """Which form of a verb a word can be; several, where forms look alike."""

    BASE = 1
    THIRD = 2
    PAST = 4
    PARTICIPLE = 8
    PRESENT_PARTICIPLE = 16


NO_FORM = Form(0)


def verb_forms(entry: str) -> dict[str, Form]:
    """Return the forms of a verb given as `base`, `base/past` or `base/past/participle`."""
    base, *irregular = entry.split("/")
    past = irregular[0] if irregular else _with_ed(base)
    participle = irregular[-1] if irregular else past
    forms: dict[str, Form] = {}
    for word, form in (
        (base, Form.BASE),
        (_with_s(base), Form.THIRD),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_with_ing(base, past), Form.PRESENT_PARTICIPLE),
    ):
        forms[word] = forms.get(word, NO_FORM) | form
    return forms


def noun_forms(entry: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms of a noun given as `singular` or `singular/plural`, and whether they are plural."""
    singular, _, plural = entry.partition("/")
    yield singular, False
    yield plural or _with_s(singular), True


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + "ed"


def _with_ing(base: str, past: str) -> str:
    if past == base + base[-1] + "ed":  # “admitted”, so “admitting”
        return base + base[-1] + "ing"
    if base.endswith("e") and not base.endswith(("ee", "ye")):
        return base[:-1] + "ing"
    return base + "ing"
