"""Whether more labels would help, and about how many: how F1 grew with the articles that were learned from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from labeling.suggestions.learned.arrays import Bools, Floats
from labeling.suggestions.learned.corpus import Corpus
from labeling.suggestions.learned.crossing import Crossed, honest_scores
from labeling.suggestions.learned.figures import FEW_VALUES, NEITHER, NOTHING_TO_FIND, WORTH, Curve, Figure, Point, Way
from labeling.suggestions.learned.folds import FOLDS, shuffled
from labeling.suggestions.learned.measuring import Sample

# Of the articles, each with how many parts of that size are learned from: what a small one reaches is much of chance.
PARTS: Mapping[float, int] = {0.125: 4, 0.25: 3, 0.5: 2, 1.0: 1}
_FURTHEST = 8  # times what there is: beyond, a curve of four points tells nothing
_LEAST_POINTS = 3
_FEW_POINTS = "there are too few articles to tell how F1 grows with their number"
_UNCERTAIN = "what twice the labels would add is not known well enough"


def part_of_articles(corpus: Corpus, share: float, number: int, seed: int) -> Bools:
    """Return the sentences (N) of a share of each fold’s articles: the part with that number, from 0."""
    chosen = np.zeros(len(corpus.keys), dtype=np.bool_)
    for fold in range(FOLDS):
        of_fold = np.unique(corpus.articles[corpus.folds == fold]).tolist()
        order = sorted(of_fold, key=lambda article: shuffled(seed, "share", *corpus.keys[article]))
        size = int(np.ceil(share * len(order)))
        chosen[np.take(order, range(number * size, (number + 1) * size), mode="wrap")] = True
    return np.asarray(chosen[corpus.articles])


def draw_curve(crossed: Mapping[float, Sequence[Crossed]], way: Way, sample: Sample) -> Curve:
    """Return the curve of a way from what was crossed with each of the `PARTS`: the mean of those of a share."""
    points, values, sizes = list[Point](), list[Floats](), list[int]()
    for share, parts in crossed.items():
        sentences, articles = (round(float(np.mean(counts))) for counts in zip(*map(_learned_from, parts), strict=True))
        if sizes and sentences <= sizes[-1]:
            continue
        scores = [honest_scores(part, way) for part in parts]
        f1 = np.mean([sample.f1(of_part) for of_part in scores], axis=0)
        average = np.mean([sample.average_precision(of_part) for of_part in scores], axis=0)
        of_share = sample.figure(f1, NEITHER), sample.figure(average, NOTHING_TO_FIND)
        points.append(Point(share, sentences, articles, *of_share))
        values.append(f1)
        sizes.append(sentences)
    if len(points) < _LEAST_POINTS:
        return Curve(way, tuple(points), Figure(None, why=_FEW_POINTS), None, None, _FEW_POINTS)
    return promise(way, tuple(points), np.array(values), np.array(sizes, dtype=np.float64), sample)


def promise(way: Way, points: tuple[Point, ...], f1: Floats, sizes: Floats, sample: Sample) -> Curve:
    """Fit a power law to what is missing to an F1 of 1 (points × 1 + draws), and ask it for twice the labels.

    Errors that fall with a power of the number of examples are what learning curves look like: Hestness et al., Deep
    Learning Scaling is Predictable, Empirically (2017); Figueroa et al., BMC Medical Informatics 12:8 (2012).
    """
    least = 0.5 / max(1, int(sample.truth.sum()))  # half a sentence: no F1 is known to be 1
    missing = np.log(np.maximum(1 - f1, least))
    now = len(sample.truth)
    weights = sizes / sizes.sum()  # what is asked for lies beyond the largest, and small parts tell least of it
    middle, mean = weights @ np.log(sizes), weights @ missing
    weighed = weights * (np.log(sizes) - middle)
    power = -(weighed @ (missing - mean)) / (weighed @ (np.log(sizes) - middle))
    at_now = np.exp(mean - power * (np.log(now) - middle))
    gains = at_now * (1 - 2.0**-power)
    gain = sample.figure(gains, FEW_VALUES)
    helps = None
    if gain.value is not None and gain.low is not None and gain.high is not None:
        if gain.value >= WORTH and gain.low > 0:
            helps = True
        elif gain.high < WORTH:
            helps = False
    enough = _enough_at(float(power[0]), float(gains[0]), now) if helps is not None else None
    return Curve(way, points, gain, helps, enough, _UNCERTAIN if helps is None else "")


def _enough_at(power: float, gain: float, now: int) -> int | None:
    """Return how many sentences there are when doubling them adds less than is worth it; those at hand at least."""
    if gain < WORTH:
        return now
    furthest = np.log(_FURTHEST)
    further = np.log(gain / WORTH) / power
    return round(now * float(np.exp(further))) if further <= furthest else None


def _learned_from(crossed: Crossed) -> tuple[float, float]:
    """Return how many sentences and articles a model learned from: the mean over the folds that were left out."""
    seen = [crossed.included & (crossed.folds != fold) for fold in range(FOLDS)]
    articles = [len(np.unique(crossed.articles[each])) for each in seen]
    return float(np.mean([each.sum() for each in seen])), float(np.mean(articles))
