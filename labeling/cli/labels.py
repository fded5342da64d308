"""Labels: bringing them in, and out as a dataset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labeling.cli.articles import AnnotatorName
from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import complain, progress, say
from labeling.domain.errors import Refused
from labeling.export.gold import Policy
from labeling.export.splits import STANDARD_SHARES, Shares, parse_shares
from labeling.export.writers import FORMATS
from labeling.operations.exporting import Options, export
from labeling.operations.labelling import label_sentences
from labeling.operations.projects import open_project
from labeling.store import annotators

_PROBLEMS_SHOWN = 5


class Included(StrEnum):
    """What can be written beyond the sentences that are settled."""

    UNJUDGED = "unjudged"


def _format(text: str) -> str:
    if text not in FORMATS:
        raise typer.BadParameter(f"“{text}” is not one of {', '.join(FORMATS)}")
    return text


def _shares(text: str) -> Shares | None:
    try:
        return parse_shares(text)
    except Refused as refusal:
        raise typer.BadParameter(str(refusal), param_hint="--split") from refusal


def label(
    project: ProjectPath,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines, one sentence a line.")],
    annotator: AnnotatorName = None,
) -> int:
    """Import judgments of sentences that the project has, matched by id, else by article and text."""
    with open_project(project) as opened, progress("Reading line") as show:
        person = annotators.by_name(opened.connection, annotator) if annotator else None
        report = label_sentences(opened, person, file, on_progress=show)
    say(f"{report.added} judgments added, {report.known} were there already.")
    for note in report.notes:
        say(note)
    for problem in report.refused[:_PROBLEMS_SHOWN]:
        complain(problem.sentence)
    if len(report.refused) > _PROBLEMS_SHOWN:
        complain(f"So were {len(report.refused) - _PROBLEMS_SHOWN} other lines.")
    return 1 if report.refused else 0


def export_labels(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to make; it must not exist.")],
    chosen: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), parser=_format)],
    gold: Annotated[Policy, typer.Option(help="How several judgments become one.")] = Policy.MAJORITY,
    split: Annotated[
        str, typer.Option(metavar="80/10/10|none", help="Percentages of the articles that train, validate and test.")
    ] = str(STANDARD_SHARES),
    seed: Annotated[int, typer.Option(help="Another seed splits the articles in another way.")] = 0,
    include: Annotated[Included | None, typer.Option(help="Write every sentence, also those not settled.")] = None,
) -> None:
    """Write a dataset: the splits, a manifest, a dataset card and the codebook."""
    options = Options(chosen, gold, _shares(split), seed, include is Included.UNJUDGED)
    with open_project(project) as opened, progress("Writing") as show:
        result = export(opened, out, options, on_progress=show)
    for name, sentences in result.sentences.items():
        say(f"{name}: {sentences} sentences.")
    for reason, count in result.left_out.items():
        say(f"left out ({reason}): {count} sentences.")
    say(f"Made “{result.path}”.")


COMMANDS: Mapping[str, Callable[..., object]] = {"label": label, "export": export_labels}
