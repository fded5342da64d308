from __future__ import annotations

from typing import Any

import pytest

from labeling.domain.codebooks import read_codebook
from labeling.domain.errors import Refused
from tests.factories import small_codebook


def _content(**changes: Any) -> dict[str, Any]:
    label = {"id": "hedge", "name": "Hedge", "definition": "Uncertain."} | changes
    return {"title": "One", "labels": [label]}


def test_the_hash_follows_the_wording_only() -> None:
    one, other = read_codebook(_content(), "x"), read_codebook(dict(reversed(_content().items())), "y")
    assert one.hash == other.hash
    assert read_codebook(_content(definition="Unsure."), "x").hash != one.hash


def test_what_is_not_said_has_a_default_by_place() -> None:
    label = read_codebook(_content(), "x").labels[0]
    assert (label.letter, label.colour, label.underline) == ("H", "violet", "dashed")


def test_labels_come_in_codebook_order_and_unknown_ones_last() -> None:
    assert small_codebook().in_order({"denial", "rumour", "hedge"}) == ("hedge", "denial", "rumour")


def test_nine_labels_have_eighteen_keys_that_nothing_else_uses() -> None:
    codebook = small_codebook(*"abcdefghi")
    keys = [codebook.toggle_key(label) for label in codebook.labels] + [
        codebook.set_key(label) for label in codebook.labels
    ]
    assert len(set(keys)) == 18
    assert not set(keys) & set("0XUCJK")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"title": "None", "labels": []}, "0 labels"),
        ({"labels": []}, "title"),
        (_content(id="Hedge!"), "lower-case"),
        (_content(letter="HE"), "one letter"),
        (_content(colour="mauve"), "mauve"),
        (_content(underline="none"), "none"),
        ({"title": "Twice", "labels": _content()["labels"] * 2}, "two labels"),
        ({"title": "Ten", "labels": _content()["labels"] * 10}, "10 labels"),
        ({"title": "Odd", "labels": ["hedge"]}, "wrong form"),
    ],
)
def test_what_is_no_codebook_is_refused_with_the_reason(content: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Refused, match=complaint):
        read_codebook(content, "“odd.toml”")
