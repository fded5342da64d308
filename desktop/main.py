"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCommandLineOption, QCommandLineParser, QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.actions.projects import open_sample, open_team_sample, someone
from desktop.faults import Faults
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import style
from desktop.theme.icons import icon
from desktop.theme.tokens import Theme, resolve
from desktop.window import Window
from labeling.operations import identity
from labeling.operations.projects import project_path

translate = QCoreApplication.translate

# How long a job may keep Python to itself, in seconds. Whoever presses a key waits that long, several times over, while
# an article is read in the background; with Python's own 5 ms that is more than a frame.
_SWITCH_INTERVAL = 0.0005


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the window is asked to open, and who works in it (empty: whoever works at this machine)."""

    project: Path | None = None
    annotator: str = ""
    sample: bool = False
    team_sample: bool = False


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window with `[PROJECT | --sample | --sample-team] [--annotator NAME]`; return the exit code."""
    application = make_application()
    try:
        arguments = read_arguments(sys.argv[1:] if argv is None else argv)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    folder = identity.settings_folder()
    faults = Faults(folder)
    faults.install()
    try:
        window = make_window(arguments, folder)
    except Exception as error:  # noqa: BLE001  # no event loop runs yet that would bring it to the dialog
        faults.report(error)
        application.processEvents()
        return 1
    window.jobs.failed.connect(faults.report)
    window.show()
    code = application.exec()
    faults.uninstall()
    return code


def make_application() -> QApplication:
    """Return the application, named so that the system knows it, with a window that jobs do not hold up."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    QCoreApplication.setApplicationName("hedgerow")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    QApplication.setApplicationDisplayName("Hedgerow")
    QApplication.setDesktopFileName("hedgerow")
    return application


def read_arguments(argv: Sequence[str]) -> Arguments:
    """Read the command line of the window; ValueError with one sentence when it is not understood."""
    parser = QCommandLineParser()
    annotator = QCommandLineOption(["annotator"], "", "NAME")
    sample, team_sample = QCommandLineOption(["sample"]), QCommandLineOption(["sample-team"])
    for option in (annotator, sample, team_sample):
        parser.addOption(option)
    if not parser.parse(["hedgerow", *argv]):
        raise ValueError(parser.errorText())
    positional = parser.positionalArguments()
    if len(positional) > 1:
        raise ValueError(f"Hedgerow opens one project at a time; “{positional[1]}” is one too many.")
    path = project_path(positional[0]) if positional else None
    return Arguments(path, parser.value(annotator), parser.isSet(sample), parser.isSet(team_sample))


def make_window(arguments: Arguments, folder: Path) -> Window:
    """Return the window, with a project or the welcome page in it, not yet shown. Settings lie in `folder`."""
    settings = Settings(folder)
    _dress(resolve(settings.theme))
    jobs = Jobs()
    window = Window(Session(identity.this_annotator(folder)), settings, jobs)
    jobs.setParent(window)
    _open(window, arguments)
    return window


def _dress(theme: Theme) -> None:
    """Give the application its theme before there is a widget: a font that changes later reaches into open texts."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        style.apply(application, theme)
        QApplication.setWindowIcon(icon("mark", theme.accent))


def _open(window: Window, arguments: Arguments) -> None:
    if arguments.annotator:
        window.session.set_annotator(someone(window, arguments.annotator))
    if arguments.project is None or not window.open_project(arguments.project):
        window.show_welcome()
    elif arguments.annotator:
        window.session.set_annotator(someone(window, arguments.annotator))  # whom the project knows by this name
    if arguments.sample:
        open_sample(window)
    if arguments.team_sample:
        open_team_sample(window)


if __name__ == "__main__":
    sys.exit(main())
