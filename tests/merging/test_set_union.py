"""The law of merging: a set union, in any order, twice, or by way of a third file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from labeling.operations import merging
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.store import integrity
from tests.merging.histories import Histories, digest_of, histories, live, lived, merged

CALM = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("copies", [True, False], ids=["copies of one project", "projects made apart"])
@CALM
@given(done=histories(3))
def test_files_come_together_in_any_order_and_by_any_way(copies: bool, done: Histories) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, two, three = lived(Path(name), done, copies=copies)
        outcomes = {
            digest_of(merged(one, two, three, into="forwards")),
            digest_of(merged(three, two, one, into="backwards")),
            digest_of(merged(two, one, three, two, into="twice")),
            digest_of(merged(one, merged(two, three, into="middle"), into="through")),
        }
        assert len(outcomes) == 1


@CALM
@given(done=histories(2))
def test_what_is_there_already_changes_nothing(done: Histories) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, two = lived(Path(name), done, copies=True)
        with open_project(merged(one, two, into="both")) as project:
            before = digest(project)
            report = merging.merge(project, [one, two])
            assert report.empty
            assert digest(project) == before


@CALM
@given(done=histories(3))
def test_a_merge_that_is_taken_back_leaves_what_was_before_and_what_came_after(done: Histories) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, two, _ = lived(Path(name), [*done[:2], []], copies=False)
        with open_project(one) as project:
            before = digest(project)
            merging.merge(project, [two])
            merging.take_back_merge(project) if merging.list_merges(project) else None
            assert digest(project) == before
            assert list(integrity.findings(project.connection)) == []
            merging.merge(project, [two])
            for moment in done[2]:
                live(project, *moment)
            if merging.list_merges(project):
                merging.take_back_merge(project)
            assert list(integrity.findings(project.connection)) == []


@CALM
@given(done=histories(2))
def test_looking_at_what_a_merge_would_do_does_nothing_and_tells_the_truth(done: Histories) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, two = lived(Path(name), done, copies=False)
        with open_project(one) as project:
            before = digest(project)
            expected = merging.examine(project, [two])
            assert digest(project) == before
            assert merging.merge(project, [two]) == expected
