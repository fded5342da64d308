"""Measures of agreement, as functions of how often sentences were judged in which way.

Each takes `cells` (C × K), the number of annotators who put a sentence into each of K categories, and `counts` (C × D),
the number of sentences that were judged so, in D samples at once. It returns D values, NaN where it is undefined.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.judged import Floats, Ints


def prevalence(cells: Ints, counts: Floats, category: int) -> Floats:
    """Return the share of a sentence's annotators who chose the category, as the mean over the judged sentences.

    The estimate of Gwet, Handbook of Inter-Rater Reliability (2014): each sentence counts once, however many judged it.
    """
    annotators = cells.sum(axis=1)
    return ratio(total(_shares(cells[:, category], annotators), counts), total(annotators > 0, counts))


def percent_agreement(cells: Ints, counts: Floats) -> Floats:
    """Return the share of a sentence's pairs of annotators who agree, as the mean over sentences with a pair.

    Fleiss, Psychological Bulletin 76 (1971), and for missing judgments Gwet (2014).
    """
    pairs = _pairs(cells.sum(axis=1))
    return ratio(total(_shares(_pairs(cells).sum(axis=1), pairs), counts), total(pairs > 0, counts))


def specific_agreement(cells: Ints, counts: Floats, category: int) -> Floats:
    """Return, of all pairs with one annotator who chose the category, the share in which the other one did too.

    For two annotators the positive (negative) agreement of Cicchetti and Feinstein, J. Clin. Epidemiol. 43 (1990),
    2a / (2a + b + c). For more, and for missing judgments, their 2 × 2 tables are added up: Uebersax, Raw Agreement
    Indices (2009), and de Vet et al., J. Clin. Epidemiol. 83 (2017).
    """
    chose = cells[:, category]
    return ratio(total(_pairs(chose), counts), total(chose * (cells.sum(axis=1) - 1), counts))


def krippendorff_alpha(cells: Ints, counts: Floats) -> Floats:
    """Return Krippendorff's alpha for nominal categories: Computing Krippendorff's Alpha-Reliability (2011), section C.

    Undefined where only one category was used. Sentences with a single judgment have no part in it.
    """
    cells = np.where(cells.sum(axis=1, keepdims=True) > 1, cells, 0)
    annotators = cells.sum(axis=1)
    disagreeing = _shares(_pairs(annotators) - _pairs(cells).sum(axis=1), annotators - 1)
    judgments = total(annotators, counts)
    expected = judgments**2 - sum(total(chose, counts) ** 2 for chose in cells.T)
    return 1 - ratio((judgments - 1) * total(disagreeing, counts), expected)


def fleiss_kappa(cells: Ints, counts: Floats) -> Floats:
    """Return Fleiss' kappa: Psychological Bulletin 76 (1971). Undefined where only one category was used.

    It is meant for sentences that have the same number of judgments. Where they haven't, it is its generalisation by
    Gwet (2014), in which each sentence counts once, those with a single judgment for the shares of the categories.
    """
    expected = sum(prevalence(cells, counts, category) ** 2 for category in range(cells.shape[1]))
    return _beyond_chance(percent_agreement(cells, counts), np.asarray(expected))


def gwet_ac1(cells: Ints, counts: Floats) -> Floats:
    """Return Gwet's AC1: British Journal of Mathematical and Statistical Psychology 61 (2008), section 4.

    With missing judgments as in his Handbook (2014): sentences with a single judgment count for the shares of the
    categories only. Undefined where there is but one category to choose.
    """
    categories = cells.shape[1]
    if categories < 2:
        return np.full(counts.shape[1], np.nan)
    shares = [prevalence(cells, counts, category) for category in range(categories)]
    expected = sum(share * (1 - share) for share in shares) / (categories - 1)
    return _beyond_chance(percent_agreement(cells, counts), np.asarray(expected))


def cohen_kappa(counts: Floats) -> Floats:
    """Return Cohen's kappa of two annotators: Educational and Psychological Measurement 20 (1960).

    `counts` (K × K × D) says how many sentences the one put into category k and the other into l. Undefined where both
    used the same single category. Its digits are the same when the two change places.
    """
    sentences = counts.sum(axis=(0, 1))
    agreeing = np.einsum("kkd->d", counts)
    chance = np.einsum("kd,kd->d", counts.sum(axis=0), counts.sum(axis=1))
    return ratio(sentences * agreeing - chance, sentences**2 - chance)


def observed_agreement(counts: Floats) -> Floats:
    """Return the share of sentences that two annotators put into the same category; `counts` as for Cohen's kappa."""
    return ratio(np.einsum("kkd->d", counts), counts.sum(axis=(0, 1)))


def total(weights: NDArray[np.generic], counts: Floats) -> Floats:
    """Add up weighted counts cell by cell: the order of addition, and so each digit, is the same on every machine."""
    added = np.zeros(counts.shape[1])
    for weight, row in zip(weights, counts, strict=True):
        if weight:
            added += weight * row
    return added


def ratio(part: Floats, whole: Floats) -> Floats:
    """Return part of whole, NaN where there is no whole."""
    quotient: Floats = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return quotient


def _beyond_chance(observed: Floats, expected: Floats) -> Floats:
    return ratio(observed - expected, 1 - expected)


def _pairs(annotators: Ints) -> Ints:
    """Return the number of ordered pairs of annotators."""
    return annotators * (annotators - 1)


def _shares(parts: Ints, wholes: Ints) -> Floats:
    """Return parts of wholes, 0 where there is no whole."""
    shares: Floats = np.divide(parts, wholes, out=np.zeros(len(parts)), where=wholes > 0)
    return shares
