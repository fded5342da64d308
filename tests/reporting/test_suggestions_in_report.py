"""The pull of suggestions in words, on the page of a report, and in its tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from labeling.agreement.anchoring.figures import Balance
from labeling.agreement.figures import Interval, Measure
from labeling.operations.agreement_report import PAGE, write_report
from labeling.reporting import words
from labeling.reporting.drawings import axis_of_differences
from labeling.reporting.suggestions import NOTHING_SHOWN, caveat
from labeling.store.connection import Project
from tests.export.datasets import judge_ferry
from tests.factories import project_with
from tests.pulled import judge_with_suggestions
from tests.reporting.test_agreement_report import Page, table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with project_with(tmp_path) as project:
        judge_with_suggestions(project)
        write_report(project, tmp_path / "out", draws=50)
    return tmp_path / "out"


def page_of(folder: Path) -> str:
    return Page((folder / PAGE).read_text(encoding="utf-8")).text


def test_the_page_has_the_figures_and_what_they_cannot_tell(folder: Path) -> None:
    text = page_of(folder)
    assert "3 of 7 first answers were given with a suggestion on screen" in text
    assert "hand out the same articles with suggestions to some and without to others" in text
    for heading in (
        "How often a label is given where it is suggested",
        "What came of suggestions on screen",
        "Agreement of pairs who both saw the suggestion",
        "Seconds an answer takes",
    ):
        assert heading in text
    assert "Of 3 answers given with nothing on screen, 1 were later changed towards" in text
    assert "no two saw it on one sentence" in text
    assert "Suggested by cues" in text


def test_tables_have_all_of_it_for_programs(folder: Path) -> None:
    rows = {(row["of"], row["name"], row["measure"]): row for row in table(folder, "suggestions")}
    assert float(rows["label", "hedge", "suggested_difference"]["value"]) == 1.0
    assert rows["label", "hedge", "krippendorff_alpha_shown"]["value"] == ""
    assert rows["label", "hedge", "krippendorff_alpha_shown"]["why"].startswith("no sentence that has this suggestion")
    assert float(rows["seconds", "not_shown", "median"]["value"]) == 6.0
    counted = {(row["of"], row["name"]): row for row in table(folder, "suggestion_counts")}
    assert [counted["label", "hedge"][name] for name in ("shown", "accepted", "with_enter")] == ["2", "2", "1"]
    assert counted["annotator", "Tomás"]["shown"] == "0"
    assert counted["source", "cues"]["added"] == ""


def test_where_nothing_was_on_screen_one_sentence_says_so(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judge_ferry(project)
        write_report(project, tmp_path / "out", draws=0)
    text = page_of(tmp_path / "out")
    assert text.count(NOTHING_SHOWN) == 1
    assert "What came of suggestions" not in text
    content = (tmp_path / "out" / "suggestion_counts.csv").read_text(encoding="utf-8-sig")
    assert {row["shown"] for row in csv.DictReader(io.StringIO(content))} == {"0"}


def test_who_saw_suggestions_is_told_of_those_there_are() -> None:
    mixed = Balance(3, 4, 5, always=("Ada", "Ben"), never=(), sometimes=("Cleo",))
    assert "Of 12 judged sentences that have a suggestion now, 5 were decided by some with one on screen" in caveat(
        mixed
    )
    assert "Who had one on screen: Ada and Ben always; Cleo sometimes." in caveat(mixed)
    assert "Who had one" not in caveat(Balance(0, 0, 0, (), (), ()))


def test_differences_have_their_sign() -> None:
    assert [words.points(value) for value in (0.153, -0.02, 0.0001, None)] == ["+15.3", "−2.0", "0.0", "–"]
    assert words.points_between(Interval(-0.05, 0.1)) == "−5.0 to +10.0"
    assert words.seconds_more(-0.42) == "−0.4 s"
    assert words.seconds_more_between(Interval(-1.0, 0.0)) == "−1.0 to 0.0"
    assert (words.seconds(4.55), words.seconds_between(3.0, None)) == ("4.5 s", "")


def test_an_axis_of_differences_has_none_in_its_middle() -> None:
    axis = axis_of_differences([Measure(0.2, 9, Interval(-0.05, 0.36))])
    assert axis.ticks == [-0.4, -0.2, 0.0, 0.2, 0.4]
    assert [axis.in_words(tick) for tick in axis.ticks] == ["−40", "−20", "0", "+20", "+40"]
    assert axis_of_differences([]).high == 0.2


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    def written(project: Project, name: str) -> bytes:
        write_report(project, tmp_path / name, draws=30, seed=2)
        return (tmp_path / name / PAGE).read_bytes() + (tmp_path / name / "suggestions.csv").read_bytes()

    with project_with(tmp_path) as project:
        judge_with_suggestions(project)
        assert written(project, "one") == written(project, "two")
