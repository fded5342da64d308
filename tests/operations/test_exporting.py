"""Whole datasets: what is in the folder, that it is repeatable, and that it is there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import Article, Sentence
from labeling.domain.errors import Refused
from labeling.domain.judgments import State, Verdict
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy, Reason
from labeling.export.options import read_options
from labeling.export.parting.shares import Shares
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import Options, Result, export
from labeling.operations.projects import load_codebook, open_project
from labeling.store import codebooks
from labeling.store.connection import Project
from tests.export.datasets import ODD, adjudicate, judge_ferry
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id, small_codebook

STORIES = [
    article_of(["The mayor resigned.", f"Reason {number} was not given."], name=f"{number}.txt") for number in range(20)
]


def test_a_dataset_has_its_splits_and_what_explains_them(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        result = export(project, tmp_path / "out", Options())
    assert names(tmp_path / "out") == [
        "README.md",
        "codebook.toml",
        "manifest.json",
        "test.jsonl",
        "train.jsonl",
        "validation.jsonl",
    ]
    assert (result.path, result.release, result.left_out) == (tmp_path / "out", "out", {})
    assert result.sentences == {"train": 32, "validation": 4, "test": 4}
    assert {split: len(rows(tmp_path / "out" / f"{split}.jsonl")) for split in result.sentences} == result.sentences
    assert names(tmp_path) == ["out", "small.hedgerow"]


def test_no_article_is_in_two_splits(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        export(project, tmp_path / "out", Options())
    articles = [{row["article"] for row in rows(path)} for path in sorted((tmp_path / "out").glob("*.jsonl"))]
    assert sum(len(each) for each in articles) == len(set().union(*articles)) == 20


@pytest.mark.parametrize("chosen", FORMATS)
def test_the_same_again_is_the_same_to_the_byte(tmp_path: Path, chosen: str) -> None:
    with judged(tmp_path) as project:
        export(project, tmp_path / "first", Options(chosen))
    with open_project(tmp_path / "small.hedgerow") as project:
        export(project, tmp_path / "second", Options(chosen))
    assert content(tmp_path / "first") == content(tmp_path / "second")


def test_another_seed_is_another_split(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        export(project, tmp_path / "first", Options())
        export(project, tmp_path / "second", Options(seed=1))
    assert content(tmp_path / "first")["test.jsonl"] != content(tmp_path / "second")["test.jsonl"]


def test_articles_without_anything_to_write_take_no_place_in_a_split(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        for story in STORIES[:3]:
            judging.judge_none(project, INES, sentence_id(story, 0))
        result = export(project, tmp_path / "out", Options())
    assert result.sentences == {"train": 1, "validation": 1, "test": 1}
    assert result.left_out == {Reason.UNJUDGED: 37}


@pytest.mark.parametrize(
    ("policy", "sentences", "left_out"),
    [
        (Policy.ADJUDICATED, 1, {Reason.UNJUDGED: 1, Reason.NOT_ADJUDICATED: 2}),
        (Policy.MAJORITY, 2, {Reason.UNJUDGED: 1, Reason.TIE: 1}),
        (Policy.UNANIMOUS, 2, {Reason.UNJUDGED: 1, Reason.NOT_UNANIMOUS: 1}),
        (Policy.ANY, 3, {Reason.UNJUDGED: 1}),
    ],
)
def test_what_is_left_out_has_a_reason(
    tmp_path: Path, policy: Policy, sentences: int, left_out: dict[Reason, int]
) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        result = export(project, tmp_path / "out", Options(gold=policy, split=None))
    assert (result.sentences, result.left_out) == ({"all": sentences}, left_out)


def test_what_is_not_prose_is_left_out(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project:
        judging.exclude(project, INES, sentence_id(MILL, 0))
        adjudicate(project, sentence_id(MILL, 1), Verdict(State.EXCLUDED))
        result = export(project, tmp_path / "out", Options(split=None))
    assert (result.sentences, result.left_out) == ({"all": 0}, {Reason.EXCLUDED: 2})
    assert (tmp_path / "out" / "all.jsonl").read_bytes() == b""


def test_the_manifest_vouches_for_every_file(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        export(project, tmp_path / "out", Options(split=Shares(50, 0, 50), seed=3))
        says = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert says["codebook"] == small_codebook().hash
    assert says["files"] == {
        name: {"sha256": hashlib.sha256(written).hexdigest(), "bytes": len(written)}
        for name, written in content(tmp_path / "out").items()
        if name != "manifest.json"
    }
    assert read_options(says["options"]) == Options(split=Shares(50, 0, 50), seed=3)
    assert says["articles"] == {FERRY[0].id: "train"}
    assert says["left_out"] == {"not judged": 5, "tie": 1}
    assert says["splits"] == {
        "train": {
            "articles": 1,
            "sentences": 2,
            "states": {"labelled": 2},
            "labels": {"anonymous_source": 0, "on_record": 1, "hedge": 1, "denial": 1},
            "left_out": {"not judged": 1, "tie": 1},
            "unknown": {},
        },
        "test": {
            "articles": 0,
            "sentences": 0,
            "states": {},
            "labels": {"anonymous_source": 0, "on_record": 0, "hedge": 0, "denial": 0},
            "left_out": {},
            "unknown": {},
        },
    }
    one = {"labelled": 1, "none": 0, "excluded": 0}
    assert says["annotators"] == [
        {"name": "Ines", "judgments": 1, "states": one, "shared": 1, "median_seconds": None},
        {"name": "Tomás", "judgments": 1, "states": one, "shared": 1, "median_seconds": 4.2},
    ]


def test_the_card_says_what_a_reader_must_know(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        judging.judge_none(project, INES, sentence_id(ODD, 0))
        export(project, tmp_path / "out", Options(split=None))
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    for words in (
        "3 sentences of 2 news articles",
        "What hedge means.",
        "| all | 2 | 3 | 2 | 1 | 0 (0.0 %) | 1 (33.3 %) | 1 (33.3 %) | 1 (33.3 %) |",
        "| Ines | 2 | 1 | 1 | 0 | 1 | – |",
        "`majority`",
        "| tie | 1 |",
        "| not judged | 4 |",
        "| The \\| Lantern | 1 |",
        "copyright",
        'read_json("all.jsonl", lines=True, dtype=False)',
    ):
        assert words in card


def test_the_codebook_comes_along_and_so_do_earlier_versions_that_were_used(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        first = codebooks.current(project.connection)
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        replace_codebook(project, INES, replace(first, title="Never used"))
        last = replace(first, title="Later", introduction="Two\nlines, “quoted” \\ and \t tabs.")
        replace_codebook(project, INES, last)
        export(project, tmp_path / "out", Options(split=None))
    earlier = f"codebook-{first.hash[:12]}.toml"
    assert load_codebook(tmp_path / "out" / "codebook.toml").hash == last.hash
    assert load_codebook(tmp_path / "out" / earlier).hash == first.hash
    assert [name for name in names(tmp_path / "out") if name.endswith(".toml")] == [earlier, "codebook.toml"]


def test_a_label_of_an_earlier_codebook_keeps_its_column(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "denial")
        replace_codebook(project, INES, small_codebook("hedge"))
        export(project, tmp_path / "out", Options("csv", split=None))
    head, row = (tmp_path / "out" / "all.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.endswith(",hedge,denial,hedge_share,denial_share")
    assert row.endswith(",0,1,0.0,1.0")


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with project_with(tmp_path) as project, pytest.raises(Refused, match="choose one of jsonl, csv"):
        export(project, tmp_path / "out", Options("xml"))
    assert not (tmp_path / "out").exists()


def test_an_existing_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with project_with(tmp_path) as project, pytest.raises(Refused, match="exists already"):
        export(project, tmp_path / "out", Options())
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize("steps", [0, 5, 25])
def test_a_cancel_leaves_nothing(tmp_path: Path, steps: int) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > steps

    with judged(tmp_path) as project:
        assert export(project, tmp_path / "out", Options(), cancelled=cancelled) == Result(None)
        assert not [name for name in names(tmp_path) if "out" in name]
        judging.judge_none(project, TOMAS, sentence_id(STORIES[0], 0))  # nothing keeps the file busy


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with judged(tmp_path) as project:
        export(project, tmp_path / "out", Options(), on_progress=lambda *step: told.append(step))
    assert told[0] == (0, 60, "0.txt")


def test_what_others_write_meanwhile_is_not_in_it(tmp_path: Path) -> None:
    with judged(tmp_path) as project, open_project(tmp_path / "small.hedgerow") as elsewhere:
        asked: list[bool] = []

        def write_elsewhere() -> bool:
            """Write as soon as the articles are made ready and the project is being read."""
            asked.append(True)
            if len(asked) > len(STORIES):
                judging.toggle_label(elsewhere, INES, sentence_id(STORIES[19], 0), "denial")
            return False

        export(project, tmp_path / "out", Options(split=None), cancelled=write_elsewhere)
    says = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    with open_project(tmp_path / "small.hedgerow") as project:
        assert export(project, tmp_path / "later", Options(split=None)).release == "later"
    assert says["splits"]["all"]["labels"]["denial"] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killing at once needs POSIX signals")
def test_a_kill_leaves_nothing_under_the_name_and_the_next_export_cleans_up(tmp_path: Path) -> None:
    judged(tmp_path).close()
    program = f"""
        import os, signal
        from pathlib import Path
        from labeling.operations.exporting import Options, export
        from labeling.operations.projects import open_project
        def kill(done, in_all, name): os.kill(os.getpid(), signal.SIGKILL)
        folder = Path({str(tmp_path)!r})
        export(open_project(folder / "small.hedgerow"), folder / "out", Options(), on_progress=kill)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert [name for name in names(tmp_path) if "out" in name] != ["out"]
    with open_project(tmp_path / "small.hedgerow") as project:
        export(project, tmp_path / "out", Options())
    assert [name for name in names(tmp_path) if "out" in name] == ["out"]


def judged(folder: Path) -> Project:
    """Return a project of twenty stories in which every sentence is judged."""
    project = project_with(folder, *STORIES)
    for story in STORIES:
        judge(project, story)
    return project


def judge(project: Project, story: tuple[Article, tuple[Sentence, ...]]) -> None:
    judging.toggle_label(project, INES, sentence_id(story, 0), "on_record")
    judging.judge_none(project, INES, sentence_id(story, 1))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
