"""Which lines of a plain text make a paragraph."""

from __future__ import annotations

import textwrap

import pytest

from labeling.segmentation import segment

PARAGRAPHS = (
    "The dam above the town held through the night, but the road along the river was gone by the morning.",
    "“We were lucky,” the mayor said. “It might have been worse, and next time it will be.”",
    "Nobody slept.",
    "On the other bank, where the water had come up to the second step of the chapel, they counted sheep.",
)


def paragraphs(text: str) -> list[str]:
    """Return the text of each paragraph, from the start of its first sentence to the end of its last."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in segment(text):
        start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
        spans[sentence.paragraph] = (start, sentence.end)
    assert list(spans) == list(range(len(spans)))
    return [text[start:end] for start, end in spans.values()]


@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\n\n\n\n", "\n", "\u2028", "\u2029", "\x0b", "\x0c\n"])
def test_long_lines_are_paragraphs(between: str) -> None:
    assert paragraphs(between.join(PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [40, 60, 72])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_hard_wrapped_lines_are_joined(width: int, between: str) -> None:
    wrapped = [textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS]
    assert paragraphs(between.join(wrapped)) == wrapped


def test_an_indented_line_begins_a_paragraph_of_a_wrapped_text() -> None:
    wrapped = [textwrap.fill(paragraph, 40) for paragraph in PARAGRAPHS]
    assert paragraphs("\n    ".join(wrapped)) == wrapped


def test_a_bullet_begins_a_paragraph_of_a_wrapped_text() -> None:
    items = ["- Stay in the house and\nlisten to the radio.", "- Fill the bath and then\nturn the water off."]
    assert paragraphs("\n".join(items)) == items


def test_one_wrapped_note_does_not_join_the_long_lines_around_it() -> None:
    note = textwrap.fill("This report was corrected on Monday because the name of the river was not right.", 40)
    text = "\n\n".join(["\n".join(PARAGRAPHS), note])
    assert paragraphs(text) == [*PARAGRAPHS, note]


def test_a_byline_under_a_title_is_no_wrapped_line() -> None:
    assert paragraphs("The dam above the town\nby Fenna Loosely\n\nIt held.") == [
        "The dam above the town",
        "by Fenna Loosely",
        "It held.",
    ]
