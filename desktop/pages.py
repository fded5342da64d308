"""What the window shows between header and status bar: a workspace, or the welcome page. Made when first shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.switcher import Workspace

if TYPE_CHECKING:
    from desktop.export.workspace import ExportWorkspace
    from desktop.welcome import Welcome
    from desktop.window import Window

_EXPORT = "export"  # in what the settings keep of a project


class Pages(QStackedWidget):
    """Passes on what the workspaces ask of the window.

    `message` is for the status bar, `header_wanted` asks for the focus to go on, `facts_changed`: what the status bar
    says of the project may be other. `sentence_wanted` carries the SentenceId that is to be shown in Annotate.
    """

    message = Signal(str)
    header_wanted = Signal()
    facts_changed = Signal()
    sentence_wanted = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._welcome: Welcome | None = None
        self._export: ExportWorkspace | None = None
        self._keys: Mapping[str, str] = {}
        self.annotate = AnnotateWorkspace(window.session, window.settings, window)
        self.annotate.apply_theme(window.theme)
        self.annotate.message.connect(self.message)
        self.annotate.header_wanted.connect(self.header_wanted)
        self.addWidget(self.annotate)

    @property
    def shown(self) -> Workspace | None:
        """The workspace that is shown; None on the welcome page."""
        widget = self.currentWidget()
        if widget is self.annotate:
            return Workspace.ANNOTATE
        return Workspace.EXPORT if widget is not None and widget is self._export else None

    @property
    def export(self) -> ExportWorkspace:
        """The Export workspace, which is made when it is asked for first."""
        if self._export is None:
            self._export = self._made_export()
            self.addWidget(self._export)
        return self._export

    def _made_export(self) -> ExportWorkspace:
        from desktop.export.workspace import ExportWorkspace

        window = self._window
        export = ExportWorkspace(window.session, window.jobs, window.theme, self)
        export.message.connect(self.message)
        export.header_wanted.connect(self.header_wanted)
        export.facts_changed.connect(self.facts_changed)
        export.sentence_wanted.connect(self.sentence_wanted)
        export.set_narrow(window.width())
        export.set_keys(self._keys)
        if window.session.is_open:
            export.restore(window.project_state.get(_EXPORT, {}))
        return export

    def show_workspace(self, which: Workspace) -> None:
        """Show a workspace, with the focus in it."""
        if which is Workspace.EXPORT:
            self.setCurrentWidget(self.export)
            self.export.take_focus()
        else:
            self.setCurrentWidget(self.annotate)
            self.annotate.focus_text()

    def show_welcome(self) -> None:
        """Show the page for when no project is open, as things are now."""
        from desktop.welcome import Welcome

        if self._welcome is not None:
            self.removeWidget(self._welcome)
            self._welcome.deleteLater()
        self._welcome = Welcome(self._window)
        self.addWidget(self._welcome)
        self.setCurrentWidget(self._welcome)
        self._welcome.setFocus()

    def go_back(self) -> None:
        """Put the focus where one works: into the text of Annotate; in Export, from a list or a control to the form."""
        if self.shown is Workspace.EXPORT:
            self.export.go_back()
        else:
            self.annotate.focus_text()

    def cycle_panels(self) -> None:
        """Put the focus into the next panel of the workspace that is shown."""
        if self.shown is Workspace.EXPORT:
            self.export.cycle_panels()
        else:
            self.annotate.cycle_panels()

    def restore(self, state: dict[str, Any]) -> None:
        """Show the project that was just opened, where it was left."""
        self.annotate.restore(state)
        if self._export is not None:
            self._export.restore(state.get(_EXPORT, {}))

    def state(self, before: dict[str, Any]) -> dict[str, Any]:
        """Return where one is; `before` is what was kept last."""
        export = self._export.state() if self._export is not None else before.get(_EXPORT, {})
        return {**self.annotate.state(), _EXPORT: export}

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys beside what they do, by the ids of the commands that they run."""
        self._keys = keys
        self.annotate.set_keys(keys)
        if self._export is not None:
            self._export.set_keys(keys)

    def apply_theme(self) -> None:
        """Show everything in the window’s theme."""
        self.annotate.apply_theme(self._window.theme)
        if self._export is not None:
            self._export.apply_theme(self._window.theme)

    def set_narrow(self, window_width: int) -> None:
        """Fold what does not fit into a window of this width."""
        self.annotate.set_narrow(window_width)
        if self._export is not None:
            self._export.set_narrow(window_width)
