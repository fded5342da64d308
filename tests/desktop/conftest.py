"""The window and its parts on a small project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import style
from desktop.theme.tokens import ThemeName, resolve
from desktop.window import Window
from labeling.domain.showing import Showing
from labeling.operations import identity
from labeling.store.connection import Project
from tests.factories import project_with


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two tiny articles: “ferry.txt” with four sentences, “mill.txt” with two."""
    with project_with(tmp_path) as project:
        yield project


@pytest.fixture
def settings(settings_folder: Path) -> Settings:
    """Settings of someone who has used Hedgerow before: Ines, in the light theme.

    She has turned suggestions off, as they come at their own time: what is tested of them waits for them.
    """
    identity.name_annotator("Ines", settings_folder)
    settings = Settings(settings_folder)
    settings.theme = ThemeName.LIGHT
    settings.suggestions = Showing.OFF
    return settings


@pytest.fixture
def session(project: Project, settings: Settings) -> Iterator[Session]:
    """The project, open, with Ines at work."""
    session = Session(identity.this_annotator(settings.folder))
    session.open(project.path)
    yield session
    session.close()


@pytest.fixture
def closed_window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Window]:
    """The window with the welcome page."""
    style.apply(qapp, resolve(settings.theme))
    jobs = Jobs()
    window = Window(Session(identity.this_annotator(settings.folder)), settings, jobs)
    jobs.setParent(window)
    window.resize(1440, 900)
    window.show_welcome()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()


@pytest.fixture
def window(closed_window: Window, project: Project) -> Window:
    """The window with the small project open and the focus in the article."""
    assert closed_window.open_project(project.path)
    return closed_window


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open, instead of opening it."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked
