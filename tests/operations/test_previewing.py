"""A preview says what an export then writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy, Reason
from labeling.export.options import Options, Repeats
from labeling.operations import judging
from labeling.operations.exporting import export
from labeling.operations.previewing import left_out, preview
from labeling.operations.releasing import list_releases
from tests.export.datasets import ODD, judge_ferry
from tests.factories import FERRY, INES, project_with, sentence_id
from tests.operations.test_releasing import judged


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("choices", [{}, {"folds": 3}, {"repeats": Repeats.REMOVE}, {"include_unjudged": True}])
def test_a_preview_is_what_is_written(tmp_path: Path, chosen: str, choices: dict[str, object]) -> None:
    options = Options(chosen, **choices)  # type: ignore[arg-type]
    with judged(tmp_path) as project:
        seen = preview(project, options)
        result = export(project, tmp_path / "out", options)
    assert seen is not None
    assert {name: figures.sentences for name, figures in seen.parts.items()} == result.sentences
    assert (seen.left_out, seen.cautions) == (result.left_out, result.cautions)
    written = [path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert set(seen.files) == {path.as_posix() for path in written}
    assert (seen.articles, seen.sentences) == (20, 60)


def test_a_preview_shows_the_first_line_and_writes_and_records_nothing(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        seen = preview(project, Options(split=None))
        assert list_releases(project) == []
    assert seen is not None
    assert seen.sample.startswith(f'{{"id": "{FERRY[0].id}:0-29"')
    assert seen.sample_name == "all.jsonl"
    assert seen.total.labels == {"anonymous_source": 0, "on_record": 1, "hedge": 1, "denial": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["small.hedgerow"]


def test_an_empty_project_has_a_preview(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        seen = preview(project, Options())
    assert seen is not None
    assert (seen.total.sentences, seen.left_out, seen.sample) == (0, {Reason.UNJUDGED: 4}, "")


def test_what_is_left_out_can_be_listed_by_reason(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        tie, unjudged = (left_out(project, Options(), reason) for reason in (Reason.TIE, Reason.UNJUDGED))
        judging.judge_none(project, INES, sentence_id(FERRY, 3))
        assert left_out(project, Options(gold=Policy.ANY), Reason.TIE) == []
    assert [(one.sentence, one.name, one.text) for one in tie] == [
        (sentence_id(FERRY, 1), "ferry.txt", "An aide said so.")
    ]
    assert [one.text for one in unjudged] == ["Nobody was on board."]


def test_repeats_can_be_listed_too(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        found = left_out(project, Options(repeats=Repeats.REMOVE), Reason.REPEATED, most=5)
    assert [one.text for one in found] == ["The mayor may resign."] * 5


def test_a_cancelled_preview_is_none(tmp_path: Path) -> None:
    with judged(tmp_path, 3) as project:
        assert preview(project, Options(), cancelled=lambda: True) is None


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (Options("xml"), "is not a format"),
        (Options(folds=1), "1 folds can’t be made"),
        (Options(by_time=True, split=None), "needs shares"),
        (Options(by_time=True, balance="source"), "can’t also be balanced"),
        (Options(annotators=0), "at least one annotator"),
        (Options(kinds=()), "No kind of sentence"),
        (Options(articles="source="), "says nothing after"),
    ],
)
def test_choices_that_cannot_be_are_refused(tmp_path: Path, options: Options, problem: str) -> None:
    with judged(tmp_path, 1) as project, pytest.raises(Refused, match=problem):
        preview(project, options)
