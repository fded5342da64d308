"""The lines of the interchange, key by key."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Article, Kind, Sentence, make_article
from labeling.domain.judgments import State, Verdict
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.store import codebooks
from tests.export.datasets import ODD, adjudicate, as_json_lines, json_lines_of, judge_ferry
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

SETTLED = Options()
EVERYTHING = Options(include_unjudged=True)
KEYS = 17
SPACE = st.text(" \n\t", min_size=1, max_size=4)


def test_a_line_is_as_the_contract_has_it(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        version = codebooks.current(project.connection).hash
        line = json_lines_of(project, SETTLED).splitlines()[1]
    article = FERRY[0].id
    expected: dict[str, Any] = {
        "id": f"{article}:47-66",
        "article": article,
        "name": "ferry.txt",
        "title": "ferry.txt",
        "index": 2,
        "paragraph": 0,
        "start": 47,
        "end": 66,
        "kind": "body",
        "text": "The port denied it.",
        "before": "An aide said so.",
        "after": "Nobody was on board.",
        "labels": ["on_record", "denial"],
        "state": "labelled",
        "source": "adjudicated",
        "adjudication": {
            "by": "Lead",
            "state": "labelled",
            "labels": ["on_record", "denial"],
            "note": "See the codebook",
        },
        "annotations": [
            {
                "annotator": "Ines",
                "state": "cleared",
                "labels": [],
                "unsure": True,
                "comment": "",
                "evidence": [],
                "seconds": None,
                "codebook": version,
            }
        ],
    }
    assert line == json.dumps(expected, ensure_ascii=False)  # the order of the keys too


def test_everyones_judgments_stand_by_name_with_evidence_in_the_article(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        first, *_ = as_json_lines(project, SETTLED)
    ines, tomas = first["annotations"]
    assert (ines["annotator"], tomas["annotator"]) == ("Ines", "Tomás")
    assert ines["evidence"] == [{"label": "hedge", "start": 10, "end": 13}]
    assert (ines["seconds"], tomas["seconds"]) == (None, 4.25)
    assert (first["before"], first["after"]) == ("", "An aide said so.")
    assert first["adjudication"] is None


def test_only_what_is_settled_and_prose_is_written(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(FERRY, 3))
        assert [row["index"] for row in as_json_lines(project, SETTLED)] == [0, 2]


def test_all_is_written_when_it_is_asked_for(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(ODD, 3))
        rows = as_json_lines(project, EVERYTHING)
    said = [(row["state"], row["labels"], row["source"], len(row["annotations"])) for row in rows]
    nothing: tuple[object, ...] = (None, [], None, 0)
    assert said[:4] == [
        ("labelled", ["hedge"], "majority", 2),
        (None, [], None, 2),
        ("labelled", ["on_record", "denial"], "adjudicated", 1),
        nothing,
    ]
    assert said[4:] == [nothing, nothing, nothing, ("excluded", [], "majority", 1)]


def test_what_was_taken_back_is_not_written(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        assert as_json_lines(project, SETTLED) == []
        assert as_json_lines(project, EVERYTHING)[0]["annotations"] == []


def test_metadata_and_unusual_white_space_stand_behind_the_keys_of_the_contract(tmp_path: Path) -> None:
    with project_with(tmp_path, ODD) as project:
        rows = as_json_lines(project, EVERYTHING)
    assert [list(row)[KEYS:] for row in rows] == [
        ["metadata"],
        ["metadata", "gap"],
        ["metadata", "gap"],
        ["metadata", "gap"],
    ]
    assert rows[0]["metadata"] == {"date": "2031-02-03", "source": "The | Lantern"}
    assert [row.get("gap") for row in rows] == [None, "\n", "  ", "\n"]


def test_every_line_is_one_line_whoever_reads_it(tmp_path: Path) -> None:
    with project_with(tmp_path, ODD) as project:
        judging.set_comment(project, INES, sentence_id(ODD, 0), "one\x85two\u2029three")
        content = json_lines_of(project, EVERYTHING)
        rows = as_json_lines(project, EVERYTHING)
    assert len(content.splitlines()) == content.count("\n") == 4
    assert rows[2]["text"] == '-2 "of them"\u2028left.'
    assert rows[0]["annotations"][0]["comment"] == "one\x85two\u2029three"
    assert "Ärger 🐎" in content


def test_an_adjudication_under_an_earlier_codebook_says_so(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        adjudicate(project, sentence_id(FERRY, 0), Verdict(State.NONE))
        earlier = codebooks.current(project.connection)
        assert "codebook" not in as_json_lines(project, SETTLED)[0]["adjudication"]
        replace_codebook(project, INES, replace(earlier, title="Later"))
        assert as_json_lines(project, SETTLED)[0]["adjudication"]["codebook"] == earlier.hash


def test_labels_of_gold_are_in_the_order_of_the_codebook(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for person in (INES, TOMAS):
            judging.toggle_label(project, person, sentence_id(FERRY, 0), "hedge")
            judging.toggle_label(project, person, sentence_id(FERRY, 0), "anonymous_source")
        replace_codebook(project, INES, small_codebook("denial", "hedge", "anonymous_source"))
        assert as_json_lines(project, SETTLED)[0]["labels"] == ["hedge", "anonymous_source"]


@st.composite
def written_articles(draw: st.DrawFn) -> tuple[Article, tuple[Sentence, ...]]:
    """Sentences of any characters, in any paragraphs, with any white space between them."""
    texts = draw(st.lists(st.text(min_size=1, max_size=8).filter(lambda t: t == t.strip()), min_size=1, max_size=5))
    gaps = ["", *draw(st.lists(SPACE, min_size=len(texts) - 1, max_size=len(texts) - 1))]
    article = make_article("".join(gap + text for gap, text in zip(gaps, texts, strict=True)), "any", "any")
    place, paragraph, sentences = 0, 0, []
    for gap, text in zip(gaps, texts, strict=True):
        paragraph += draw(st.integers(0, 1)) if place else 0
        sentences.append(Sentence(place + len(gap), place + len(gap) + len(text), Kind.BODY, paragraph))
        place = sentences[-1].end
    return article, tuple(sentences)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(written_articles())
def test_the_lines_hold_the_very_text_of_the_article(content: tuple[Article, tuple[Sentence, ...]]) -> None:
    article, sentences = content
    if sentences[-1].end != len(article.text):
        return  # the canonical form of the text is another, so these are no spans of it
    with tempfile.TemporaryDirectory() as folder, project_with(Path(folder), content) as project:
        rows = as_json_lines(project, EVERYTHING)
    text = ""
    for place, row in enumerate(rows):
        usual = "" if not place else " " if row["paragraph"] == rows[place - 1]["paragraph"] else "\n\n"
        text += row.get("gap", usual) + row["text"]
    assert text == article.text
    assert [row["before"] for row in rows] == ["", *(row["text"] for row in rows[:-1])]
    assert [row["after"] for row in rows] == [*(row["text"] for row in rows[1:]), ""]
