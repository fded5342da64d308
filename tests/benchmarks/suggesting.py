"""The cue rules against labelled sentences, on both halves: how right, how well calibrated, how fast.

A half is what the cues were written and weighed by, the other was kept. Set HEDGEROW_CORPORA to the folder of the
corpora; those that are not there are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import spacy

from labeling.suggestions import standard_rules
from tests.benchmarks import timing
from tests.benchmarks.cue_corpora import SOURCES, Half, Labelled, articles, names

SURE = 0.5
DRAWS = 1000
SEED = 0
BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001)
ROUNDS = 5


class Scored(NamedTuple):
    """A sentence that people judged: whether it has the label, and the score of the suggestion (0 without one)."""

    article: int
    truth: bool
    score: float


def main() -> None:
    """Print the table by label, corpus and half, the calibration by label and half, and the speed."""
    at_hand = names()
    for half in Half:
        print(f"\n{half.value} half")
        print(f"{'label':18}{'corpus':18} articles sentences with it precision recall  F1 (95 % by article)")
        for label, corpora in SOURCES.items():
            pooled: list[Scored] = []
            for corpus in (each for each in corpora if each in at_hand):
                scored = score(articles(corpus, half), label)
                say_figures(label, corpus, scored)
                if corpus == "polnear":
                    say_figures(label, "polnear, decided", score(articles(corpus, half), label, decided=True))
                pooled += scored if corpus != "conll2010-wiki" else []
            say_calibration(label, pooled)
    say_speed()


def score(of_corpus: Sequence[Labelled], label: str, *, decided: bool = False) -> list[Scored]:
    """Return the sentences of which the corpus says whether they have the label.

    With `decided`, only those of which it says that for both labels of sources: where it leaves one open, somebody
    speaks whom it could not name (“the agency said”, “he said”), and the other label is 0 for want of an answer.
    """
    found = []
    for number, article in enumerate(of_corpus):
        suggestions = standard_rules().suggest(article.text, article.sentences)
        for labels, of_sentence in zip(article.labels, suggestions, strict=True):
            truth = labels[label]
            if truth is not None and not (decided and None in (labels["anonymous_source"], labels["on_record"])):
                value = next((each.score for each in of_sentence if each.label == label), 0.0)
                found.append(Scored(number, bool(truth), value))
    return found


def say_figures(label: str, corpus: str, scored: Sequence[Scored]) -> None:
    counts = counts_by_article(scored)
    precision, recall, f1 = figures(counts.sum(axis=0))
    rng = np.random.default_rng(SEED)
    draws = rng.integers(0, len(counts), (DRAWS, len(counts)))
    low, high = np.percentile([figures(counts[draw].sum(axis=0))[2] for draw in draws], (2.5, 97.5))
    having = sum(each.truth for each in scored)
    print(
        f"{label:18}{corpus:18}{len(counts):9}{len(scored):10}{having:8}"
        f"  {precision:9.3f} {recall:6.3f}  {f1:.3f} ({low:.3f} to {high:.3f})"
    )


def counts_by_article(scored: Sequence[Scored]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return the right, the wrong and the missed suggestions of each article, one row each."""
    places = {article: row for row, article in enumerate(sorted({each.article for each in scored}))}
    counts = np.zeros((len(places), 3), np.int64)
    for each in scored:
        sure = each.score >= SURE
        counts[places[each.article]] += (sure and each.truth, sure and not each.truth, each.truth and not sure)
    return counts


def figures(counts: Sequence[int] | np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of counts of right, wrong and missed; 0 where they are undefined."""
    right, wrong, missed = (int(count) for count in counts)
    return (
        right / (right + wrong) if right + wrong else 0.0,
        right / (right + missed) if right + missed else 0.0,
        2 * right / (2 * right + wrong + missed) if right + wrong + missed else 0.0,
    )


def say_calibration(label: str, scored: Sequence[Scored]) -> None:
    """Print, for suggestions of similar score, their mean score beside the share that is right."""
    suggested = [each for each in scored if each.score > 0]
    parts = []
    for low, high in pairwise(BINS):
        inside = [each for each in suggested if low <= each.score < high]
        if inside:
            mean = sum(each.score for each in inside) / len(inside)
            right = sum(each.truth for each in inside) / len(inside)
            parts.append(f"{mean:.2f}→{right:.2f} ({len(inside)})")
    print(f"  calibration of {label}, score→right (number): {', '.join(parts)}")


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
