"""What the model sees of a sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.articles import make_article
from labeling.segmentation import segment
from labeling.suggestions.learned.features import RULED, describe
from labeling.suggestions.learned.terms import parts, tokens, words
from labeling.suggestions.learned.vocabulary import BLOCKS
from labeling.suggestions.rules import standard_rules
from tests.factories import article_of

STORY = article_of(
    ["“The bridge may close,” said Ana Ruiz.", "She gave no date."], ["Officials denied it in 2019.", "“It’s false.”"]
)


def names(number: int) -> frozenset[str]:
    article, sentences = STORY
    return describe(standard_rules(), article.text, sentences)[number].names


def test_words_are_compared_without_case_kind_of_marks_or_digits() -> None:
    one, other = (tokens(text, 0, len(text)) for text in ("“Don’t” 2019", '"DON\'T" 1066'))
    assert [token.term for token in one] == ['"', "don't", '"', "0"]
    assert words(one).keys() == words(other).keys()
    assert parts(one) == parts(other)


def test_words_pairs_and_edges_have_their_places() -> None:
    found = words(tokens("x She gave no date", 2, 18))
    assert found["w=she"] == found["w=^ she"] == (2, 5)
    assert found["w=gave no"] == (6, 13)
    assert found["w=date $"] == (14, 18)
    assert "w=x" not in found


def test_parts_are_runs_within_words() -> None:
    assert parts(tokens("ab cat", 0, 6)) == {"c=^ca", "c=cat", "c=at$", "c=^cat", "c=cat$", "c=^cat$"}


def test_signs_tell_of_place_quotations_rules_and_neighbours() -> None:
    assert {"s=place:first", "s=kind:body", "s=quote:has", "s=rule:hedge", "s=rule:on_record"} <= names(0)
    assert "s=place:goes-on" in names(1)
    assert {"s=place:goes-on", "s=rule:hedge"}.isdisjoint(names(2))
    assert {"p=before:rule:hedge", "p=after:rule:denial"} <= names(1)
    assert {"s=place:last", "s=quote:is"} <= names(3)
    assert any(name.startswith("s=sources:") for name in names(0))


def test_rules_speak_of_the_standard_labels() -> None:
    assert RULED == ("anonymous_source", "on_record", "hedge", "denial")


@settings(deadline=None)
@given(st.text(max_size=300))
def test_names_can_be_saved_whatever_the_text(text: str) -> None:
    article = make_article(f"x{text}", "any")
    sentences = segment(article.text)
    for of_sentence in describe(standard_rules(), article.text, sentences):
        for name in of_sentence.names:
            assert "\n" not in name
            assert name[:2] in {block.prefix for block in BLOCKS}
            assert name.encode("utf-8").decode("utf-8") == name
            assert len(name) <= 200
        assert all(0 <= span.start < span.end <= len(article.text) for span in of_sentence.words.values())
