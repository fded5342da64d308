"""Which judgments may be worth a second look: rules over what was said and what was suggested."""

from __future__ import annotations

import pytest

from labeling.domain.judgments import State, Verdict
from labeling.operations.consistency import STRONG, Note, NoteKind, note_on_repetition, notes_on_suggestions
from labeling.suggestions.suggestion import Cue, Suggestion
from tests.factories import FERRY, sentence_id, small_codebook

CODEBOOK = small_codebook()
NONE = Verdict(State.NONE)
HERE, THERE = sentence_id(FERRY, 1), sentence_id(FERRY, 2)


def labelled(*labels: str) -> Verdict:
    return Verdict(State.LABELLED, labels)


def suggestion(label: str, score: float, *cues: tuple[int, int, str]) -> Suggestion:
    return Suggestion(label, score, tuple(Cue(*cue) for cue in cues), "cues@1")


def found(verdict: Verdict, *suggestions: Suggestion) -> list[Note]:
    return list(notes_on_suggestions(verdict, suggestions, CODEBOOK))


@pytest.mark.parametrize("verdict", [NONE, labelled("denial")])
def test_a_judgment_against_a_strong_cue_is_noted_with_the_words(verdict: Verdict) -> None:
    strong = suggestion("hedge", STRONG, (4, 7, "may"), (9, 13, "seem"))
    assert found(verdict, strong) == [Note(NoteKind.AGAINST, ("hedge",), "may … seem")]


@pytest.mark.parametrize(
    "verdict", [labelled("hedge"), Verdict(), Verdict(State.EXCLUDED), labelled("hedge", "denial")]
)
def test_nothing_is_noted_on_who_followed_it_excluded_the_sentence_or_has_not_judged(verdict: Verdict) -> None:
    assert found(verdict, suggestion("hedge", 0.99, (4, 7, "may"))) == []


def test_a_weaker_cue_is_not_noted() -> None:
    assert found(NONE, suggestion("hedge", STRONG - 0.01, (4, 7, "may"))) == []


def test_several_are_noted_in_the_order_of_the_codebook_each_by_its_own_name() -> None:
    notes = found(NONE, suggestion("denial", 0.95, (0, 3, "not")), suggestion("hedge", 0.95, (4, 7, "may")))
    assert [note.name for note in notes] == ["against:hedge", "against:denial"]


BOTH = labelled("anonymous_source", "on_record")
AIDE, PORT = (0, 7, "An aide"), (20, 28, "the port")


@pytest.mark.parametrize(
    ("suggestions", "noted"),
    [
        ((), True),
        ((suggestion("anonymous_source", 0.9, AIDE),), True),
        ((suggestion("anonymous_source", 0.9, AIDE), suggestion("on_record", 0.8, AIDE)), True),
        ((suggestion("anonymous_source", 0.9, AIDE), suggestion("on_record", 0.4, PORT)), True),
        ((suggestion("anonymous_source", 0.6, AIDE), suggestion("on_record", 0.6, PORT)), False),
    ],
)
def test_two_labels_of_speakers_need_two_speakers(suggestions: tuple[Suggestion, ...], noted: bool) -> None:
    assert [note.kind for note in found(BOTH, *suggestions)] == [NoteKind.ONE_SPEAKER] * noted


def test_one_label_of_a_speaker_needs_none() -> None:
    assert found(labelled("on_record")) == []


def test_the_same_words_judged_otherwise_are_noted_once() -> None:
    others = [(HERE, NONE), (THERE, labelled("hedge")), (HERE, labelled("denial"))]
    assert note_on_repetition(NONE, others) == Note(NoteKind.ELSEWHERE, verdict=labelled("hedge"), sentence=THERE)


@pytest.mark.parametrize("other", [NONE, Verdict(), Verdict(State.NONE, unsure=True, comment="Hm.")])
def test_the_same_decision_is_not_noted_nor_is_none(other: Verdict) -> None:
    assert note_on_repetition(NONE, [(HERE, other)]) is None


def test_who_has_not_judged_is_told_nothing() -> None:
    assert note_on_repetition(Verdict(), [(HERE, NONE)]) is None
