"""The commands that show a team page over the workspaces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.team.page import TeamPage
    from desktop.window import Window


def merge_files(window: Window) -> None:
    """Ask for files, and say what a merge of them would bring."""
    from desktop.team.merge_page import MergePage

    page = window.pages.over(MergePage)
    if _show(window, page):
        page.ask()


def merge_paths(window: Window, paths: Sequence[Path]) -> None:
    """Say what a merge of these files would bring."""
    from desktop.team.merge_page import MergePage

    page = window.pages.over(MergePage)
    if _show(window, page):
        page.examine(paths)


def _show(window: Window, page: TeamPage) -> bool:
    """Show a page as the project is now; return whether that could be done."""
    if window.session.held:
        window.refuse(window.session.held)
        return False
    page.begin()
    window.show_over(page)
    return True
