from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labeling.importing.pdf_layout import Line, paragraphs

SIZE, PITCH, LETTER = 10.0, 12.0, 4.5
WIDTH = 60  # letters on a full line


def page(*texts: str, left: float = 70.0, top: float = 700.0) -> list[Line]:
    """Lines under each other: an empty one is a gap, leading spaces are an indent, `~` is a hyphen that was cut off."""
    lines = []
    for number, text in enumerate(texts):
        start = left + (len(text) - len(text.lstrip())) * LETTER
        words = text.strip()
        if words:
            end = start + len(words) * LETTER
            lines.append(Line(words.rstrip("~"), start, end, top - number * PITCH, SIZE, words.endswith("~")))
    return lines


def full(words: str) -> str:
    """A line of the full width that begins with some words."""
    return (words + " " + "and so on " * 10)[: WIDTH - 1].strip() + "x"


def test_a_gap_begins_a_paragraph() -> None:
    assert len(paragraphs([page(full("One"), full("two"), "", full("Three"), full("four"), full("five"))])) == 2


def test_an_indented_line_begins_a_paragraph() -> None:
    found = paragraphs([page("    One " + full("")[:50], full("two"), full("three"), "    Four", full("five"))])
    assert [text[:4].strip() for text in found] == ["One", "Four"]


def test_an_indented_block_is_a_paragraph_of_its_own() -> None:
    lines = page(full("One"), "    said " + full("")[:40], "    more " + full("")[:40], full("Four"), full("five"))
    assert [text.split()[0] for text in paragraphs([lines])] == ["One", "said", "Four"]


def test_an_item_of_a_list_keeps_the_lines_that_stand_further_in() -> None:
    lines = page(full("• One"), "  two", "• Three.", full("a) Four") + ".", "  five.", full("Six"), full("seven"))
    assert [text.split()[:2] for text in paragraphs([lines])] == [
        ["•", "One"],
        ["•", "Three."],
        ["a)", "Four"],
        ["Six", "and"],
    ]


def test_a_sentence_that_ends_early_ends_its_paragraph() -> None:
    assert len(paragraphs([page(full("One"), "It ended.", full("Three"), full("four"))])) == 2


def test_a_line_that_is_short_because_a_long_word_follows_ends_nothing() -> None:
    lines = page(
        full("One"), ("It was so and " + "went on " * 6)[:45] + ".", "Incomprehensibilities follow here", full("x")
    )
    assert len(paragraphs([lines])) == 1


def test_another_size_begins_a_paragraph() -> None:
    lines = [*page(full("One"), full("two")), Line("Heading", 70.0, 120.0, 676.0, 16.0)]
    assert paragraphs([lines])[-1] == "Heading"


def test_a_sentence_goes_on_over_columns_and_pages() -> None:
    left = page(full("One"), full("two"))
    right = page(full("three"), "four.", left=400.0)
    assert len(paragraphs([[*left, *right], page(full("Five"), full("six"))])) == 2


def test_hyphens_at_line_ends_go_unless_the_word_has_them() -> None:
    lines = page(
        "The long-term plan was an a~",
        "greement for the long~",
        "term use by Anglo~",
        "Saxons in the 1990~",
        "s of the so-",
        "called end-~",
    )
    assert paragraphs([lines]) == [
        "The long-term plan was an agreement for the long-term use by Anglo-Saxons in the 1990s of the so-called end--"
    ]


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    words = ("one", "two", "three", "four")
    pages = [
        [
            Line(f"The Quay Gazette {number}", 70.0, 200.0, 800.0, 8.0),
            *page(full(f"Page {words[number]}"), full("more")),
            Line(f"– {number + 1} –", 300.0, 310.0, 20.0, 8.0),
        ]
        for number in range(4)
    ]
    text = " ".join(paragraphs(pages))
    assert "Gazette" not in text
    assert "–" not in text
    assert all(f"Page {word}" in text for word in words)


def test_a_first_line_on_one_page_only_stays() -> None:
    assert (
        paragraphs([page("Harbour deal denied", "", full("One"), full("two"), full("three"))])[0]
        == "Harbour deal denied"
    )


def test_no_lines_make_no_paragraphs() -> None:
    assert paragraphs([[], []]) == []


NUMBERS = st.floats(-1e4, 1e4)
LINES = st.builds(
    Line,
    st.text(st.characters(categories=["L", "N", "P"]), min_size=1),
    NUMBERS,
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.booleans(),
)


@given(st.lists(st.lists(LINES, max_size=6), max_size=3))
def test_any_layout_gives_paragraphs_with_text(pages: list[list[Line]]) -> None:
    assert all(paragraphs(pages))
