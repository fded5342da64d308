"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.actions.action import Action, Menu, When
from desktop.words import marked

if TYPE_CHECKING:
    from desktop.window import Window


def _show_help(window: Window) -> None:
    from desktop.dialogs.help_book import show_help

    show_help(window)


def _show_keys(window: Window) -> None:
    from desktop.dialogs.shortcut_sheet import show_shortcuts

    show_shortcuts(window)


def _open_log_folder(window: Window) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(window.settings.folder)))


def _show_about(window: Window) -> None:
    from desktop.dialogs.about import show_about

    show_about(window)


ACTIONS = (
    Action(
        "help.book",
        marked("actions", "Help book"),
        marked("actions", "Read how Hedgerow is used"),
        Menu.HELP,
        _show_help,
        ("Shift+F1",),
        When.ALWAYS,
    ),
    Action(
        "help.keys",
        marked("actions", "Keys"),
        marked("actions", "Show what each key does, and change keys"),
        Menu.HELP,
        _show_keys,
        ("F1",),
        When.ALWAYS,
    ),
    Action(
        "help.log_folder",
        marked("actions", "Open log folder"),
        marked("actions", "Show the folder with the settings and the log of problems"),
        Menu.HELP,
        _open_log_folder,
        when=When.ALWAYS,
        section=1,
    ),
    Action(
        "help.about",
        marked("actions", "About Hedgerow"),
        marked("actions", "Version, licence, and where your data lies"),
        Menu.HELP,
        _show_about,
        when=When.ALWAYS,
        section=1,
    ),
)
