from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from labeling.operations import boundaries, judging
from labeling.operations.checking import check
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.store import backup
from tests.factories import FERRY, INES, project_with, sentence_id

NOW = datetime(2031, 10, 3, 14, 0, tzinfo=UTC)


def test_a_copy_is_made_only_when_something_changed(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        first = backup.back_up(project, now=NOW)
        assert first is not None
        assert backup.back_up(project, now=NOW + timedelta(minutes=1)) is None
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        second = backup.back_up(project, now=NOW + timedelta(minutes=2))
        assert second is not None
        boundaries.split_sentence(project, INES, sentence_id(FERRY, 1), FERRY[1][1].start + 2)
        assert backup.back_up(project, now=NOW + timedelta(minutes=3)) is not None
        expected = digest(project)
    with open_project(backup.copies(tmp_path / "small.hedgerow")[0]) as copy:
        assert digest(copy) == expected


def _copies(ages: list[timedelta]) -> list[Path]:
    moments = sorted((NOW - age for age in ages), reverse=True)
    return [Path(f"{moment:%Y-%m-%d %H-%M-%S} a.hedgerow") for moment in moments]


def test_copies_thin_out_with_age() -> None:
    hourly = _copies([timedelta(hours=hours) for hours in range(24 * 200)])
    surplus = backup.surplus_copies(hourly, NOW)
    kept = [NOW - backup.made_at(copy) for copy in hourly if copy not in surplus]
    assert sum(age <= timedelta(days=1) for age in kept) == 25
    assert sum(timedelta(days=1) < age <= timedelta(days=14) for age in kept) == 13
    assert len(kept) < 60


@given(st.lists(st.integers(0, 400 * 24 * 60), min_size=1, max_size=60, unique=True))
def test_thinning_keeps_the_newest_and_is_stable(minutes: list[int]) -> None:
    copies = _copies([timedelta(minutes=m) for m in minutes])
    surplus = backup.surplus_copies(copies, NOW)
    kept = [copy for copy in copies if copy not in surplus]
    assert kept[0] == copies[0]
    assert backup.surplus_copies(kept, NOW) == []


def test_damage_is_found_and_the_newest_whole_copy_named(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        whole = backup.back_up(project, now=NOW)
        judging.exclude(project, INES, sentence_id(FERRY, 1))
        damaged = backup.back_up(project, now=NOW + timedelta(minutes=1))
    assert damaged is not None
    for file in (project.path, damaged):
        content = bytearray(file.read_bytes())
        content[4096 * 2 : 4096 * 30] = b"\x5a" * (4096 * 28)
        file.write_bytes(content)
    report = check(project.path)
    assert not report.whole
    assert report.findings
    assert report.newest_whole == whole


def test_wrong_counts_are_made_anew(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        project.connection.execute("UPDATE progress SET judged = 7")
    report = check(project.path)
    assert [finding.derived for finding in report.findings] == [True]
    assert report.whole
    assert check(project.path).findings == ()
