"""A dataset is written into a new folder whole, or not at all, and the window says which."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from desktop.faults import Faults
from desktop.window import Window
from labeling.operations import exporting, previewing
from tests.desktop.export.screen import PATIENCE, choose, fill, is_writing, offers, rows, until
from tests.desktop.shell.person import answer, button, focus, press, words

FILES = {"train.jsonl", "validation.jsonl", "test.jsonl", "manifest.json", "README.md", "codebook.toml"}


class Held:
    """An export that goes no further than its first step until it is let go or cancelled."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        self._export = exporting.export

    def export(self, *given: Any, **options: Any) -> exporting.Result:
        report, cancelled = options["on_progress"], options["cancelled"]

        def step(done: int, total: int, what: str) -> None:
            report(done + 1, total, what)
            self.reached.set()
            while not (self.go_on.wait(0.01) or cancelled()):
                pass

        return self._export(*given, **{**options, "on_progress": step})


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held()
    monkeypatch.setattr(exporting, "export", held.export)
    yield held
    held.go_on.set()


def activate(qtbot: QtBot, window: Window) -> None:
    """Return to the window after a dialog: off screen, nobody else does."""

    def active() -> bool:
        window.activateWindow()
        focused = QApplication.focusWidget()
        return focused is not None and window.isAncestorOf(focused)

    until(qtbot, active)


def shown(window: Window) -> str:
    return words(window.pages.export)


def begun(qtbot: QtBot, window: Window, held: Held) -> None:
    """Press the key, and wait until the first step is shown."""
    press("Ctrl+Enter")
    until(qtbot, held.reached.is_set)
    until(qtbot, lambda: "Writing: " in shown(window) and "Writing: 0 %" not in shown(window))


def write_times(qtbot: QtBot, window: Window, times: int) -> None:
    """Write a dataset again and again, each time once the one before is among the releases."""
    for _ in range(times):
        there = len(rows(window, "Releases"))
        press("Ctrl+Enter")
        qtbot.waitUntil(partial(has_more_than, there, window), timeout=PATIENCE)


def has_more_than(releases: int, window: Window) -> bool:
    return len(rows(window, "Releases")) > releases


def test_ctrl_enter_writes_and_says_what_was_written(
    qtbot: QtBot, export: Window, tmp_path: Path, opened: list[str]
) -> None:
    press("Ctrl+Enter")
    until(qtbot, lambda: "Written: 36 sentences." in shown(export))
    assert {path.name for path in (tmp_path / "town-dataset").iterdir()} == FILES
    button(export, "Open folder").click()
    assert opened == [str(tmp_path / "town-dataset")]
    until(qtbot, lambda: len(rows(export, "Releases")) == 1)
    assert rows(export, "Releases")[0][0] == "town-dataset"


def test_the_next_dataset_goes_into_the_next_folder(qtbot: QtBot, export: Window, tmp_path: Path) -> None:
    write_times(qtbot, export, 3)
    written = {path.name for path in tmp_path.glob("town-dataset*")}
    assert written == {"town-dataset", "town-dataset-2", "town-dataset-3"}


def test_a_year_in_a_name_is_no_number_to_count_on(qtbot: QtBot, export: Window, tmp_path: Path) -> None:
    fill(export, "Folder", "news-2031")
    write_times(qtbot, export, 2)
    assert {path.name for path in tmp_path.glob("news*")} == {"news-2031", "news-2031-2"}


def test_enter_on_the_button_and_a_typed_path_write_too(qtbot: QtBot, export: Window, tmp_path: Path) -> None:
    choose(export, "Format", "CSV")
    fill(export, "Folder", str(tmp_path / "elsewhere"))
    button(export, "Export 36 sentences").setFocus()
    press("Return")
    until(qtbot, lambda: "Written: 36 sentences." in shown(export))
    assert (tmp_path / "elsewhere" / "train.csv").is_file()


def test_progress_stands_in_the_place_of_the_button(qtbot: QtBot, export: Window, held: Held, tmp_path: Path) -> None:
    begun(qtbot, export, held)
    assert not offers(export, "Export 36 sentences")
    assert any(bar.isVisible() and bar.accessibleName() == "Exporting" for bar in export.findChildren(QProgressBar))
    press("Ctrl+Enter")  # one at a time
    assert len([job for job in export.jobs.running if job.shown]) == 1
    held.go_on.set()
    until(qtbot, lambda: "Written: 36 sentences." in shown(export))
    assert offers(export, "Export 36 sentences")
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["town-dataset"]


def test_cancel_leaves_nothing_behind(qtbot: QtBot, export: Window, held: Held, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir() if path.is_dir()}
    button(export, "Export 36 sentences").setFocus()
    begun(qtbot, export, held)
    assert focus() is button(export, "Cancel the export")
    press("Space")
    until(qtbot, lambda: "Cancelled; nothing was written." in shown(export))
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == before
    assert focus() is button(export, "Export 36 sentences")
    assert not any(view.isVisible() for view in export.findChildren(QProgressBar))
    held.go_on.set()
    press("Ctrl+Enter")
    until(qtbot, lambda: "Written: 36 sentences." in shown(export))


def test_the_result_is_told_in_annotate_when_one_is_there(qtbot: QtBot, export: Window, held: Held) -> None:
    begun(qtbot, export, held)
    press("Ctrl+1")
    held.go_on.set()
    until(qtbot, lambda: "Written: 36 sentences." in words(export.statusBar()))


def test_a_folder_with_something_in_it_is_refused_and_left_as_it_is(
    qtbot: QtBot, export: Window, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("All of it", encoding="utf-8")
    fill(export, "Folder", "mine")
    press("Ctrl+Enter")
    until(qtbot, lambda: "mine" in shown(export) and "exists" in shown(export))
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    fill(export, "Folder", "yours")
    assert "exists" not in shown(export)
    press("Ctrl+Enter")
    until(qtbot, lambda: "Written: 36 sentences." in shown(export))


def test_a_folder_needs_a_name(export: Window) -> None:
    fill(export, "Folder", " ")
    press("Ctrl+Enter")
    assert "Say what the folder of the dataset shall be called." in shown(export)
    assert not is_writing(export)


def test_closing_the_project_ends_the_writing(
    qtbot: QtBot, export: Window, held: Held, judged: Path, tmp_path: Path
) -> None:
    begun(qtbot, export, held)
    export.run_action("file.close")
    until(qtbot, lambda: not is_writing(export))
    assert not (tmp_path / "town-dataset").exists()
    assert export.open_project(judged)
    press("Ctrl+3")
    assert "Writing: " not in shown(export)
    until(qtbot, lambda: offers(export, "Export 36 sentences"))


class TestErrors:
    @pytest.fixture
    def faults(self, qapp: QApplication, settings_folder: Path, export: Window) -> Iterator[Faults]:
        settings_folder.mkdir(exist_ok=True)
        faults = Faults(settings_folder)
        faults.install()
        export.jobs.failed.connect(faults.report)
        yield faults
        faults.uninstall()

    def test_an_error_while_writing_is_shown_and_the_window_goes_on(
        self, qtbot: QtBot, export: Window, faults: Faults, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, said = exporting.export, []

        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError("ours")

        monkeypatch.setattr(exporting, "export", broken)
        answer(lambda dialog: said.append(dialog.windowTitle()))
        press("Ctrl+Enter")
        until(qtbot, lambda: bool(said))
        assert "An error in Hedgerow stopped this." in shown(export)
        assert offers(export, "Export 36 sentences")
        monkeypatch.setattr(exporting, "export", real)
        activate(qtbot, export)
        press("Ctrl+Enter")
        until(qtbot, lambda: "Written: 36 sentences." in shown(export))

    def test_an_error_while_counting_is_shown_and_the_next_count_holds(
        self, qtbot: QtBot, export: Window, faults: Faults, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, said = previewing.preview, []

        def broken(*_: object, **__: object) -> None:
            monkeypatch.setattr(previewing, "preview", real)
            raise ZeroDivisionError("ours")

        monkeypatch.setattr(previewing, "preview", broken)
        answer(lambda _: said.append(shown(export)))
        choose(export, "Gold", "Every label")
        until(qtbot, lambda: bool(said))
        assert "An error in Hedgerow stopped this." in said[0]
        activate(qtbot, export)
        choose(export, "Split", "None")
        until(qtbot, lambda: "An error" not in shown(export) and offers(export, "Export 40 sentences"))
