from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from desktop.verdict_words import (
    act_in_words,
    state_in_words,
    step_in_words,
    time_in_words,
    verdict_in_words,
)
from labeling.domain.changes import Act
from labeling.domain.judgments import Evidence, Judgment, Origin, State, Verdict
from tests.factories import FERRY, INES, sentence_id, small_codebook

BOOK = small_codebook("hedge", "denial")
NOW = datetime(2031, 10, 3, 14, 7, tzinfo=UTC)
LABELLED = Verdict(State.LABELLED, ("hedge", "denial"))
NOBODY_KNOWS = "a label of another codebook"


def id_of(moment: datetime) -> str:
    """A judgment's id with this moment in it."""
    milliseconds = int(moment.timestamp() * 1000)
    return str(uuid.UUID(int=(milliseconds << 80) | (7 << 76) | (2 << 62)))


def judgment(verdict: Verdict, moment: datetime = NOW, origin: Origin = Origin.HAND) -> Judgment:
    return Judgment(id_of(moment), sentence_id(FERRY, 0), INES.id, verdict, BOOK.hash, origin=origin)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(), "not judged"),
        (Verdict(State.NONE), "none applies"),
        (Verdict(State.EXCLUDED, unsure=True), "excluded; unsure"),
        (LABELLED, "hedge, denial"),
        (
            Verdict(State.LABELLED, ("hedge",), comment="?", evidence=(Evidence("hedge", 0, 3),)),
            "hedge; words marked; comment",
        ),
        (Verdict(State.LABELLED, (NOBODY_KNOWS,)), NOBODY_KNOWS),
    ],
)
def test_verdicts(verdict: Verdict, words: str) -> None:
    assert verdict_in_words(verdict, BOOK) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (None, "Not judged yet"),
        (judgment(Verdict(unsure=True)), "Not judged yet"),
        (judgment(LABELLED), "Labelled 14:07 · by hand"),
        (judgment(Verdict(State.NONE), origin=Origin.IMPORT), "None applies 14:07 · imported"),
        (judgment(Verdict(State.EXCLUDED), origin=Origin.UNDO), "Excluded 14:07 · by undo or redo"),
    ],
)
def test_states(said: Judgment | None, words: str) -> None:
    assert state_in_words(said, NOW) == words


@pytest.mark.parametrize(
    ("before", "words"),
    [(timedelta(hours=3), "11:07"), (timedelta(days=2), "1 Oct 14:07"), (timedelta(days=365), "3 Oct 2030 14:07")],
)
def test_times_have_their_date_unless_it_is_today(before: timedelta, words: str) -> None:
    assert time_in_words(id_of(NOW - before), NOW) == words


@pytest.mark.parametrize(
    ("act", "verdict", "words"),
    [
        (Act.JUDGED, Verdict(State.NONE), "Sentence 6: none applies"),
        (Act.MARKED, LABELLED, "Sentence 6: hedge, denial"),
        (Act.JUDGED, Verdict(), "Sentence 6: not judged"),
        (Act.FLAGGED, Verdict(unsure=True), "Sentence 6: unsure"),
        (Act.FLAGGED, LABELLED, "Sentence 6: no longer unsure"),
        (Act.COMMENTED, Verdict(comment="why?"), "Sentence 6: comment"),
        (Act.COMMENTED, Verdict(), "Sentence 6: no comment"),
        (Act.SPLIT, Verdict(), "Sentence 6 split in two"),
        (Act.JOINED, Verdict(), "Sentence 6 joined with the next"),
    ],
)
def test_acts(act: Act, verdict: Verdict, words: str) -> None:
    assert act_in_words(act, 6, verdict, BOOK) == words


@pytest.mark.parametrize(
    ("step", "act", "words"),
    [
        (-1, Act.JUDGED, "Undone: sentence 6 is now: hedge, denial"),
        (1, Act.COMMENTED, "Redone: sentence 6 is now: hedge, denial"),
        (-1, Act.SPLIT, "Undone: boundaries of sentence 6"),
    ],
)
def test_steps(step: int, act: Act, words: str) -> None:
    assert step_in_words(step, act, 6, LABELLED, BOOK) == words
