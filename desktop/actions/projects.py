"""Making and opening projects, and saying who works in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.dialogs import choose
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.operations import identity
from labeling.operations.handouts import handed_to
from labeling.operations.projects import create_project, project_path
from labeling.operations.projects import open_project as open_existing
from labeling.store.connection import SUFFIX

if TYPE_CHECKING:
    from desktop.jobs import Job
    from desktop.window import Window

translate = QCoreApplication.translate


def new_project(window: Window) -> bool:
    """Ask where, make a project there and open it. Return whether there is one now."""
    if not has_name(window):
        return False
    path = choose.new_project(window)
    if path is None:
        return False
    window.adopt_project(create_project(project_path(str(path))))
    return True


def open_project(window: Window) -> None:
    """Ask which project, and open it."""
    path = choose.project(window)
    if path is not None:
        window.open_project(path)


def open_sample(window: Window) -> None:
    """Open the sample project, which is made when it isn't there yet."""

    def make(path: Path) -> None:
        from labeling.operations.samples import make_sample

        make_sample(path).close()

    _open_made(
        window, translate("projects", "Sample project"), translate("projects", "Making the sample project"), make
    )


def open_team_sample(window: Window) -> None:
    """Open the sample team project, which is made when it isn't there yet."""

    def make(path: Path) -> None:
        from labeling.operations.samples import make_team_sample

        make_team_sample(path).close()

    what = translate("projects", "Making the sample team project")
    _open_made(window, translate("projects", "Sample team project"), what, make)


def _open_made(window: Window, name: str, what: str, make: Callable[[Path], None]) -> None:
    """Open a project in the folder of the settings; the first time, make it there in a job called `what`."""
    path = window.settings.folder / f"{name}{SUFFIX}"
    if path.exists():
        window.open_project(path)
        return

    def run(_: Job[Path]) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
        return path

    window.jobs.start(what, run, window.open_project, window.refuse)


def has_name(window: Window, path: Path | None = None) -> bool:
    """Return whether it is known who works here; ask when it isn't, and the project to be opened does not say it."""
    session = window.session
    if session.at_this_machine is None and (path is None or not _is_handed_out(path)):
        from desktop.dialogs.annotator import ask_name

        name = ask_name(window)
        if name:
            session.at_this_machine = identity.name_annotator(name, window.settings.folder)
        return bool(name)
    return True


def _is_handed_out(path: Path) -> bool:
    try:
        with open_existing(path) as project:
            return handed_to(project) is not None
    except Refused:
        return False


def ask_who_works(window: Window) -> None:
    """Let the person correct their name, or let someone else take over until the program ends."""
    from desktop.dialogs.annotator import Spelling, Stranger, ask_who

    if not window.session.has_annotator:
        has_name(window)
        return
    answer = ask_who(window)
    if isinstance(answer, Spelling):
        window.session.set_annotator(_called(window, answer.name))
    elif isinstance(answer, Stranger):
        window.session.set_annotator(someone(window, answer.name))


def _called(window: Window, name: str) -> Annotator:
    """Return who works now under another name; only if it is who works at this machine, the machine keeps it."""
    now, here = window.session.annotator, identity.this_annotator(window.settings.folder)
    if here is not None and here.id == now.id:
        return identity.name_annotator(name, window.settings.folder)
    return Annotator(now.id, name)


def someone(window: Window, name: str) -> Annotator:
    """Return the annotator of this name: the one of this machine, one whom the project knows, or a new one."""
    from labeling.domain.ids import named_id
    from labeling.store import annotators

    here = identity.this_annotator(window.settings.folder)
    if here is not None and here.name == name:
        return here
    if window.session.is_open:
        return annotators.by_name(window.session.project.connection, name)
    return Annotator(named_id(name), name)
