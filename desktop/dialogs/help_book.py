"""The help book: the pages of `resources/help`, with their contents, links between them, and search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dialog import Dialog, show_one
from desktop.dialogs.pages import typeset
from desktop.theme.style import set_role
from labeling.resources import RESOURCES

if TYPE_CHECKING:
    from desktop.window import Window

CONTENTS = "index.md"
FIRST_STEPS = "tour.md"
_FOLDER = RESOURCES / "help"
_LINK = re.compile(r"\[[^]]*]\(([^)#]+\.md)\)")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PAGE_ROLE = Qt.ItemDataRole.UserRole


def show_help(window: Window, page: str = CONTENTS) -> None:
    """Show a page of the help book."""
    show_one(HelpBook, lambda: HelpBook(window), window).show_page(page)


def pages() -> list[str]:
    """Return the file names of the pages, in the order of the contents."""
    linked = _LINK.findall(read_page(CONTENTS))
    return [CONTENTS, *dict.fromkeys(linked)]


def read_page(name: str) -> str:
    """Return a page as Markdown."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def page_title(name: str) -> str:
    """Return what a page is called: its first heading."""
    found = _TITLE.search(read_page(name))
    return found.group(1) if found else name


class HelpBook(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, self.tr("Help book"), 940, 680)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search the help book"))
        self._search.setAccessibleName(self.tr("Search the help book"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self._find_next)
        self._contents = QListWidget()
        self._contents.setAccessibleName(self.tr("Contents"))
        self._contents.currentItemChanged.connect(self._follow_contents)
        set_role(self._contents, "panel")
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Page"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow_link)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._lay_out()
        self.add_button(self.tr("Close"), self.close)
        self._narrow("")

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self._search)
        column.addWidget(self._contents)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self._text)
        parts.setSizes([260, 640])
        parts.setStretchFactor(1, 1)
        self.body.addWidget(parts, 1)

    def show_page(self, name: str) -> None:
        """Show a page and mark it in the contents."""
        for row in range(self._contents.count()):
            if self._contents.item(row).data(_PAGE_ROLE) == name:
                self._contents.setCurrentRow(row)
                return
        self._search.clear()
        self._show_text(name)

    def _show_text(self, name: str) -> None:
        self._text.document().setBaseUrl(QUrl.fromLocalFile(str(_FOLDER / name)))
        self._text.setMarkdown(read_page(name))
        typeset(self._text.document())
        self._find_next()

    def _narrow(self, typed: str) -> None:
        """List the pages that have all the words that were typed."""
        words = typed.casefold().split()
        self._contents.clear()
        for name in pages():
            text = read_page(name).casefold()
            if all(word in text for word in words):
                item = QListWidgetItem(page_title(name))
                item.setData(_PAGE_ROLE, name)
                self._contents.addItem(item)
        if self._contents.count():
            self._contents.setCurrentRow(0)
        else:
            self._text.setPlainText(self.tr("No page has all these words."))

    def _find_next(self) -> None:
        words = self._search.text().split()
        if words and not self._text.find(words[0]):
            self._text.moveCursor(self._text.textCursor().MoveOperation.Start)
            self._text.find(words[0], QTextDocument.FindFlag(0))

    def _follow_contents(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show_text(str(item.data(_PAGE_ROLE)))

    def _follow_link(self, url: QUrl) -> None:
        if url.isRelative() or url.isLocalFile():
            self.show_page(url.fileName())
        else:
            QDesktopServices.openUrl(url)
