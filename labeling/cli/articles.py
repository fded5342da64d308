"""Articles: bringing them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import complain, progress, say
from labeling.operations.projects import open_project
from labeling.store import annotators

if TYPE_CHECKING:
    from labeling.operations.importing import ImportReport

AnnotatorName = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whose the labels are that do not say whose they are.")
]


def import_articles(
    project: ProjectPath,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, and folders of files.")],
    annotator: AnnotatorName = None,
    text_column: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="The column of a table that holds the texts.")
    ] = None,
) -> int:
    """Import files and folders: one line for each article; what can't be read is named, and the rest kept."""
    from labeling.operations.importing import import_files  # imports the readers and the segmentation

    with open_project(project) as opened, progress("Reading") as show:
        person = annotators.by_name(opened.connection, annotator) if annotator else None
        report = import_files(opened, person, paths, on_progress=show, text_column=text_column)
    for line in _lines(report):
        say(line)
    if not (report.added or report.known or report.refused):
        say("There was nothing to import.")
    for problem in report.refused:
        complain(problem.sentence)
    return 1 if report.refused else 0


def _lines(report: ImportReport) -> Iterator[str]:
    notes: dict[str, list[str]] = {}
    for note in report.notes:
        notes.setdefault(note.where, []).append(note.sentence)
    for article in report.added:
        yield " ".join([f"{article.name}: {article.sentences} sentences.", *notes.pop(article.name, ())])
    for name in report.known:
        yield " ".join([f"{name}: already there.", *notes.pop(name, ())])


COMMANDS: Mapping[str, Callable[..., object]] = {"import": import_articles}
