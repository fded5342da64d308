"""Releases: every export is one, is written again to the byte, and keeps the articles of its line where they were."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.export.gold import Policy, Reason
from labeling.export.options import Options, Repeats
from labeling.export.parting.shares import Shares
from labeling.operations import boundaries, judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import export, export_again
from labeling.operations.releasing import differences, list_releases
from labeling.store import annotators, articles
from labeling.store.connection import Project
from tests.export.datasets import adjudicate
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id, small_codebook

STORIES = [
    article_of(
        ["The mayor may resign.", f"Reason {number} was denied."], [f"Nobody saw {number}."], name=f"{number}.txt"
    )
    for number in range(20)
]


def judged(folder: Path, count: int = 20) -> Project:
    project = project_with(folder, *STORIES[:count])
    for story in STORIES[:count]:
        judging.toggle_label(project, INES, sentence_id(story, 0), "hedge")
        judging.judge_none(project, TOMAS, sentence_id(story, 1))
    return project


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def manifest(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "manifest.json").read_text(encoding="utf-8")))


def label_on(project: Project) -> None:
    """Do everything that could change what an earlier release says."""
    first, second, third = (sentence_id(STORIES[0], index) for index in range(3))
    judging.toggle_label(project, INES, second, "denial")
    judging.judge_none(project, TOMAS, third)
    adjudicate(project, first, Verdict(State.NONE), "Settled later")
    boundaries.join_with_next(project, INES, sentence_id(STORIES[1], 0))
    boundaries.split_sentence(project, INES, sentence_id(STORIES[2], 0), 10)
    replace_codebook(project, INES, small_codebook("hedge", "quote"))
    judging.toggle_label(project, INES, sentence_id(STORIES[3], 2), "quote")
    late = article_of(["A late story may come."], name="late.txt")
    with project.write() as db:
        articles.insert(db, *late)
        annotators.add(db, Annotator(INES.id, "Inês"))
    judging.judge_none(project, INES, sentence_id(late, 0))


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options("csv", gold=Policy.ANY, split=None, include_unjudged=True),
        Options(folds=4, pseudonyms=True, repeats=Repeats.REMOVE),
        Options(split=Shares(50, 0, 50), line="main", seed=3),
    ],
)
def test_a_release_is_written_again_to_the_byte_after_later_labelling(tmp_path: Path, options: Options) -> None:
    with judged(tmp_path) as project:
        first = export(project, tmp_path / "first", options, name="v1")
        label_on(project)
        export(project, tmp_path / "second", options, name="v2")
        again = export_again(project, tmp_path / "again", "v1")
    assert content(tmp_path / "again") == content(tmp_path / "first") != content(tmp_path / "second")
    assert (first.release, again.release, again.sentences) == ("v1", "v1", first.sentences)


def test_every_export_is_recorded_under_a_name_of_its_own(tmp_path: Path) -> None:
    with judged(tmp_path, 4) as project:
        export(project, tmp_path / "news", Options())
        (tmp_path / "elsewhere").mkdir()
        export(project, tmp_path / "elsewhere" / "news", Options("csv"))
        assert [(row.name, row.format, row.articles, row.sentences) for row in list_releases(project)] == [
            ("news-2", "csv", 4, 8),
            ("news", "jsonl", 4, 8),
        ]
        with pytest.raises(Refused, match="has a release “news” already"):
            export(project, tmp_path / "other", Options(), name="news")
    assert not (tmp_path / "other").exists()


def test_a_release_that_there_is_not_is_refused_with_the_names_that_there_are(tmp_path: Path) -> None:
    with judged(tmp_path, 1) as project:
        with pytest.raises(Refused, match="no release “v1”; it has none yet"):
            export_again(project, tmp_path / "out", "v1")
        export(project, tmp_path / "out", Options())
        with pytest.raises(Refused, match="no release “v1”; it has out"):
            export_again(project, tmp_path / "out", "v1")


def test_articles_stay_where_the_line_had_them_when_others_come(tmp_path: Path) -> None:
    with judged(tmp_path, 10) as project:
        export(project, tmp_path / "one", Options(line="main"))
        for story in STORIES[10:]:
            with project.write() as db:
                articles.insert(db, *story)
            for index in range(3):
                judging.toggle_label(project, INES, sentence_id(story, index), "denial")
        export(project, tmp_path / "two", Options(line="main", seed=7))
    before, after = (manifest(tmp_path / name)["articles"] for name in ("one", "two"))
    assert {article: after[article] for article in before} == before
    assert len(after) == 20
    assert list(after.values()).count("train") == 16


def test_a_line_keeps_its_kind_of_split(tmp_path: Path) -> None:
    with judged(tmp_path, 4) as project:
        export(project, tmp_path / "one", Options(line="main"))
        with pytest.raises(Refused, match="The line “main” has articles in test, train, validation"):
            export(project, tmp_path / "two", Options(line="main", folds=2))


def test_an_article_whose_date_is_not_year_first_has_no_place_in_time(tmp_path: Path) -> None:
    with judged(tmp_path, 3) as project:
        for story, date in zip(STORIES, ("2031-01-02", "3/4/2021", "2031-02-03"), strict=False):
            metadata = json.dumps({"date": date})
            project.connection.execute("UPDATE articles SET metadata = ? WHERE id = ?", (metadata, story[0].id))
        result = export(project, tmp_path / "out", Options(split=Shares(50, 0, 50), by_time=True))
    assert result.left_out == {Reason.UNDATED: 3, Reason.UNJUDGED: 2}
    assert manifest(tmp_path / "out")["articles"] == {STORIES[0][0].id: "train", STORIES[2][0].id: "test"}


def test_a_cancelled_export_is_no_release(tmp_path: Path) -> None:
    with judged(tmp_path, 4) as project:
        assert export(project, tmp_path / "out", Options(), cancelled=lambda: True).path is None
        assert list_releases(project) == []


def test_what_changed_between_two_releases_is_said_in_words_and_figures(tmp_path: Path) -> None:
    with judged(tmp_path, 4) as project:
        export(project, tmp_path / "one", Options(split=None))
        judging.toggle_label(project, INES, sentence_id(STORIES[0], 2), "denial")
        export(project, tmp_path / "two", Options(split=None, gold=Policy.ANY))
        found = {(one.what, one.before, one.after) for one in differences(project, "one", "two")}
        assert differences(project, "one", "one") == []
    assert found == {
        ("gold", "majority", "any"),
        ("all: sentences", "8", "9"),
        ("all: denial", "0", "1"),
        ("left out: not judged", "4", "3"),
        ("judgments", "8", "9"),
    }


def test_pseudonyms_are_the_same_in_every_dataset_and_no_name_is_told(tmp_path: Path) -> None:
    with judged(tmp_path, 4) as project:
        export(project, tmp_path / "one", Options(split=None, pseudonyms=True))
        adjudicate(project, sentence_id(STORIES[0], 2), Verdict(State.NONE))
        export(project, tmp_path / "two", Options(split=None, pseudonyms=True, line="x"))
    names = [{one["name"] for one in manifest(tmp_path / name)["annotators"]} for name in ("one", "two")]
    assert names[0] == names[1]
    assert all(name.startswith("annotator-") for name in names[0])
    written = b"".join(content(tmp_path / "two").values())
    assert not [name for name in ("Ines", "Tomás", "Lead") if name.encode() in written]


def test_repeats_are_removed_from_training_when_asked(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        reported = export(project, tmp_path / "reported", Options())
        removed = export(project, tmp_path / "removed", Options(repeats=Repeats.REMOVE))
    assert manifest(tmp_path / "reported")["leaks"]["identical_sentences"]
    assert manifest(tmp_path / "removed")["leaks"]["identical_sentences"] == []
    assert sum(reported.sentences.values()) - sum(removed.sentences.values()) == 18
    assert removed.sentences["test"] == reported.sentences["test"]


def test_near_copies_are_in_one_part(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    copies = [article_of([f"{words} {number}."], name=f"copy{number}") for number in range(4)]
    with judged(tmp_path, 16) as project:
        with project.write() as db:
            for copy in copies:
                articles.insert(db, *copy)
        for copy in copies:
            judging.judge_none(project, INES, sentence_id(copy, 0))
        for seed in range(5):
            export(project, tmp_path / str(seed), Options(seed=seed))
            placed = manifest(tmp_path / str(seed))["articles"]
            assert len({placed[copy[0].id] for copy in copies}) == 1
