"""The learned model against the cue rules: how right by each way, what more labels would bring, and how long it takes.

It learns from one half of a corpus, where it is cross-validated, and is measured on the other half as well. Nothing
that ships comes from this: the corpora are measured on. Set HEDGEROW_CORPORA to their folder; those that are not there
are left out.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from labeling.suggestions.learned import (
    Figure,
    LabelReport,
    LearnedSuggester,
    Lesson,
    Trained,
    WayFigures,
    from_bytes,
    needs,
    to_bytes,
    train,
)
from labeling.suggestions.learned.measuring import Sample
from labeling.suggestions.rules import CueRules, standard_rules
from tests.benchmarks import timing
from tests.benchmarks.cue_corpora import LABELS, Half, Labelled, articles, names

DRAWS = 1000
ROUNDS = 7
SENTENCES = 60
NOISE = 20  # of so many answers of the rules one is turned round: a label must not be trivial, or training is too fast
MANY = 10_000


def main() -> None:
    """Print the figures of each corpus, and the times."""
    for corpus in names():
        tuning, held_out = (articles(corpus, half) for half in (Half.TUNING, Half.HELD_OUT))
        if corpus == "seeds":
            tuning, held_out = (*tuning, *held_out), ()
        lessons = [lesson(each) for each in tuning]
        if set(LABELS) == set(needs(lessons, LABELS)):
            continue
        print(f"\n{corpus}: learned from {len(lessons)} articles")
        trained = train(lessons, standard_rules(), LABELS, draws=DRAWS)
        for need in trained.report.needs:
            print(f"  {need.sentence(need.label)}")
        for report in trained.report.labels:
            say_label(report)
            if held_out:
                say_held_out(report.label, trained, held_out)
    say_training()
    say_suggesting()


def lesson(article: Labelled) -> Lesson:
    return Lesson(article.name, article.text, article.sentences, article.labels)


def say_label(report: LabelReport) -> None:
    print(
        f"  {report.label}: {report.sentences} sentences, {report.having} with it, of {report.articles} articles;"
        f" used is “{report.chosen}”"
    )
    for way, figures in report.figures.items():
        say_figures(f"cross-validated, {way}", figures)
    points = ", ".join(
        f"{point.sentences} sentences {shown(point.f1)} / {shown(point.average_precision)}"
        for point in report.curve.points
    )
    print(f"    learning curve of “{report.curve.way}”, F1 / average precision: {points}")
    print(f"    {report.curve.sentence()}")


def say_held_out(label: str, trained: Trained, held_out: Sequence[Labelled]) -> None:
    """Print how right the rules are on other articles, and the model as it is saved and used."""
    model = from_bytes(to_bytes(trained.model))
    suggesters: Mapping[str, CueRules | LearnedSuggester] = {
        "rules": standard_rules(),
        str(model.ways[label]): LearnedSuggester(standard_rules(), model),
    }
    for name, suggester in suggesters.items():
        truth, scores, places = list[int](), list[float](), list[int]()
        for place, article in enumerate(held_out):
            suggested = suggester.suggest(article.text, article.sentences)
            for labels, of_sentence in zip(article.labels, suggested, strict=True):
                value = labels[label]
                if value is not None:
                    truth.append(value)
                    scores.append(next((each.score for each in of_sentence if each.label == label), 0.0))
                    places.append(place)
        sample = Sample(np.array(truth), np.array(places), DRAWS, seed=0)
        say_figures(f"the other half, {name}", sample.figures(np.array(scores)))


def say_figures(what: str, figures: WayFigures) -> None:
    print(
        f"    {what:26} precision {shown(figures.precision)}  recall {shown(figures.recall)}  F1 {shown(figures.f1)}"
        f"  AP {shown(figures.average_precision)}  calibration error {figures.calibration.error:.3f}"
        f"  Brier {figures.calibration.brier:.4f}"
    )


def shown(figure: Figure) -> str:
    if figure.value is None:
        return figure.why
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"


def say_training() -> None:
    """Print how long many sentences of four labels take, two of which are the rules’ own answers with some noise."""
    given = [each for corpus in ("polnear",) if corpus in names() for half in Half for each in articles(corpus, half)]
    lessons = [with_answers_of_rules(lesson(each)) for each in given or articles("seeds", Half.TUNING)]
    sentences = sum(len(each.sentences) for each in lessons)
    start = time.process_time()
    seconds = timing.seconds(lambda: train(lessons, standard_rules(), LABELS, draws=DRAWS))
    used = time.process_time() - start
    print(
        f"\ntraining on {sentences} sentences × 4 labels, figures and curve: {seconds:.0f} s, {used:.0f} s of them at"
        f" work; {used * MANY / sentences:.0f} s for {MANY:,}, must be ≤ 120"
    )


def with_answers_of_rules(given: Lesson) -> Lesson:
    labels = []
    suggested = standard_rules().suggest(given.text, given.sentences)
    for place, (settled, of_sentence) in enumerate(zip(given.labels, suggested, strict=True)):
        answers = {each.label: int(each.score >= 0.5) for each in of_sentence}
        turned = hashlib.sha256(f"{given.article} {place}".encode()).digest()[0] % NOISE == 0
        missing = [label for label in LABELS if settled[label] is None]
        labels.append({**settled, **{label: answers.get(label, 0) ^ int(turned) for label in missing}})
    return replace(given, labels=labels)


def say_suggesting() -> None:
    """Print how long an article takes with the rules, and with a model of four labels."""
    seeds = [each for half in Half for each in articles("seeds", half)]
    model = train([lesson(each) for each in seeds], standard_rules(), LABELS, draws=0).model
    rules, learned = standard_rules(), LearnedSuggester(standard_rules(), model)
    text, sentences = "", []
    for article in seeds:
        moved = [replace(each, start=each.start + len(text), end=each.end + len(text)) for each in article.sentences]
        sentences += moved
        text += f"{article.text}\n\n"
        if len(sentences) >= SENTENCES:
            break
    sentences = sentences[:SENTENCES]
    text = text[: sentences[-1].end]
    ours = min(timing.seconds(lambda: learned.suggest(text, sentences)) for _ in range(ROUNDS))
    reference = min(timing.seconds(lambda: rules.suggest(text, sentences)) for _ in range(ROUNDS))
    timing.say(f"suggestions for {SENTENCES} sentences, against the rules", ours, reference, "≤ 50 ms")
    content = to_bytes(model)
    reading = min(timing.seconds(lambda: from_bytes(content)) for _ in range(ROUNDS))
    print(f"reading a model of {len(content) / 1e6:.1f} MB: {reading * 1000:.0f} ms")


if __name__ == "__main__":
    main()
