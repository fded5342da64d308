"""What Hedgerow exports for other annotation tools comes back, also through what these write themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from labeling.domain.articles import Span
from labeling.domain.judgments import State, Verdict
from labeling.export.formats import argilla, doccano, label_studio, prodigy
from labeling.export.options import Options
from labeling.export.writers import Format
from labeling.operations import judging
from labeling.operations.digests import digest
from labeling.operations.importing import import_files
from labeling.operations.labelling import label_sentences
from labeling.operations.projects import create_project
from labeling.store import adjudications, judgments
from labeling.store.connection import Project
from tests.export.datasets import ODD, adjudicate, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

WITH_VOTES = {"label-studio": label_studio.FORMAT, "prodigy": prodigy.FORMAT, "argilla": argilla.FORMAT}
Said = list[tuple[str, str, tuple[str, ...]]]


def judged(folder: Path) -> Project:
    """A project with every kind of decision on two articles, and with sentences that nobody looked at."""
    project = project_with(folder, FERRY, ODD)
    first, second, third = (sentence_id(FERRY, index) for index in range(3))
    judging.toggle_label(project, INES, first, "hedge", Span(first.start + 10, first.start + 13))
    judging.toggle_label(project, TOMAS, first, "hedge", circumstances=judging.Circumstances(seconds=4.25))
    judging.toggle_label(project, INES, second, "anonymous_source")
    judging.judge_none(project, TOMAS, second)
    judging.set_comment(project, TOMAS, second, "“Who?”\nAsk.")
    judging.toggle_unsure(project, TOMAS, second)
    adjudicate(project, third, Verdict(State.LABELLED, ("on_record", "denial")), "See the codebook")
    judging.exclude(project, INES, sentence_id(ODD, 3))
    judging.toggle_label(project, INES, sentence_id(ODD, 0), "denial", Span(6, 7))
    return project


def exported(project: Project, folder: Path, chosen: Format) -> Path:
    out = written(project, folder / "out", chosen, Options(include_unjudged=True), ["all"])
    return out / chosen.file_name("all")


def said_of(project: Project) -> Said:
    found = [
        (str(one.sentence), one.verdict.state.value, one.verdict.labels)
        for article in (FERRY[0].id, ODD[0].id)
        for one in judgments.current_of_article(project.connection, article)
    ]
    return sorted(found)


@pytest.mark.parametrize("chosen", WITH_VOTES.values(), ids=WITH_VOTES)
def test_everything_that_was_decided_comes_back_as_articles(tmp_path: Path, chosen: Format) -> None:
    with judged(tmp_path) as project, create_project(tmp_path / "copy.hedgerow", small_codebook()) as copy:
        report = import_files(copy, None, [exported(project, tmp_path, chosen)])
        assert (report.refused, report.notes) == ([], [])
        assert digest(copy) == digest(project)


@pytest.mark.parametrize("chosen", WITH_VOTES.values(), ids=WITH_VOTES)
def test_everything_that_was_decided_comes_back_into_the_articles(tmp_path: Path, chosen: Format) -> None:
    with judged(tmp_path) as project, project_with(tmp_path, FERRY, ODD, name="copy") as copy:
        path = exported(project, tmp_path, chosen)
        report = label_sentences(copy, None, path)
        assert (report.added, report.refused) == (7, [])
        assert digest(copy) == digest(project)
        again = label_sentences(copy, None, path)
        assert (again.added, again.known) == (0, 7)


@pytest.mark.parametrize("read", ["import", "label"])
def test_of_doccano_the_settled_labels_come_back(tmp_path: Path, read: str) -> None:
    with judged(tmp_path) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 3))
        path = exported(project, tmp_path, doccano.FORMAT)
    start: Callable[[], Project] = {
        "import": lambda: create_project(tmp_path / "copy.hedgerow", small_codebook()),
        "label": lambda: project_with(tmp_path, FERRY, ODD, name="copy"),
    }[read]
    with start() as copy:
        report = import_files(copy, INES, [path]) if read == "import" else label_sentences(copy, INES, path)
        assert report.refused == []
        assert [(state, labels) for _, state, labels in said_of(copy)] == [
            ("labelled", ("denial",)),
            ("excluded", ()),
            ("labelled", ("hedge",)),
            ("labelled", ("on_record", "denial")),
            ("none", ()),
        ]


def test_an_answer_given_in_prodigy_is_a_vote_and_not_the_gold(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        tasks = [json.loads(line) for line in exported(project, tmp_path, prodigy.FORMAT).read_text().splitlines()]
        answered = tasks[3] | {"accept": ["denial"], "answer": "accept", "_annotator_id": "news-leo"}
        (tmp_path / "answered.jsonl").write_text(json.dumps(answered) + "\n", encoding="utf-8")
        report = label_sentences(project, None, tmp_path / "answered.jsonl")
        assert (report.added, report.refused) == (1, [])
        assert len(list(adjudications.current_of_article(project.connection, FERRY[0].id))) == 1


def test_json_min_of_the_converter_labels_the_project_again(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter").Converter
    with judged(tmp_path) as project, project_with(tmp_path, FERRY, ODD, name="copy") as copy:
        path = exported(project, tmp_path, label_studio.FORMAT)
        known = converter(str(path.with_name("label_config.xml")), project_dir=None)
        known.convert(str(path), str(tmp_path / "min"), "JSON_MIN", is_dir=False)
        report = label_sentences(copy, None, tmp_path / "min" / "result.json")
        assert (report.added, report.refused) == (6, []), "the excluded sentence is left out by the converter"
        judging.exclude(copy, INES, sentence_id(ODD, 3))
        assert digest(copy) == digest(project)


def tasks(folder: Path, *labels: str) -> Path:
    path = folder / "tasks.jsonl"
    lines = [
        {"text": "The ferry may sail on Monday.", "meta": {"article": "ferry.txt"}, "label": label, "answer": "accept"}
        for label in labels
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def test_yes_to_one_label_after_another_adds_up(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "on_record")
        report = label_sentences(project, INES, tasks(tmp_path, "hedge", "denial", "hedge"))
        assert (report.added, report.known, report.refused) == (2, 1, [])
        current = judgments.current(project.connection, sentence_id(FERRY, 0), INES.id)
    assert current is not None
    assert current.verdict.labels == ("on_record", "hedge", "denial")


def test_labels_may_be_called_by_their_names(tmp_path: Path) -> None:
    path = tasks(tmp_path, "ANONYMOUS source", "hedge", "Nobody")
    with create_project(tmp_path / "news.hedgerow") as project:
        (tmp_path / "ferry.txt").write_text("The ferry may sail on Monday.", encoding="utf-8")
        (article,) = import_files(project, None, [tmp_path / "ferry.txt"]).added
        report = label_sentences(project, INES, path)
        assert report.added == 2
        assert [problem.sentence for problem in report.refused] == [
            "Line 3 of “tasks.jsonl” was left out. It uses the label “Nobody”, which the codebook does not have: "
            "add it there, or call it one of anonymous_source, on_record, hedge, denial."
        ]
        (judgment,) = judgments.current_of_article(project.connection, article.id)
        assert judgment.verdict.labels == ("anonymous_source", "hedge")
