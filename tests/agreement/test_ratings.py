from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from labeling.agreement.ratings import Ballot, Bits, Ratings
from labeling.agreement.tables import tabulate
from tests.agreement.rated import ballots, ratings_of

LABELS = ("hedge", "denial")


def read(said: tuple[Ballot, ...]) -> tuple[Ballot, ...]:
    return said


def test_a_label_that_was_not_known_is_missing_and_not_denied() -> None:
    ratings = Ratings(LABELS, read)
    ratings.add(
        "a", [(Ballot("Ines", ("hedge",), LABELS), Ballot("Tomas", (), ("denial",)), Ballot("Ada", (), LABELS))]
    )
    assert ratings.read_patterns() == [(Bits(ones=0b001, zeros=0b100), Bits(ones=0, zeros=0b111))]


def test_a_label_that_was_given_counts_as_known() -> None:
    ratings = Ratings(LABELS, read)
    ratings.add("a", [(Ballot("Ines", ("denial",), ("hedge",)),)])
    assert ratings.read_patterns() == [(Bits(0, 1), Bits(1, 0))]


def test_an_annotator_has_the_same_bit_everywhere() -> None:
    ratings = Ratings(("hedge",), read)
    ines, tomas = Ballot("Ines", ("hedge",), LABELS), Ballot("Tomas", (), LABELS)
    ratings.add("a", [(ines,), (tomas, ines), (tomas,), ()])
    assert ratings.read_patterns() == [(Bits(1, 0),), (Bits(1, 2),), (Bits(0, 2),), (Bits(0, 0),)]


def test_two_ballots_of_one_annotator_on_a_sentence_are_refused() -> None:
    ratings = Ratings(LABELS, read)
    ratings.add("a", [(Ballot("Ines", (), LABELS), Ballot("Ines", ("hedge",), LABELS))])
    with pytest.raises(ValueError, match="two ballots of one annotator"):
        ratings.read_patterns()


def test_what_was_said_is_read_once_for_each_different_one() -> None:
    heard = []

    def listen(said: str) -> Iterator[Ballot]:
        heard.append(said)
        yield Ballot("Ines", (), LABELS)

    ratings = Ratings(LABELS, listen)
    ratings.add("a", "xyxx")
    ratings.add("b", iter("yz"))
    ratings.read_patterns()
    assert heard == ["x", "y", "z"]
    assert list(ratings.patterns) == [0, 1, 0, 0, 1, 2]


def test_a_sentence_takes_four_bytes() -> None:
    assert ratings_of({"a": [(1, 0)] * 10}).patterns.itemsize == 4


def test_sentences_are_counted_by_article_and_by_how_they_were_judged() -> None:
    (table,) = tabulate(ratings_of({"b": [(1, 1), (1, 0), (0, 1)], "a": [(None, 1)], "c": []}))
    assert table.cells.tolist() == [[0, 1], [0, 2], [1, 1]]
    assert table.counts.tolist() == [[1, 0, 0], [0, 1, 2], [0, 0, 0]]
    assert table.annotators == 2


def test_an_article_may_come_in_parts() -> None:
    whole, parts = ratings_of({"a": [(1, 1), (0, 0)], "b": [(1, 0)]}), Ratings(("hedge",), ballots)
    for article, row in (("a", (0, 0)), ("b", (1, 0)), ("a", (1, 1))):
        parts.add(article, [row])
    assert tabulate(parts)[0].counts.tolist() == tabulate(whole)[0].counts.tolist()


def test_gathering_ratings_does_not_load_numpy() -> None:
    """The window imports it when it starts; only who computes should wait."""
    program = "import sys, labeling.agreement.ratings, labeling.agreement.figures; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
