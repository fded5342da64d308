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
from labeling.export.gold import ADJUDICATED, Gold, Policy, Reason, settle
from labeling.store import adjudications, annotators, codebooks, judgments
from labeling.store.connection import Project
from tests.factories import FERRY, project_with, sentence_id, small_codebook

CODEBOOK = small_codebook()
NONE, EXCLUDED, CLEARED = Verdict(State.NONE), Verdict(State.EXCLUDED), Verdict(comment="unclear")
PEOPLE = tuple(Annotator(named_id(name), name) for name in ("Ada", "Bo", "Cy", "Di"))
VERDICTS = st.one_of(
    st.sampled_from([NONE, EXCLUDED, CLEARED]),
    st.sets(st.sampled_from(["hedge", "denial", "on_record"]), min_size=1).map(lambda labels: said(*labels)),
)


def said(*labels: str) -> Verdict:
    return Verdict(State.LABELLED, CODEBOOK.in_order(labels))


def settled(policy: Policy, *verdicts: Verdict) -> str:
    """Return the outcome in short: labels, state or reason."""
    outcome = settle(policy, CODEBOOK, verdicts)
    if isinstance(outcome, Reason):
        return outcome.value
    assert outcome.source == policy.value
    assert (outcome.state is State.LABELLED) == bool(outcome.labels)
    return " ".join(outcome.labels) or outcome.state.value


@pytest.mark.parametrize("policy", Policy)
def test_an_adjudication_always_wins(policy: Policy) -> None:
    outcome = settle(policy, CODEBOOK, [said("hedge"), said("hedge")], said("denial", "on_record"))
    assert outcome == Gold(State.LABELLED, ("on_record", "denial"), ADJUDICATED)


@pytest.mark.parametrize("policy", Policy)
def test_what_nobody_decided_is_not_judged(policy: Policy) -> None:
    assert settle(policy, CODEBOOK, []) is Reason.UNJUDGED
    assert settle(policy, CODEBOOK, [CLEARED], CLEARED) is Reason.UNJUDGED


def test_without_an_adjudication_nothing_is_adjudicated() -> None:
    assert settle(Policy.ADJUDICATED, CODEBOOK, [said("hedge")]) is Reason.NOT_ADJUDICATED


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
    assert settle(policy, CODEBOOK, verdicts) == settle(policy, CODEBOOK, verdicts[::-1])


@given(st.lists(VERDICTS, min_size=1, max_size=5))
def test_whatever_is_unanimous_has_the_majority(verdicts: list[Verdict]) -> None:
    outcome = settle(Policy.UNANIMOUS, CODEBOOK, verdicts)
    if isinstance(outcome, Gold):
        assert settle(Policy.MAJORITY, CODEBOOK, verdicts) == outcome._replace(source="majority")


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
            expected = settle(Policy.MAJORITY, CODEBOOK, verdicts, decisions.get(index))
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
