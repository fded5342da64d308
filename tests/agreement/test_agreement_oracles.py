"""The same figures as other libraries give, on random ratings."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from labeling.agreement.coefficients import fleiss_kappa, gwet_ac1
from labeling.agreement.judged import read
from labeling.agreement.overall import agreement
from labeling.agreement.ratings import Ballot, Ratings
from tests.agreement import textbook
from tests.agreement.rated import LABEL, Row, cells_of, ratings_of

Matrix = NDArray[np.float64]


def random_ratings(seed: int, annotators: int = 4, sentences: int = 60) -> Matrix:
    """Annotators × sentences, a sixth missing; truth seen through noise."""
    choice = np.random.default_rng(seed)
    truth = choice.random(sentences) < choice.uniform(0.05, 0.6)
    wrong = choice.random((annotators, sentences)) < 0.15
    ratings = np.where(wrong, ~truth, truth).astype(np.float64)
    ratings[choice.random(ratings.shape) < 1 / 6] = np.nan
    return ratings


def rows_of(ratings: Matrix) -> list[Row]:
    return [tuple(None if np.isnan(value) else int(value) for value in column) for column in ratings.T]


@pytest.mark.parametrize("seed", range(20))
def test_alpha_is_that_of_the_krippendorff_package(seed: int) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    ratings = random_ratings(seed)
    found = agreement(read(ratings_of({"a": rows_of(ratings)})), 0).labels[LABEL].krippendorff_alpha.value
    assert found == pytest.approx(krippendorff.alpha(ratings, level_of_measurement="nominal"), abs=1e-12)


@pytest.mark.parametrize("seed", range(20))
def test_cohens_kappa_is_that_of_scikit_learn(seed: int) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    ratings = random_ratings(seed, annotators=2)
    one, other = ratings[:, ~np.isnan(ratings).any(axis=0)]
    (pair,) = agreement(read(ratings_of({"a": rows_of(ratings)})), 0).pairs
    assert pair.sentences == len(one)
    assert pair.cohen_kappa.value == pytest.approx(metrics.cohen_kappa_score(one, other), abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_alpha_of_sets_is_that_of_nltk(seed: int) -> None:
    """Every sentence has two judgments, and each set a label: NLTK has no distance of two empty ones."""
    nltk = pytest.importorskip("nltk.metrics")
    choice, labels = np.random.default_rng(seed), ("a", "b", "c")
    sets = [frozenset(np.array(labels)[bits].tolist()) for bits in choice.random((60, 3)) < 0.5]
    said = [(one | {"a"}, other | {"a"}) for one, other in zip(sets[::2], sets[1::2], strict=True)]

    def ballots(pair: tuple[frozenset[str], frozenset[str]]) -> list[Ballot]:
        return [Ballot(str(place), given, labels) for place, given in enumerate(pair)]

    ratings = Ratings(labels, ballots)
    ratings.add("a", said)
    data = [(str(who), str(n), pair[who]) for n, pair in enumerate(said) for who in (0, 1)]
    task = nltk.agreement.AnnotationTask(data=data, distance=nltk.masi_distance)
    assert agreement(read(ratings), 0).sets.krippendorff_alpha_masi.value == pytest.approx(task.alpha(), abs=1e-9)


def test_gwets_example_with_missing_judgments_has_his_figures() -> None:
    """Gwet (2014), four annotators and twelve units: Fleiss 0.76117 and AC1 0.77544, as the package irrCAC has them."""
    columns = zip(*map(str.split, textbook.OBSERVERS), strict=True)
    units = [[value for value in column if value != "*"] for column in columns]
    cells, counts = cells_of(units)
    assert fleiss_kappa(cells, counts)[0] == pytest.approx(0.76117, abs=5e-6)
    assert gwet_ac1(cells, counts)[0] == pytest.approx(0.77544, abs=5e-6)
    assert gwet_ac1(cells, counts)[0] == pytest.approx(textbook.gwet_ac1(units, "12345"), abs=1e-12)
