"""The `hedgerow` command: the window for a project, else one of the commands of `labeling.cli`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from labeling.operations.projects import project_path
from labeling.store.connection import SUFFIX

# The names are here and not asked of Typer, whose import would delay the window. A contract test compares them.
COMMANDS = frozenset(
    {
        "new",
        "import",
        "label",
        "status",
        "suggest",
        "train",
        "assign",
        "handout",
        "merge",
        "agreement",
        "export",
        "check",
        "tour",
    }
)


def main() -> int:
    """Run the command line of this process; return its exit code."""
    return run(sys.argv[1:])


def run(argv: Sequence[str]) -> int:
    """Run a command line."""
    if opens_window(argv):
        return _open_window(argv)
    from desktop.tour.command import add_tour
    from labeling.cli.app import app
    from labeling.cli.app import run as run_command

    add_tour(app)
    app.info.epilog = "Without a command, “hedgerow [PROJECT] [--annotator NAME]” opens the window."
    return run_command(app, list(argv))


def opens_window(argv: Sequence[str]) -> bool:
    """Whether the window is meant: no words at all, `--annotator`, or a project in the place of a command."""
    if not argv or argv[0].startswith("--annotator"):
        return True
    return argv[0] not in COMMANDS and (argv[0].endswith(SUFFIX) or project_path(argv[0]).is_file())


def _open_window(argv: Sequence[str]) -> int:
    if argv and argv[0].endswith(SUFFIX) and not project_path(argv[0]).is_file():
        sys.stderr.write(f"There is no project at “{argv[0]}”; make one with “hedgerow new {argv[0]}”.\n")
        return 1
    from desktop.main import main as open_window

    return open_window(argv)
