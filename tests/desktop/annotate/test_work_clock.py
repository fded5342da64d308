from __future__ import annotations

import pytest

from desktop.annotate.clock import IDLE_SECONDS, WorkClock


class Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def clock(hand: Hand) -> WorkClock:
    return WorkClock(hand)


def test_time_counts_from_the_moment_a_sentence_is_current(clock: WorkClock, hand: Hand) -> None:
    hand.time += 4
    clock.focus()
    hand.time += 2.5
    assert clock.seconds() == 2.5
    hand.time += 1
    assert clock.seconds() == 3.5


def test_a_pause_does_not_count_at_all(clock: WorkClock, hand: Hand) -> None:
    clock.focus()
    hand.time += 5
    clock.touch()
    hand.time += IDLE_SECONDS + 1
    clock.touch()
    hand.time += 2
    assert clock.seconds() == 7


def test_a_short_rest_counts(clock: WorkClock, hand: Hand) -> None:
    clock.focus()
    hand.time += IDLE_SECONDS
    assert clock.seconds() == IDLE_SECONDS


def test_time_in_another_window_does_not_count(clock: WorkClock, hand: Hand) -> None:
    clock.focus()
    hand.time += 3
    clock.pause()
    hand.time += 10
    clock.touch()
    hand.time += 10
    clock.resume()
    hand.time += 2
    assert clock.seconds() == 5


def test_no_pace_before_there_is_enough_to_tell(clock: WorkClock, hand: Hand) -> None:
    for _ in range(9):
        hand.time += 12
        clock.count_judged()
    assert clock.pace() is None


def test_pace_is_that_of_the_last_half_hour_of_work(clock: WorkClock, hand: Hand) -> None:
    for _ in range(50):
        hand.time += 12
        clock.count_judged()
    assert clock.pace() == 300
    for _ in range(100):
        hand.time += 24
        clock.count_judged()
    assert clock.pace() == pytest.approx(150, abs=5)
