"""What the votes on a sentence propose: a majority, what is even, and what all agree on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.domain.judgments import Judgment, State, Verdict
from labeling.operations.codebooks import replace_codebook
from labeling.operations.proposing import Proposal, propose
from labeling.store import codebooks
from labeling.store.connection import Project
from tests.factories import FERRY, INES, project_with, sentence_id, small_codebook

NONE, EXCLUDED = Verdict(State.NONE), Verdict(State.EXCLUDED)
LABELS = ("anonymous_source", "on_record", "hedge", "denial")


def said(*labels: str) -> Verdict:
    return Verdict(State.LABELLED, labels)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        yield project


def proposed(project: Project, *verdicts: Verdict, version: str = "") -> Proposal:
    codebook = codebooks.current(project.connection)
    judgments = [
        Judgment(str(place), sentence_id(FERRY, 0), str(place), verdict, version or codebook.hash)
        for place, verdict in enumerate(verdicts)
    ]
    return propose(project, codebook, judgments)


CASES = [
    ([], Proposal()),
    ([Verdict(comment="Hm.")], Proposal()),
    ([NONE, NONE, said("hedge")], Proposal(NONE)),
    ([said("hedge", "denial"), said("hedge"), said("hedge")], Proposal(said("hedge"), agreed=("hedge",))),
    ([said("hedge"), said("hedge", "denial"), said("denial")], Proposal(said("hedge", "denial"))),
    ([said("hedge"), said("denial")], Proposal(even=frozenset({"hedge", "denial"}))),
    ([said("hedge", "denial"), said("hedge")], Proposal(even=frozenset({"denial"}), agreed=("hedge",))),
    ([EXCLUDED, EXCLUDED, said("hedge")], Proposal(EXCLUDED, agreed=("hedge",))),
    ([EXCLUDED, said("hedge")], Proposal(even=frozenset(LABELS), agreed=("hedge",))),
]


@pytest.mark.parametrize(("verdicts", "expected"), CASES)
def test_more_than_half_are_a_majority(project: Project, verdicts: list[Verdict], expected: Proposal) -> None:
    assert proposed(project, *verdicts) == expected


def test_who_was_not_asked_for_a_label_has_no_vote_on_it(project: Project) -> None:
    before = codebooks.current(project.connection).hash
    replace_codebook(project, INES, small_codebook(*LABELS, "rumour"))
    codebook = codebooks.current(project.connection)
    judgments = [
        Judgment(str(place), sentence_id(FERRY, 0), str(place), verdict, version)
        for place, (verdict, version) in enumerate([(NONE, before), (NONE, before), (said("rumour"), codebook.hash)])
    ]
    assert propose(project, codebook, judgments) == Proposal(said("rumour"), agreed=("rumour",))


def test_a_label_that_is_said_first_brings_what_all_agree_on(project: Project) -> None:
    codebook = codebooks.current(project.connection)
    proposal = proposed(project, said("on_record", "denial"), said("on_record"))
    assert proposal.with_label("hedge", codebook) == said("on_record", "hedge")
    assert proposal.with_label("denial", codebook) == said("on_record", "denial")
    assert proposal.with_label("on_record", codebook) == said("on_record")
