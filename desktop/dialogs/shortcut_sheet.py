"""What each key does, in one list; any of them can be changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem

from desktop.actions.action import Action, Menu
from desktop.actions.keys import key_text, keys_of, with_key, without_change
from desktop.actions.menus import menu_title
from desktop.dialogs.dialog import Dialog, show_one
from labeling.domain.errors import Refused

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_ACTION_ROLE = Qt.ItemDataRole.UserRole


def show_shortcuts(window: Window) -> None:
    """Show the keys; the window can be used beside them."""
    show_one(ShortcutSheet, lambda: ShortcutSheet(window), window)


class ShortcutSheet(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, self.tr("Keys"), 640, 680)
        self._window = window
        self._registry = window.registry
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Commands and their keys"))
        self._list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.currentItemChanged.connect(self._take_up)
        self.body.addWidget(self._list, 1)
        self._change = QLabel()
        self._change.setWordWrap(True)
        self._new_key = QKeySequenceEdit()
        self._new_key.setMaximumSequenceLength(1)
        for field in (self._new_key, *self._new_key.findChildren(QLineEdit)):
            field.setAccessibleName(self.tr("New key"))
        self._new_key.editingFinished.connect(self._set_key)
        self._change.setBuddy(self._new_key)
        self.body.addWidget(self._change)
        self.body.addWidget(self._new_key)
        self._reset = self.add_button(self.tr("Usual key"), self._reset_one, at_left=True)
        self.add_button(self.tr("All usual keys"), self._reset_all, at_left=True)
        self.add_button(self.tr("Copy"), self._copy)
        self.add_button(self.tr("Print…"), self._print)
        self.add_button(self.tr("Close"), self.close)
        self._registry.rebuilt.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        kept = self._current()
        changed = self._registry.changed_keys
        self._list.clear()
        for menu in Menu:
            heading = QTreeWidgetItem([menu_title(menu)])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            self._list.addTopLevelItem(heading)
            for action in self._registry.actions:
                if action.menu is menu:
                    item = QTreeWidgetItem([translate("actions", action.title), key_text(keys_of(action, changed))])
                    item.setToolTip(0, translate("actions", action.tip))
                    item.setData(0, _ACTION_ROLE, action.id)
                    self._list.addTopLevelItem(item)
                    if kept is None or action.id == kept.id:
                        kept = action
                        self._list.setCurrentItem(item)
        self._list.resizeColumnToContents(0)

    def _current(self) -> Action | None:
        item = self._list.currentItem()
        identifier = item.data(0, _ACTION_ROLE) if item else None
        return next((action for action in self._registry.actions if action.id == identifier), None)

    def _take_up(self) -> None:
        self.refuse("")
        action = self._current()
        self._new_key.clear()
        self._new_key.setEnabled(action is not None)
        self._reset.setEnabled(action is not None and action.id in self._window.settings.keys)
        title = translate("actions", action.title) if action else ""
        self._change.setText(self.tr("Press the new key for “{title}” here:").format(title=title) if action else "")

    def _set_key(self) -> None:
        action, pressed = self._current(), self._new_key.keySequence()
        if action is None or pressed.isEmpty():
            return
        self._new_key.clear()
        settings = self._window.settings
        try:
            settings.keys = with_key(self._registry.actions, settings.keys, action, pressed.toString())
        except Refused as refusal:
            self.refuse(str(refusal))
            return
        self.refuse("")
        self._registry.apply_keys()

    def _reset_one(self) -> None:
        action, settings = self._current(), self._window.settings
        if action is not None:
            settings.keys = without_change(settings.keys, action)
            self._registry.apply_keys()

    def _reset_all(self) -> None:
        self._window.settings.keys = {}
        self._registry.apply_keys()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(sheet_text(self._window))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == Dialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(sheet_text(self._window))
            document.print_(printer)


def sheet_text(window: Window) -> str:
    """Return all keys as plain text, a line for each command."""
    changed = window.registry.changed_keys
    parts = []
    for menu in Menu:
        actions = [action for action in window.registry.actions if action.menu is menu]
        lines = [f"{key_text(keys_of(a, changed)) or '–':<24}{translate('actions', a.title)}" for a in actions]
        parts.append("\n".join((menu_title(menu), *lines)))
    return "\n\n".join(parts) + "\n"
