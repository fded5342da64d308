"""What an annotator said of a sentence first: the only answer that a suggestion on screen can have pulled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from labeling.domain.judgments import Origin, State

_OWN = frozenset({Origin.HAND, Origin.SUGGESTION})


class Shown(NamedTuple):
    """Suggestions on screen: their labels as bits, and those of each source by its name."""

    labels: int = 0
    sources: tuple[tuple[str, int], ...] = ()


NOTHING = Shown()


class Step(NamedTuple):
    """One judgment of a sentence. `turn` is its place among all that the annotator said of anything, from 1.

    `labels` and `known` (those of the codebook that it was made under) are bits.
    """

    turn: int
    origin: str
    state: str
    labels: int
    known: int
    shown: Shown
    seconds: float | None

    @property
    def says(self) -> tuple[str, int]:
        return self.state, self.labels


class FirstAnswer(NamedTuple):
    """What was said first, with what on screen; all sets of labels are bits.

    `taken` are the labels that Enter took over. `seen` is what was on screen when the annotator, who had decided with
    nothing there, last decided anew; then they said `then` (None where they never did).
    """

    labels: int
    known: int
    excluded: bool
    shown: Shown
    taken: int = 0
    seen: int = 0
    then: int | None = None


# With the seconds that it took, None where they were not measured.
Timed = tuple[FirstAnswer, float | None]


def first_answer(steps: Sequence[Step]) -> Timed | None:
    """Return the first answer of an annotator to a sentence, from all that they said of it in order; None without one.

    An answer is what they have said by the time they go on: two labels take two keys, and so two judgments. It ends
    with a judgment of another sentence, or when something else is on screen. Flags, comments and what undo brings back
    decide nothing of their own. Who began with imported judgments can only revise these.
    """
    for begin, end in _visits(steps):
        visit = steps[begin:end]
        decided = next((step for step in visit if step.state != State.CLEARED), None)
        if decided is not None and decided.origin not in _OWN:
            return None
        if decided is not None and visit[-1].state != State.CLEARED:
            return _answer(visit, decided.shown, steps[end:])
    return None


def _answer(visit: Sequence[Step], shown: Shown, later: Sequence[Step]) -> Timed:
    last, taken, seconds = visit[-1], 0, None
    for step in visit:
        if step.origin == Origin.SUGGESTION:
            taken |= step.labels & shown.labels
        if step.seconds is not None and step.origin in _OWN:
            seconds = step.seconds
    seen, then = (0, None) if shown.labels else _revised(last, later)
    excluded = last.state == State.EXCLUDED
    answer = FirstAnswer(last.labels, last.known, excluded, shown, taken & last.labels, seen, then)
    return answer, seconds


def _revised(last: Step, later: Sequence[Step]) -> tuple[int, int | None]:
    """Return what was on screen when the annotator last decided anew with something there, and what they said then."""
    found: tuple[int, int | None] = (0, None)
    for before, step in pairwise((last, *later)):
        if step.origin in _OWN and step.shown.labels and step.says != before.says and step.state != State.CLEARED:
            found = step.shown.labels, step.labels
    return found


def _visits(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of what was said in one go, with the same on screen."""
    begin = 0
    for place, (before, step) in enumerate(pairwise(steps), 1):
        if step.turn != before.turn + 1 or _begins_anew(steps[begin:place], step):
            yield begin, place
            begin = place
    yield begin, len(steps)


def _begins_anew(visit: Sequence[Step], step: Step) -> bool:
    """Return whether a step decides with something else on screen than the ones before."""
    decided = [each for each in visit if each.state != State.CLEARED and each.origin in _OWN]
    if not decided or step.origin not in _OWN or step.says == visit[-1].says:
        return False
    return step.shown.labels != decided[0].shown.labels
