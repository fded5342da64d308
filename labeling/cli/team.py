"""Work in a team: sharing out articles, handing them out, and bringing together what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import complain, progress, say
from labeling.domain.showing import Showing
from labeling.merging.contribution import Contribution
from labeling.operations import assigning, handing_out, merging, sampling
from labeling.operations.projects import open_project, project_path
from labeling.operations.team_words import (
    assignments_in_words,
    contribution_in_words,
    count_of,
    differences,
    sample_in_words,
)
from labeling.store import annotators


def assign(
    project: ProjectPath,
    names: Annotated[
        str, typer.Option("--annotators", metavar="A,B,C", help="Who gets articles: names with commas between.")
    ] = "",
    overlap: Annotated[
        float, typer.Option(min=0, max=1, help="Share of the articles that go to two annotators each.")
    ] = 0.2,
    seed: Annotated[int, typer.Option(help="Another number draws other articles for two annotators.")] = 0,
    withdraw: Annotated[
        str, typer.Option(metavar="NAME", help="First take back from this annotator the articles not begun.")
    ] = "",
) -> None:
    """Share out the articles that nobody has yet. Without names, say who has what."""
    with open_project(project) as opened:
        if withdraw:
            assigning.withdraw(opened, annotators.by_name(opened.connection, withdraw))
        if names:
            assigning.assign(opened, names.split(","), overlap, seed)
        for line in assignments_in_words(assigning.assigned(opened)):
            say(line)


def sample(
    project: ProjectPath,
    sentences: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Draw whole articles until the sample has N sentences.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Another number draws other articles.")] = 0,
    begun: Annotated[
        bool, typer.Option("--begun", help="Draw also from the articles in which someone has judged something.")
    ] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="First take all articles out of the sample.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON value.")] = False,
) -> None:
    """Draw the random sample on which a team measures. Without a number of sentences, say what it has."""
    with open_project(project) as opened:
        if withdraw:
            sampling.withdraw_sample(opened)
        if sentences is not None:
            sampling.draw_sample(opened, sentences, seed, begun=begun)
        found = sampling.sample_of(opened)
    if as_json:
        say(json.dumps(found.as_dict(), ensure_ascii=False, indent=2))
        return
    say(sample_in_words(found))
    for name, judged in found.people.items():
        say(f"annotator {name}: {count_of(judged, 'sentence', 'sentences')} of it judged")


def handout(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", parser=project_path, help="The project file to write.")],
    annotator: Annotated[str, typer.Option(metavar="NAME", help="Whose articles it gets.")],
    suggestions: Annotated[
        Showing | None, typer.Option(help="When suggestions are shown in it; without this, as in the project.")
    ] = None,
) -> None:
    """Write a project file for one annotator: their articles, and nobody else’s judgments."""
    with open_project(project) as opened, progress("Writing article") as show:
        person = annotators.by_name(opened.connection, annotator)
        count = handing_out.hand_out(opened, person, out, showing=suggestions, on_progress=show)
    say(f"Wrote “{out}” for {annotator}: {count_of(count, 'article', 'articles')}.")


def merge(
    project: ProjectPath,
    others: Annotated[list[Path] | None, typer.Argument(metavar="OTHER...", help="Project files to merge.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would come, and change nothing.")] = False,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Take back the latest merge, and nothing since.")
    ] = False,
) -> int:
    """Add to a project what other files of it have: in any order, and as often as you like."""
    if bool(others) == take_back:
        raise typer.BadParameter("Name the files to merge, or take back the latest merge.")
    with open_project(project) as opened, progress("Reading article") as show:
        if take_back:
            merging.take_back_merge(opened)
            say("The latest merge was taken back.")
            return 0
        unite = merging.examine if dry_run else merging.merge
        report = unite(opened, others or (), on_progress=show)
    for brought in report.brought:
        for line in described(brought):
            say(line)
    for problem in report.refused:
        complain(problem.sentence)
    return 1 if report.refused else 0


def described(brought: Contribution) -> Iterator[str]:
    """Yield what a file brings, and where it and the project differ, a line each."""
    yield contribution_in_words(brought)
    for name, share in sorted(brought.people.items()):
        yield f"  {name}: {share.new:,} new, {share.known:,} known"
    for sentence in differences(brought):
        yield f"  {sentence}"


COMMANDS: Mapping[str, Callable[..., object]] = {
    "assign": assign,
    "sample": sample,
    "handout": handout,
    "merge": merge,
}
