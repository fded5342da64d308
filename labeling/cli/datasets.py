"""Datasets: writing the labels, and writing an earlier release again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import progress, say
from labeling.domain.articles import Kind
from labeling.domain.errors import Refused
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy
from labeling.export.options import Repeats
from labeling.export.parting.shares import STANDARD_SHARES, parse_shares
from labeling.operations.exporting import Options, Result, export, export_again
from labeling.operations.projects import open_project

T = TypeVar("T")

_KINDS = ",".join(Kind)


class Included(StrEnum):
    """What can be written beyond the sentences that are settled."""

    UNJUDGED = "unjudged"


class Unsure(StrEnum):
    """Whether unsure judgments have a vote."""

    IN = "in"
    OUT = "out"


def _format(text: str) -> str:
    if text not in FORMATS:
        raise typer.BadParameter(f"“{text}” is not one of {', '.join(FORMATS)}")
    return text


def export_labels(
    context: typer.Context,
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to make; it must not exist.")],
    chosen: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), parser=_format)] = None,
    gold: Annotated[Policy, typer.Option(help="How several judgments become one.")] = Policy.MAJORITY,
    annotators: Annotated[int, typer.Option(min=1, help="How many must have judged a sentence.")] = 1,
    unsure: Annotated[Unsure, typer.Option(help="Whether unsure judgments have a vote.")] = Unsure.IN,
    codebook: Annotated[
        list[str] | None,
        typer.Option(metavar="HASH", help="Only judgments under this version of the codebook (or its beginning)."),
    ] = None,
    kinds: Annotated[str, typer.Option(metavar=_KINDS, help="Which kinds of sentences.")] = _KINDS,
    articles: Annotated[
        str, typer.Option(metavar="CONDITIONS", help="Which articles, such as “source=The Lantern; date>=2031-01-01”.")
    ] = "",
    split: Annotated[
        str, typer.Option(metavar="80/10/10|none", help="Percentages of the articles that train, validate and test.")
    ] = str(STANDARD_SHARES),
    folds: Annotated[int, typer.Option(metavar="K", help="K folds for cross-validation instead.")] = 0,
    by_time: Annotated[bool, typer.Option("--by-time", help="Train on the earliest, test on the latest.")] = False,
    balance: Annotated[
        str, typer.Option(metavar="FIELD", help="Balance the splits over this field too, such as “source”.")
    ] = "",
    line: Annotated[
        str,
        typer.Option(metavar="NAME", help="Keep articles where earlier releases of this line put them."),
    ] = "",
    repeats: Annotated[
        Repeats, typer.Option(help="What to do with sentences that have the same words in two splits.")
    ] = Repeats.REPORT,
    seed: Annotated[int, typer.Option(help="Another seed splits the articles in another way.")] = 0,
    pseudonyms: Annotated[bool, typer.Option("--pseudonyms", help="Don’t write the annotators’ names.")] = False,
    include: Annotated[Included | None, typer.Option(help="Write every sentence, also those not settled.")] = None,
    name: Annotated[str, typer.Option(metavar="NAME", help="What the release is called; else as the folder.")] = "",
    release: Annotated[
        str, typer.Option(metavar="NAME", help="Write this earlier release again, byte for byte, and nothing else.")
    ] = "",
) -> None:
    """Write a dataset: the splits, a manifest, a dataset card and the codebook. It is recorded as a release."""
    if release:
        _refuse_choices(context)
    else:
        options = Options(
            format=_wanted(chosen),
            gold=gold,
            split=_checked(parse_shares, split, "--split"),
            seed=seed,
            include_unjudged=include is Included.UNJUDGED,
            annotators=annotators,
            unsure=unsure is Unsure.IN,
            codebooks=tuple(codebook or ()),
            kinds=_checked(_kinds, kinds, "--kinds"),
            articles=articles,
            folds=folds,
            by_time=by_time,
            balance=balance,
            line=line,
            repeats=repeats,
            pseudonyms=pseudonyms,
        )
    with open_project(project) as opened, progress("Step") as show:
        if release:
            result = export_again(opened, out, release, on_progress=show)
        else:
            result = export(opened, out, options, name=name, on_progress=show)
    _tell(result)


def _tell(result: Result) -> None:
    for name, sentences in result.sentences.items():
        say(f"{name}: {sentences} sentences.")
    for reason, count in result.left_out.items():
        say(f"left out ({reason}): {count} sentences.")
    for caution in result.cautions:
        say(f"Note: {caution}")
    say(f"Made “{result.path}”, release “{result.release}”.")


def _wanted(chosen: str | None) -> str:
    if chosen is None:
        raise typer.BadParameter(f"choose one of {', '.join(FORMATS)}", param_hint="--format")
    return chosen


def _refuse_choices(context: typer.Context) -> None:
    """A release has its choices: those that are given beside it would be passed over in silence."""
    for parameter in context.command.params:
        given = context.get_parameter_source(parameter.name or "")
        if parameter.name not in {"project", "out", "release"} and given is not None and given.name == "COMMANDLINE":
            raise typer.BadParameter("it has its own choices; leave out the others", param_hint="--release")


def _kinds(text: str) -> tuple[Kind, ...]:
    try:
        wanted = {Kind(kind.strip()) for kind in text.split(",")}
    except ValueError as error:
        raise Refused(f"“{text}” names something that is not one of {', '.join(Kind)}.") from error
    return tuple(kind for kind in Kind if kind in wanted)


def _checked(read: Callable[[str], T], text: str, option: str) -> T:
    try:
        return read(text)
    except Refused as refusal:
        raise typer.BadParameter(str(refusal), param_hint=option) from refusal


COMMANDS: Mapping[str, Callable[..., Any]] = {"export": export_labels}
