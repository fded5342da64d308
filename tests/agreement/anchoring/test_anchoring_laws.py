"""What holds of the pull of suggestions whatever was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.agreement.anchoring.measuring import anchoring
from labeling.agreement.figures import Measure, Why
from tests.agreement.anchoring.answered import Line, Said, answers_of

PEOPLE = ("Ada", "Ben", "Cleo")
_sets = st.sampled_from(("", "h", "d", "hd"))
_times = st.none() | st.integers(1, 400).map(lambda tenths: tenths / 10)


@st.composite
def said(draw: st.DrawFn, shown: st.SearchStrategy[str]) -> Said:
    on_screen = draw(shown)
    seen = "" if on_screen else draw(shown)
    then = draw(_sets) if seen else None
    return Said(draw(_sets | st.just("x")), on_screen, draw(_times), seen=seen, then=then)


def lines(shown: st.SearchStrategy[str]) -> st.SearchStrategy[list[Line]]:
    people = st.dictionaries(st.sampled_from(PEOPLE), said(shown), min_size=1)
    return st.lists(st.builds(Line, st.sampled_from("abcd"), _sets, people), max_size=14)


def measures(value: object) -> Iterator[Measure]:
    if isinstance(value, Measure):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from measures(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from measures(getattr(value, field.name))


@settings(max_examples=60, deadline=None)
@given(lines(_sets), st.permutations(PEOPLE), st.randoms())
def test_the_order_of_people_and_sentences_is_of_no_account(
    rows: list[Line], people: list[str], shuffled: Random
) -> None:
    other = list(rows)
    shuffled.shuffle(other)
    assert anchoring(answers_of(rows), 30) == anchoring(answers_of(other, people), 30)


@settings(max_examples=60, deadline=None)
@given(lines(st.just("")))
def test_where_nothing_was_shown_nothing_can_be_said_of_it(rows: list[Line]) -> None:
    found = anchoring(answers_of(rows), 0)
    assert not found.says_something
    for pull in (*found.labels.values(), *found.annotators.values()):
        assert (pull.outcome.shown, pull.outcome.acceptance.why) == (0, Why.NOTHING_SHOWN)
        assert pull.suggested.difference.why in {Why.NOTHING_SHOWN, Why.NOT_SUGGESTED}
        assert pull.suggested.shown.value is None
        assert pull.added.why == Why.NOTHING_ELSE_SHOWN
    assert found.seconds.shown.median.why == found.seconds.difference.why == Why.NOTHING_SHOWN
    assert found.changes.nearer == found.changes.farther == 0


@settings(max_examples=60, deadline=None)
@given(lines(_sets))
def test_every_figure_has_a_value_or_a_reason_and_counts_add_up(rows: list[Line]) -> None:
    found = anchoring(answers_of(rows), 20)
    for measure in measures(found):
        assert (measure.value is None) <= bool(measure.why)
        assert measure.value is None or measure.interval is not None or measure.why
    for pulls in (found.labels, found.annotators):
        assert sum(pull.outcome.accepted for pull in pulls.values()) == sum(
            source.accepted for source in found.sources.values()
        )
    for pull in found.labels.values():
        contrast = pull.suggested
        if contrast.difference.value is not None:
            assert contrast.shown.value is not None
            assert contrast.not_shown.value is not None
            assert contrast.difference.value == contrast.shown.value - contrast.not_shown.value
    balance = found.balance
    assert balance.sentences == sum(1 for row in rows if row.suggested)
