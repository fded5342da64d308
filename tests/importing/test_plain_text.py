from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.articles import article_id, canonical_text
from labeling.domain.errors import Refused
from labeling.importing.plain_text import draft_of_text
from tests.importing.reading import only_draft, write


def test_the_text_is_the_file_in_canonical_form(tmp_path: Path) -> None:
    written = "\r\n  A  title\r\n\r\nOne  line\twith\u00a0space .\r\nAnother cafe\u0301.\r\n\r\n"
    article = only_draft(write(tmp_path, "story.txt", written)).article
    assert article.text == "A  title\n\nOne  line\twith\u00a0space .\nAnother caf\u00e9."
    assert article.id == article_id(canonical_text(written))
    assert article.name == "story.txt"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Harbour deal denied\n\nThe port said so.", "Harbour deal denied"),
        ("Harbour deal denied?  \n \t\nThe port said so.", "Harbour deal denied?"),
        ("A line\nand another\n\nThe port said so.", "story"),
        ("The port said so on Monday.\n\nNobody else did.", "story"),
        ("x" * 201 + "\n\nThe port said so.", "story"),
        ("x" * 200 + "\n\nThe port said so.", "x" * 200),
        ("One line alone", "One line alone"),
    ],
)
def test_the_title_is_a_first_line_that_stands_alone(text: str, title: str) -> None:
    draft = draft_of_text(text, "story.txt")
    assert draft.article.title == title
    assert draft.article.text == canonical_text(text)


def test_what_the_first_lines_say_is_metadata() -> None:
    head = (
        "Harbour deal denied\n\nBy Ada Brook and Tom O’Dell, Quay Correspondent\nUpdated March 4th, 2021 at 10:30 GMT\n"
    )
    draft = draft_of_text(f"{head}Source: The Quay Gazette\nhttps://quay.example/a\n\nThe port said so.", "a.txt")
    assert draft.article.metadata == {
        "byline": "Ada Brook and Tom O’Dell, Quay Correspondent",
        "date": "2021-03-04",
        "source": "The Quay Gazette",
        "url": "https://quay.example/a",
    }
    assert draft.article.text.startswith(head.strip())


@pytest.mark.parametrize(
    "line",
    [
        "By then it was over.",
        "By noon the harbour was closed, officials said",
        "By",
        "Source: " + "x" * 200,
        "On March 4, 2021, the port closed.",
        "The date: March 4",
    ],
)
def test_prose_is_not_taken_for_metadata(line: str) -> None:
    assert draft_of_text(f"Title\n\n{line}\n\nMore of it.", "a.txt").article.metadata == {}


def test_only_the_first_lines_are_looked_at() -> None:
    text = "\n\n".join(["A sentence of the story."] * 7 + ["By Ada Brook"])
    assert draft_of_text(text, "a.txt").article.metadata == {}


def test_title_and_metadata_that_are_given_go_first() -> None:
    article = draft_of_text("Title\n\nBy Ada Brook", "a.txt", title="Other", metadata={}).article
    assert (article.title, article.metadata) == ("Other", {})


@given(st.text())
def test_any_text_is_a_draft_of_just_that_text_or_refused(text: str) -> None:
    try:
        article = draft_of_text(text, "a.txt").article
    except Refused:
        return
    assert article.text == canonical_text(text.removeprefix("\ufeff"))
    assert article.title
