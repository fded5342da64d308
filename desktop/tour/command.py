"""`hedgerow tour OUT`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer


def add_tour(app: typer.Typer) -> None:
    """Add the command to those of the command line."""
    app.command()(tour)


def tour(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder for the pictures, the dataset and the log.")],
) -> None:
    """Drive the real window through the main job by keys; leave pictures, a dataset and a log in OUT."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import logging

    from PySide6.QtCore import qInstallMessageHandler

    from desktop.faults import keep_qt_message
    from desktop.tour.script import tour as run_tour

    qInstallMessageHandler(keep_qt_message)
    logging.getLogger("hedgerow").addHandler(logging.NullHandler())  # off screen, Qt says what a screen would allow
    code = run_tour(out)
    typer.echo((out / "log.txt").read_text(encoding="utf-8").splitlines()[-1])
    typer.echo(f"Pictures and log: {out}; dataset: {out / 'dataset'}")
    raise typer.Exit(code)


def has_display() -> bool:
    """Whether there is a screen to show a window on."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
