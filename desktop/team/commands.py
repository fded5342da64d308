"""The commands that show a team page over the workspaces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from desktop.team.page import TeamPage
    from desktop.window import Window

P = TypeVar("P", bound="TeamPage")


def merge_files(window: Window) -> None:
    """Ask for files, and say what a merge of them would bring."""
    from desktop.team.merge_page import MergePage

    page = _shown(window, MergePage)
    if page is not None:
        page.ask()


def merge_paths(window: Window, paths: Sequence[Path]) -> None:
    """Say what a merge of these files would bring."""
    from desktop.team.merge_page import MergePage

    page = _shown(window, MergePage)
    if page is not None:
        page.examine(paths)


def share_out(window: Window) -> None:
    """Show who has what to do, and what more could be given to whom."""
    from desktop.team.share_page import SharePage

    _shown(window, SharePage)


def show_sample(window: Window) -> None:
    """Show the random sample, and what more could be drawn."""
    from desktop.team.sample_page import SamplePage

    _shown(window, SamplePage)


def hand_out(window: Window) -> None:
    """Show whose files can be written."""
    from desktop.team.hand_out_page import HandOutPage

    _shown(window, HandOutPage)


def show_people(window: Window) -> None:
    """Show everyone who has worked in the project."""
    from desktop.team.people_page import PeoplePage

    _shown(window, PeoplePage)


def train(window: Window) -> None:
    """Show what there is to learn from, and how right the suggestions are."""
    from desktop.learned.page import TrainPage

    _shown(window, TrainPage)


def suggestions_for_everyone(window: Window) -> None:
    """Show whether it is fixed when suggestions are shown."""
    from desktop.team.showing_page import ShowingPage

    _shown(window, ShowingPage)


def _shown(window: Window, kind: Callable[[Window], P]) -> P | None:
    """Show a page over the workspaces, as the project is now; return it, or None when that can’t be done."""
    if window.session.held:
        window.refuse(window.session.held)
        return None
    page = window.pages.over(kind)
    window.pages.settle()
    window.say("")
    page.begin()
    window.pages.show_over(page)
    window.registry.refresh()
    return page
