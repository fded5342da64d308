"""What an export can choose from: fields that articles have, lines of releases, versions of the codebook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import export
from labeling.operations.offering import offer
from tests.factories import FERRY, INES, MILL, project_with, sentence_id, small_codebook


def test_a_new_project_offers_its_codebook_alone(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        found = offer(project)
    assert (found.fields, found.releases, found.lines, found.annotators) == ((), (), (), 0)
    assert [version.hash for version in found.versions] == [small_codebook().hash]


def test_fields_are_those_that_any_article_has(tmp_path: Path) -> None:
    ferry = (replace(FERRY[0], metadata={"source": "The Lantern", "date": "2031-02-01"}), FERRY[1])
    mill = (replace(MILL[0], metadata={"source": "The Post", "desk": "economy"}), MILL[1])
    with project_with(tmp_path, ferry, mill) as project:
        assert offer(project).fields == ("date", "desk", "source")


def test_the_version_in_use_and_the_newest_release_come_first(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        for name, line in (("first", "news"), ("second", ""), ("third", "news")):
            export(project, tmp_path / name, Options(line=line))
        replace_codebook(project, INES, small_codebook("hedge", "quote"))
        replace_codebook(project, INES, small_codebook("hedge"))
        found = offer(project)
    assert [release.name for release in found.releases] == ["third", "second", "first"]
    assert found.lines == ("news",)
    labels = [[label.id for label in version.labels] for version in found.versions]
    assert labels == [["hedge"], ["hedge", "quote"], ["anonymous_source", "on_record", "hedge", "denial"]]
    assert found.annotators == 1
