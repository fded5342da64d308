"""What a merge tells, what it leaves alone, and how it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain import ids
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.export.options import Options
from labeling.merging.contribution import Share
from labeling.operations import boundaries, judging, merging, undoing
from labeling.operations.codebooks import replace_codebook
from labeling.operations.digests import digest
from labeling.operations.exporting import export, export_again
from labeling.operations.steps import Cancelled
from labeling.store import annotators, articles, integrity, judgments
from labeling.store.backup import copies
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook
from tests.merging.histories import BRIDGE, OTHER_FERRY


def theirs(folder: Path, *contents: object, name: str = "theirs") -> Project:
    project = project_with(folder, *contents, name=name)  # type: ignore[arg-type]
    judging.set_only_label(project, TOMAS, sentence_id(MILL, 0), "hedge")
    return project


def test_a_merge_says_who_brings_what(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, theirs(tmp_path, FERRY, MILL) as other:
        judging.judge_none(other, TOMAS, sentence_id(FERRY, 0))
        judging.judge_none(other, INES, sentence_id(FERRY, 0))
        merging.merge(project, [other.path])
        judging.judge_none(other, INES, sentence_id(FERRY, 1))
        boundaries.split_sentence(other, INES, sentence_id(FERRY, 3), FERRY[1][3].start + 7)
        (brought,) = merging.examine(project, [other.path]).brought
        assert brought.people == {"Tomás": Share(0, 2), "Ines": Share(1, 1)}
        assert (brought.judgments, brought.known, brought.edits, brought.articles) == (1, 3, 1, [])
        assert brought.touched == {FERRY[0].id}


def test_a_merge_says_where_the_two_differ(tmp_path: Path) -> None:
    with theirs(tmp_path, FERRY, MILL) as other, project_with(tmp_path, OTHER_FERRY, MILL) as project:
        judging.judge_none(project, INES, sentence_id(OTHER_FERRY, 0))
        boundaries.split_sentence(other, TOMAS, sentence_id(MILL, 0), 9)
        boundaries.split_sentence(project, INES, sentence_id(MILL, 0), 9)
        undoing.undo(project, INES)
        replace_codebook(other, TOMAS, small_codebook("quote"))
        (brought,) = merging.merge(project, [other.path]).brought
        assert brought.foreign
        assert brought.codebook == "Small"
        assert brought.bounded_differently == ["boat.txt"]
        assert brought.contested == ["mill.txt"]
        assert brought.unplaced == 1
        assert articles.fetch(project.connection, FERRY[0].id).name == "ferry.txt"


def test_found_words_follow_an_article_that_was_imported_earlier_elsewhere(tmp_path: Path) -> None:
    with theirs(tmp_path, FERRY, MILL) as other, project_with(tmp_path, OTHER_FERRY) as project:
        merging.merge(project, [other.path])
        for word, found in (("ferry.txt", [FERRY[0].id]), ("boat.txt", []), ("miller", [MILL[0].id])):
            assert articles.ids(project.connection, wanted=articles.ArticleFilter(query=word)) == found


def test_a_release_is_written_again_to_the_byte_after_merges(tmp_path: Path) -> None:
    with theirs(tmp_path, FERRY, MILL, BRIDGE) as other, project_with(tmp_path, OTHER_FERRY, MILL) as project:
        judging.judge_none(other, INES, sentence_id(MILL, 0))
        boundaries.join_with_next(other, TOMAS, sentence_id(MILL, 0))
        judging.judge_none(project, INES, sentence_id(OTHER_FERRY, 0))
        judging.judge_none(project, INES, sentence_id(MILL, 1))
        export(project, tmp_path / "first", Options(include_unjudged=True, split=None), name="v1")
        merging.merge(project, [other.path])
        export_again(project, tmp_path / "again", "v1")
        export(project, tmp_path / "after", Options(include_unjudged=True, split=None))
    first, again, after = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("first", "again", "after")
    )
    assert first == again != after


def test_a_merge_is_taken_back_with_all_that_it_brought(tmp_path: Path) -> None:
    with theirs(tmp_path, FERRY, MILL, BRIDGE) as other, project_with(tmp_path, OTHER_FERRY, MILL) as project:
        boundaries.join_with_next(other, TOMAS, sentence_id(MILL, 0))
        replace_codebook(other, TOMAS, small_codebook("quote"))
        judging.judge_none(project, INES, sentence_id(MILL, 0))
        before, people = digest(project), project.connection.execute("SELECT * FROM annotators").fetchall()
        merging.merge(project, [other.path])
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        undoing.undo(project, INES)
        changes = merging.take_back_merge(project)
        assert changes.everything
        assert digest(project) == before
        assert project.connection.execute("SELECT * FROM annotators").fetchall() == people
        assert articles.fetch(project.connection, FERRY[0].id).name == "boat.txt"
        assert articles.ids(project.connection, wanted=articles.ArticleFilter(query="bridge")) == []
        assert merging.list_merges(project) == []
        assert list(integrity.findings(project.connection)) == []
        merging.merge(project, [other.path])
        assert BRIDGE[0].id in articles.ids(project.connection)


def test_work_since_a_merge_stays_when_it_is_taken_back(tmp_path: Path) -> None:
    with theirs(tmp_path, FERRY, MILL, BRIDGE) as other, project_with(tmp_path, MILL) as project:
        judging.judge_none(other, TOMAS, sentence_id(BRIDGE, 1))
        merging.merge(project, [other.path])
        judging.judge_none(project, INES, sentence_id(BRIDGE, 0))
        judging.judge_none(project, TOMAS, sentence_id(MILL, 1))
        merging.take_back_merge(project)
        assert set(articles.ids(project.connection)) == {MILL[0].id, BRIDGE[0].id}
        said = judgments.current_of_article(project.connection, BRIDGE[0].id)
        assert [judgment.annotator for judgment in said] == [INES.id]
        assert judgments.current(project.connection, sentence_id(MILL, 1), TOMAS.id)
        assert list(integrity.findings(project.connection)) == []


def test_someone_who_was_renamed_since_a_merge_stays_when_it_is_taken_back(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, theirs(tmp_path, FERRY, MILL) as other:
        merging.merge(project, [other.path])
        with project.write() as db:
            annotators.add(db, Annotator(TOMAS.id, "Tomas"))
        merging.take_back_merge(project)
        assert annotators.everyone(project.connection) == [Annotator(TOMAS.id, "Tomas")]
        assert list(integrity.findings(project.connection)) == []


def test_merges_are_taken_back_the_latest_first(tmp_path: Path) -> None:
    with (
        project_with(tmp_path, MILL) as project,
        theirs(tmp_path, FERRY, MILL) as one,
        theirs(tmp_path, BRIDGE, MILL, name="others") as other,
    ):
        merging.merge(project, [one.path])
        merging.merge(project, [other.path])
        assert [made.files for made in merging.list_merges(project)] == [("theirs.hedgerow",), ("others.hedgerow",)]
        merging.take_back_merge(project)
        assert set(articles.ids(project.connection)) == {MILL[0].id, FERRY[0].id}
        merging.take_back_merge(project)
        assert articles.ids(project.connection) == [MILL[0].id]
        with pytest.raises(Refused, match="no merge to take back"):
            merging.take_back_merge(project)


def test_a_merge_stays_once_a_dataset_was_exported_after_it(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, theirs(tmp_path, FERRY, MILL) as other:
        merging.merge(project, [other.path])
        export(project, tmp_path / "out", Options(), name="spring")
        before = digest(project)
        with pytest.raises(Refused, match="“spring” was exported after"):
            merging.take_back_merge(project)
        assert digest(project) == before


def test_undo_goes_on_after_a_merge_of_ones_own_work_was_taken_back(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, project_with(tmp_path, MILL, name="laptop") as laptop:
        judging.judge_none(project, INES, sentence_id(MILL, 1))
        judging.judge_none(laptop, INES, sentence_id(MILL, 0))
        merging.merge(project, [laptop.path])
        judging.exclude(project, INES, sentence_id(MILL, 0))
        merging.take_back_merge(project)
        undone = undoing.undo(project, INES)
        assert undone is not None
        assert undone.focus == sentence_id(MILL, 1)


def test_a_cancelled_merge_leaves_nothing(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, theirs(tmp_path, FERRY, MILL) as other:
        before = digest(project)
        with pytest.raises(Cancelled):
            merging.merge(project, [other.path], cancelled=lambda: True)
        assert digest(project) == before
        assert merging.list_merges(project) == []


def test_a_backup_copy_is_made_before_a_merge(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, theirs(tmp_path, FERRY, MILL) as other:
        merging.merge(project, [other.path])
        assert len(copies(project.path)) == 1


def test_later_judgments_replace_what_a_clock_that_is_ahead_has_stamped(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project, project_with(tmp_path, MILL, name="fast") as fast:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("labeling.domain.ids.time.time_ns", lambda: 4_000_000_000 * 10**9)
            patch.setattr("labeling.domain.ids._sequence", ids._Sequence())
            judging.judge_none(fast, INES, sentence_id(MILL, 0))
        merging.merge(project, [fast.path])
        judging.set_only_label(project, INES, sentence_id(MILL, 0), "hedge")
        now = judgments.current(project.connection, sentence_id(MILL, 0), INES.id)
        assert now is not None
        assert now.verdict.labels == ("hedge",)
