"""The window: header, workspace or welcome page, status bar. It holds the parts together and knows no rules."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from desktop.actions import imports, projects
from desktop.actions.menus import make_menus
from desktop.actions.registry import Registry
from desktop.actions.sleep import KeysAsleep
from desktop.annotate.workspace import AnnotateWorkspace
from desktop.backups import Backups
from desktop.header import Header
from desktop.jobs import Jobs
from desktop.pages import Pages
from desktop.places import Places
from desktop.progress import ProgressFields
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_bar import StatusBar
from desktop.theme import style
from desktop.theme.tokens import METRICS, Theme, ThemeName, resolve
from desktop.workspaces import Workspace
from labeling.domain.articles import SentenceId
from labeling.domain.changes import ChangeSet
from labeling.domain.errors import Refused
from labeling.store.connection import Project

_USUAL_SIZE = QSize(1440, 900)
# What the system puts above the window: without room for it, the status bar would lie below the screen.
_TITLE_BAR = QSize(0, 40)


class Window(QMainWindow):
    """One window on at most one project."""

    def __init__(self, session: Session, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.jobs = jobs
        self.theme: Theme = resolve(settings.theme)
        self.registry = Registry(self)
        self.header = Header(self.theme, self)
        self.status = StatusBar(self)
        self.pages: Pages = Pages(self)
        self.annotate: AnnotateWorkspace = self.pages.annotate
        self._progress = ProgressFields(session, self.annotate, self.status)
        self._backups = Backups(session, jobs, self.refuse, self)
        self.places = Places(session, settings, self.pages.state, self)
        self._asleep = KeysAsleep(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setObjectName("window")
        self.setWindowTitle("Hedgerow")
        self.setMinimumSize(METRICS.window_min_width, METRICS.window_min_height)
        self.setAcceptDrops(True)
        self.setMenuWidget(self.header)
        self.setCentralWidget(self.pages)
        self.setStatusBar(self.status)
        self._restore_geometry()

    def _connect(self) -> None:
        self.session.opened.connect(self._take_up_project)
        self.session.closed.connect(self._lay_down_project)
        self.session.changed.connect(self._follow_changes)
        self.session.saved.connect(self.status.show_saved)
        self.session.refused.connect(self.status.show_not_saved)
        self.pages.moved.connect(self.registry.refresh)
        self.pages.moved.connect(self.places.note_move)
        self.annotate.counted.connect(lambda: self.header.set_place(self.annotate.article_place))
        self.annotate.import_wanted.connect(lambda: self.run_action("file.import_files"))
        self.pages.message.connect(self.status.show_message)
        self.pages.header_wanted.connect(self.header.take_focus)
        self.pages.facts_changed.connect(self._show_fields)
        self.pages.sentence_wanted.connect(self._show_sentence)
        self.registry.rebuilt.connect(self._show_commands)
        self.header.search.clicked.connect(lambda: self.run_action("edit.search"))
        self.header.commands.clicked.connect(lambda: self.run_action("view.commands"))
        self.header.articles.clicked.connect(lambda: self.run_action("go.articles"))
        self.header.switcher.wanted.connect(lambda which: self.run_action(f"go.{which}"))
        self._asleep.changed.connect(self.pages.set_keys_asleep)
        self.status.follow(self.jobs)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def actions_by_id(self) -> dict[str, QAction]:
        """Every command that there is now."""
        return self.registry.by_id

    def run_action(self, identifier: str) -> None:
        """Do what a command does; nothing when it does not apply."""
        self.registry.by_id[identifier].trigger()

    def say(self, sentence: str) -> None:
        """Tell the person in the status bar what was done."""
        self.status.show_message(sentence)

    def refuse(self, sentence: str) -> None:
        """Tell the person in the status bar what was not done, and why."""
        self.status.show_problem(sentence)

    # Projects

    def open_project(self, path: Path) -> bool:
        """Open a project in the place of the one that is open; return whether that worked."""
        if not projects.has_name(self, path):
            return False
        self._leave_project()
        try:
            self.session.open(path.absolute())
        except Refused as refusal:
            self.refuse(str(refusal))
            return False
        return True

    def adopt_project(self, project: Project) -> None:
        """Show a project that was just made."""
        self._leave_project()
        self.session.adopt(project)

    def _take_up_project(self) -> None:
        path = self.session.project.path
        self.setWindowTitle(self.tr("{name} – Hedgerow").format(name=path.stem))
        self.settings.remember_opened(path)
        self.status.clear()
        self.pages.restore(self.places.kept)
        self.registry.rebuild(self.session.codebook)
        self.show_workspace()
        self.registry.refresh()

    def _lay_down_project(self) -> None:
        self.jobs.cancel_all()

    def close_project(self) -> None:
        """Go back to the welcome page."""
        self._leave_project()
        self.session.close()
        self.status.clear()
        self.show_welcome()

    def _leave_project(self) -> None:
        """Remember where the person was in the project that is open."""
        if self.session.is_open:
            self.pages.settle()
            self.places.keep()
            self._progress.remember(self.settings)

    def _follow_changes(self, changes: ChangeSet) -> None:
        if changes.codebook or changes.everything:
            self.registry.rebuild(self.session.codebook)
        else:
            self.registry.refresh()
        self.pages.show_undone(changes)
        keys = self.registry.shown_keys
        if not (changes.sentences or changes.boundaries):
            return  # not done by the keys that undo
        if changes.undone < 0:
            self.status.show_hint(self.tr("{key} does it again").format(key=keys["edit.redo"]))
        else:
            self.status.show_hint(self.tr("{key} undoes").format(key=keys["edit.undo"]))

    # Pages

    def show_welcome(self) -> None:
        """Show the page for when no project is open."""
        self.setWindowTitle("Hedgerow")
        self.registry.rebuild(None)
        self.pages.show_welcome()
        self.header.show_workspace(None)
        self._progress.show_welcome()

    def show_workspace(self, which: Workspace = Workspace.ANNOTATE) -> None:
        """Show a workspace, with the focus in it; while long work keeps the file, its page stays instead."""
        if self.session.held:
            self.refuse(self.session.held)
            return
        if self.pages.shown not in (None, which):
            self.say("")  # what was said of one workspace tells nothing in another
        self.pages.show_workspace(which)
        self.header.show_workspace(which)
        self._show_fields()
        self.registry.refresh()

    def _show_fields(self) -> None:
        shown, roomy = self.pages.shown, not self._is_narrow()
        if shown is Workspace.ANNOTATE:
            self._progress.show_project(roomy=roomy)
        elif shown is not None:
            self.status.set_fields(self.pages.page(shown).facts(roomy=roomy))

    def _show_sentence(self, sentence: SentenceId) -> None:
        self.show_workspace()
        self.annotate.go_to(sentence)
        self.annotate.focus_text()

    def _show_commands(self) -> None:
        self.header.set_menus(make_menus(self))
        keys = self.registry.shown_keys
        self.header.set_keys(keys)
        self.pages.set_keys(keys)

    # Looks

    def choose_theme(self, name: ThemeName) -> None:
        """Use a theme from now on."""
        self.settings.theme = name
        self.apply_theme()

    def apply_theme(self) -> None:
        """Show the window in the theme that is chosen."""
        self.theme = resolve(self.settings.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            style.apply(application, self.theme)
        self.header.set_theme(self.theme)
        self.pages.apply_theme()
        if not self.session.is_open:
            self.show_welcome()

    def _follow_system(self) -> None:
        if self.settings.theme is ThemeName.SYSTEM:
            self.apply_theme()

    # What Qt tells the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_narrow(self._is_narrow())
        self.pages.set_narrow(self.width())
        if self.session.is_open and (event.oldSize().width() < METRICS.fold_list_below) != self._is_narrow():
            self._show_fields()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: imports.take_in(self, paths))  # a question must not hold up who dragged

    def closeEvent(self, event: QCloseEvent) -> None:
        for dialog in self.findChildren(QDialog):  # an open help book would keep the program running
            dialog.close()
        self._leave_project()
        self.settings.set_geometry(self._screen_size(), self.saveGeometry())
        self.settings.save()
        self.jobs.close()
        self.session.close()
        super().closeEvent(event)

    def _is_narrow(self) -> bool:
        return self.width() < METRICS.fold_list_below

    def _restore_geometry(self) -> None:
        geometry = self.settings.geometry(self._screen_size())
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(_USUAL_SIZE.boundedTo(self.screen().availableSize() - _TITLE_BAR))

    def _screen_size(self) -> QSize:
        return self.screen().size()
