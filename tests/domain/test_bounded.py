from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.articles import Kind, Sentence
from labeling.domain.boundaries import bounded

TEXT = "A heading here\n\nOne two three. Four five. Six.\n\nSeven eight."
FIRST = (
    Sentence(0, 14, Kind.HEADING, 0),
    Sentence(16, 30, Kind.BODY, 1),
    Sentence(31, 41, Kind.FURNITURE, 1),
    Sentence(42, 46, Kind.BODY, 1),
    Sentence(48, 60, Kind.BODY, 2),
)
STARTS = [sentence.start for sentence in FIRST]
WORDS = [place for place in range(1, len(TEXT)) if TEXT[place - 1].isspace() and not TEXT[place].isspace()]


@given(st.sets(st.sampled_from(WORDS)))
def test_sentences_tile_the_text_wherever_they_begin(starts: set[int]) -> None:
    place = 0
    for sentence in bounded(FIRST, starts, TEXT):
        assert not TEXT[place : sentence.start].strip()
        assert TEXT[sentence.start : sentence.end].strip() == TEXT[sentence.start : sentence.end] != ""
        place = sentence.end
    assert not TEXT[place:].strip()


def test_nothing_moves_without_an_edit() -> None:
    assert bounded(FIRST, STARTS, TEXT) == FIRST


def test_a_joined_sentence_is_what_its_beginning_was_and_parting_it_brings_both_back() -> None:
    joined = bounded(FIRST, {*STARTS} - {31}, TEXT)
    assert joined[1] == Sentence(16, 41, Kind.BODY, 1)
    assert bounded(FIRST, {*STARTS} - {31} | {31}, TEXT) == FIRST


def test_a_split_leaves_the_white_space_between() -> None:
    assert bounded(FIRST, {*STARTS, 20}, TEXT)[1:3] == (Sentence(16, 19, Kind.BODY, 1), Sentence(20, 30, Kind.BODY, 1))


def test_the_first_sentence_always_begins_where_the_text_does() -> None:
    assert bounded(FIRST, {16}, TEXT)[0].start == 0
