from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from desktop.dialogs import help_book
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.bug import BugDialog
from desktop.dialogs.help_book import HelpBook
from desktop.window import Window
from labeling.resources import RESOURCES
from tests.desktop.shell.person import button, press, the, type_text, words

HELP_PAGES = {path.name for path in (RESOURCES / "help").glob("*.md")}


class TestHelp:
    @pytest.fixture
    def book(self, window: Window) -> HelpBook:
        window.run_action("help.book")
        book = the(HelpBook, window)
        assert book is not None
        return book

    def listed(self, book: HelpBook) -> list[str]:
        contents = the(QListWidget, book)
        return [contents.item(row).text() for row in range(contents.count())]

    def test_every_page_is_reached_from_the_contents(self, book: HelpBook) -> None:
        assert set(help_book.pages()) == HELP_PAGES
        assert self.listed(book) == [help_book.page_title(name) for name in help_book.pages()]

    @pytest.mark.parametrize("name", sorted(HELP_PAGES))
    def test_a_page_shows_its_text(self, book: HelpBook, name: str) -> None:
        book.show_page(name)
        text = the(QTextBrowser, book).toPlainText()
        assert text.startswith(help_book.page_title(name))

    def test_links_lead_to_pages(self, book: HelpBook) -> None:
        browser = the(QTextBrowser, book)
        browser.anchorClicked.emit(QUrl("keys.md"))
        assert browser.toPlainText().startswith(help_book.page_title("keys.md"))

    def test_search_narrows_the_contents_and_finds_the_place(self, qtbot: QtBot, book: HelpBook) -> None:
        field = the(QLineEdit, book)
        field.setFocus()
        type_text("palette")
        found = self.listed(book)
        assert 0 < len(found) < len(HELP_PAGES)
        press("Return")
        assert the(QTextBrowser, book).textCursor().selectedText().lower() == "palette"
        type_text("qqqq")
        assert self.listed(book) == []
        assert the(QTextBrowser, book).toPlainText() == "No page has all these words."

    def test_the_book_opens_once_and_goes_with_the_window(self, window: Window, book: HelpBook) -> None:
        window.run_action("help.book")
        assert len(window.findChildren(HelpBook)) == 1
        window.close()
        assert not book.isVisible()

    def test_help_about_says_version_and_folder(self, window: Window) -> None:
        window.run_action("help.about")
        about = the(AboutDialog, window)
        assert str(window.settings.folder) in words(about)
        button(about, "Copy").click()
        assert QGuiApplication.clipboard().text().startswith("Hedgerow ")

    def test_help_log_folder_is_opened_by_the_desktop(self, window: Window, opened: list[str]) -> None:
        window.run_action("help.log_folder")
        assert opened == [str(window.settings.folder)]


def test_the_bug_dialog_has_what_to_report(qtbot: QtBot, tmp_path: Path, opened: list[str]) -> None:
    dialog = BugDialog(None, "ZeroDivisionError: ours", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Your work is saved." in words(dialog)
    assert "ZeroDivisionError: ours" in the(QPlainTextEdit, dialog).toPlainText()
    button(dialog, "Copy").click()
    assert "Hedgerow " in QGuiApplication.clipboard().text()
    button(dialog, "Open log folder").click()
    assert opened == [str(tmp_path)]
    button(dialog, "Go on").click()
    assert not dialog.isVisible()
