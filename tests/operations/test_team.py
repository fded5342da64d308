"""Sharing out, handing out, and making two names one person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.operations import assigning, boundaries, handing_out, handouts, judging, merging, uniting
from labeling.operations.agreeing import agree
from labeling.operations.digests import digest
from labeling.operations.exporting import export, export_again
from labeling.operations.people import People, Person, list_people
from labeling.operations.projects import open_project
from labeling.operations.statuses import status
from labeling.operations.team_words import plan_in_words
from labeling.store import adjudications, annotators, articles, integrity, judgments, progress
from labeling.store.connection import Project
from tests.export.datasets import adjudicate
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id

STORIES = [
    article_of([f"Story {number} may be true.", "An aide said so."], name=f"{number}.txt") for number in range(12)
]
ANA = Annotator(named_id("Ana"), "Ana")
BEN = Annotator(named_id("Ben"), "Ben")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path, *STORIES) as project:
        yield project


def test_articles_are_shared_out_once(project: Project) -> None:
    assigning.assign(project, ["Ana", " Ben ", "Ana"], overlap=0.5)
    found = assigning.assigned(project)
    assert [(each.annotator.name, each.articles, each.sentences) for each in found.people] == [
        ("Ana", 9, 18),
        ("Ben", 9, 18),
    ]
    assert found.shared == {("Ana", "Ben"): 6}
    assert found.unassigned == 0
    assert not assigning.assign(project, ["Cleo"], overlap=0)
    assert assigning.assigned(project) == found


def test_a_plan_is_what_sharing_out_comes_to_and_writes_nothing(project: Project) -> None:
    assigning.assign(project, ["Ana"], overlap=0)
    late = [article_of([f"Late story {number}.", "It may rain."]) for number in range(9)]
    with project.write() as db:
        for content in late:
            articles.insert(db, *content)
    before = assigning.assigned(project)
    then = assigning.plan(project, ["Ben", "Cleo", "Ana"], overlap=0.4, seed=3)
    assert assigning.assigned(project) == before
    assert "Cleo" not in annotators.names(project.connection).values()
    assigning.assign(project, ["Ben", "Cleo", "Ana"], overlap=0.4, seed=3)
    assert assigning.assigned(project) == then
    assert plan_in_words(before, then) == "9 articles go to 3 annotators, 4 of them to two each."


def test_a_plan_refuses_what_sharing_out_refuses(project: Project) -> None:
    with pytest.raises(Refused, match="shares articles with nobody"):
        assigning.plan(project, ["Ana"], overlap=0.2)


def test_articles_that_come_later_even_out_what_people_have(project: Project) -> None:
    assigning.assign(project, ["Ana"], overlap=0)
    late = [article_of([f"Late story {number}.", "It may rain."]) for number in range(12)]
    with project.write() as db:
        for content in late:
            articles.insert(db, *content)
    assigning.assign(project, ["Ana", "Ben"], overlap=0)
    assert [each.articles for each in assigning.assigned(project).people] == [12, 12]


def test_what_was_not_begun_is_taken_back_and_given_to_others(project: Project) -> None:
    assigning.assign(project, ["Ana"], overlap=0)
    judging.judge_none(project, ANA, sentence_id(STORIES[0], 0))
    assigning.withdraw(project, ANA)
    assert assigning.assigned(project).unassigned == 11
    assigning.assign(project, ["Ben"], overlap=0)
    found = {each.annotator.name: (each.articles, each.judged) for each in assigning.assigned(project).people}
    assert found == {"Ana": (1, 1), "Ben": (11, 0)}


@pytest.mark.parametrize(
    ("names", "overlap", "why"),
    [([" "], 0.2, "at least one"), (["Ana"], 1.5, "between 0 and 1"), (["Ana"], 0.2, "shares articles with nobody")],
)
def test_what_cannot_be_shared_out_is_refused(project: Project, names: list[str], overlap: float, why: str) -> None:
    with pytest.raises(Refused, match=why):
        assigning.assign(project, names, overlap)


def test_a_handout_has_nobody_elses_judgments(project: Project, tmp_path: Path) -> None:
    assigning.assign(project, ["Ana", "Ben"], overlap=1)
    judged, unjudged = sentence_id(STORIES[0], 0), sentence_id(STORIES[0], 1)
    judging.judge_none(project, ANA, judged)
    judging.set_only_label(project, BEN, judged, "hedge")
    judging.set_only_label(project, BEN, unjudged, "hedge")
    adjudicate(project, judged, Verdict(State.LABELLED, ("hedge",)), "It may be so")
    adjudicate(project, unjudged, Verdict(State.NONE), "Not a hedge")
    boundaries.join_with_next(project, BEN, sentence_id(STORIES[1], 0))
    assert handing_out.hand_out(project, ANA, tmp_path / "ana.hedgerow") == 12
    with open_project(tmp_path / "ana.hedgerow") as mine:
        db = mine.connection
        said = [record for article in articles.ids(db) for record in judgments.current_of_article(db, article)]
        assert [(record.annotator, record.sentence) for record in said] == [(ANA.id, judged)]
        settled = [record for article in articles.ids(db) for record in adjudications.current_of_article(db, article)]
        assert [record.note for record in settled] == ["It may be so"]
        assert len(articles.sentences_of(db, STORIES[1][0].id)) == 1
        assert handouts.handed_to(mine) == ANA
        assert list(integrity.findings(db)) == []
        assert progress.totals(db, ANA.id).judged == 1
    assert b"Ben" not in b"".join(
        line for line in (tmp_path / "ana.hedgerow").read_bytes().splitlines() if b'hedge"]' in line
    )


def test_a_handout_has_only_its_articles_and_comes_back(project: Project, tmp_path: Path) -> None:
    assigning.assign(project, ["Ana", "Ben"], overlap=0)
    for who in (ANA, BEN):
        handing_out.hand_out(project, who, tmp_path / f"{who.name}.hedgerow")
    with open_project(tmp_path / "Ana.hedgerow") as mine:
        assert articles.count(mine.connection)[0] == 6
        assert digest(mine) != digest(project)
        for article in articles.ids(mine.connection):
            for sentence in articles.sentences_of(mine.connection, article):
                judging.judge_none(mine, ANA, type(sentence_id(STORIES[0], 0))(article, sentence.start, sentence.end))
    merging.merge(project, [tmp_path / "Ben.hedgerow", tmp_path / "Ana.hedgerow"])
    found = {each.annotator.name: each.judged for each in assigning.assigned(project).people}
    assert found == {"Ana": 12, "Ben": 0}
    assert handouts.handed_to(project) is None


def test_a_handout_for_someone_without_articles_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No articles are assigned to “Ana”"):
        handing_out.hand_out(project, ANA, tmp_path / "ana.hedgerow")
    assert not list(tmp_path.glob("ana*"))
    (tmp_path / "ana.hedgerow").write_text("mine")
    with pytest.raises(Refused, match="exists already"):
        handing_out.hand_out(project, ANA, tmp_path / "ana.hedgerow")
    assert (tmp_path / "ana.hedgerow").read_text() == "mine"


def test_files_have_names_that_every_system_takes(project: Project) -> None:
    people = [Annotator(str(place), name) for place, name in enumerate(("Ana", "ANA", "a/b: c?", "…", "Tomás."))]
    assert list(handing_out.file_names(project, people).values()) == [
        "small-Ana.hedgerow",
        "small-ANA-2.hedgerow",
        "small-a-b- c-.hedgerow",
        "small-….hedgerow",
        "small-Tomás.hedgerow",
    ]


def test_everyone_is_listed_with_what_they_did_and_who_they_also_are(project: Project) -> None:
    assigning.assign(project, ["Ana", "Ben"], overlap=0)
    judging.judge_none(project, BEN, sentence_id(STORIES[0], 0))
    judging.judge_none(project, INES, sentence_id(STORIES[0], 1))
    uniting.unite(project, INES, BEN)
    assert list_people(project) == People((Person(ANA, (), 0, 6), Person(BEN, ("Ines",), 2, 6)), ((INES, BEN),))


def test_two_names_become_one_person_and_two_again(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL) as project:
        db, first, second = project.connection, sentence_id(FERRY, 0), sentence_id(FERRY, 1)
        judging.set_only_label(project, INES, first, "hedge")
        judging.set_only_label(project, TOMAS, first, "denial")
        judging.judge_none(project, INES, second)
        before = digest(project)
        uniting.unite(project, INES, TOMAS)
        assert annotators.everyone(db) == [TOMAS]
        assert status(project).annotators == (("Tomás", 2),)
        for who in (INES, TOMAS):
            now = judgments.current(db, first, who.id)
            assert now is not None
            assert (now.verdict.labels, now.annotator) == (("denial",), TOMAS.id)
        assert progress.next_unjudged(db, INES.id, None) == sentence_id(FERRY, 2)
        assert list(integrity.findings(db)) == []
        with pytest.raises(Refused, match="one person already"):
            uniting.unite(project, TOMAS, INES)
        uniting.part(project, INES, TOMAS)
        assert digest(project) == before
        assert status(project).annotators == (("Ines", 2), ("Tomás", 1))
        with pytest.raises(Refused, match="never made one"):
            uniting.part(project, INES, TOMAS)


def test_agreement_counts_one_person_once(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL) as project:
        for who in (INES, TOMAS, ANA):
            judging.set_only_label(project, who, sentence_id(FERRY, 0), "hedge")
            judging.set_only_label(project, who, sentence_id(MILL, 0), "denial")
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        uniting.unite(project, INES, TOMAS)
        report = agree(project, draws=0)
        assert report is not None
        assert report.agreement.annotators == ("Ana", "Tomás")
        assert report.agreement.labels["hedge"].percent_agreement.value == 0.5


def test_the_digest_of_one_person_is_that_of_their_latest_judgments(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as apart, project_with(tmp_path, FERRY, name="one") as one:
        judging.set_only_label(apart, INES, sentence_id(FERRY, 0), "hedge")
        judging.set_only_label(apart, TOMAS, sentence_id(FERRY, 0), "denial")
        uniting.unite(apart, INES, TOMAS)
        judging.set_only_label(one, TOMAS, sentence_id(FERRY, 0), "denial")
        assert digest(apart) == digest(one)


def test_a_release_from_before_two_became_one_is_written_again_to_the_byte(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.set_only_label(project, INES, sentence_id(FERRY, 0), "hedge")
        judging.set_only_label(project, TOMAS, sentence_id(FERRY, 0), "denial")
        options = Options(split=None, gold=Policy.ANY)
        export(project, tmp_path / "first", options, name="v1")
        uniting.unite(project, INES, TOMAS)
        export(project, tmp_path / "united", options)
        export_again(project, tmp_path / "again", "v1")
    first, united, again = ((tmp_path / name / "all.jsonl").read_text() for name in ("first", "united", "again"))
    assert first == again
    assert (first.count('"annotator"'), united.count('"annotator"')) == (2, 1)
