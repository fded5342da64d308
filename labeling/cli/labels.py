"""Labels: bringing them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from labeling.cli.articles import AnnotatorName
from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import complain, progress, say
from labeling.operations.labelling import label_sentences
from labeling.operations.projects import open_project
from labeling.store import annotators

_PROBLEMS_SHOWN = 5


def label(
    project: ProjectPath,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines, or what another tool exported.")],
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


COMMANDS: Mapping[str, Callable[..., object]] = {"label": label}
