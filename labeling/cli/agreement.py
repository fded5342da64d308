"""Agreement: how far the annotators say the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from labeling.agreement.anchoring.figures import Anchoring
from labeling.agreement.figures import Agreement, Comparison, Measure
from labeling.cli import pull
from labeling.cli.measures import all_as_json, as_json, in_words
from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import progress, say
from labeling.operations.agreeing import Report, agree
from labeling.operations.agreement_report import PAGE, write_report
from labeling.operations.anchoring import anchor
from labeling.operations.naming import Naming, names, numbers
from labeling.operations.projects import open_project

_MOST_DRAWS = 100_000
_MOST_PAIRS_SHOWN = 30


def show_agreement(
    project: ProjectPath,
    json_wanted: Annotated[bool, typer.Option("--json", help="Print one JSON value.")] = False,
    bootstrap: Annotated[
        int, typer.Option(metavar="DRAWS", min=0, max=_MOST_DRAWS, help="Draws of articles for the intervals; 0: none.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Another seed draws other articles.")] = 0,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write a page and all tables into this new folder, and print no figures."),
    ] = None,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Call annotators by numbers, in the report.")
    ] = False,
) -> None:
    """Print how far the annotators agree on each label, with 95 % intervals."""
    if report is not None:
        _write(project, report, bootstrap, seed, numbers if pseudonyms else names)
        return
    with open_project(project) as opened, progress("Article") as show:
        found = agree(opened, draws=bootstrap, seed=seed, on_progress=show)
        anchored = anchor(opened, draws=bootstrap, seed=seed, on_progress=show)
    if found is not None and anchored is not None:
        content = as_dict(found, anchored.figures) if json_wanted else _lines(found, anchored.figures)
        say(json.dumps(content, ensure_ascii=False, indent=2) if json_wanted else "\n".join(content))


def as_dict(report: Report, anchoring: Anchoring) -> dict[str, Any]:
    """Return the figures in the form of `agreement --json`; without `suggestions` where none was ever on screen."""
    overall = report.agreement
    content = {
        "annotators": list(overall.annotators),
        "articles": overall.articles,
        "sentences": overall.sentences,
        "labels": {label: _measures(found) for label, found in overall.labels.items()},
        "sets": {"labels": list(overall.sets.labels), **_measures(overall.sets)},
        "excluded": _measures(overall.excluded),
        "pairs": [
            {"a": pair.a, "b": pair.b, "label": pair.label, **_measures(pair), **_crossed(pair.crossed, "a", "b")}
            for pair in overall.pairs
        ],
        "rates": {
            rates.annotator: {
                "labels": {label: as_json(rate) for label, rate in rates.labels.items()},
                "excluded": as_json(rates.excluded),
            }
            for rates in report.annotators.rates
        },
        "against_rest": [_comparison(each) for each in report.annotators.against_rest],
        "against_gold": [_comparison(each) for each in report.annotators.against_gold],
        "without": {
            absence.annotator: {
                label: {"krippendorff_alpha": as_json(alpha)} for label, alpha in absence.labels.items()
            }
            for absence in report.annotators.without
        },
        "confusions": [{field.name: getattr(each, field.name) for field in fields(each)} for each in report.confusions],
        "batches": [
            {
                "first": batch.first.isoformat(),
                "last": batch.last.isoformat(),
                "articles": len(batch.articles),
                "labels": {label: _measures(found) for label, found in batch.labels.items()},
            }
            for batch in report.batches
        ],
        "bootstrap": {"draws": overall.draws, "unit": "article", "seed": overall.seed},
    }
    if anchoring.says_something:
        content["suggestions"] = all_as_json(anchoring)
    return content


def _write(project: Path, folder: Path, draws: int, seed: int, naming: Naming) -> None:
    with open_project(project) as opened, progress("Article") as show:
        write_report(opened, folder, draws=draws, seed=seed, naming=naming, on_progress=show)
    say(str(folder / PAGE))


def _measures(found: Any) -> dict[str, Any]:
    """Return the measures among the fields, by name."""
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    return {name: as_json(value) for name, value in values.items() if isinstance(value, Measure)}


def _comparison(each: Comparison) -> dict[str, Any]:
    counts = _crossed(each.crossed, "annotator", "other")
    return {"annotator": each.annotator, "label": each.label, **_measures(each), **counts}


def _crossed(crossed: Sequence[int], one: str, other: str) -> dict[str, int]:
    neither, only_other, only_one, both = crossed
    return {
        "sentences": sum(crossed),
        "both": both,
        f"only_{one}": only_one,
        f"only_{other}": only_other,
        "neither": neither,
    }


def _lines(report: Report, anchoring: Anchoring) -> Iterator[str]:
    overall = report.agreement
    yield f"{len(overall.annotators)} annotators ({', '.join(overall.annotators) or 'nobody'})"
    yield f"{overall.articles} articles and {overall.sentences} sentences with a judgment"
    for label, found in overall.labels.items():
        yield ""
        yield label
        yield from _rows(found)
    yield ""
    yield "whole set of labels"
    yield from _rows(overall.sets)
    yield ""
    yield "excluded or not"
    yield from _rows(overall.excluded)
    yield from _pairs(overall)
    if anchoring.says_something:
        yield ""
        yield from pull.lines(anchoring)
    yield ""
    yield _about_intervals(overall)


def _rows(found: Any) -> Iterator[str]:
    for field in fields(found):
        measure = getattr(found, field.name)
        if isinstance(measure, Measure):
            yield f"  {field.name.replace('_', ' '):26} {in_words(measure)}"


def _pairs(overall: Agreement) -> Iterator[str]:
    met = [pair for pair in overall.pairs if pair.sentences]
    if not met:
        return
    yield ""
    yield "Cohen’s kappa of pairs of annotators"
    for pair in met[:_MOST_PAIRS_SHOWN]:
        yield f"  {pair.a} and {pair.b}, {pair.label}: {in_words(pair.cohen_kappa).strip()}"
    if len(met) > _MOST_PAIRS_SHOWN:
        yield f"  … and {len(met) - _MOST_PAIRS_SHOWN} others; “--json” has them all"


def _about_intervals(overall: Agreement) -> str:
    if not overall.draws:
        return "No intervals: no draws were asked for."
    return (
        f"95 % intervals: bootstrap over articles, {overall.draws} draws, seed {overall.seed}; "
        "BCa where it is defined, else percentile."
    )


COMMANDS: Mapping[str, Callable[..., object]] = {"agreement": show_agreement}
