from __future__ import annotations

import codecs
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.articles import Kind, Sentence, canonical_text, make_article
from labeling.importing.drafts import Draft
from labeling.importing.interchange import json_lines
from labeling.importing.interchange.joining import draft_of_lines
from labeling.importing.interchange.lines import read_line
from tests.importing.interchange_lines import exported, write_lines
from tests.importing.reading import assert_sound, drafts_and_problems, only_draft, refusal, write

A = {"article": "ferry"}
B = {"article": "mill"}


def sentences_of(draft: Draft) -> list[tuple[str, str, int]]:
    text = draft.article.text
    return [(text[s.start : s.end], s.kind.value, s.paragraph) for s in draft.sentences]


def texts(path: Path) -> list[str]:
    return [draft.article.text for draft in drafts_and_problems(path)[0]]


def test_lines_that_share_an_article_are_one_in_file_order(tmp_path: Path) -> None:
    draft = only_draft(
        write_lines(
            tmp_path,
            A | {"text": "Ferry denied", "paragraph": 4, "kind": "heading"},
            A | {"text": " It sailed. ", "paragraph": 7},
            A | {"text": "It cafe\u0301d.", "paragraph": 7},
            A | {"text": "Source link", "paragraph": 4, "kind": "furniture"},
        )
    )
    assert draft.article.text == "Ferry denied\n\nIt sailed. It caféd.\n\nSource link"
    assert sentences_of(draft) == [
        ("Ferry denied", "heading", 0),
        ("It sailed.", "body", 1),
        ("It caféd.", "body", 1),
        ("Source link", "furniture", 2),
    ]
    assert (draft.article.name, draft.article.title) == ("ferry", "Ferry denied")
    assert not draft.notes


def test_only_the_text_is_needed(tmp_path: Path) -> None:
    draft = only_draft(write_lines(tmp_path, A | {"text": "One."}, A | {"text": "Two?"}))
    assert draft.article.text == "One. Two?"
    assert sentences_of(draft) == [("One.", "body", 0), ("Two?", "body", 0)]
    assert draft.article.title == "ferry"
    assert not draft.votes


def test_title_and_metadata_stand_on_any_line(tmp_path: Path) -> None:
    metadata = {"source": "Gazette", "date": "March 4", "views": 7, "tags": ["x"], "none": None}
    second = A | {"text": "Two.", "title": "The ferry", "metadata": metadata, "name": "other"}
    article = only_draft(write_lines(tmp_path, A | {"text": "One."}, second)).article
    assert (article.title, article.name) == ("The ferry", "ferry")
    assert article.metadata == {"source": "Gazette", "date": "March 4", "views": "7"}


def test_a_line_without_article_is_a_whole_one(tmp_path: Path) -> None:
    text = "The mill\n\nIt closed. Nobody said why."
    path = write_lines(
        tmp_path,
        {"text": text, "title": "A  mill", "author": "Ada", "metadata": {"source": "Gazette"}, "labels": ["hedge"]},
        {"text": text + " Yet.", "name": "mill.txt", "article": None},
        {"text": " \n"},
    )
    (first, second), (problem,) = drafts_and_problems(path)
    assert (first.article.text, first.article.title, first.article.name) == (text, "A mill", "a.jsonl:1")
    assert first.article.metadata == {"byline": "Ada", "source": "Gazette"}
    assert (first.sentences, first.votes) == ((), ())
    assert "Labels of a whole article" in first.notes[0]
    assert (second.article.name, second.article.title) == ("mill.txt", "The mill")
    assert problem.where == "line 3"


def test_an_article_named_by_a_number(tmp_path: Path) -> None:
    assert only_draft(write_lines(tmp_path, {"article": 17, "text": "One."})).article.name == "17"


def test_lines_of_an_article_may_lie_apart(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path,
        A | {"text": "One."},
        B | {"text": "First."},
        "",
        {"text": "A whole one."},
        A | {"text": "Two."},
        B | {"text": "Second."},
        {"text": "Another whole one."},
        A | {"text": "Three."},
    )
    assert texts(path) == ["One. Two. Three.", "First. Second.", "A whole one.", "Another whole one."]


def test_an_exported_article_is_made_anew(tmp_path: Path) -> None:
    article = make_article(
        "Ferry\u00a0denied\nIt sailed.  “So,” he said.Yes", "ferry.txt", "The ferry", {"source": "Gazette"}
    )
    spans = ((0, 12, Kind.HEADING, 0), (13, 23, Kind.BODY, 1), (25, 39, Kind.BODY, 1), (39, 42, Kind.FURNITURE, 2))
    sentences = tuple(Sentence(*span) for span in spans)
    draft = only_draft(write_lines(tmp_path, *exported(article, sentences)))
    assert draft.article == article
    assert draft.sentences == sentences
    assert not draft.notes


@given(st.data())
def test_any_export_is_read_back_as_it_was(data: st.DataObject) -> None:
    words = st.text(st.sampled_from("aé.“ \n\u00a0\u0301x"), min_size=1)
    article = make_article(data.draw(words), "a.txt", "Title")
    cuts = sorted(data.draw(st.sets(st.integers(0, len(article.text)))) | {0, len(article.text)})
    parts = [(start, article.text[start:end]) for start, end in pairwise(cuts)]
    spans = [(start + len(part) - len(part.lstrip()), part.strip()) for start, part in parts if part.strip()]
    paragraph, sentences = 0, []
    for number, (start, part) in enumerate(spans):
        paragraph += bool(number) and data.draw(st.booleans())
        sentences.append(Sentence(start, start + len(part), data.draw(st.sampled_from(Kind)), paragraph))
    if not sentences:
        return
    lines = json.loads(json.dumps(exported(article, tuple(sentences))))
    draft = draft_of_lines([read_line(line, number) for number, line in enumerate(lines, 1)], article.id)
    assert draft.article == article
    assert list(draft.sentences) == sentences


def test_a_part_of_an_exported_article_is_another(tmp_path: Path) -> None:
    article = make_article("One. Two. Three.", "ferry.txt", "The ferry")
    sentences = tuple(Sentence(start, end, Kind.BODY, 0) for start, end in ((0, 4), (5, 9), (10, 16)))
    draft = only_draft(write_lines(tmp_path, *exported(article, sentences)[1:]))
    assert draft.article.text == "Two. Three."
    assert (draft.article.name, draft.article.title) == (article.id, "The ferry")
    assert "another article" in draft.notes[0]


def test_a_sentence_with_a_blank_line_is_kept_and_said(tmp_path: Path) -> None:
    draft = only_draft(write_lines(tmp_path, A | {"text": "One.\n\nTwo."}))
    assert [text for text, _, _ in sentences_of(draft)] == ["One.\n\nTwo."]
    assert "“article”" in draft.notes[0]


GOOD = "It said so."
BAD = {
    "json": b'{"article": "ferry", "text": ',
    "utf-8": b'{"article": "ferry", "text": "caf\xe9"}',
    "deep": b'{"article": "ferry", "text": ' + b"[" * 100_000,
    "object": b'["ferry"]',
    "no text": A,
    "empty text": A | {"text": " "},
    "text of another type": A | {"text": 5},
    "zero": A | {"text": "a\0b"},
    "half a character": b'{"article": "ferry", "text": "a\\ud83d"}',
    "kind": A | {"text": GOOD, "kind": "caption"},
    "paragraph": A | {"text": GOOD, "paragraph": "two"},
    "gap": A | {"text": GOOD, "gap": " x "},
    "start": A | {"text": GOOD, "start": -1},
    "span": A | {"text": GOOD, "start": 5, "end": 5},
    "truth for a number": A | {"text": GOOD, "start": True},
    "huge number": b'{"article": "ferry", "text": "x", "start": ' + b"9" * 5000 + b"}",
    "metadata": A | {"text": GOOD, "metadata": []},
    "name": A | {"text": GOOD, "name": ["x"]},
    "state": A | {"text": GOOD, "state": "maybe"},
    "labels that don't fit": A | {"text": GOOD, "state": "none", "labels": ["hedge"]},
    "no labels": A | {"text": GOOD, "state": "labelled", "labels": []},
    "labels by number": A | {"text": GOOD, "labels": {"hedge": 1}},
    "empty label": A | {"text": GOOD, "labels": [""]},
    "annotations": A | {"text": GOOD, "annotations": [1]},
    "annotator": A | {"text": GOOD, "annotations": [{"state": "none"}]},
    "nothing said": A | {"text": GOOD, "annotations": [{"annotator": "a"}]},
    "unsure": A | {"text": GOOD, "annotations": [{"annotator": "a", "state": "none", "unsure": "yes"}]},
    "seconds": A | {"text": GOOD, "annotations": [{"annotator": "a", "state": "none", "seconds": -1}]},
    "endless seconds": A | {"text": GOOD, "annotations": [{"annotator": "a", "state": "none", "seconds": math.inf}]},
    "evidence": A | {"text": GOOD, "annotations": [{"annotator": "a", "labels": ["h"], "evidence": [{"label": "h"}]}]},
    "adjudication": A | {"text": GOOD, "adjudication": {"state": "none"}},
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_an_article_with_a_bad_line_is_left_out_whole(tmp_path: Path, bad: dict[str, object] | bytes) -> None:
    path = write_lines(
        tmp_path, B | {"text": "First."}, A | {"text": "One."}, bad, A | {"text": "Two."}, B | {"text": "Last."}
    )
    (draft,), (problem,) = drafts_and_problems(path)
    assert draft.article.text == "First. Last."
    assert problem.where == "line 3"
    assert problem.sentence.startswith("Line 3 of “a.jsonl” ")
    assert "“ferry”" in problem.sentence
    assert problem.sentence.endswith(".")
    assert "\n" not in problem.sentence


def test_a_bad_line_that_names_no_article_is_of_the_one_before(tmp_path: Path) -> None:
    path = write_lines(tmp_path, A | {"text": "One."}, "nonsense", B | {"text": "First."})
    (draft,), (problem,) = drafts_and_problems(path)
    assert draft.article.name == "mill"
    assert "“ferry”" in problem.sentence


def test_a_file_that_was_cut_short_loses_its_last_article_only(tmp_path: Path) -> None:
    path = write_lines(tmp_path, A | {"text": "One."}, B | {"text": "First."}, B | {"text": "Second."})
    path.write_bytes(path.read_bytes()[:-12])
    (draft,), (problem,) = drafts_and_problems(path)
    assert draft.article.name == "ferry"
    assert "cut short" in problem.sentence


def test_whole_articles_do_not_suffer_from_a_bad_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path, "nonsense", {"text": "One."}, "more nonsense", {"text": "Two."}, {"text": 5})
    drafts, problems = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == ["One.", "Two."]
    assert [problem.where for problem in problems] == ["line 1", "line 3", "line 5"]


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"article": "ferry", "text": "One."}\n{"article": "ferry", "text": "')
        for _ in range(60):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"article": "mill", "text": "First."}\n')
    (draft,), (problem,) = drafts_and_problems(path)
    assert draft.article.name == "mill"
    assert problem.where == "line 2"
    assert "50 MB" in problem.sentence


def test_an_article_without_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labeling.importing.interchange.articles.ARTICLE_LIMIT", 3_000_000)
    lines = [A | {"text": "x" * 1_000_000}] * 5
    drafts, problems = drafts_and_problems(write_lines(tmp_path, *lines, B | {"text": "First."}))
    assert [draft.article.name for draft in drafts] == ["mill"]
    assert len(problems) == 1


def test_numbers_and_places_of_lines_are_right_after_a_long_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "LINE_LIMIT", 50)
    path = write(tmp_path, "a.jsonl", b"{}\n\n" + b"x" * 200 + b"\n" + b"y" * 51 + b"\r\nlast")
    with path.open("rb") as file:
        found = [(line.number, line.offset, line.whole) for line in json_lines.raw_lines(file)]
        assert found == [(1, 0, True), (3, 4, False), (4, 205, False), (5, 258, True)]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", codecs.BOM_UTF8 + b'{"text": "One."}\r\n{"text": "Two."}\r\n')
    assert texts(path) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('{"text": "One."}'.encode("utf-16"), "UTF-16"),
        (b'[\n  {"text": "One."}\n]', "one JSON list"),
        (b"\n \n\t\n", "blank"),
        (b'{"text": "a\0b"}', "binary"),
    ],
)
def test_what_is_no_json_lines_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    assert why in refusal(write(tmp_path, "a.jsonl", content))


def test_a_sentence_that_would_change_the_one_before_is_refused(tmp_path: Path) -> None:
    path = write_lines(tmp_path, A | {"text": "One e"}, A | {"text": "\u0301 two", "gap": ""})
    drafts, (problem,) = drafts_and_problems(path)
    assert not drafts
    assert "“ferry”" in problem.sentence


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=5))
def test_joined_sentences_tile_a_canonical_text(sentences: list[str]) -> None:
    lines = [read_line({"text": text, "paragraph": len(text) % 2}, 1) for text in sentences if text.strip()]
    if not lines or canonical_text(" ".join(line.text for line in lines)) != " ".join(line.text for line in lines):
        return
    draft = draft_of_lines(lines, "x")
    assert_sound(draft)
    assert [draft.article.text[s.start : s.end] for s in draft.sentences] == [line.text for line in lines]
