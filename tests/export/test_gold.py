"""Gold policies on cases worked out by hand, and against the view `gold` that other tools read."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.ids import named_id, uuid7
from labeling.domain.judgments import Adjudication, Annotator, Judgment, State, Verdict
from labeling.export.gold import ADJUDICATED, Gold, Opinion, Policy, Rating, Reason, rate, settle, targets
from labeling.store import adjudications, annotators, codebooks, judgments
from labeling.store.connection import Project
from tests.factories import FERRY, project_with, sentence_id, small_codebook

CODEBOOK = small_codebook()
LABELS = tuple(label.id for label in CODEBOOK.labels)
OLDER = frozenset({"on_record", "hedge"})
NONE, EXCLUDED, CLEARED = Verdict(State.NONE), Verdict(State.EXCLUDED), Verdict(comment="unclear")
PEOPLE = tuple(Annotator(named_id(name), name) for name in ("Ada", "Bo", "Cy", "Di"))
VERDICTS = st.one_of(
    st.sampled_from([NONE, EXCLUDED, CLEARED]),
    st.sets(st.sampled_from(["hedge", "denial", "on_record"]), min_size=1).map(lambda labels: said(*labels)),
)


def said(*labels: str) -> Verdict:
    return Verdict(State.LABELLED, CODEBOOK.in_order(labels))


def asked_all(verdict: Verdict) -> Opinion:
    return Opinion(verdict, frozenset(LABELS))


def opinions(verdicts: Sequence[Verdict]) -> list[Opinion]:
    """Verdicts under one codebook, which has all labels."""
    return [asked_all(verdict) for verdict in verdicts]


def settled(policy: Policy, *verdicts: Verdict) -> str:
    """Return the outcome in short: labels, state or reason."""
    outcome = settle(policy, LABELS, opinions(verdicts))
    if isinstance(outcome, Reason):
        return outcome.value
    assert outcome.source == policy.value
    assert (outcome.state is State.LABELLED) == bool(outcome.labels)
    return " ".join(outcome.labels) or outcome.state.value


@pytest.mark.parametrize("policy", Policy)
def test_an_adjudication_always_wins(policy: Policy) -> None:
    hedges = opinions([said("hedge"), said("hedge")])
    outcome = settle(policy, LABELS, hedges, asked_all(said("denial", "on_record")))
    assert outcome == Gold(State.LABELLED, ("on_record", "denial"), ADJUDICATED)


@pytest.mark.parametrize("policy", Policy)
def test_what_nobody_decided_is_not_judged(policy: Policy) -> None:
    assert settle(policy, LABELS, []) is Reason.UNJUDGED
    assert settle(policy, LABELS, opinions([CLEARED]), asked_all(CLEARED)) is Reason.UNJUDGED


def test_without_an_adjudication_nothing_is_adjudicated() -> None:
    assert settle(Policy.ADJUDICATED, LABELS, opinions([said("hedge")])) is Reason.NOT_ADJUDICATED


@pytest.mark.parametrize(
    ("verdicts", "majority", "unanimous", "any_of_them"),
    [
        ([said("hedge")], "hedge", "hedge", "hedge"),
        ([NONE], "none", "none", "none"),
        ([EXCLUDED], "excluded", "excluded", "excluded"),
        ([NONE, CLEARED], "none", "none", "none"),
        ([said("hedge"), NONE], "tie", "not unanimous", "hedge"),
        ([said("hedge"), NONE, NONE], "none", "not unanimous", "hedge"),
        ([said("hedge"), said("hedge"), said("denial")], "hedge", "not unanimous", "hedge denial"),
        ([said("hedge"), said("on_record"), said("denial")], "none", "not unanimous", "on_record hedge denial"),
        ([said("hedge", "denial"), said("hedge")], "tie", "not unanimous", "hedge denial"),
        ([EXCLUDED, said("hedge")], "tie", "not unanimous", "hedge"),
        ([EXCLUDED, EXCLUDED, said("hedge")], "excluded", "not unanimous", "excluded"),
        ([EXCLUDED, said("hedge"), said("hedge")], "hedge", "not unanimous", "hedge"),
        ([EXCLUDED, said("hedge"), NONE], "tie", "not unanimous", "hedge"),
        ([said("denial", "hedge"), said("hedge", "denial")], "hedge denial", "hedge denial", "hedge denial"),
    ],
)
def test_policies_on_cases_worked_out_by_hand(
    verdicts: Sequence[Verdict], majority: str, unanimous: str, any_of_them: str
) -> None:
    assert settled(Policy.MAJORITY, *verdicts) == majority
    assert settled(Policy.UNANIMOUS, *verdicts) == unanimous
    assert settled(Policy.ANY, *verdicts) == any_of_them


@given(st.lists(VERDICTS, max_size=5), st.sampled_from(Policy))
def test_the_order_of_the_annotators_does_not_matter(verdicts: list[Verdict], policy: Policy) -> None:
    assert settle(policy, LABELS, opinions(verdicts)) == settle(policy, LABELS, opinions(verdicts[::-1]))


@given(st.lists(VERDICTS, min_size=1, max_size=5))
def test_whatever_is_unanimous_has_the_majority(verdicts: list[Verdict]) -> None:
    outcome = settle(Policy.UNANIMOUS, LABELS, opinions(verdicts))
    if isinstance(outcome, Gold):
        assert settle(Policy.MAJORITY, LABELS, opinions(verdicts)) == outcome._replace(source="majority")


def test_a_label_that_the_codebook_did_not_have_is_unknown() -> None:
    outcome = settle(
        Policy.MAJORITY, LABELS, [Opinion(said("hedge"), OLDER), Opinion(NONE, OLDER), Opinion(NONE, OLDER)]
    )
    assert outcome == Gold(State.NONE, (), "majority", unknown=("anonymous_source", "denial"))
    assert targets(outcome, LABELS) == (None, 0, 0, None)


def test_only_those_who_were_asked_about_a_label_have_a_vote_on_it() -> None:
    older = [Opinion(NONE, OLDER), Opinion(NONE, OLDER)]
    outcome = settle(Policy.MAJORITY, LABELS, [*older, asked_all(said("denial"))])
    assert outcome == Gold(State.LABELLED, ("denial",), "majority")
    assert rate(LABELS, [*older, asked_all(said("denial"))])[3] == Rating(yes=1, no=0)


@pytest.mark.parametrize("policy", Policy)
def test_an_adjudication_too_knows_only_the_labels_of_its_codebook(policy: Policy) -> None:
    outcome = settle(policy, LABELS, opinions([said("denial")]), Opinion(said("hedge"), OLDER))
    assert outcome == Gold(State.LABELLED, ("hedge",), ADJUDICATED, unknown=("anonymous_source", "denial"))


def test_a_soft_label_is_the_share_of_those_who_were_asked() -> None:
    votes = [asked_all(said("hedge")), asked_all(NONE), Opinion(said("hedge"), OLDER), asked_all(EXCLUDED)]
    shares = dict(zip(LABELS, (rating.share for rating in rate(LABELS, votes)), strict=True))
    assert shares == {"anonymous_source": 0, "on_record": 0, "hedge": 0.6667, "denial": 0}
    assert [rating.share for rating in rate(LABELS, [asked_all(EXCLUDED)])] == [None] * 4


def test_what_is_not_prose_or_not_settled_has_no_target() -> None:
    assert targets(Gold(State.EXCLUDED, (), "majority"), LABELS) == (None,) * 4
    assert targets(Reason.TIE, LABELS) == (None,) * 4


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), VERDICTS, max_size=12),
    st.dictionaries(st.integers(0, 3), VERDICTS, max_size=2),
)
def test_the_view_gold_settles_by_majority_too(
    votes: Mapping[tuple[int, int], Verdict], decisions: Mapping[int, Verdict]
) -> None:
    with tempfile.TemporaryDirectory() as folder, project_with(Path(folder), FERRY) as project:
        write(project, votes, decisions)
        for index in range(4):
            verdicts = [verdict for (place, _), verdict in votes.items() if place == index]
            decision = asked_all(decisions[index]) if index in decisions else None
            expected = settle(Policy.MAJORITY, LABELS, opinions(verdicts), decision)
            assert in_view(project, index) == expected


def write(project: Project, votes: Mapping[tuple[int, int], Verdict], decisions: Mapping[int, Verdict]) -> None:
    """Write votes by sentence and annotator, over earlier ones that no longer count, and adjudications by sentence."""
    with project.write() as db:
        version = codebooks.current(db).hash
        for person in PEOPLE:
            annotators.add(db, person)
        for verdicts in (dict.fromkeys(votes, EXCLUDED), votes):
            for (index, who), verdict in verdicts.items():
                judgment = Judgment(uuid7(), sentence_id(FERRY, index), PEOPLE[who].id, verdict, version)
                judgments.append(db, judgment)
        for settlements in (dict.fromkeys(decisions, said("hedge")), decisions):
            for index, verdict in settlements.items():
                adjudications.append(
                    db, Adjudication(uuid7(), sentence_id(FERRY, index), PEOPLE[0].id, verdict, version)
                )


def in_view(project: Project, index: int) -> Gold | Reason:
    """Ask as another tool does, with a connection of its own."""
    with closing(sqlite3.connect(project.path)) as db:
        query = "SELECT state, labels, source FROM gold WHERE sentence = ?"
        row = db.execute(query, (str(sentence_id(FERRY, index)),)).fetchone()
    if row is None:
        return Reason.UNJUDGED
    state, labels, source = row
    if state is None:
        assert labels is None
        return Reason.TIE
    return Gold(State(state), CODEBOOK.in_order(json.loads(labels)), source)
