"""The cue rules against labelled sentences, on both halves: how right, how well calibrated, how fast.

A half is what the cues were written and weighed by, the other was kept. A plain list of words on the same sentences
stands beside, for scale. Set HEDGEROW_CORPORA to the folder of the corpora; those that are not there are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
import spacy

from labeling.suggestions.rules import standard_rules
from tests.benchmarks import timing, word_list
from tests.benchmarks.cue_corpora import SOURCES, Half, Labelled, articles, names

SURE = 0.5
VERY_SURE = 0.8  # of such scores, four in five should be right
DRAWS = 1000
SEED = 0
BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001)
ROUNDS = 5

Scores: TypeAlias = Sequence[Mapping[str, float]]  # of each sentence of an article, by label


class Scored(NamedTuple):
    """A sentence that people judged: whether it has the label, and the score of the suggestion (0 without one)."""

    article: int
    truth: bool
    score: float


def main() -> None:
    """Print the table by label, corpus and half, the calibration by label, corpus and half, and the speed."""
    for half in Half:
        say_half(half)
    say_speed()


def say_half(half: Half) -> None:
    print(f"\n{half.value} half")
    print(f"{'label':18}{'corpus':18}{'':7} articles sentences with it precision recall  F1 (95 % by article)")
    scored = {
        (label, corpus): score(articles(corpus, half), label)
        for label, corpora in SOURCES.items()
        for corpus in corpora
        if corpus in names()
    }
    for (label, corpus), of_rules in scored.items():
        say_figures(label, corpus, "rules", of_rules)
        say_figures(label, corpus, "words", score(articles(corpus, half), label, read=word_list.read))
        if corpus == "polnear":
            decided = score(articles(corpus, half), label, decided=True)
            say_figures(label, "polnear, decided", "rules", decided)
    print("calibration: score→right (number); last, of those that score 0.8 or more, the share that is right")
    for (label, corpus), of_rules in scored.items():
        say_calibration(label, corpus, of_rules)


def read(article: Labelled) -> Scores:
    """Return what the cue rules suggest."""
    suggestions = standard_rules().suggest(article.text, article.sentences)
    return [{each.label: each.score for each in of_sentence} for of_sentence in suggestions]


def score(
    of_corpus: Sequence[Labelled], label: str, *, decided: bool = False, read: Callable[[Labelled], Scores] = read
) -> list[Scored]:
    """Return the sentences of which the corpus says whether they have the label.

    With `decided`, only those of which it says that for both labels of sources: where it leaves one open, somebody
    speaks whom it could not name (“the agency said”, “he said”), and the other label is 0 for want of an answer.
    """
    found = []
    for number, article in enumerate(of_corpus):
        for labels, scores in zip(article.labels, read(article), strict=True):
            truth = labels[label]
            if truth is not None and not (decided and None in (labels["anonymous_source"], labels["on_record"])):
                found.append(Scored(number, bool(truth), scores.get(label, 0.0)))
    return found


def say_figures(label: str, corpus: str, by: str, scored: Sequence[Scored]) -> None:
    counts = counts_by_article(scored)
    precision, recall, f1 = figures(counts.sum(axis=0))
    low, high = interval(counts, 2)
    having = sum(each.truth for each in scored)
    print(
        f"{label:18}{corpus:18}{by:7}{len(counts):9}{len(scored):10}{having:8}"
        f"  {precision:9.3f} {recall:6.3f}  {f1:.3f} ({low:.3f} to {high:.3f})"
    )


def interval(counts: np.ndarray[tuple[int, int], np.dtype[np.int64]], figure: int) -> tuple[float, float]:
    """Return the 95 % interval of a figure, by its place in `figures`, with whole articles drawn anew."""
    rng = np.random.default_rng(SEED)
    draws = rng.integers(0, len(counts), (DRAWS, len(counts)))
    low, high = np.percentile([figures(counts[draw].sum(axis=0))[figure] for draw in draws], (2.5, 97.5))
    return float(low), float(high)


def counts_by_article(scored: Sequence[Scored], sure: float = SURE) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return the right, the wrong and the missed suggestions of each article, one row each."""
    places = {article: row for row, article in enumerate(sorted({each.article for each in scored}))}
    counts = np.zeros((len(places), 3), np.int64)
    for each in scored:
        said = each.score >= sure
        counts[places[each.article]] += (said and each.truth, said and not each.truth, each.truth and not said)
    return counts


def figures(counts: Sequence[int] | np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of counts of right, wrong and missed; 0 where they are undefined."""
    right, wrong, missed = (int(count) for count in counts)
    return (
        right / (right + wrong) if right + wrong else 0.0,
        right / (right + missed) if right + missed else 0.0,
        2 * right / (2 * right + wrong + missed) if right + wrong + missed else 0.0,
    )


def say_calibration(label: str, corpus: str, scored: Sequence[Scored]) -> None:
    """Print, for suggestions of similar score, their mean score beside the share that is right."""
    suggested = [each for each in scored if each.score > 0]
    parts = []
    for low, high in pairwise(BINS):
        inside = [each for each in suggested if low <= each.score < high]
        if inside:
            mean = sum(each.score for each in inside) / len(inside)
            right = sum(each.truth for each in inside) / len(inside)
            parts.append(f"{mean:.2f}→{right:.2f} ({len(inside)})")
    counts = counts_by_article(scored, VERY_SURE)
    low, high = interval(counts, 0)
    right = figures(counts.sum(axis=0))[0]
    print(f"  {label:18}{corpus:16}{', '.join(parts)}; {right:.2f} ({low:.2f} to {high:.2f})")


def say_speed() -> None:
    """Print the time for all texts of ours and of spaCy’s, in turns and by the best round, and for one article."""
    corpus = next(iter(names()))
    texts = [(article.text, article.sentences) for article in articles(corpus, Half.TUNING)][:80]
    blank, split = spacy.blank("en"), spacy.blank("en")
    split.add_pipe("sentencizer")
    rules = standard_rules()
    works: Mapping[str, Callable[[], object]] = {
        "ours": lambda: [rules.suggest(text, sentences) for text, sentences in texts],
        "blank": lambda: list(blank.pipe(text for text, _ in texts)),
        "with sentencizer": lambda: list(split.pipe(text for text, _ in texts)),
    }
    best = {name: min(timing.seconds(work) for _ in range(ROUNDS)) for name, work in works.items()}
    print()
    timing.say("suggestions against spaCy’s blank tokenizer", best["ours"], best["blank"], "≤ 4 (≥ 0.25 of its speed)")
    timing.say("suggestions against it with the sentencizer", best["ours"], best["with sentencizer"], "≤ 4")
    longest = max(texts, key=lambda each: len(each[0]))
    one = timing.seconds(lambda: rules.suggest(*longest))
    print(f"the longest article ({len(longest[1])} sentences): {one * 1000:.0f} ms, must be ≤ 100")
    mean = best["ours"] / len(texts)
    print(f"an article on average: {mean * 1000:.1f} ms")


if __name__ == "__main__":
    main()
