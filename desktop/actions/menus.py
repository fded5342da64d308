"""The menus, made from the commands."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from desktop.actions.action import Menu
from desktop.words import marked

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_TITLES = {
    Menu.FILE: marked("actions", "&File"),
    Menu.EDIT: marked("actions", "&Edit"),
    Menu.LABEL: marked("actions", "&Label"),
    Menu.GO: marked("actions", "&Go"),
    Menu.VIEW: marked("actions", "&View"),
    Menu.HELP: marked("actions", "&Help"),
}
_RECENT_AFTER = "file.open"


def menu_title(menu: Menu) -> str:
    """Return the name of a menu without its access key."""
    return translate("actions", _TITLES[menu]).replace("&", "")


def make_menus(window: Window) -> list[QMenu]:
    """Return the menus of the window in their order, each with its commands in groups."""
    return [_make_menu(window, menu) for menu in Menu]


def _make_menu(window: Window, which: Menu) -> QMenu:
    menu = QMenu(translate("actions", _TITLES[which]), window)
    menu.setToolTipsVisible(True)
    menus, sections = {"": menu}, {"": 0}
    for action in window.registry.actions:
        if action.menu is not which:
            continue
        if action.under not in menus:
            menu.addSeparator()
            menus[action.under] = menu.addMenu(translate("actions", action.under))
            menus[action.under].setToolTipsVisible(True)
            sections[action.under] = action.section
        if action.section != sections[action.under]:
            menus[action.under].addSeparator()
            sections[action.under] = action.section
        menus[action.under].addAction(window.registry.by_id[action.id])
        if action.id == _RECENT_AFTER:
            menu.addMenu(_recent_menu(window, menu))
    return menu


def _recent_menu(window: Window, parent: QMenu) -> QMenu:
    menu = QMenu(translate("actions", "Open recent"), parent)
    menu.aboutToShow.connect(lambda: _fill_recent(window, menu))
    return menu


def _fill_recent(window: Window, menu: QMenu) -> None:
    menu.clear()
    for recent in window.settings.recent:
        path = Path(recent.path)
        entry = menu.addAction(path.name)
        entry.triggered.connect(partial(_open, window, path))
        entry.setToolTip(recent.path)
        entry.setEnabled(path.is_file())
    if menu.isEmpty():
        menu.addAction(translate("actions", "No recent projects")).setEnabled(False)


def _open(window: Window, path: Path, _checked: bool = False) -> None:
    window.open_project(path)
