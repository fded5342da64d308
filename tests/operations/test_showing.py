"""When suggestions are shown: by the lead, by the annotator, by what the article is meant for; also in a handout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.domain.showing import Showing, is_visible
from labeling.export.options import Options
from labeling.export.parting.shares import Shares
from labeling.operations import judging
from labeling.operations.exporting import export
from labeling.operations.handing_out import hand_out
from labeling.operations.projects import open_project
from labeling.operations.showing import fix_showing, fixed_showing, is_for_measuring, showing_in
from labeling.store import annotators, assignments, facts, models, samples
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id

FERRY_ID, MILL_ID = FERRY[0].id, MILL[0].id


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Ines and Tomás share the ferry; the mill is Ines’s alone."""
    made = project_with(tmp_path)
    with made.write() as db:
        for person in (INES, TOMAS):
            annotators.add(db, person)
            assignments.put(db, FERRY_ID, person.id, assigned=True)
        assignments.put(db, MILL_ID, INES.id, assigned=True)
    return made


def test_articles_that_two_judge_are_decided_before_anything_is_seen(project: Project) -> None:
    assert showing_in(project, FERRY_ID, None) is Showing.AFTER
    assert showing_in(project, MILL_ID, None) is Showing.ALWAYS


def test_an_article_that_went_back_to_one_is_not_for_agreement_any_more(project: Project) -> None:
    with project.write() as db:
        assignments.put(db, FERRY_ID, TOMAS.id, assigned=False)
    assert showing_in(project, FERRY_ID, None) is Showing.ALWAYS


def test_two_names_of_one_person_are_not_two_people(project: Project) -> None:
    with project.write() as db:
        annotators.log_union(db, TOMAS.id, INES.id, united=True)
    assert not is_for_measuring(project.connection, FERRY_ID)


def test_articles_of_the_sample_are_decided_before_anything_is_seen(project: Project) -> None:
    with project.write() as db:
        samples.put(db, MILL_ID, sampled=True)
    assert showing_in(project, MILL_ID, None) is Showing.AFTER


def test_articles_that_a_dataset_tests_on_are_decided_before_anything_is_seen(project: Project, tmp_path: Path) -> None:
    for content in (FERRY, MILL):
        for place in range(len(content[1])):
            judging.judge_none(project, INES, sentence_id(content, place))
    with project.write() as db:
        assignments.put(db, FERRY_ID, TOMAS.id, assigned=False)
    assert not any(is_for_measuring(project.connection, each) for each in (FERRY_ID, MILL_ID))
    export(project, tmp_path / "dataset", Options(split=Shares(50, 0, 50)))
    tested = json.loads((tmp_path / "dataset" / "manifest.json").read_text(encoding="utf-8"))["articles"]
    assert sorted(tested.values()) == ["test", "train"]
    for article, part in tested.items():
        assert is_for_measuring(project.connection, article) == (part == "test")
    hand_out(project, INES, tmp_path / "ines.hedgerow")
    with open_project(tmp_path / "ines.hedgerow") as handout:
        for article, part in tested.items():
            assert is_for_measuring(handout.connection, article) == (part == "test")


@pytest.mark.parametrize("wished", list(Showing))
def test_a_wish_counts_until_a_lead_fixes_it(project: Project, wished: Showing) -> None:
    assert showing_in(project, FERRY_ID, wished) is wished
    fix_showing(project, Showing.OFF)
    assert showing_in(project, FERRY_ID, wished) is Showing.OFF
    fix_showing(project, None)
    assert fixed_showing(project) is None
    assert showing_in(project, FERRY_ID, wished) is wished


def test_what_another_program_wrote_there_fixes_nothing(project: Project) -> None:
    with project.write() as db:
        facts.put(db, facts.SHOWING, "sometimes")
        facts.put(db, facts.HANDOUT_MEASURED, "not JSON")
    assert fixed_showing(project) is None
    assert showing_in(project, MILL_ID, None) is Showing.ALWAYS


def test_a_handout_knows_which_articles_others_judge_without_their_names(project: Project, tmp_path: Path) -> None:
    hand_out(project, INES, tmp_path / "ines.hedgerow")
    with open_project(tmp_path / "ines.hedgerow") as handout:
        assert showing_in(handout, FERRY_ID, None) is Showing.AFTER
        assert showing_in(handout, MILL_ID, None) is Showing.ALWAYS
        assert [person.name for person in annotators.everyone(handout.connection)] == ["Ines"]


def test_a_handout_is_fixed_by_itself_or_as_the_project_is(project: Project, tmp_path: Path) -> None:
    fix_showing(project, Showing.AFTER)
    hand_out(project, INES, tmp_path / "as_project.hedgerow")
    hand_out(project, INES, tmp_path / "off.hedgerow", showing=Showing.OFF)
    with open_project(tmp_path / "as_project.hedgerow") as handout:
        assert fixed_showing(handout) is Showing.AFTER
    with open_project(tmp_path / "off.hedgerow") as handout:
        assert fixed_showing(handout) is Showing.OFF
    assert fixed_showing(project) is Showing.AFTER


def test_sample_and_model_come_along_in_a_handout(project: Project, tmp_path: Path) -> None:
    with project.write() as db:
        samples.put(db, MILL_ID, sampled=True)
        models.use(db, "abc", b"learned", '{"f1": 0.5}')
    hand_out(project, INES, tmp_path / "ines.hedgerow")
    with open_project(tmp_path / "ines.hedgerow") as handout:
        assert samples.everything(handout.connection) == {MILL_ID}
        assert models.in_use(handout.connection) == b"learned"


def test_a_file_that_was_handed_out_keeps_what_its_lead_fixed(project: Project, tmp_path: Path) -> None:
    hand_out(project, INES, tmp_path / "ines.hedgerow", showing=Showing.AFTER)
    with open_project(tmp_path / "ines.hedgerow") as handout:
        with pytest.raises(Refused, match="was handed out"):
            fix_showing(handout, None)
        assert fixed_showing(handout) is Showing.AFTER


@pytest.mark.parametrize(
    ("when", "undecided", "decided"),
    [(Showing.OFF, False, False), (Showing.AFTER, False, True), (Showing.ALWAYS, True, True)],
)
def test_suggestions_are_seen_never_after_deciding_or_always(when: Showing, undecided: bool, decided: bool) -> None:
    assert is_visible(when, decided=False) is undecided
    assert is_visible(when, decided=True) is decided
