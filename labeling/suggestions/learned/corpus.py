"""The sentences of all lessons as rows of a sparse matrix, of which each training takes its own."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from labeling.domain.articles import Kind
from labeling.suggestions.learned.arrays import UNSETTLED, Bools, Floats, Ints
from labeling.suggestions.learned.features import RULED, describe
from labeling.suggestions.learned.lessons import Lesson
from labeling.suggestions.learned.vocabulary import BLOCKS, Vocabulary, ends_of_blocks, rarity
from labeling.suggestions.rules import CueRules

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_LEAST_SENTENCES = 2  # that have a feature: what a single one has tells nothing of others
_BUCKET = 4  # characters, by which names are parted before they are sorted

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """The N sentences of which something is settled for one of L labels, in the order of the lessons.

    `features` (N × all features) says which each has, in the order of their `names`. `articles` and `folds` (N) are
    where a sentence stands; near copies are one article here, since they say the same, and `keys` has what each is
    known by. `truth` (N × L) says whether a sentence has a label, -1 where that is not settled, and `rules` (N × L) has
    the scores of the cue rules, 0 where they suggest nothing.
    """

    labels: tuple[str, ...]
    names: tuple[str, ...]
    features: csr_matrix
    keys: tuple[tuple[str, str], ...]
    articles: Ints
    folds: Ints
    truth: Ints
    rules: Floats

    def settled(self, label: str) -> Bools:
        """Return which sentences (N) are settled for a label."""
        return np.asarray(self.truth[:, self.labels.index(label)] != UNSETTLED)


class View(NamedTuple):
    """What a training that sees some of the sentences makes of them: its vocabulary, and the values of their rows."""

    vocabulary: Vocabulary
    values: csr_matrix


def read_lessons(lessons: Sequence[Lesson], folds: Ints, rules: CueRules, labels: Sequence[str], step: Step) -> Corpus:
    """Read the sentences of the lessons. `step` is called before each article, with no label."""
    from scipy.sparse import csr_matrix

    numbers: dict[str, int] = {}
    indices = array("i")  # a long list of numbers would hold up other threads while it becomes an array
    ends, articles, of_fold = [0], list[int](), list[int]()
    truth, scores = list[list[int]](), list[list[float]]()
    keys: dict[tuple[str, str], int] = {}
    for lesson, fold in zip(lessons, folds.tolist(), strict=True):
        step("")
        if not any(lesson.settled(label) for label in labels):
            continue
        article = keys.setdefault(lesson.key, len(keys))
        of_article = zip(lesson.sentences, lesson.labels, describe(rules, lesson.text, lesson.sentences), strict=True)
        for sentence, given, described in of_article:
            settled = [UNSETTLED if given.get(label) is None else int(bool(given[label])) for label in labels]
            if sentence.kind is Kind.FURNITURE or all(value == UNSETTLED for value in settled):
                continue
            indices.extend(numbers.setdefault(name, len(numbers)) for name in described.names)
            ends.append(len(indices))
            articles.append(article)
            of_fold.append(fold)
            truth.append(settled)
            scores.append([described.score(label) if label in RULED else 0.0 for label in labels])
    names = list(_in_order(numbers))
    places = np.empty(len(names), dtype=np.int32)
    places[[numbers[name] for name in names]] = np.arange(len(names))
    columns = places[np.frombuffer(indices, np.intc)]
    features = csr_matrix((np.ones(len(columns), np.int8), columns, ends), shape=(len(articles), len(names)))
    features.sort_indices()
    shape = (len(articles), len(labels))
    return Corpus(
        labels=tuple(labels),
        names=tuple(names),
        features=features,
        keys=tuple(keys),
        articles=np.array(articles, dtype=np.int64),
        folds=np.array(of_fold, dtype=np.int64),
        truth=np.array(truth, dtype=np.int64).reshape(shape),
        rules=np.array(scores, dtype=np.float64).reshape(shape),
    )


def _in_order(names: Iterable[str]) -> Iterator[str]:
    """Yield names as `sorted` does, few at a time: it would hold up other threads for as long as it takes."""
    buckets: dict[str, list[str]] = {}
    for name in names:
        buckets.setdefault(name[:_BUCKET], []).append(name)
    for beginning in sorted(buckets):
        yield from sorted(buckets[beginning])


def look(corpus: Corpus, seen: Ints, asked: Ints) -> View:
    """Return what a training that sees those rows alone makes of them, and behind them of what it is asked about."""
    having = np.bincount(corpus.features[seen].indices, minlength=len(corpus.names))
    kept = _most_frequent(corpus.names, having)
    names = [corpus.names[place] for place in kept]
    vocabulary = Vocabulary(names, _rarities(names, having[kept], len(seen)))
    known = corpus.features[np.concatenate([seen, asked])][:, kept].astype(np.float64)
    known.sort_indices()
    known.data = _values(vocabulary, known.indices, known.indptr)
    return View(vocabulary, known)


def _most_frequent(names: Sequence[str], having: Ints) -> Ints:
    """Return the features that are kept, in order; among equally frequent ones the first by name."""
    kept = []
    start = 0
    for block, end in zip(BLOCKS, ends_of_blocks(names), strict=True):
        enough = start + np.flatnonzero(having[start:end] >= _LEAST_SENTENCES)
        kept.append(np.sort(enough[np.argsort(-having[enough], kind="stable")][: block.most]))
        start = end
    return np.concatenate(kept)


def _rarities(names: Sequence[str], having: Ints, sentences: int) -> Floats:
    rarities = np.ones(len(names))
    start = 0
    for block, end in zip(BLOCKS, ends_of_blocks(names), strict=True):
        if block.weighed:
            rarities[start:end] = rarity(having[start:end], sentences)
        start = end
    return rarities


def _values(vocabulary: Vocabulary, columns: Ints, ends: Ints) -> Floats:
    """Return what `Vocabulary.vector` says of each row, for all rows at once."""
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    values = vocabulary.rarity[columns]
    start = 0
    for block, end in zip(BLOCKS, ends_of_blocks(vocabulary.names), strict=True):
        inside = (columns >= start) & (columns < end)
        if block.weighed:
            lengths = np.sqrt(np.bincount(rows[inside], weights=values[inside] ** 2, minlength=len(ends) - 1))
            values[inside] /= lengths[rows[inside]]
        values[inside] *= block.factor
        start = end
    return values
