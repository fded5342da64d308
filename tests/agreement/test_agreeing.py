"""Agreement of whole projects: what counts as a judgment, and the way back to the sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.agreement import finding
from labeling.agreement.confusion import confused
from labeling.agreement.figures import Confusion, Crossed, Why
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.operations import boundaries, judging
from labeling.operations.agreeing import Report, agree
from labeling.operations.codebooks import replace_codebook
from labeling.store.connection import Project
from tests.export.datasets import LEAD, adjudicate
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook

UMA = Annotator("01890a5d-ac96-774b-bcce-b302099a805a", "Uma")
OTHER_INES = Annotator("01890a5d-ac96-774b-bcce-b302099a805b", "Ines")
FIRST, SECOND, THIRD, LAST = (sentence_id(FERRY, index) for index in range(4))
IN_MILL = sentence_id(MILL, 0)


def report_of(project: Project, draws: int = 0) -> Report:
    report = agree(project, draws=draws)
    assert report is not None
    return report


def judge(project: Project, person: Annotator, sentence: SentenceId, *labels: str) -> None:
    for label in labels:
        judging.toggle_label(project, person, sentence, label)
    if not labels:
        judging.judge_none(project, person, sentence)


@pytest.fixture
def judged(tmp_path: Path) -> Project:
    """The second is unsure, the third excluded by one; of the last, one judgment was taken back."""
    project = project_with(tmp_path)
    for person in (INES, TOMAS):
        judge(project, person, FIRST, "hedge")
    judge(project, INES, SECOND, "hedge", "on_record")
    judge(project, TOMAS, SECOND, "denial", "on_record")
    judging.toggle_unsure(project, TOMAS, SECOND)
    judging.exclude(project, INES, THIRD)
    judge(project, TOMAS, THIRD)
    judge(project, INES, LAST)
    judge(project, TOMAS, LAST, "denial")
    judging.toggle_label(project, TOMAS, LAST, "denial")
    judge(project, INES, IN_MILL)
    judge(project, TOMAS, IN_MILL)
    return project


def test_unseen_is_missing_none_is_a_vote_and_excluded_a_decision_of_its_own(judged: Project) -> None:
    with judged:
        found = report_of(judged).agreement
    hedge = found.labels["hedge"]
    assert (found.annotators, found.articles, found.sentences) == (("Ines", "Tomás"), 2, 5)
    assert (hedge.percent_agreement.sentences, hedge.prevalence.sentences) == (3, 5)
    assert hedge.percent_agreement.value == pytest.approx(2 / 3)
    assert hedge.prevalence.value == pytest.approx((1 + 1 / 2 + 0 + 0 + 0) / 5)
    excluded = found.excluded
    assert excluded.percent_agreement.sentences == 4
    assert excluded.percent_agreement.value == pytest.approx(3 / 4)
    assert excluded.prevalence.value == pytest.approx((1 / 2) / 5)
    (pair,) = (pair for pair in found.pairs if pair.label == "hedge")
    assert pair.crossed == Crossed(neither=1, only_other=0, only_one=1, both=1)


def test_sets_are_compared_as_wholes(judged: Project) -> None:
    with judged:
        found = report_of(judged).agreement.sets
    assert found.exact_match.value == pytest.approx(2 / 3)
    observed, judgments = 1 - 1 / 3 * 1 / 3, 6
    between = {("h", "h"): 0, ("h", "hr"): 2 / 3, ("h", "dr"): 1, ("h", ""): 1, ("hr", "dr"): 8 / 9, ("", ""): 0}
    values = ["h", "h", "hr", "dr", "", ""]
    expected = sum(
        between.get((one, other), between.get((other, one), 1))
        for place, one in enumerate(values)
        for other in values[place + 1 :]
    )
    alpha = 1 - (judgments - 1) * 2 * observed / (2 * expected)
    assert found.krippendorff_alpha_masi.value == pytest.approx(alpha)


def test_figures_lead_to_their_sentences(judged: Project) -> None:
    with judged:
        report = report_of(judged)
        opinions = report.judged
        found = {
            "hedge": report.sentences(finding.disagreements(opinions, "hedge")),
            "record": report.sentences(finding.disagreements(opinions, "on_record", "Ines", "Tomás")),
            "sets": report.sentences(finding.differing_sets(opinions, "Ines")),
            "excluded": report.sentences(finding.differing_exclusions(opinions, "Tomás", "Ines")),
            "given": report.sentences(finding.given(opinions, "hedge", "Ines")),
            "put aside": report.sentences(finding.excluded(opinions)),
            "compared": report.sentences(finding.compared(opinions, "denial", "Ines", "Tomás")),
            "rest": report.sentences(finding.against_rest(opinions, "hedge", "Tomás")),
            "confused": report.sentences(confused(opinions, "Ines", "Tomás", "hedge", "denial")),
        }
    assert found == {
        "hedge": [SECOND],
        "record": [],
        "sets": [SECOND],
        "excluded": [THIRD],
        "given": [FIRST, SECOND],
        "put aside": [THIRD],
        "compared": [FIRST, SECOND, IN_MILL],
        "rest": [SECOND],
        "confused": [SECOND],
    }


def test_labels_that_are_taken_for_one_another_are_counted(judged: Project) -> None:
    with judged:
        report = report_of(judged)
    assert report.confusions == (Confusion("Ines", "Tomás", "hedge", "denial", 1),)


def test_annotators_are_compared_with_what_was_settled(judged: Project) -> None:
    with judged:
        adjudicate(judged, FIRST, Verdict(State.NONE))
        adjudicate(judged, SECOND, Verdict(State.LABELLED, ("denial",)))
        adjudicate(judged, THIRD, Verdict(State.EXCLUDED))
        adjudicate(judged, LAST, Verdict(State.NONE))
        adjudicate(judged, LAST, Verdict(State.CLEARED))
        report = report_of(judged)
        wrong = report.sentences(finding.against_gold(report.judged, "hedge", "Ines"))
    assert LEAD.name not in report.agreement.annotators
    against = {(each.annotator, each.label): each for each in report.annotators.against_gold}
    assert against["Ines", "hedge"].crossed == Crossed(neither=0, only_other=0, only_one=2, both=0)
    assert against["Ines", "hedge"].precision.value == 0
    assert against["Ines", "hedge"].recall.why == Why.NOT_BY_OTHER
    assert against["Tomás", "denial"].crossed == Crossed(neither=1, only_other=0, only_one=0, both=1)
    assert against["Tomás", "denial"].cohen_kappa.value == 1
    assert wrong == [FIRST, SECOND]


def test_a_label_that_only_some_versions_have_is_missing_in_the_others(judged: Project) -> None:
    with judged:
        wider = small_codebook("anonymous_source", "on_record", "hedge", "denial", "satire")
        replace_codebook(judged, INES, wider)
        judge(judged, INES, IN_MILL, "satire")
        found = report_of(judged).agreement
        assert list(found.labels)[-1] == "satire"
        assert found.labels["satire"].prevalence.value == 1
        assert found.labels["satire"].percent_agreement.why == Why.ONE_ANNOTATOR
        assert found.sets.labels == ("anonymous_source", "on_record", "hedge", "denial")
        judge(judged, TOMAS, IN_MILL, "hedge")
        found = report_of(judged).agreement
    assert found.labels["satire"].percent_agreement.value == 0
    assert found.labels["hedge"].percent_agreement.sentences == 3


def test_a_judgment_of_a_sentence_that_was_split_counts_no_more(judged: Project) -> None:
    with judged:
        boundaries.split_sentence(judged, INES, FIRST, FIRST.start + 9)
        report = report_of(judged)
    assert report.agreement.sentences == 4
    assert FIRST not in report.sentences(finding.given(report.judged, "hedge"))


def test_people_of_the_same_name_are_told_apart(judged: Project) -> None:
    with judged:
        judge(judged, OTHER_INES, FIRST, "denial")
        assert report_of(judged).agreement.annotators == ("Ines", "Ines (2)", "Tomás")


def test_three_are_compared_with_the_majority_and_left_out_in_turn(judged: Project) -> None:
    with judged:
        for sentence, labels in ((FIRST, ("hedge",)), (SECOND, ("denial",)), (IN_MILL, ())):
            judge(judged, UMA, sentence, *labels)
        report = report_of(judged)
    opinions = report.judged
    among_others = report.sentences(finding.disagreements_without(opinions, "denial", "Tomás"))
    complete = report.sentences(finding.complete(opinions, "denial"))
    rest = {(each.annotator, each.label): each for each in report.annotators.against_rest}
    assert rest["Ines", "denial"].crossed == Crossed(neither=2, only_other=1, only_one=0, both=0)
    assert rest["Uma", "hedge"].crossed == Crossed(neither=1, only_other=0, only_one=0, both=1)
    without = {each.annotator: each.labels for each in report.annotators.without}
    assert without["Ines"]["denial"].value == without["Ines"]["hedge"].value == 1
    assert (without["Tomás"]["denial"].value or 0) < 1
    assert (among_others, complete) == ([SECOND], [FIRST, SECOND, IN_MILL])
    rates = {each.annotator: each for each in report.annotators.rates}
    assert rates["Ines"].labels["hedge"].value == pytest.approx(2 / 4)
    assert rates["Ines"].excluded.value == pytest.approx(1 / 5)
    assert rates["Uma"].excluded.value == 0


@pytest.mark.parametrize("people", [(), (INES,), (INES, TOMAS)])
def test_without_overlap_everything_is_undefined_with_a_reason(tmp_path: Path, people: tuple[Annotator, ...]) -> None:
    with project_with(tmp_path) as project:
        for person, sentence in zip(people, (FIRST, IN_MILL), strict=False):
            judge(project, person, sentence, "hedge")
        report = report_of(project, draws=50)
    measures = [report.agreement.labels["hedge"].krippendorff_alpha, report.agreement.sets.exact_match]
    why = (Why.NOBODY, Why.ONE_ANNOTATOR, Why.NO_OVERLAP)[len(people)]
    assert [(measure.value, measure.interval, measure.why) for measure in measures] == [(None, None, why)] * 2
    assert not report.batches
    assert not report.confusions
    assert len(report.agreement.pairs) == (4 if len(people) == 2 else 0)


def test_who_has_only_excluded_is_an_annotator_without_labels(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judge(project, INES, FIRST, "hedge")
        for person in (TOMAS, UMA):
            judging.exclude(project, person, FIRST)
        report = report_of(project)
    assert report.agreement.annotators == ("Ines", "Tomás", "Uma")
    assert report.agreement.labels["hedge"].percent_agreement.why == Why.ONE_ANNOTATOR
    assert report.agreement.excluded.percent_agreement.value == pytest.approx(1 / 3)
    assert report.annotators.rates[1].labels["hedge"].why == Why.NOT_ASKED


def test_it_can_be_cancelled(judged: Project) -> None:
    told: list[tuple[int, int, str]] = []
    with judged:
        assert agree(judged, cancelled=lambda: True) is None
        assert agree(judged, draws=0, on_progress=lambda *step: told.append(step)) is not None
    assert told[0] == (0, 2, "")
