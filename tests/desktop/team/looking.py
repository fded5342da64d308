"""What is shown on a team page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tables.table import Table
from desktop.team.page import TeamPage


def settle(qtbot: QtBot, page: TeamPage) -> None:
    """Wait until the work of a page has come to its end."""
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=20_000)


def table(page: QWidget, name: str) -> Table:
    """The table of this name."""
    return next(found for found in page.findChildren(Table) if found.accessibleName() == name)


def cells(page: QWidget, name: str) -> list[list[str]]:
    """The words of a table that is shown, of the columns that are."""
    found = table(page, name)
    assert found.isVisible()
    model = found.model()
    columns = [column for column in range(model.columnCount()) if not found.isColumnHidden(column)]
    return [[str(model.index(row, column).data()).strip() for column in columns] for row in range(model.rowCount())]
