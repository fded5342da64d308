"""Which paragraphs are headings and which furniture."""

from __future__ import annotations

import pytest

from labeling.domain.articles import Kind
from labeling.segmentation import segment

BODY = "The dam above the town held through the night, the mayor said on Monday."
FURNITURE = """
By Fenna Loosely
By FENNA LOOSELY and Joe Hale, Political Editor
by Fenna Loosely | The Orme Gazette
EXCLUSIVE by Fenna Loosely
From our court correspondent
By the consumer desk
Source link
Read more: How the dam was built
READ MORE: How the dam was built
Related: The night of the flood
Related topics: Floods, Orme
See also: The night of the flood
Share this story
Advertisement
Sign up for our morning letter
Follow us on Twitter.
Follow Fenna Loosely on Twitter @fennaloosely.
© 2024 The Orme Gazette
Copyright 2024 The Orme Gazette. All rights reserved.
Image caption: The dam on Monday
The dam on Monday. Photograph: Joe Hale/Orme Pictures
The dam on Monday. Image: Joe Hale.
The dam on Monday (AP Photo/Joe Hale)
The dam on Monday. REUTERS/Joe Hale
Getty Images
FILE - The dam on Monday, in a picture taken from the chapel
20:05
8.14am
10:45 GMT
2:25 p.m.
Friday, June 14, 2019
14 June 2019, 10:45
Published 7 hours ago
Updated: 10:45
4 min read
(Reporting by Fenna Loosely; editing by J. Hale)
Joe Hale contributed to this report.
(Updates throughout; adds mayor)
($1 = 6.41 crowns)
Story continues below
12 comments
Letters, page 12
Helpline: 0555 014 270
Got a story? Ring the Gazette newsdesk
https://example.org/dam
* * *
""".strip().split("\n")
TOP_FURNITURE = """
Fenna Loosely, planning correspondent
Fenna Loosely explains
Politics live, with Fenna Loosely
ORME, Sarrow (OPA)
ORME, Nov 12
ORME, Sarrow —
""".strip().split("\n")
HEADINGS = """
Two accounts
‘I won’t talk about the dam’
“No talks, no calls”: Hale
MARKETS SLIP
8.14am: A light at five
What the watchman saw and why the officials of the water board did not believe him
1. The money
By the numbers
What happened at No. 4
""".strip().split("\n")
BODIES = """
“Enough.”
“It is over”, she said.
Nobody slept.
He said:
He listed them,
She paused …
By Tuesday, the river had reached the chapel.
By Fenna Loosely’s account, nobody slept.
• the road along the river
and the road along the river
Why?
Stop!
“Who paid?”
“We were lucky, and the road is
The picture showed it all: the dam was gone.
Follow the river to the chapel.
Call us old-fashioned, but it works.
The dam held. Nobody slept
""".strip().split("\n")


def kinds(*paragraphs: str) -> list[Kind]:
    """Return the kind of each paragraph, which all its sentences share."""
    found: dict[int, Kind] = {}
    for sentence in segment("\n\n".join(paragraphs)):
        assert found.setdefault(sentence.paragraph, sentence.kind) is sentence.kind
    return list(found.values())


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_found_between_paragraphs(line: str) -> None:
    assert kinds("Dam holds", BODY, BODY, BODY, BODY, line, BODY)[5] is Kind.FURNITURE


@pytest.mark.parametrize("line", TOP_FURNITURE)
def test_bylines_and_datelines_are_found_under_the_title(line: str) -> None:
    assert kinds("Dam holds", line, BODY) == [Kind.HEADING, Kind.FURNITURE, Kind.BODY]


@pytest.mark.parametrize("line", HEADINGS)
def test_a_line_over_body_text_is_a_heading(line: str) -> None:
    assert kinds("Dam holds", BODY, line, BODY) == [Kind.HEADING, Kind.BODY, Kind.HEADING, Kind.BODY]


@pytest.mark.parametrize("line", BODIES)
def test_in_doubt_it_is_body(line: str) -> None:
    assert kinds("Dam holds", BODY, line, BODY) == [Kind.HEADING, Kind.BODY, Kind.BODY, Kind.BODY]


@pytest.mark.parametrize(
    "title",
    [
        "Dam holds",
        "Who broke the dam?",
        "Dam holds. And now?",
        "“We Were Lucky”",
        "Night of the Great Flood.",
        "20 stay",
    ],
)
def test_the_first_line_is_the_title_and_one_sentence(title: str) -> None:
    text = f"{title}\n\n{BODY}"
    first = segment(text)[0]
    assert (first.kind, text[first.start : first.end]) == (Kind.HEADING, title)


def test_the_title_may_stand_behind_furniture() -> None:
    assert kinds("Advertisement", "Dam holds", BODY) == [Kind.FURNITURE, Kind.HEADING, Kind.BODY]


def test_a_label_at_the_very_top_belongs_to_the_title() -> None:
    assert kinds("Video: Dam holds", BODY) == [Kind.HEADING, Kind.BODY]


def test_a_first_paragraph_that_is_a_sentence_is_body() -> None:
    assert kinds("The dam held.", BODY) == [Kind.BODY, Kind.BODY]


def test_a_line_alone_is_body() -> None:
    assert kinds("Dam holds") == [Kind.BODY]


def test_questions_are_headings_where_there_are_several() -> None:
    question = "Who told the mayor?"
    assert kinds("Dam holds", question, BODY, question, BODY) == [Kind.HEADING, *[Kind.HEADING, Kind.BODY] * 2]


def test_a_question_is_a_heading_beside_a_cross_heading() -> None:
    found = kinds("Dam holds", BODY, "The long night", BODY, "What happens next?", BODY)
    assert found == [Kind.HEADING, Kind.BODY] * 3


def test_a_line_at_the_end_heads_nothing() -> None:
    assert kinds("Dam holds", BODY, BODY, "The long night")[-1] is Kind.BODY


def test_in_a_text_without_full_stops_only_the_title_is_a_heading() -> None:
    found = kinds("Dam holds", "We are still up", "The road is gone", "It is raining", "Nobody slept", BODY)
    assert found == [Kind.HEADING, *[Kind.BODY] * 5]


def test_a_caption_is_split_before_its_credit_when_both_are_sentences() -> None:
    text = f"Dam holds\n\n{BODY}\n\nThe dam on Monday. Image: Joe Hale."
    assert [text[s.start : s.end] for s in segment(text)][2:] == ["The dam on Monday.", "Image: Joe Hale."]


def test_a_caption_without_a_final_full_stop_is_one_sentence() -> None:
    text = f"Dam holds\n\n{BODY}\n\nThe dam on Monday. Image: Joe Hale"
    assert [text[s.start : s.end] for s in segment(text)][2:] == ["The dam on Monday. Image: Joe Hale"]
