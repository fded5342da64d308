"""Projects: making one, its figures, its health."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from labeling.cli.terminal import complain, say
from labeling.operations.checking import Report, check
from labeling.operations.projects import create_project, load_codebook, open_project, project_path
from labeling.operations.sampling import Sample, sample_of
from labeling.operations.statuses import Status, status

ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", parser=project_path, help="The project file.")]


def new(
    project: ProjectPath,
    codebook: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A codebook (TOML) in the place of the standard one.")
    ] = None,
) -> None:
    """Make an empty project."""
    create_project(project, load_codebook(codebook) if codebook else None).close()
    say(f"Made “{project}”.")


def show_status(
    project: ProjectPath, as_json: Annotated[bool, typer.Option("--json", help="Print one JSON value.")] = False
) -> None:
    """Print the figures of a project and a digest of what it says."""
    with open_project(project) as opened:
        figures, sample = status(opened), sample_of(opened)
    say(json.dumps(figures.as_dict(), ensure_ascii=False, indent=2) if as_json else _described(figures, sample))


def _described(figures: Status, sample: Sample) -> str:
    lines = [f"{figures.articles} articles, {figures.sentences} sentences, {figures.judgments} judgments"]
    lines += [f"annotator {name}: {judged} sentences judged" for name, judged in figures.annotators]
    lines += [f"label {label}: {count} sentences" for label, count in figures.labels.items()]
    if sample.articles:
        lines.append(
            f"random sample {sample.articles} articles, {sample.judged} of {sample.sentences} sentences judged"
        )
    return "\n".join([*lines, f"codebook {figures.codebook}", f"digest {figures.digest}"])


def show_check(project: ProjectPath) -> int:
    """Look for damage in a project, mend what can be made anew, and say which backup copy is whole."""
    report = check(project)
    for finding in report.findings:
        say(finding.sentence)
    if report.whole:
        mended = " now; what was wrong has been made anew from its judgments" if report.findings else ""
        say(f"“{project.name}” is whole{mended}. Backup copies: {report.copies}.")
        return 0
    complain(f"“{project.name}” is damaged; {_advice(report)}.")
    return 1


def _advice(report: Report) -> str:
    if report.newest_whole is None:
        return "there is no backup copy that is whole, so keep the file and ask for help"
    return f"the newest whole backup copy is “{report.newest_whole}”, which can be copied to its place"


COMMANDS: Mapping[str, Callable[..., object]] = {"new": new, "status": show_status, "check": show_check}
