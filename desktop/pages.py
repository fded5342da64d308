"""What the window shows between header and status bar: a workspace, or the welcome page. Made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.jobs import Job
from desktop.theme.focus_ring import show_focus
from desktop.workspaces import ReadingPage, Workspace, WorkspacePage
from labeling.domain.changes import Act, ChangeSet

if TYPE_CHECKING:
    from desktop.export.workspace import ExportWorkspace
    from desktop.review.review import Review
    from desktop.team.page import TeamPage
    from desktop.welcome import Welcome
    from desktop.window import Window

P = TypeVar("P", bound="TeamPage")


def _annotate(window: Window) -> WorkspacePage:
    return AnnotateWorkspace(window.session, window.settings, window.jobs)


def _review(window: Window) -> WorkspacePage:
    from desktop.review.review import Review

    return Review(window.session, window.settings, window.jobs)


def _export(window: Window) -> WorkspacePage:
    from desktop.export.workspace import ExportWorkspace

    return ExportWorkspace(window.session, window.jobs, window.theme)


_MAKERS: Mapping[Workspace, Callable[[Window], WorkspacePage]] = {
    Workspace.ANNOTATE: _annotate,
    Workspace.REVIEW: _review,
    Workspace.EXPORT: _export,
}


# By then the first article is painted and being read.
_LOAD_AFTER = 1000
_LATER = ("desktop.review.review", "desktop.export.workspace", "desktop.team.merge_page", "desktop.team.share_page")


class Pages(QStackedWidget):
    """Passes on what the workspaces ask of the window, by the signals of `WorkspacePage` and `ReadingPage`."""

    message = Signal(str)
    header_wanted = Signal()
    facts_changed = Signal()
    sentence_wanted = Signal(object)
    moved = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._welcome: Welcome | None = None
        self._made: dict[Workspace, WorkspacePage] = {}
        self._over: dict[Callable[[Window], TeamPage], TeamPage] = {}
        self._below = Workspace.ANNOTATE
        self._keys: Mapping[str, str] = {}
        self._wait = QTimer(self, singleShot=True, interval=_LOAD_AFTER)
        self._wait.timeout.connect(self._load_others)
        window.session.opened.connect(self._wait.start)
        window.session.closed.connect(self._wait.stop)

    @property
    def shown(self) -> Workspace | None:
        """The workspace that is shown; None on the welcome page, and while a page lies over it."""
        return next((which for which, page in self._made.items() if page is self.currentWidget()), None)

    @property
    def annotate(self) -> AnnotateWorkspace:
        return cast("AnnotateWorkspace", self.page(Workspace.ANNOTATE))

    @property
    def review(self) -> Review:
        return cast("Review", self.page(Workspace.REVIEW))

    @property
    def reader(self) -> ReadingPage:
        """The workspace that is shown if sentences are read in it, else Annotate."""
        shown = self.currentWidget()
        return shown if isinstance(shown, ReadingPage) else self.annotate

    @property
    def export(self) -> ExportWorkspace:
        return cast("ExportWorkspace", self.page(Workspace.EXPORT))

    def page(self, which: Workspace) -> WorkspacePage:
        """Return a workspace, which is made when it is asked for first."""
        if which not in self._made:
            self._made[which] = self._add(which, _MAKERS[which](self._window))
        return self._made[which]

    def _add(self, which: Workspace, page: WorkspacePage) -> WorkspacePage:
        page.message.connect(self.message)
        page.header_wanted.connect(self.header_wanted)
        page.facts_changed.connect(self.facts_changed)
        page.sentence_wanted.connect(self.sentence_wanted)
        if isinstance(page, ReadingPage):
            page.moved.connect(self.moved)
        page.apply_theme(self._window.theme)
        page.set_narrow(self._window.width())
        if self._keys:
            page.set_keys(self._keys)
        if self._window.session.is_open:
            page.restore(_part_of(self._window.places.kept, which))
        self.addWidget(page)
        return page

    def over(self, kind: Callable[[Window], P]) -> P:
        """Return the page of this kind that lies over the workspaces when it is shown; made when asked for first."""
        if kind not in self._over:
            page = kind(self._window)
            page.left.connect(lambda: self._window.show_workspace(self._below))
            page.show_keys()
            self._over[kind] = page
            self.addWidget(page)
        return cast("P", self._over[kind])

    def show_over(self, page: TeamPage) -> None:
        """Show a page over the workspace, which comes back when it is left."""
        self._below = self.shown or self._below
        self.setCurrentWidget(page)
        page.take_focus()

    @property
    def _shown_over(self) -> TeamPage | None:
        return next((page for page in self._over.values() if page is self.currentWidget()), None)

    def show_workspace(self, which: Workspace) -> None:
        """Show a workspace, with the focus in it."""
        page = self.page(which)
        self.setCurrentWidget(page)
        page.take_focus()

    def show_undone(self, changes: ChangeSet) -> None:
        """Show what an undo has brought back where it was done: what was settled in Review, the rest in Annotate."""
        where = Workspace.REVIEW if changes.act is Act.SETTLED else Workspace.ANNOTATE
        if changes.undone and changes.focus is not None and self.shown is not where:
            self._window.show_workspace(where)

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
        """Put the focus where one works in the workspace that is shown."""
        if self.shown is not None:
            self.page(self.shown).go_back()
        elif self._shown_over is not None:
            self._shown_over.go_back()

    def cycle_panels(self) -> None:
        """Put the focus into the next panel of the workspace that is shown."""
        if self.shown is not None:
            self.page(self.shown).cycle_panels()
        elif self._shown_over is not None and not self._shown_over.cycle_panels():
            self.header_wanted.emit()
        show_focus()

    def set_keys_asleep(self, asleep: bool) -> None:
        """Show whether label keys go to a text field at this moment."""
        for page in self._made.values():
            if isinstance(page, ReadingPage):
                page.set_keys_asleep(asleep)

    def settle(self) -> None:
        """Save words that are being typed."""
        for page in self._made.values():
            if isinstance(page, ReadingPage):
                page.settle()

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the project that was just opened, where it was left."""
        for which, page in self._made.items():
            page.restore(_part_of(state, which))

    def state(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Return where one is; `before` is what was kept last."""
        later = {which.value: _part_of(before, which) for which in Workspace if which is not Workspace.ANNOTATE}
        made = {which.value: page.state() for which, page in self._made.items()}
        return {**later, **made.pop(Workspace.ANNOTATE), **made}

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys beside what they do, by the ids of the commands that they run."""
        self._keys = keys
        for page in self._made.values():
            page.set_keys(keys)
        for over in self._over.values():
            over.show_keys()

    def apply_theme(self) -> None:
        """Show everything in the window’s theme."""
        for page in self._made.values():
            page.apply_theme(self._window.theme)
        for over in self._over.values():
            over.apply_theme()

    def set_narrow(self, window_width: int) -> None:
        """Fold what does not fit into a window of this width."""
        for page in self._made.values():
            page.set_narrow(window_width)

    def _load_others(self) -> None:
        """Load the code of what is shown later, so that the first press of its key does not wait for it."""

        def load(job: Job[None]) -> None:
            for module in _LATER:
                if not job.cancelled():
                    import_module(module)

        self._window.jobs.start(self.tr("Loading"), load, lambda _: None, self._window.refuse, shown=False)


def _part_of(state: Mapping[str, Any], which: Workspace) -> dict[str, Any]:
    """Return what was kept for a workspace: Annotate's lies beside the others', where it lay before there were any."""
    return dict(state if which is Workspace.ANNOTATE else state.get(which.value, {}))
