from __future__ import annotations

import pytest

from labeling.domain.articles import SentenceId, canonical_text, make_article


def test_line_ends_composition_and_outer_space_do_not_make_another_article() -> None:
    one = make_article("Caf\u00e9 closed.\nNobody said why.", "a.txt")
    other = make_article("\ufeff".strip("\ufeff") + "  Cafe\u0301 closed.\r\nNobody said why. \n", "b.txt")
    assert one.id == other.id
    assert one.text == "Caf\u00e9 closed.\nNobody said why."


def test_inner_space_makes_another_article() -> None:
    assert make_article("A b.", "a").id != make_article("A  b.", "a").id


def test_canonical_text_stays_as_it_is() -> None:
    text = canonical_text(" A\rb ")
    assert canonical_text(text) == text == "A\nb"


def test_a_sentence_id_reads_back() -> None:
    name = SentenceId("f" * 64, 211, 259)
    assert str(name) == "f" * 64 + ":211-259"
    assert SentenceId.parse(str(name)) == name


@pytest.mark.parametrize("text", ["", "211-259", "f:211", "f:a-b"])
def test_other_text_is_no_sentence_id(text: str) -> None:
    with pytest.raises(ValueError, match=r"id of a sentence|unpack|invalid literal"):
        SentenceId.parse(text)
