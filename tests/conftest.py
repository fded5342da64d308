"""Every test: off screen, with settings of its own, and nothing left behind or complained of."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# How long it takes to draw an example says how busy the machine is, and nothing of Hedgerow.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# What the platform plugin without a screen says of itself is nobody's fault.
HARMLESS = ("This plugin does not support",)


def pytest_report_header() -> str:
    return f"Qt {qVersion()}, platform {os.environ['QT_QPA_PLATFORM']}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS))


@pytest.fixture(autouse=True)
def settings_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings for this test alone: nobody's own are read or changed."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("HEDGEROW_CONFIG", str(folder))
    return folder


class Complaints(logging.Handler):
    """Collects what was logged at the level of a warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def complaints() -> Iterator[list[str]]:
    """What was logged so far. A test that expects a complaint takes it out; any that is left fails it."""
    handler = Complaints()
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)
    assert not handler.lines, f"logged: {handler.lines}"


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail when a test leaves a thread running or a window on the screen."""
    before = set(threading.enumerate())
    yield
    threads = [t.name for t in threading.enumerate() if t not in before and not t.name.startswith("Dummy")]
    assert not threads, f"threads left behind: {threads}"
    if "PySide6.QtWidgets" in sys.modules and QApplication.instance() is not None:
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        for widget in shown:
            widget.close()
        assert not shown, f"windows left behind: {shown}"
