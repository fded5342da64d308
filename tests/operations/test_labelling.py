"""Judgments from a file into a project that holds the articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import SentenceId
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator, Origin, State, Verdict
from labeling.operations import boundaries, judging
from labeling.operations.digests import digest
from labeling.operations.exporting import Options, export
from labeling.operations.labelling import LabelReport, label_sentences
from labeling.store import adjudications, integrity, judgments
from labeling.store.connection import Project
from tests.export.datasets import adjudicate, judge_ferry
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id

FIRST = sentence_id(FERRY, 0)
TWICE = article_of(["He denied it.", "She asked again.", "He denied it."], name="twice.txt")


def label(project: Project, *lines: dict[str, Any], annotator: Annotator | None = INES) -> LabelReport:
    """Write the lines to a file beside the project, and import it."""
    path = project.path.with_name("labels.jsonl")
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return label_sentences(project, annotator, path)


def said(project: Project, sentence: SentenceId, annotator: Annotator = INES) -> Verdict | None:
    judgment = judgments.current(project.connection, sentence, annotator.id)
    return judgment.verdict if judgment else None


@pytest.mark.parametrize(
    "line",
    [
        {"id": str(FIRST)},
        {"id": str(FIRST), "text": "Whatever."},
        {"article": FERRY[0].id, "text": "The ferry may sail on Monday."},
        {"article": "ferry.txt", "text": "The ferry may sail on Monday."},
        {"article": "elsewhere", "name": "ferry.txt", "text": " The ferry may sail on Monday. "},
        {"id": f"{FERRY[0].id}:0-999", "text": "The ferry may sail on Monday."},
    ],
)
def test_a_line_is_matched_by_id_else_by_article_and_text(tmp_path: Path, line: dict[str, Any]) -> None:
    with project_with(tmp_path) as project:
        report = label(project, {**line, "labels": ["hedge"]})
        assert said(project, FIRST) == Verdict(State.LABELLED, ("hedge",))
        current = judgments.current(project.connection, FIRST, INES.id)
    assert (report.added, report.known, report.refused) == (1, 0, [])
    assert current is not None
    assert current.origin is Origin.IMPORT


def test_none_is_a_judgment_and_nothing_is_none(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        report = label(
            project,
            {"id": str(FIRST), "labels": [], "state": "none"},
            {"id": str(sentence_id(FERRY, 1)), "labels": []},
            {"id": str(sentence_id(FERRY, 2))},
        )
        assert said(project, FIRST) == Verdict(State.NONE)
        assert said(project, sentence_id(FERRY, 1)) is None
        assert said(project, sentence_id(FERRY, 2)) is None
    assert report.added == 1


def test_an_export_labels_a_project_that_has_the_articles(tmp_path: Path) -> None:
    with project_with(tmp_path) as project, project_with(tmp_path, name="copy") as copy:
        judge_ferry(project)
        judging.set_comment(project, INES, sentence_id(MILL, 1), "Really?")
        export(project, tmp_path / "out", Options(split=None, include_unjudged=True))
        report = label_sentences(copy, None, tmp_path / "out" / "all.jsonl")
        assert report.added == 7
        assert digest(copy) == digest(project)
        assert list(integrity.findings(copy.connection)) == []
        again = label_sentences(copy, None, tmp_path / "out" / "all.jsonl")
        assert (again.added, again.known) == (0, 7)
        assert len(list(adjudications.current_of_article(copy.connection, FERRY[0].id))) == 1


def test_what_is_said_already_is_not_said_again(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, FIRST, "hedge")
        judging.toggle_label(project, INES, FIRST, "denial")
        report = label(project, {"id": str(FIRST), "labels": ["denial", "hedge"]})
        assert (report.added, report.known) == (0, 1)
        assert len(judgments.history(project.connection, FIRST, INES.id)) == 2


def test_another_judgment_takes_the_place_of_the_current_one(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, FIRST, "hedge")
        label(project, {"id": str(FIRST), "labels": ["denial"]})
        assert said(project, FIRST) == Verdict(State.LABELLED, ("denial",))
        assert len(judgments.history(project.connection, FIRST, INES.id)) == 2


def test_another_adjudication_takes_the_place_of_the_current_one(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        adjudicate(project, FIRST, Verdict(State.NONE))
        line = {"id": str(FIRST), "adjudication": {"by": "Lead", "state": "labelled", "labels": ["hedge"], "note": "x"}}
        assert label(project, line).added == 1
        (settled,) = adjudications.current_of_article(project.connection, FERRY[0].id)
        assert (settled.verdict, settled.note) == (Verdict(State.LABELLED, ("hedge",)), "x")


def test_evidence_lies_where_it_lay_in_the_sentence(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        line = {
            "article": "ferry.txt",
            "text": "An aide said so.",
            "start": 1000,
            "end": 1016,
            "annotations": [
                {
                    "annotator": "Tomás",
                    "state": "labelled",
                    "labels": ["anonymous_source"],
                    "evidence": [{"label": "anonymous_source", "start": 1003, "end": 1007}],
                }
            ],
        }
        assert label(project, line, annotator=None).refused == []
        (judgment,) = judgments.current_of_article(project.connection, FERRY[0].id)
        (mark,) = judgment.verdict.evidence
    assert FERRY[0].text[mark.start : mark.end] == "aide"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"article": "ferry.txt", "text": "Never written.", "labels": ["hedge"]}, "has no sentence with its “id”"),
        ({"article": "ship.txt", "text": "An aide said so.", "labels": ["hedge"]}, "has no sentence with its “id”"),
        ({"text": "An aide said so.", "labels": ["hedge"]}, "has no sentence with its “id”"),
        ({"article": "twice.txt", "text": "He denied it.", "labels": ["denial"]}, "has its text several times"),
        ({"id": str(FIRST), "labels": ["satire"]}, "the label “satire”"),
        ({"id": str(FIRST), "labels": 7}, "“labels” are not a list"),
    ],
)
def test_a_line_that_fits_nothing_is_named_and_the_others_are_taken(
    tmp_path: Path, line: dict[str, Any], why: str
) -> None:
    with project_with(tmp_path, FERRY, TWICE) as project:
        good = {"id": str(sentence_id(FERRY, 1)), "labels": ["hedge"]}
        report = label(project, good, line, {**good, "labels": ["denial"]})
        assert said(project, FIRST) is None
    assert report.added == 2
    (problem,) = report.refused
    assert problem.where == "line 2"
    assert problem.sentence.startswith("Line 2 of “labels.jsonl” was left out")
    assert why in problem.sentence


def test_a_text_that_occurs_twice_is_told_apart_by_its_start(tmp_path: Path) -> None:
    with project_with(tmp_path, TWICE) as project:
        second = sentence_id(TWICE, 2)
        line = {"article": "twice.txt", "text": "He denied it.", "start": second.start, "end": second.end}
        assert label(project, {**line, "labels": ["denial"]}).refused == []
        assert said(project, second) == Verdict(State.LABELLED, ("denial",))


def test_labels_without_an_annotator_are_refused_unless_one_is_named(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        report = label(project, {"id": str(FIRST), "labels": ["hedge"]}, annotator=None)
        assert report.added == 0
        assert "does not say whose" in report.refused[0].sentence


def test_sentences_are_matched_as_they_are_bounded_now(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        boundaries.join_with_next(project, INES, FIRST)
        report = label(project, {"id": str(FIRST), "labels": ["hedge"]})
        assert len(report.refused) == 1
        joined = {"article": "ferry.txt", "text": "The ferry may sail on Monday. An aide said so.", "labels": ["hedge"]}
        assert label(project, joined).added == 1


def test_many_lines_are_written_in_short_transactions_and_a_cancel_keeps_what_was_written(tmp_path: Path) -> None:
    lines = [{"id": str(FIRST), "labels": ["hedge"] if number % 2 else ["denial"]} for number in range(500)]
    path = tmp_path / "labels.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    with project_with(tmp_path) as project:
        report = label_sentences(
            project, TOMAS, path, on_progress=lambda *step: told.append(step), cancelled=lambda: len(told) == 2
        )
        assert len(judgments.history(project.connection, FIRST, TOMAS.id)) == 400
    assert (report.added, report.cancelled) == (400, True)
    assert told == [(0, 0, "labels.jsonl"), (200, 0, "labels.jsonl")]
    assert report.changes


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with project_with(tmp_path) as project, pytest.raises(Refused, match="is not there"):
        label_sentences(project, INES, tmp_path / "none.jsonl")
