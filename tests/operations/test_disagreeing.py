"""Where people differ: on what, who with whom, what is settled, and in which order they are listed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator, State
from labeling.operations import adjudicating, boundaries, judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.disagreeing import Order, Show, Survey, Wanted, disagreements, survey
from labeling.operations.uniting import unite
from labeling.operations.ways import EXCLUDED
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook

UMA = Annotator("01890a5d-ac96-774b-bcce-b302099a805a", "Uma")
PEOPLE = (INES, TOMAS, UMA)
FIRST, SECOND, THIRD, LAST = (sentence_id(FERRY, index) for index in range(4))
IN_MILL = sentence_id(MILL, 0)
ALL = Wanted(show=Show.ALL)


def judge(project: Project, person: Annotator, sentence: SentenceId, *labels: str) -> None:
    """Say anew what applies; “excluded” alone excludes the sentence."""
    if labels == (EXCLUDED,):
        judging.exclude(project, person, sentence)
        return
    judging.judge_none(project, person, sentence)
    for label in labels:
        judging.toggle_label(project, person, sentence, label)


def found(project: Project) -> Survey:
    read = survey(project)
    assert read is not None
    return read


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """All differ on the first, agree on the second; on the third one excludes; on the last two agree, one is mute."""
    with project_with(tmp_path) as project:
        judge(project, INES, FIRST, "hedge", "denial")
        judge(project, TOMAS, FIRST, "hedge")
        judge(project, UMA, FIRST, "on_record")
        for person in PEOPLE:
            judge(project, person, SECOND, "on_record")
        judge(project, INES, THIRD, EXCLUDED)
        judge(project, TOMAS, THIRD, "denial")
        judge(project, INES, LAST)
        judge(project, TOMAS, LAST)
        judge(project, UMA, IN_MILL, "anonymous_source")
        judge(project, INES, IN_MILL)
        yield project


def test_a_disagreement_says_who_said_what_and_on_which_labels_they_differ(project: Project) -> None:
    first, third, mill = disagreements(project, ALL)
    assert (first.sentence, first.article, first.index, first.text) == (FIRST, "ferry.txt", 0, FERRY[0].text[:29])
    assert first.labels == ("on_record", "hedge", "denial")
    assert [(voice.annotator, voice.verdict.labels) for voice in first.voices] == [
        (INES.id, ("hedge", "denial")),
        (TOMAS.id, ("hedge",)),
        (UMA.id, ("on_record",)),
    ]
    assert (third.labels, [voice.verdict.state for voice in third.voices]) == (
        (EXCLUDED,),
        [State.EXCLUDED, State.LABELLED],
    )
    assert (mill.sentence, mill.labels) == (IN_MILL, ("anonymous_source",))


def test_flags_and_comments_alone_are_no_disagreement(project: Project) -> None:
    judging.toggle_unsure(project, INES, SECOND)
    judging.set_comment(project, TOMAS, SECOND, "Really?")
    assert SECOND not in found(project)


def test_a_label_that_one_codebook_did_not_have_is_not_differed_on(project: Project) -> None:
    judge(project, INES, sentence_id(MILL, 1))
    replace_codebook(project, INES, small_codebook("anonymous_source", "on_record", "hedge", "denial", "rumour"))
    judge(project, TOMAS, sentence_id(MILL, 1), "rumour")
    assert sentence_id(MILL, 1) not in found(project)
    judge(project, UMA, sentence_id(MILL, 1))
    assert found(project).labels_of(sentence_id(MILL, 1)) == ("rumour",)


def test_what_was_taken_back_or_belongs_to_other_boundaries_does_not_count(project: Project) -> None:
    judging.toggle_label(project, UMA, IN_MILL, "anonymous_source")
    judging.toggle_label(project, UMA, IN_MILL, "anonymous_source")
    assert IN_MILL in found(project)
    judging.set_only_label(project, UMA, IN_MILL, "hedge")
    judging.toggle_label(project, UMA, IN_MILL, "hedge")
    assert IN_MILL not in found(project)
    boundaries.join_with_next(project, INES, FIRST)
    assert FIRST not in found(project)


def test_of_two_names_of_one_person_the_latest_judgment_counts(project: Project) -> None:
    judge(project, TOMAS, IN_MILL, "anonymous_source")
    judge(project, INES, IN_MILL, "anonymous_source")
    assert IN_MILL not in found(project)
    judge(project, UMA, IN_MILL, "denial")
    assert IN_MILL in found(project)
    judge(project, TOMAS, IN_MILL, "anonymous_source")
    unite(project, UMA, TOMAS)
    assert IN_MILL not in found(project)
    assert {voice.annotator for voice in found(project).voices_of(FIRST)} == {INES.id, TOMAS.id}


FILTERS = [
    (Wanted(label="denial"), [FIRST]),
    (Wanted(label=EXCLUDED), [THIRD]),
    (Wanted(a=INES.id, b=TOMAS.id), [FIRST, THIRD]),
    (Wanted(a=TOMAS.id, b=INES.id, label="hedge"), []),
    (Wanted(a=UMA.id), [FIRST, IN_MILL]),
    (Wanted(a=UMA.id, b=TOMAS.id), [FIRST]),
    (Wanted(a=UMA.id, label="anonymous_source"), [IN_MILL]),
    (Wanted(article=MILL[0].id), [IN_MILL]),
    (Wanted(unsure=True), [THIRD]),
    (Wanted(commented=True), [IN_MILL]),
    (Wanted(commented=True, unsure=True), []),
]


@pytest.mark.parametrize(("wanted", "expected"), FILTERS)
def test_a_filter_leaves_what_it_names(project: Project, wanted: Wanted, expected: list[SentenceId]) -> None:
    judging.toggle_unsure(project, TOMAS, THIRD)
    judging.set_comment(project, UMA, IN_MILL, "Who?")
    assert found(project).chosen(wanted) == expected


def test_settled_ones_are_listed_apart_and_counted(project: Project) -> None:
    adjudicating.settle_none(project, TOMAS, FIRST)
    adjudicating.settle_none(project, TOMAS, SECOND)
    read = found(project)
    assert read.chosen(Wanted()) == [THIRD, IN_MILL]
    assert read.chosen(Wanted(show=Show.SETTLED)) == [FIRST]
    counts = read.counts(Wanted())
    assert (counts.all, counts.settled, counts.open) == (3, 1, 2)
    assert read.counts(Wanted(label="denial")) == (1, 1, counts.by_label)
    assert dict(counts.by_label) == {"anonymous_source": 1, "on_record": 1, "hedge": 1, "denial": 1, EXCLUDED: 1}
    assert list(counts.by_label) == ["anonymous_source", "on_record", "hedge", "denial", EXCLUDED]


def test_a_survey_follows_what_is_settled_and_unsettled(project: Project) -> None:
    read = found(project)
    before = [read.counts(wanted) for wanted in (Wanted(), Wanted(label=EXCLUDED), Wanted(label="denial"))]
    assert [counts.settled for counts in before] == [0, 0, 0]
    read.settle(THIRD, settled=True)
    read.settle(THIRD, settled=True)
    read.settle(SECOND, settled=True)
    assert (read.chosen(Wanted()), read.counts(Wanted()).settled) == ([FIRST, IN_MILL], 1)
    assert [read.counts(Wanted(label=label)).settled for label in (EXCLUDED, "denial")] == [1, 0]
    read.settle(THIRD, settled=False)
    assert read.chosen(Wanted()) == [FIRST, THIRD, IN_MILL]


def test_by_stake_the_sentence_that_costs_most_agreement_comes_first(project: Project) -> None:
    read = found(project)
    order = read.chosen(Wanted(), Order.STAKE)
    assert order[0] == FIRST
    assert order[-1] == THIRD  # to exclude is no matter of labels
    assert [read.stake_of(sentence) for sentence in order] == sorted(map(read.stake_of, order), reverse=True)


def test_a_project_with_one_annotator_has_nothing_to_settle(tmp_path: Path) -> None:
    with project_with(tmp_path, name="alone") as project:
        judge(project, INES, FIRST, "hedge")
        read = found(project)
        assert (len(read), read.people, read.judged) == (0, (INES.id,), 0)


def test_a_cancelled_survey_says_nothing(project: Project) -> None:
    assert survey(project, lambda: True) is None


VERDICTS = st.sampled_from([None, (), ("hedge",), ("denial",), ("hedge", "denial"), (EXCLUDED,)])
SAID = st.fixed_dictionaries({(person.id, place): VERDICTS for person in PEOPLE for place in range(4)})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(SAID)
def test_a_sentence_disagrees_exactly_when_two_current_judgments_differ(
    tmp_path_factory: pytest.TempPathFactory, said: dict[tuple[str, int], tuple[str, ...] | None]
) -> None:
    with project_with(tmp_path_factory.mktemp("said")) as project:
        for (who, place), labels in said.items():
            if labels is not None:
                person = next(each for each in PEOPLE if each.id == who)
                judge(project, person, sentence_id(FERRY, place), *labels)
        read = found(project)
    for place in range(4):
        of_sentence = [(who, labels) for (who, at), labels in said.items() if at == place and labels is not None]
        differing = {frozenset((a, b)) for (a, one), (b, other) in combinations(of_sentence, 2) if one != other}
        assert (sentence_id(FERRY, place) in read) == bool(differing)
        for a, b in combinations(PEOPLE, 2):
            listed = sentence_id(FERRY, place) in read.chosen(Wanted(a=a.id, b=b.id))
            assert listed == (frozenset((a.id, b.id)) in differing)
