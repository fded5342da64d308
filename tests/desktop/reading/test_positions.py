"""Code points of the text and positions in the document are converted without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.positions import Positions, by_unit, shown, utf16_length


def positions_of(text: str) -> Positions:
    return Positions(shown(text, 0, len(text), 0)[1])


@pytest.mark.parametrize(
    ("text", "as_shown"),
    [
        ("The mill closed.", "The mill closed."),
        ("hard\nwrapped", "hard wrapped"),
        ("hard  \n   wrapped\twords", "hard wrapped words"),
        ("ten\N{NO-BREAK SPACE}barges", "ten\N{NO-BREAK SPACE}barges"),
        ("line\N{LINE SEPARATOR}end", "line end"),
        ("an \N{FISH} swam", "an \N{FISH} swam"),
        ("no\0thing", "no\N{REPLACEMENT CHARACTER}thing"),
        ("an \N{OBJECT REPLACEMENT CHARACTER}", "an \N{REPLACEMENT CHARACTER}"),
    ],
)
def test_white_space_and_what_qt_would_misread_are_shown_plainly(text: str, as_shown: str) -> None:
    assert shown(text, 0, len(text), 0)[0] == as_shown


def test_a_character_beyond_the_first_plane_counts_two_positions() -> None:
    positions = positions_of("a\N{FISH}bc")
    assert [positions.to_document(point) for point in range(5)] == [0, 1, 3, 4, 5]
    assert [positions.to_text(position) for position in (0, 1, 3, 4, 5)] == [0, 1, 2, 3, 4]


def test_collapsed_white_space_counts_one_position() -> None:
    positions = positions_of("a \n  b")
    assert positions.to_document(1) == 1
    assert positions.to_document(5) == 2
    assert positions.to_text(2) == 5


def test_what_lies_between_two_pieces_belongs_to_the_later_one() -> None:
    positions = Positions([(0, 10), (4, 14), (7, 15), (9, 17)])  # “abcd”, white space, “ef”
    assert positions.to_text(3) == 0
    assert positions.to_text(15) == 7
    assert positions.to_document(5) == 15
    assert positions.to_text(99) == 9
    assert positions.to_document(99) == 17


@given(st.text(alphabet="ab \n\t\N{NO-BREAK SPACE}\N{FISH}é“"))
def test_shown_characters_come_back_from_the_document(text: str) -> None:
    words, anchors = shown(text, 0, len(text), 0)
    positions = Positions(anchors)
    assert anchors[-1] == (len(text), utf16_length(words))
    for point in range(len(text) + 1):
        position = positions.to_document(point)
        assert 0 <= position <= utf16_length(words)
        if point == len(text) or not text[max(point - 1, 0) : point + 1].isspace():
            assert positions.to_text(position) >= point
    for point, character in enumerate(text):
        if not character.isspace():
            assert by_unit(words)[positions.to_document(point)] in (character, "\N{REPLACEMENT CHARACTER}")
            assert positions.to_text(positions.to_document(point)) == point
