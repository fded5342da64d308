"""Weighs the parts of what the cue rules find, on the tuning halves, and writes `resources/cues/scores.toml`.

Run it after a change of the rules or of the cues: `python -m tests.benchmarks.calibrating`. It is not a benchmark, but
it needs the same corpora and must see the same halves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from labeling.suggestions.finding import Finding
from labeling.suggestions.lexicon import FOLDER
from labeling.suggestions.rules import standard_rules
from tests.benchmarks.cue_corpora import SOURCES, Half, Labelled, articles

# Wikipedia’s hedges include vague quantities and habits of its own; it counts less than news.
WEIGHT = {"polnear": 1.0, "seeds": 1.0, "meantime": 1.0, "conll2010-wiki": 0.25, "codebook": 2.0}
PENALTY = 1.0  # on the square of each weight: a part that was met seldom stays near zero
PENALTY_OF_VERBS = 4.0  # there are many of them, and each newsroom has favourites
LEAST = 0.05  # smaller weights are left out
ROUNDS = 6
_BODIES = ("institution", "it.", "office.definite")
STEPS = 15
HEADER = """\
# How much each part of a finding says for a label, as log odds: written by tests/benchmarks/calibrating.py from
# the tuning halves of the corpora, of the seed stories and from the examples of the codebook, and not by hand.
# The score of a finding is the logistic function of `bias` and the weights of its parts: the share of such
# findings that were right. Parts name who is the source (`name`, `person.indefinite`, `he.unnamed` for a “he”
# who has no name), through which cue (`cue.speech`, and how far the source stands from it) with which verb, and
# the groups of hedges.toml and denials.toml.
"""


class Example(NamedTuple):
    """A sentence: the parts of each finding in it, whether it has the label, and how much it counts."""

    findings: tuple[tuple[str, ...], ...]
    truth: int
    weight: float


def calibrate() -> None:
    """Write the scores."""
    corpora_of_all = sorted({"codebook", *(corpus for corpora in SOURCES.values() for corpus in corpora)})
    found = {corpus: [find(article) for article in articles(corpus, Half.TUNING)] for corpus in corpora_of_all}
    lines = [HEADER]
    for label, corpora in SOURCES.items():
        examples = [
            example
            for corpus in ("codebook", *corpora)
            for article, sentences in zip(articles(corpus, Half.TUNING), found[corpus], strict=True)
            for example in examples_of(corpus, label, article, sentences)
        ]
        weights = fit(examples)
        lines += [f"[{label}]", *(f'"{part}" = {weight:.2f}' for part, weight in sorted(weights.items())), ""]
    (FOLDER / "scores.toml").write_text("\n".join(lines), encoding="utf-8")


def find(article: Labelled) -> list[Mapping[str, list[Finding]]]:
    """Return what the rules find in each sentence, by label."""
    return [found.of_labels() for found in standard_rules().find(article.text, article.sentences)]


def examples_of(
    corpus: str, label: str, article: Labelled, sentences: Sequence[Mapping[str, list[Finding]]]
) -> list[Example]:
    """Return the sentences of an article to learn from: those with a finding, where the corpus says something."""
    return [
        Example(parts, truth, WEIGHT[corpus])
        for labels, findings in zip(article.labels, sentences, strict=True)
        if (truth := labels[label]) is not None
        and (parts := tuple(each.parts for each in findings[label]))
        and not against_codebook(corpus, labels, parts)
    ]


def against_codebook(corpus: str, labels: Mapping[str, int | None], findings: Collection[tuple[str, ...]]) -> bool:
    """Whether a corpus does not label what the codebook does.

    In PolNeAR a quotation that goes on has no source, and neither has the “he” of somebody without a name. Where it
    leaves open whether a source is anonymous, its “not on record” only says that a body (“the agency said”) or an
    office has no name of its own there.
    """
    if corpus != "polnear":
        return False
    parts = {part for each in findings for part in each}
    goes_on = any(part.startswith("goes-on") for part in parts) and "speaker.far" not in parts
    unnamed = any(part.endswith(".unnamed.near") for part in parts)
    left_open = labels["anonymous_source"] is None and labels["on_record"] == 0
    return goes_on or unnamed or (left_open and any(part.startswith(_BODIES) for part in parts))


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic model of the best finding of each sentence, in log odds.

    Which finding is best depends on the weights, so both are found in turns. Newton’s method with an L2 penalty.
    """
    counts = Counter(part for example in examples for part in {p for parts in example.findings for p in parts})
    place = {part: number for number, part in enumerate(sorted(counts), 1)}
    truth = np.array([example.truth for example in examples], float)
    weight = np.array([example.weight for example in examples], float)
    beta = np.zeros(len(place) + 1)
    for part, number in place.items():
        right = sum(e.weight for e in examples if e.truth and any(part in parts for parts in e.findings))
        wrong = sum(e.weight for e in examples if not e.truth and any(part in parts for parts in e.findings))
        beta[number] = np.log((right + 0.5) / (wrong + 0.5)) / 2
    penalty = np.full(len(beta), PENALTY)
    penalty[0] = 1e-6
    penalty[[number for part, number in place.items() if part.startswith(("verb.", "word."))]] = PENALTY_OF_VERBS
    for _ in range(ROUNDS):
        rows = np.zeros((len(examples), len(beta)))
        rows[:, 0] = 1
        for row, example in zip(rows, examples, strict=True):
            chosen = max(example.findings, key=lambda parts: sum(beta[place[part]] for part in parts))
            row[[place[part] for part in chosen]] = 1
        for _ in range(STEPS):
            share = 1 / (1 + np.exp(-rows @ beta))
            slope = rows.T @ (weight * (share - truth)) + penalty * beta
            curve = (rows * (weight * share * (1 - share))[:, None]).T @ rows + np.diag(penalty)
            beta = beta - np.linalg.solve(curve, slope)
    weights = {part: float(beta[number]) for part, number in place.items() if abs(beta[number]) >= LEAST}
    return {"bias": float(beta[0]), **weights}


if __name__ == "__main__":
    calibrate()
