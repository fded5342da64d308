from __future__ import annotations

from datetime import UTC, datetime, timedelta

from labeling.agreement.judged import read
from labeling.agreement.trend import by_batch
from tests.agreement.rated import LABEL, Project, ratings_of

START = datetime(2031, 1, 1, tzinfo=UTC)


def moments(project: Project) -> dict[str, datetime]:
    """The last in the alphabet was judged first."""
    return {article: START - timedelta(days=ord(article)) for article in project}


def test_batches_are_articles_in_the_order_of_their_judging() -> None:
    project: Project = {chr(97 + n): [(1, 1 if n < 6 else 0), (0, 0)] for n in range(12)}
    first, second = by_batch(read(ratings_of(project)), moments(project), draws=0)
    assert (first.articles, second.articles) == (tuple("lkjihg"), tuple("fedcba"))
    assert (first.first, first.last) == (moments(project)["l"], moments(project)["g"])
    agreed = [batch.labels[LABEL].percent_agreement for batch in (first, second)]
    assert [(measure.value, measure.sentences) for measure in agreed] == [(0.5, 12), (1, 12)]


def test_articles_are_shared_out_evenly_and_few_are_one_batch() -> None:
    for articles, expected in ((4, [4]), (9, [9]), (11, [6, 5]), (23, [6, 6, 6, 5])):
        project: Project = {chr(97 + n): [(1, 1)] for n in range(articles)}
        found = by_batch(read(ratings_of(project)), moments(project), draws=0)
        assert [len(batch.articles) for batch in found] == expected


def test_articles_where_nobody_met_and_those_without_a_moment_are_left_out() -> None:
    project: Project = {"a": [(1, None)], "b": [(1, 1)], "c": [(1, 0)]}
    known = moments(project)
    del known["c"]
    (batch,) = by_batch(read(ratings_of(project)), known, draws=0)
    assert (batch.articles, batch.first) == (("b",), known["b"])
    assert by_batch(read(ratings_of({"a": [(1, None)]})), known) == ()


def test_a_batch_has_the_figures_of_its_articles_alone() -> None:
    project: Project = {chr(97 + n): [(1, n % 2), (0, 0), (n % 3 // 2, 1)] for n in range(10)}
    late = {article: rows for article, rows in project.items() if article < "f"}
    _, second = by_batch(read(ratings_of(project)), moments(project), draws=50, seed=3)
    (alone,) = by_batch(read(ratings_of(late)), moments(late), draws=50, seed=3)
    assert second == alone
