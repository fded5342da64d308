"""The commands as one Typer app, and how their errors reach the person: one sentence, and an exit code."""

from __future__ import annotations

import sqlite3
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from typing import Annotated

import typer

from labeling.cli import agreement, articles, datasets, labels, projects, suggest, team, terminal, training
from labeling.domain.errors import Refused
from labeling.operations.identity import LOG_NAME, settings_folder

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

app = typer.Typer(
    name="hedgerow",
    help="Label news articles sentence by sentence, and write datasets that train classifiers.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for noun in (projects, articles, labels, suggest, training, team, agreement, datasets):
    for name, command in noun.COMMANDS.items():
        app.command(name)(command)


def _say_version(wanted: bool) -> None:
    if wanted:
        terminal.say(f"hedgerow {version('hedgerow')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing but `--version` comes before a command."""


def run(commands: typer.Typer, argv: Sequence[str]) -> int:
    """Run a command line; return 0 when all was done, 1 when something was refused, 2 when the usage was wrong.

    Whatever goes wrong is one sentence on the error output. A bug is also written to the log in the settings folder.
    """
    terminal.prepare()
    try:
        code = _run(commands, argv)
        sys.stdout.flush()
    except BrokenPipeError:
        terminal.hang_up()
        return REFUSED
    return code


def _run(commands: typer.Typer, argv: Sequence[str]) -> int:
    command = typer.main.get_command(commands)
    try:
        code = command.main(args=list(argv), prog_name="hedgerow", standalone_mode=False)
    except Refused as refusal:
        terminal.complain(str(refusal))
        return REFUSED
    except typer.TyperException as error:
        terminal.complain(_usage_problem(error))
        return WRONG_USAGE
    except sqlite3.DatabaseError as error:
        terminal.complain(f"The project file could not be read ({error}); “hedgerow check” says which backup is whole.")
        return REFUSED
    except (BrokenPipeError, SystemExit):  # Typer leaves by SystemExit when the reader of the output is gone
        raise BrokenPipeError from None
    except Exception:  # noqa: BLE001 - a bug of ours: the person gets a sentence, the log the rest
        terminal.complain(f"Hedgerow made a mistake; {_log(traceback.format_exc())}.")
        return REFUSED
    return code if isinstance(code, int) else DONE


def _usage_problem(error: typer.TyperException) -> str:
    """Return Typer's complaint as one sentence that says where to look."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "hedgerow"
    return f"{' '.join(error.format_message().split()).rstrip('.')}; see “{path} --help”."


def _log(trace: str) -> str:
    """Write to the log what went wrong; return where it stands, as the end of a sentence."""
    path = settings_folder() / LOG_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} ERROR {trace}")
    except OSError as error:
        return f"what it was could not be written to “{path}” ({error.strerror})"
    return f"what it was is in “{path}”"
