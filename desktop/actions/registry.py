"""All commands of the window as QActions: menus, the command palette and the shortcut sheet are made from these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from desktop.actions import edit, file, go, help, label, order, review, view  # noqa: A004  # the menu is called Help
from desktop.actions.action import Action, Menu, When
from desktop.actions.keys import Changed, key_text, keys_of, usable
from desktop.workspaces import TITLES, Workspace
from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_WITH_SENTENCE = (When.SENTENCE, When.JUDGING, When.SETTLING)
_READING = {
    When.READING: (Workspace.ANNOTATE, Workspace.REVIEW),
    When.SENTENCE: (Workspace.ANNOTATE, Workspace.REVIEW),
    When.JUDGING: (Workspace.ANNOTATE,),
    When.SETTLING: (Workspace.REVIEW,),
}
_REPEATING = (Menu.GO, Menu.VIEW, Menu.EDIT)


def all_actions(codebook: Codebook | None) -> tuple[Action, ...]:
    """Return every command in the order of the menus; those of labels only when there is a codebook."""
    labels = label.label_actions(codebook) if codebook else label.FIXED
    return (
        *file.ACTIONS,
        *edit.ACTIONS,
        *labels,
        *review.ACTIONS,
        *go.ACTIONS,
        *review.LISTS,
        *order.order_actions(codebook),
        *view.ACTIONS,
        *help.ACTIONS,
    )


class Registry(QObject):
    """The commands that there are now, with their QActions. `rebuilt`: commands or their keys are others now."""

    rebuilt = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._codebook: Codebook | None = None
        self.actions: tuple[Action, ...] = ()
        self.by_id: dict[str, QAction] = {}

    def rebuild(self, codebook: Codebook | None) -> None:
        """Make the commands for a codebook, or for no open project, unless these are the ones that there are."""
        if self.actions and codebook == self._codebook:
            self.refresh()
            return
        self._codebook = codebook
        for qaction in self.by_id.values():
            self._window.removeAction(qaction)
            qaction.deleteLater()
        self.actions = all_actions(codebook)
        self.by_id = {action.id: self._made(action) for action in self.actions}
        for qaction in self.by_id.values():
            self._window.addAction(qaction)
        self.apply_keys()

    def apply_keys(self) -> None:
        """Give every command its keys, those that the person changed included."""
        changed = self.changed_keys
        for action in self.actions:
            keys = keys_of(action, changed)
            qaction = self.by_id[action.id]
            qaction.setShortcuts([QKeySequence(key) for key in keys])
            tip = translate("actions", action.tip)
            qaction.setToolTip(f"{tip} ({key_text(keys)})" if keys else tip)
        self.refresh()
        self.rebuilt.emit()

    @property
    def changed_keys(self) -> Changed:
        """The keys that the person changed, without any that clash."""
        return usable(self.actions, self._window.settings.keys)

    @property
    def shown_keys(self) -> dict[str, str]:
        """The first key of each command as people read it, by the command's id."""
        changed = self.changed_keys
        return {action.id: key_text(keys_of(action, changed)[:1]) for action in self.actions}

    def refresh(self) -> None:
        """Enable what applies now, and tick what is on."""
        for action in self.actions:
            qaction = self.by_id[action.id]
            applies = self._applies(action.when)
            if action.prevented is not None:
                prevented = action.prevented(self._window) if applies else ""
                qaction.setToolTip(prevented or translate("actions", action.tip))
                applies = applies and not prevented
            qaction.setEnabled(applies)
            if action.checked is not None:
                qaction.setChecked(action.checked(self._window))

    def why_not(self, action: Action) -> str:
        """Return why a command can't be used now; empty when it can."""
        if self._applies(action.when):
            return action.prevented(self._window) if action.prevented is not None else ""
        if not self._window.session.is_open:
            return translate("actions", "Open a project first")
        where = _workspaces_of(action.when)
        if self._window.pages.shown not in where:
            names = [translate("workspaces", TITLES[which]) for which in where]
            return translate("actions", "Only in {workspace}").format(workspace=" / ".join(names))
        return translate("actions", "No sentence is shown")

    def _applies(self, when: When) -> bool:
        if when is When.ALWAYS:
            return True
        if when is When.PROJECT or not self._window.session.is_open:
            return self._window.session.is_open
        here = self._window.pages.shown in _workspaces_of(when)
        return here and (when not in _WITH_SENTENCE or self._window.pages.reader.has_sentence)

    def _made(self, action: Action) -> QAction:
        qaction = QAction(translate("actions", action.title), self)
        qaction.setObjectName(action.id)
        qaction.setCheckable(action.checked is not None)
        qaction.setAutoRepeat(action.menu in _REPEATING)  # a label key held down must not flicker
        qaction.triggered.connect(lambda: self._run(action))
        return qaction

    def _run(self, action: Action) -> None:
        try:
            action.run(self._window)
        except Refused as refusal:
            self._window.refuse(str(refusal))
        if action.checked is not None:
            self.refresh()


def _workspaces_of(when: When) -> tuple[Workspace, ...]:
    """Return where something applies that depends on the workspace."""
    return _READING.get(when) or tuple(which for which in Workspace if which.value == when.value)
