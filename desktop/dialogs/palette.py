"""The command palette: every command by a few letters of its name, and articles by the words in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.action import Action
from desktop.actions.keys import key_text, keys_of
from desktop.actions.menus import menu_title
from desktop.theme.style import set_role
from labeling.store import articles
from labeling.store.articles import ArticleFilter

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_WIDTH = 560
_TOP = 72
_ROWS = 11
_ROW_HEIGHT = 34
_ARTICLES_SHOWN = 8
_ARTICLES_FROM = 3  # letters; fewer would find most of the project
_DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_PADDING = 10

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette. Exactly one of `action` and `article`, an id each, is not empty."""

    title: str
    detail: str
    action: str = ""
    article: str = ""
    enabled: bool = True


def show_palette(window: Window) -> None:
    """Open the palette over the window; it closes by itself when the focus goes elsewhere."""
    palette = Palette(window)
    palette.show()
    palette.raise_()
    palette.take_focus()


def match(typed: str, title: str) -> int | None:
    """Return how well typed letters fit a title, smaller is better; None when they don't.

    Best at its beginning, then at the beginning of a word, then inside a word, then scattered in order.
    """
    typed, title = typed.casefold().strip(), title.casefold()
    if title.startswith(typed):
        return 0
    if f" {typed}" in title:
        return 1
    if typed in title:
        return 2
    letters = iter(title)
    return 3 if all(letter in letters for letter in typed if letter != " ") else None


class Palette(QFrame):
    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Commands"))
        set_role(self, "card")
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Type a command, or the words of an article"))
        self._field.setAccessibleName(self.tr("Command"))
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Commands that fit"))
        self._list.setItemDelegate(_Delegate(window, self._list))
        self._list.itemClicked.connect(self._choose)
        self._list.setFixedHeight(_ROWS * _ROW_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._before: QWidget | None = window.focusWidget()
        self._fill("")
        self.setFixedWidth(min(_WIDTH, window.width() - 32))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, _TOP)

    def take_focus(self) -> None:
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.close()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()  # else the window’s own Esc would come first
        if event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        key = Qt.Key(event.key())
        if key in steps:
            last = self._list.count() - 1
            self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _leave(self) -> None:
        if self._before is not None:
            self._before.setFocus()  # closes the palette, as does any other way to lose the focus
        else:
            self.close()

    def _choose(self, item: QListWidgetItem | None) -> None:
        entry = item.data(_ENTRY_ROLE) if item else None
        if not isinstance(entry, Entry) or not entry.enabled:
            return
        self._leave()
        if entry.action:
            self._window.run_action(entry.action)
        else:
            self._window.show_workspace()
            self._window.annotate.go_to_article(entry.article)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for entry in (*self._fitting(typed), *self._articles(typed)):
            item = QListWidgetItem(entry.title)
            item.setData(_ENTRY_ROLE, entry)
            item.setData(_DETAIL_ROLE, entry.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.detail}")
            if not entry.enabled:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self._list.addItem(item)
        if not self._list.count():
            nothing = QListWidgetItem(self.tr("No command and no article fits"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._list.setCurrentRow(0)

    def _fitting(self, typed: str) -> list[Entry]:
        registry = self._window.registry
        changed = registry.changed_keys
        found = []
        for action in registry.actions:
            rank = match(typed, translate("actions", action.title))
            if rank is not None and action.id != "view.commands":
                why_not = registry.why_not(action)
                found.append((bool(why_not), rank, self._entry(action, keys_of(action, changed), why_not)))
        return [entry for _, _, entry in sorted(found, key=lambda item: item[:2])]

    def _entry(self, action: Action, keys: Iterable[str], why_not: str) -> Entry:
        detail = why_not or key_text(keys) or menu_title(action.menu)
        return Entry(translate("actions", action.title), detail, action=action.id, enabled=not why_not)

    def _articles(self, typed: str) -> list[Entry]:
        session = self._window.session
        if not session.is_open or len(typed.strip()) < _ARTICLES_FROM:
            return []
        db = session.project.connection
        found = articles.ids(db, wanted=ArticleFilter(query=typed))[:_ARTICLES_SHOWN]
        rows = articles.rows(db, session.annotator.id, found)
        return [Entry(row.title or row.name, self.tr("Article"), article=row.id) for row in rows]


class _Delegate(QStyledItemDelegate):
    """Draws what stands at the right of a line: its key, or why it can't be used."""

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(0, _ROW_HEIGHT)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - option.fontMetrics.horizontalAdvance(_detail(index)) - 3 * _PADDING
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._window.theme.muted)
        rect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _detail(index))
        painter.restore()


def _detail(index: _Index) -> str:
    return str(index.data(_DETAIL_ROLE) or "")
