"""The sample projects hold what there is to show, and the same on every machine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from labeling.agreement import finding
from labeling.domain.ids import is_uuid7, time_of
from labeling.domain.judgments import Adjudication, Judgment, State
from labeling.importing import readers
from labeling.importing.drafts import Draft
from labeling.operations import assigning, merging
from labeling.operations.agreeing import Report, agree
from labeling.operations.digests import digest
from labeling.operations.labelling import label_sentences
from labeling.operations.projects import create_project
from labeling.operations.samples import SAMPLE_ANNOTATOR, make_sample, make_team_sample
from labeling.resources import SEEDS
from labeling.store import adjudications, annotators, articles, integrity, judgments
from labeling.store.connection import Project

FILES = sorted((SEEDS / "team").glob("*.jsonl"))
README = SEEDS / "README.md"
TEAM = ("Ines (sample)", "Jonas (sample)", "Mirel (sample)")
LEAD = "Halina (sample lead)"
LABELS = ("anonymous_source", "on_record", "hedge", "denial")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with make_team_sample(tmp_path_factory.mktemp("team") / "team.hedgerow") as project:
        yield project


@pytest.fixture(scope="module")
def agreed(team: Project) -> Report:
    report = agree(team, draws=0)
    assert report is not None
    return report


def judged(project: Project) -> dict[str, list[Judgment]]:
    """All current judgments of a project by the name of who judged."""
    db, by_name = project.connection, dict[str, list[Judgment]]()
    names = annotators.names(db)
    for article in articles.ids(db):
        for judgment in judgments.current_of_article(db, article):
            by_name.setdefault(names[judgment.annotator], []).append(judgment)
    return by_name


def settled(project: Project) -> list[Adjudication]:
    db = project.connection
    return [record for article in articles.ids(db) for record in adjudications.current_of_article(db, article)]


def story(name: str) -> Draft:
    (draft,) = readers.read_file(SEEDS / f"{name}.jsonl")
    assert isinstance(draft, Draft)
    return draft


def test_the_sample_says_nothing_of_the_team(tmp_path: Path) -> None:
    with make_sample(tmp_path / "sample.hedgerow") as project:
        assert articles.count(project.connection)[0] == len(list(SEEDS.glob("*.jsonl")))
        assert annotators.everyone(project.connection) == [SAMPLE_ANNOTATOR]
        assert not settled(project)
        assert not assigning.assigned(project).people


def test_the_team_sample_is_the_same_every_time(team: Project, tmp_path: Path) -> None:
    with make_team_sample(tmp_path / "again.hedgerow") as again:
        assert digest(again) == digest(team)
        assert judged(again) == judged(team)
        assert settled(again) == settled(team)


def test_two_team_samples_are_united_as_one(tmp_path: Path) -> None:
    make_team_sample(tmp_path / "other.hedgerow").close()
    with make_team_sample(tmp_path / "team.hedgerow") as project:
        before = digest(project)
        (brought,) = merging.merge(project, [tmp_path / "other.hedgerow"]).brought
        assert brought.judgments == 0
        assert digest(project) == before


def test_its_files_are_judgments_as_anyone_sends_them(team: Project, tmp_path: Path) -> None:
    """By `hedgerow label`, from the last story to the first: the digest is the same in any order of building."""
    with create_project(tmp_path / "labelled.hedgerow") as project:
        for file in reversed(FILES):
            draft = story(file.stem)
            with project.write() as db:
                articles.insert(db, draft.article, draft.sentences)
            report = label_sentences(project, None, file)
            assert not report.refused
            assert not report.notes
            assert not report.known
        assert digest(project) == digest(team)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_follows_its_story(file: Path) -> None:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    draft = story(file.stem)
    assert [line["text"] for line in lines] == [draft.article.text[s.start : s.end] for s in draft.sentences]
    assert {line["article"] for line in lines} == {file.stem}


def test_everyone_says_by_their_name_that_they_are_of_the_sample(team: Project) -> None:
    assert [person.name for person in annotators.everyone(team.connection)] == sorted((*TEAM, LEAD))
    assert "written for this sample, not collected from people" in README.read_text(encoding="utf-8")


def test_stories_are_judged_by_all_by_pairs_and_by_one(team: Project) -> None:
    db = team.connection
    by_story = [len({j.annotator for j in judgments.current_of_article(db, article)}) for article in articles.ids(db)]
    assert Counter(by_story) == {3: 8, 2: 3, 1: 2}
    found = assigning.assigned(team)
    assert [each.annotator.name for each in found.people] == list(TEAM)
    assert set(found.shared) == {(TEAM[0], TEAM[1]), (TEAM[0], TEAM[2]), (TEAM[1], TEAM[2])}
    unfinished = [each.annotator.name for each in found.people if each.judged < each.sentences]
    assert unfinished == ["Mirel (sample)"]


def test_every_view_has_something_to_show(team: Project, agreed: Report) -> None:
    for label in LABELS:
        assert agreed.sentences(finding.disagreements(agreed.judged, label))
        for one, other in pairwise((*TEAM, TEAM[0])):
            assert agreed.sentences(finding.disagreements(agreed.judged, label, one, other)), (label, one, other)
    everything = judged(team)
    for name in TEAM:
        verdicts = [judgment.verdict for judgment in everything[name]]
        assert {verdict.state for verdict in verdicts} == {State.LABELLED, State.NONE, State.EXCLUDED}
        assert any(verdict.unsure for verdict in verdicts)
    comments = [j.verdict.comment for said in everything.values() for j in said if j.verdict.comment]
    assert sum(comment.endswith("?") for comment in comments) >= 8
    assert agreed.agreement.excluded.percent_agreement.value is not None
    assert 0.9 < agreed.agreement.excluded.percent_agreement.value < 1
    assert len(agreed.batches) == 2
    assert {each.annotator for each in agreed.annotators.against_gold} == set(TEAM)


def test_evidence_is_words_of_its_sentence(team: Project) -> None:
    marked = [j for said in judged(team).values() for j in said if j.verdict.evidence]
    assert len(marked) >= 100
    for judgment in marked:
        text = articles.fetch(team.connection, judgment.sentence.article).text
        for mark in judgment.verdict.evidence:
            assert judgment.sentence.start <= mark.start < mark.end <= judgment.sentence.end
            words = text[mark.start : mark.end]
            assert words == words.strip()
            assert not text[mark.start - 1].isalnum()
            assert not text[mark.end].isalnum()


def test_a_week_of_work_is_told_by_the_ids(team: Project) -> None:
    for said in judged(team).values():
        assert all(is_uuid7(judgment.id) for judgment in said)
        moments = sorted(time_of(judgment.id) for judgment in said)
        assert len({moment.date() for moment in moments}) in (5, 6)
        assert all(one < other for one, other in pairwise(moments))
        assert all(0.5 < (judgment.seconds or 0) < 90 for judgment in said)


def test_nobody_reads_two_stories_at_a_time(team: Project) -> None:
    for said in judged(team).values():
        ordered = [judgment.sentence.article for judgment in sorted(said, key=lambda judgment: judgment.id)]
        assert sum(one != other for one, other in pairwise(ordered)) == len(set(ordered)) - 1


def test_what_the_lead_settled_is_what_the_story_says_and_has_a_reason(team: Project) -> None:
    records = settled(team)
    assert len(records) == 8
    for record in records:
        article = articles.fetch(team.connection, record.sentence.article)
        votes = {vote.span: vote.verdict for vote in story(article.name).votes}
        assert record.verdict == votes[record.sentence.span]
        assert record.note
        opinions = judgments.current_of_article(team.connection, article.id)
        sets = {(j.verdict.state, j.verdict.labels) for j in opinions if j.sentence == record.sentence}
        assert len(sets) > 1, "nobody differed"


def test_agreement_is_that_of_people(agreed: Report) -> None:
    alphas = {label: found.krippendorff_alpha.value or 0 for label, found in agreed.agreement.labels.items()}
    assert set(alphas) == set(LABELS)
    assert all(0.5 <= alpha <= 0.85 for alpha in alphas.values())
    assert min(alphas, key=lambda label: alphas[label]) == "hedge"
    for pair in agreed.agreement.pairs:
        assert 0.35 < (pair.cohen_kappa.value or 0) < 0.95


def test_nothing_is_found_wrong_with_it(team: Project) -> None:
    assert not [*integrity.findings(team.connection)]


def test_the_readme_counts_right(team: Project) -> None:
    count = sum(len(said) for said in judged(team).values())
    assert f"{count:,} judgments of {len(FILES)} stories" in README.read_text(encoding="utf-8")
