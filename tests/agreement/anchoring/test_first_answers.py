"""What counts as the first answer to a sentence, from all that an annotator said of it."""

from __future__ import annotations

from labeling.agreement.anchoring.first_answers import NOTHING, FirstAnswer, Shown, Step, first_answer
from labeling.domain.judgments import Origin, State

HEDGE, DENIAL, ALL = 1, 2, 3
HEDGE_SHOWN, BOTH_SHOWN = Shown(HEDGE, (("cues", HEDGE),)), Shown(ALL, (("cues", ALL),))


def step(
    turn: int,
    labels: int,
    shown: Shown = NOTHING,
    seconds: float | None = None,
    origin: Origin = Origin.HAND,
    state: State | None = None,
) -> Step:
    said = state or (State.LABELLED if labels else State.NONE)
    return Step(turn, origin, said, labels, ALL, shown, seconds)


def answer(*steps: Step) -> FirstAnswer:
    found = first_answer(steps)
    assert found is not None
    return found[0]


def seconds(*steps: Step) -> float | None:
    found = first_answer(steps)
    assert found is not None
    return found[1]


def test_two_labels_take_two_keys_and_are_one_answer() -> None:
    typed = step(1, HEDGE, HEDGE_SHOWN, 2.0), step(2, ALL, HEDGE_SHOWN, 6.5)
    assert answer(*typed).labels == ALL
    assert seconds(*typed) == 6.5


def test_what_is_said_after_another_sentence_was_judged_is_a_revision() -> None:
    assert answer(step(1, HEDGE, HEDGE_SHOWN), step(3, ALL, HEDGE_SHOWN)).labels == HEDGE


def test_what_is_said_with_something_else_on_screen_is_a_revision() -> None:
    revised = step(1, 0, seconds=2.0), step(2, HEDGE, HEDGE_SHOWN, 5.0)
    assert answer(*revised) == FirstAnswer(0, ALL, False, NOTHING, seen=HEDGE, then=HEDGE)
    assert seconds(*revised) == 2.0


def test_what_was_taken_back_at_once_was_no_answer() -> None:
    slip = step(1, HEDGE, HEDGE_SHOWN), step(2, 0, origin=Origin.UNDO, state=State.CLEARED)
    assert first_answer(slip) is None
    assert answer(*slip, step(3, DENIAL, HEDGE_SHOWN)).labels == DENIAL
    assert answer(*slip, step(9, DENIAL, BOTH_SHOWN)).shown == BOTH_SHOWN


def test_flags_and_comments_decide_nothing() -> None:
    assert first_answer([step(1, 0, state=State.CLEARED)]) is None
    found = answer(step(1, HEDGE, HEDGE_SHOWN), step(2, HEDGE), step(3, ALL, HEDGE_SHOWN))
    assert (found.labels, found.shown) == (ALL, HEDGE_SHOWN)


def test_who_began_with_imported_judgments_can_only_revise() -> None:
    assert first_answer([step(1, HEDGE, origin=Origin.IMPORT)]) is None
    assert first_answer([step(1, HEDGE, origin=Origin.IMPORT), step(5, ALL, HEDGE_SHOWN)]) is None


def test_enter_takes_over_what_is_shown_and_stays() -> None:
    taken = step(1, ALL, BOTH_SHOWN, origin=Origin.SUGGESTION)
    assert answer(taken).taken == ALL
    assert answer(taken, step(2, HEDGE, BOTH_SHOWN)).taken == HEDGE


def test_the_last_change_with_something_on_screen_counts() -> None:
    before = step(1, HEDGE)
    assert answer(before, step(3, ALL, BOTH_SHOWN), step(5, DENIAL, BOTH_SHOWN)).then == DENIAL
    assert answer(before, step(3, HEDGE, BOTH_SHOWN)).then is None
    assert answer(before, step(3, ALL)).then is None
    assert answer(step(1, HEDGE, HEDGE_SHOWN), step(3, ALL, BOTH_SHOWN)).then is None


def test_excluded_and_none_are_answers_without_labels() -> None:
    found = answer(step(1, 0, HEDGE_SHOWN, state=State.EXCLUDED))
    assert (found.excluded, found.labels) == (True, 0)
    assert not answer(step(1, 0, HEDGE_SHOWN)).excluded
