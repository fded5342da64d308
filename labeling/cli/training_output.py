"""What `hedgerow train` prints: figures as JSON, and as tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from labeling.operations.team_words import count_of
from labeling.reporting import training as words
from labeling.reporting.training import Training
from labeling.reporting.words import between, coefficient
from labeling.suggestions.learned import CHOSEN, LabelReport, Way, WayFigures

_HEADINGS = ("", "precision", "recall", "F1", "average precision")
_WIDTHS = (14, 18, 18, 18, 18)


def as_dict(made: Training, before: Training | None) -> dict[str, Any]:
    """Return a training in the form of `train --json`."""
    report = made.report
    content = {
        "model": report.digest,
        "gold": made.gold,
        "codebook": made.codebook,
        "articles": report.articles,
        "sentences": report.sentences,
        "labels": {each.label: _label(each) for each in report.labels},
        "needs": {need.label: {**asdict(need), "sentence": need.sentence(need.label)} for need in report.needs},
        "sample": {
            "near_copies": made.copies,
            "labels": {each.label: {**asdict(each), "label": each.label} for each in made.sample},
        },
        "rules": report.rules,
        "cross_validation": {"folds": report.folds, "unit": "article", "seed": report.seed},
        "bootstrap": {"draws": report.draws, "unit": "article", "seed": report.seed},
        "before": _summary(before) if before else None,
    }
    return {name: _plain(value) for name, value in content.items()}


def _plain(value: Any) -> Any:
    """Return a value without the reasons of figures that lack nothing."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if name != "why" or each}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _label(found: LabelReport) -> dict[str, Any]:
    curve = found.curve
    return {
        "chosen": str(found.chosen),
        "sentences": found.sentences,
        "having": found.having,
        "articles": found.articles,
        "articles_having": found.articles_having,
        "ways": {str(way): asdict(figures) for way, figures in words.of_ways(found)},
        "curve": {**asdict(curve), "way": str(curve.way), "sentence": curve.sentence()},
    }


def _summary(before: Training) -> dict[str, Any]:
    return {
        "model": before.report.digest,
        "articles": before.report.articles,
        "sentences": before.report.sentences,
        "labels": {
            each.label: {
                "chosen": str(each.chosen),
                "f1": asdict(each.figures[CHOSEN].f1),
                "average_precision": asdict(each.figures[CHOSEN].average_precision),
            }
            for each in before.report.labels
        },
    }


def lines(made: Training, before: Training | None, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a training as people read it. `names` are what labels are called."""
    report = made.report
    yield f"{report.articles} articles and {report.sentences} settled sentences were learned from (gold: {made.gold})"
    yield f"model@{report.digest} is in use now: {words.who_suggests(report, {})}"
    for found in report.labels:
        earlier = before.of_label(found.label) if before else None
        yield from ("", found.label, _row(_HEADINGS))
        for way, figures in words.of_ways(found):
            yield _way(way, found.chosen, figures)
        if earlier:
            yield f"  F1 as chosen, in the training before: {_in_words(earlier.figures[CHOSEN], 'f1')}"
        yield f"  {words.calibrated(found.figures[CHOSEN].calibration)}"
        yield f"  {found.curve.sentence()}"
    for need in report.needs:
        yield from ("", f"{need.label}: not learned", f"  {need.sentence(names.get(need.label, need.label))}")
    yield from _sample(made)
    yield from ("", words.method(report), words.SURE, words.CHOICE, words.LIMITS)


def _sample(made: Training) -> Iterator[str]:
    if not made.sample:
        return
    yield from ("", "random sample")
    for each in made.sample:
        found = made.of_label(each.label)
        chosen = found.chosen if found else Way.RULES
        sentences = count_of(each.sentences, "sentence", "sentences")
        articles = count_of(each.articles, "article", "articles")
        yield from ("", f"  {each.label}: {sentences} of {articles}", _row(_HEADINGS))
        if each.rules is not None and chosen is not Way.RULES:
            yield _way(Way.RULES, chosen, each.rules)
        yield _way(chosen, chosen, each.used)
    yield from ("", f"  {words.SAMPLE}")


def _way(way: str, chosen: Way, figures: WayFigures) -> str:
    name = words.way_name(way).lower() + (" (used)" if way == chosen else "")
    return _row((name, *(_in_words(figures, which) for which in words.measures(figures, 0))))


def _in_words(figures: WayFigures, which: str) -> str:
    found = words.measures(figures, 0)[which]
    interval = between(found.interval)
    return f"{coefficient(found.value)} {interval}".rstrip()


def _row(cells: tuple[str, ...]) -> str:
    padded = (f"{cell:{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))
    return f"  {' '.join(padded)}".rstrip()
