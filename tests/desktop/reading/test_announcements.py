"""What a screen reader says."""

from __future__ import annotations

import pytest

from desktop.reading.announcements import sentence_announcement
from desktop.reading.marks import Mark
from labeling.domain.codebooks import read_codebook
from labeling.domain.judgments import State

CODEBOOK = read_codebook(
    {
        "title": "Small",
        "labels": [
            {"id": "hedge", "name": "Hedge", "definition": "Unsure."},
            {"id": "denial", "name": "Denial", "definition": "Denied."},
        ],
    },
    "The small codebook",
)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Mark(None), "not judged"),
        (Mark(None, suggested=("hedge",)), "not judged, suggestion: hedge"),
        (Mark(State.NONE), "none applies"),
        (Mark(State.EXCLUDED, unsure=True), "excluded; unsure"),
        (Mark(State.LABELLED, ("hedge", "denial")), "hedge, denial"),
        (Mark(State.LABELLED, ("hedge",), suggested=("denial",)), "hedge"),
        (
            Mark(None, ("hedge",), unsettled=True, differing=("denial",)),
            "not settled, agreed: hedge, they differ on: denial",
        ),
        (Mark(None, unsettled=True), "not settled"),
        (Mark(State.NONE, unsure=True, notes=("Look again.",)), "none applies; unsure; note: Look again."),
        (Mark(State.LABELLED, ("gone",), comment="Which one?"), "gone; comment: Which one?"),
    ],
)
def test_a_sentence_is_announced_with_its_state(mark: Mark, said: str) -> None:
    assert sentence_announcement(6, 31, mark, CODEBOOK) == f"Sentence 7 of 31, {said}"
