from __future__ import annotations

from collections.abc import Sequence

import pytest

from labeling.agreement.confusion import between_labels, confused, confusions
from labeling.agreement.figures import Confusion
from labeling.agreement.judged import Judged, Place, read
from labeling.agreement.ratings import Ballot, Ratings

LABELS = ("hedge", "denial", "satire")
ONLY_TWO = LABELS[:2]
Said = tuple[Ballot, ...]


def judged(*sentences: Said) -> Judged:
    ratings: Ratings[Said] = Ratings(LABELS, lambda said: said)
    ratings.add("a", sentences)
    return read(ratings)


def said(ada: str, ben: str, known: Sequence[str] = LABELS) -> Said:
    return Ballot("Ada", tuple(ada.split()), LABELS), Ballot("Ben", tuple(ben.split()), tuple(known))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (said("hedge", "denial"), {("hedge", "denial")}),
        (said("hedge satire", "denial satire"), {("hedge", "denial")}),
        (said("hedge satire", "denial"), {("hedge", "denial"), ("satire", "denial")}),
        (said("hedge", "hedge"), set()),
        (said("hedge denial", "denial"), {("hedge", "")}),
        (said("", "satire"), {("", "satire")}),
        (said("", ""), set()),
        (said("satire", "denial", ONLY_TWO), {("", "denial")}),  # Ben could not have said satire
        ((Ballot("Ada", ("hedge",), LABELS), Ballot("Ben", (), LABELS, excluded=True)), set()),
        ((Ballot("Ada", ("hedge",), LABELS),), set()),
    ],
)
def test_labels_are_confused_where_each_gave_one_that_the_other_did_not(
    sentence: Said, expected: set[tuple[str, str]]
) -> None:
    both = judged(sentence, said("hedge", "hedge"))
    found = confusions(both)
    assert {(each.one, each.other) for each in found} == expected
    for each in found:
        assert both.places(confused(both, "Ada", "Ben", each.one, each.other)) == [Place("a", 0)]
        assert both.places(confused(both, "Ben", "Ada", each.other, each.one)) == [Place("a", 0)]


def test_they_are_counted_by_pair_and_added_up_for_two_labels() -> None:
    cleo = Ballot("Cleo", ("denial",), LABELS)
    found = confusions(judged((*said("hedge", "denial"), cleo), said("denial", "hedge"), said("hedge", "denial")))
    assert found == (
        Confusion("Ada", "Ben", "hedge", "denial", 2),
        Confusion("Ada", "Ben", "denial", "hedge", 1),
        Confusion("Ada", "Cleo", "hedge", "denial", 1),
    )
    assert between_labels(found) == {("hedge", "denial"): 4, ("denial", "hedge"): 4}
