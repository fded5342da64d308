from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.reading import assert_sound, blocks_of, only_draft, refusal, write

STORY = """\
---
title: Harbour deal “denied”
author: Ada Brook
date: 2021-03-04
tags: [port, money]
desk: null
---

# Harbour *deal* denied

The [port](https://quay.example "The port") said **no**
on `Monday` &amp; left.<br>It ![a picture](x.png)went on \\*.

- one
- two
  1. three

> “Never,” he said.

What next
---------

```
some  code
```

| Year | Tons |
|------|------|
| 2019 | ~~4~~ |

<figure><img src="x.png"><figcaption>The quay</figcaption></figure>

<script>alert(1)</script>

See [the list][list].

[list]: https://quay.example/list
"""


def test_markup_becomes_its_words(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.md", STORY))
    assert blocks_of(draft) == [
        ("heading", "Harbour deal denied"),
        (None, "The port said no on Monday & left. It went on *."),
        (None, "one"),
        (None, "two"),
        (None, "three"),
        (None, "“Never,” he said."),
        ("heading", "What next"),
        (None, "some code"),
        (None, "Year"),
        (None, "Tons"),
        (None, "2019"),
        (None, "4"),
        (None, "The quay"),
        (None, "See the list."),
    ]
    assert draft.article.title == "Harbour deal “denied”"
    assert draft.article.metadata == {"byline": "Ada Brook", "date": "2021-03-04"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Big news\n\nIt said so.", "Big news"),
        ("Politics\n\n## Big news\n\nIt said so.", "Big news"),
        ("Big news\n\nIt said so.", "Big news"),
        ("It said so.\n\nIt did.\n\nIt did so.\n\n## What next\n\nMore.", "a"),
    ],
)
def test_without_a_stated_title_it_is_a_heading_at_the_top(tmp_path: Path, text: str, title: str) -> None:
    assert only_draft(write(tmp_path, "a.md", text)).article.title == title


def test_blocks_lie_right_in_the_canonical_text(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.md", "# Cafe\u0301\r\n\r\nA cafe\u0301  \u00a0closed.\r\n\r\n\u0301odd"))
    assert blocks_of(draft) == [("heading", "Café"), (None, "A café closed."), (None, "\u0301odd")]


@pytest.mark.parametrize(
    "front", ["a: [b", "a: &x 1\nb: *y", "date: 2021-13-45", "[" * 2000, "x: !!python/object:os.system 1"]
)
def test_front_matter_that_cannot_be_read_is_said(tmp_path: Path, front: str) -> None:
    draft = only_draft(write(tmp_path, "a.md", f"---\n{front}\n---\n\nIt said so."))
    assert draft.article.text == "It said so."
    assert "YAML" in draft.notes[0]


def test_front_matter_that_multiplies_itself_is_harmless(tmp_path: Path) -> None:
    lines = ["a0: &a0 lol", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30))]
    draft = only_draft(write(tmp_path, "a.md", "---\n" + "\n".join(lines) + "\n---\nIt said so."))
    assert draft.article.metadata == {"a0": "lol"}


def test_a_line_of_dashes_is_not_always_front_matter(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.md", "---\n\nJust prose.\n\n---\n\nMore of it."))
    assert [text for _, text in blocks_of(draft)] == ["Just prose.", "More of it."]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 9000,
        "> " * 5000 + "deep",
        "".join("  " * n + "- a\n" for n in range(200)),
        "![" * 4000,
        "<div>" * 5000 + "x",
    ],
)
def test_hostile_markup_is_read_or_refused(tmp_path: Path, text: str) -> None:
    draft = only_draft(write(tmp_path, "a.md", f"It said so.\n\n{text}"))
    assert_sound(draft)


def test_a_paragraph_too_long_to_parse_is_kept_as_it_stands(tmp_path: Path) -> None:
    assert only_draft(write(tmp_path, "a.md", "*a* " * 5000)).article.text == ("*a* " * 5000).strip()


def test_an_absurdly_large_file_is_refused(tmp_path: Path) -> None:
    assert "1 MB" in refusal(write(tmp_path, "a.md", "word " * 200_001))


def test_front_matter_alone_is_no_article(tmp_path: Path) -> None:
    assert "no text" in refusal(write(tmp_path, "a.md", "---\ntitle: x\n---\n![](x.png)\n"))
