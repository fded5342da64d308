"""Training: learning to suggest from what a project has settled."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import progress, say
from labeling.export.gold import Policy
from labeling.operations.projects import open_project
from labeling.store import codebooks


def train_on_labels(
    project: ProjectPath,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON value.")] = False,
    seed: Annotated[int, typer.Option(min=0, help="Another seed deals the articles otherwise.")] = 0,
    gold: Annotated[
        Policy, typer.Option(help="How votes on a sentence that was not adjudicated are settled.")
    ] = Policy.MAJORITY,
) -> None:
    """Learn to suggest from what is settled, and print how right that is; suggestions come from it from now on."""
    from labeling.cli.training_output import as_dict, lines  # imports numpy, as do the others
    from labeling.operations.trained import learned
    from labeling.operations.training import train

    with open_project(project) as opened:
        with progress("Step") as show:
            made = train(opened, gold=gold, seed=seed, on_progress=show)
        before, codebook = learned(opened).before, codebooks.current(opened.connection)
    if as_json:
        say(json.dumps(as_dict(made, before), ensure_ascii=False, indent=2))
    else:
        say("\n".join(lines(made, before, {label.id: label.name for label in codebook.labels})))


COMMANDS: Mapping[str, Callable[..., object]] = {"train": train_on_labels}
