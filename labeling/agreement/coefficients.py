"""Measures of agreement, as functions of how often sentences were judged in which way.

Each takes `cells` (C × K), the number of annotators who put a sentence into each of K categories, and `counts` (C × D),
the number of sentences that were judged so, in D samples at once. It returns D values, NaN where it is undefined.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.tables import Floats, Ints


def prevalence(cells: Ints, counts: Floats, category: int) -> Floats:
    """Return the share of a sentence's annotators who chose the category, as the mean over the judged sentences.

    The estimate of Gwet, Handbook of Inter-Rater Reliability (2014): each sentence counts once, however many judged it.
    """
    annotators = cells.sum(axis=1)
    return _ratio(_total(_shares(cells[:, category], annotators), counts), _total(annotators > 0, counts))


def percent_agreement(cells: Ints, counts: Floats) -> Floats:
    """Return the share of a sentence's pairs of annotators who agree, as the mean over sentences with a pair.

    Fleiss, Psychological Bulletin 76 (1971), and for missing judgments Gwet (2014).
    """
    pairs = _pairs(cells.sum(axis=1))
    return _ratio(_total(_shares(_pairs(cells).sum(axis=1), pairs), counts), _total(pairs > 0, counts))


def specific_agreement(cells: Ints, counts: Floats, category: int) -> Floats:
    """Return, of all pairs with one annotator who chose the category, the share in which the other one did too.

    For two annotators the positive (negative) agreement of Cicchetti and Feinstein, J. Clin. Epidemiol. 43 (1990),
    2a / (2a + b + c). For more, and for missing judgments, their 2 × 2 tables are added up: Uebersax, Raw Agreement
    Indices (2009), and de Vet et al., J. Clin. Epidemiol. 83 (2017).
    """
    chose = cells[:, category]
    return _ratio(_total(_pairs(chose), counts), _total(chose * (cells.sum(axis=1) - 1), counts))


def krippendorff_alpha(cells: Ints, counts: Floats) -> Floats:
    """Return Krippendorff's alpha for nominal categories: Computing Krippendorff's Alpha-Reliability (2011), section C.

    Undefined where only one category was used. Sentences with a single judgment have no part in it.
    """
    cells = np.where(cells.sum(axis=1, keepdims=True) > 1, cells, 0)
    annotators = cells.sum(axis=1)
    disagreeing = _shares(_pairs(annotators) - _pairs(cells).sum(axis=1), annotators - 1)
    judgments = _total(annotators, counts)
    expected = judgments**2 - sum(_total(chose, counts) ** 2 for chose in cells.T)
    return 1 - _ratio((judgments - 1) * _total(disagreeing, counts), expected)


def _pairs(annotators: Ints) -> Ints:
    """Return the number of ordered pairs of annotators."""
    return annotators * (annotators - 1)


def _shares(parts: Ints, wholes: Ints) -> Floats:
    """Return parts of wholes, 0 where there is no whole."""
    shares: Floats = np.divide(parts, wholes, out=np.zeros(len(parts)), where=wholes > 0)
    return shares


def _total(weights: NDArray[np.generic], counts: Floats) -> Floats:
    """Add up weighted counts cell by cell: the order of addition, and so each digit, is the same on every machine."""
    total = np.zeros(counts.shape[1])
    for weight, row in zip(weights, counts, strict=True):
        total += weight * row
    return total


def _ratio(part: Floats, whole: Floats) -> Floats:
    quotient: Floats = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return quotient
