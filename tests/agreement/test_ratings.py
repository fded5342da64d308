from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from labeling.agreement.judged import GIVEN, MISSING, WITHOUT, Place, read
from labeling.agreement.ratings import Ballot, Ratings
from labeling.agreement.tables import tabulate, tabulate_label
from tests.agreement.rated import ballots, ratings_of

LABELS = ("hedge", "denial")


def as_said(said: tuple[Ballot, ...]) -> tuple[Ballot, ...]:
    return said


def ratings_with(*sentences: tuple[Ballot, ...]) -> Ratings[tuple[Ballot, ...]]:
    ratings = Ratings(LABELS, as_said)
    ratings.add("a", sentences)
    return ratings


def test_a_label_that_was_not_known_is_missing_and_not_denied() -> None:
    judged = read(
        ratings_with((Ballot("Ines", ("hedge",), LABELS), Ballot("Tomas", (), ("denial",)), Ballot("Ada", (), LABELS)))
    )
    assert judged.annotators == ("Ada", "Ines", "Tomas")
    assert judged.values(0)[:, 0].tolist() == [WITHOUT, GIVEN, MISSING]
    assert judged.values(1)[:, 0].tolist() == [WITHOUT, WITHOUT, WITHOUT]


def test_a_label_that_was_given_counts_as_known() -> None:
    judged = read(ratings_with((Ballot("Ines", ("denial",), ("hedge",)),)))
    assert [int(judged.values(label)[0, 0]) for label in (0, 1)] == [WITHOUT, GIVEN]


def test_who_excludes_a_sentence_says_nothing_of_labels() -> None:
    judged = read(ratings_with((Ballot("Ines", (), LABELS, excluded=True), Ballot("Tomas", (), LABELS)), ()))
    assert judged.values(0).tolist() == [[MISSING, MISSING], [WITHOUT, MISSING]]
    assert judged.decisions().tolist() == [[GIVEN, MISSING], [WITHOUT, MISSING]]
    (table,) = tabulate(judged, judged.decisions()).counts.tolist()
    assert table == [1, 1]


def test_an_annotator_has_the_same_row_everywhere() -> None:
    ines, tomas = Ballot("Ines", ("hedge",), LABELS), Ballot("Tomas", (), LABELS)
    judged = read(ratings_with((ines,), (tomas, ines), (tomas,), ()))
    assert judged.values(0).tolist() == [[GIVEN, GIVEN, MISSING, MISSING], [MISSING, WITHOUT, WITHOUT, MISSING]]


def test_two_ballots_of_one_annotator_on_a_sentence_are_refused() -> None:
    ratings = ratings_with((Ballot("Ines", (), LABELS), Ballot("Ines", ("hedge",), LABELS)))
    with pytest.raises(ValueError, match="two ballots of one annotator"):
        read(ratings)


def test_places_are_told_in_the_order_in_which_articles_came() -> None:
    ratings = Ratings(("hedge",), ballots)
    for article, rows in (("b", [(1, 0), (1, 1)]), ("a", [(1, 0)]), ("b", [(0, 0), (1, 0)])):
        ratings.add(article, rows)
    judged = read(ratings)
    first, second = judged.values(0)
    assert judged.places(first != second) == [Place("b", 0), Place("a", 0), Place("b", 3)]


def test_what_was_said_is_read_once_for_each_different_one() -> None:
    heard = []

    def listen(said: str) -> Iterator[Ballot]:
        heard.append(said)
        yield Ballot("Ines", (), LABELS)

    ratings = Ratings(LABELS, listen)
    ratings.add("a", "xyxx")
    ratings.add("b", iter("yz"))
    read(ratings)
    assert heard == ["x", "y", "z"]
    assert list(ratings.patterns) == [0, 1, 0, 0, 1, 2]


def test_a_sentence_takes_four_bytes() -> None:
    assert ratings_of({"a": [(1, 0)] * 10}).patterns.itemsize == 4


def test_sentences_are_counted_by_article_and_by_how_they_were_judged() -> None:
    table = tabulate_label(read(ratings_of({"b": [(1, 1), (1, 0), (0, 1)], "a": [(None, 1)], "c": []})), 0)
    assert table.cells.tolist() == [[0, 1], [0, 2], [1, 1]]
    assert table.counts.tolist() == [[1, 0, 0], [0, 1, 2], [0, 0, 0]]
    assert table.annotators == 2


def test_an_article_may_come_in_parts() -> None:
    whole, parts = ratings_of({"a": [(1, 1), (0, 0)], "b": [(1, 0)]}), Ratings(("hedge",), ballots)
    for article, row in (("a", (0, 0)), ("b", (1, 0)), ("a", (1, 1))):
        parts.add(article, [row])
    assert tabulate_label(read(parts), 0).counts.tolist() == tabulate_label(read(whole), 0).counts.tolist()


def test_what_the_window_imports_does_not_load_numpy() -> None:
    """Only who computes should wait."""
    program = "import sys, labeling.operations.agreeing; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
