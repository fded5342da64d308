from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose
from desktop.dialogs.codebook import CodebookDialog
from desktop.dialogs.import_report import ReportDialog
from desktop.dialogs.paste import PasteDialog
from desktop.window import Window
from labeling.operations.projects import codebook_as_toml, load_codebook, open_project
from labeling.resources import RESOURCES
from labeling.store import articles, integrity
from tests.desktop.shell.person import answer, button, press, the, words
from tests.factories import small_codebook

HELP_PAGES = {path.name for path in (RESOURCES / "help").glob("*.md")}


class TestImporting:
    def test_file_import_files_tells_what_became_of_each(
        self, qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
        good.write_text("The bridge is closed. It may open on Friday.", encoding="utf-8")
        empty.write_bytes(b"")
        monkeypatch.setattr(choose, "articles", lambda _: [good, empty])
        window.run_action("file.import_files")
        qtbot.waitUntil(lambda: bool(window.findChildren(ReportDialog)), timeout=20_000)
        report = the(ReportDialog, window)
        assert "Imported: 1 article, 2 sentences · refused: 1" in words(report)
        button(report, "Copy").click()
        copied = QGuiApplication.clipboard().text()
        assert copied.startswith("Refused (1)\nempty.txt: ")
        assert "good.txt" in copied
        assert not report.isModal()

    def test_file_import_folder_twice_says_that_it_is_there_already(
        self, qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "bridge.txt").write_text("The bridge is closed. It may open on Friday.", encoding="utf-8")
        monkeypatch.setattr(choose, "folder", lambda _: folder)
        window.run_action("file.import_folder")
        qtbot.waitUntil(lambda: "Imported: 1 article, 2 sentences" in words(window.statusBar()), timeout=20_000)
        window.run_action("file.import_folder")
        qtbot.waitUntil(lambda: "there already: 1" in words(window.statusBar()), timeout=20_000)

    def test_nothing_happens_when_one_thinks_better_of_it(
        self, window: Window, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(choose, "articles", lambda _: [])
        monkeypatch.setattr(choose, "folder", lambda _: None)
        window.run_action("file.import_files")
        window.run_action("file.import_folder")
        assert window.jobs.running == ()

    def test_closing_the_window_stops_an_import_and_keeps_what_is_whole(
        self, qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "many"
        folder.mkdir()
        for n in range(400):
            (folder / f"{n}.txt").write_text(f"Ship {n} sailed. " + "It may be late. " * 20, encoding="utf-8")
        monkeypatch.setattr(choose, "folder", lambda _: folder)
        path = window.session.project.path
        window.run_action("file.import_folder")
        window.close()
        assert window.jobs.running == ()
        with open_project(path) as closed:
            kept = articles.ids(closed.connection)
            assert len(kept) < 402, "the import was stopped"
            assert list(integrity.findings(closed.connection)) == []
            assert not closed.written_elsewhere()

    def test_a_text_on_the_clipboard_becomes_an_article(self, qtbot: QtBot, window: Window) -> None:
        QGuiApplication.clipboard().setText("Mill closes\n\nThe mill has closed. It may open again.")

        def look_and_import(dialog: QDialog) -> None:
            assert isinstance(dialog, PasteDialog)
            assert "10 words" in words(dialog)
            dialog.accept()

        answer(look_and_import)
        press("Ctrl+Shift+V")
        qtbot.waitUntil(lambda: "Imported: 1 article, 3 sentences" in words(window.statusBar()), timeout=20_000)

    def test_edit_paste_article_with_nothing_to_paste_imports_nothing(self, window: Window) -> None:
        QGuiApplication.clipboard().clear()

        def look(dialog: QDialog) -> None:
            assert not button(dialog, "Import").isEnabled()
            dialog.reject()

        answer(look)
        window.run_action("edit.paste_article")
        assert window.jobs.running == ()


class TestCodebook:
    def test_the_whole_codebook_can_be_read(self, window: Window) -> None:
        window.run_action("file.codebook")
        text = the(QTextBrowser, the(CodebookDialog, window)).toPlainText()
        for label in window.session.codebook.labels:
            assert label.name in text
            assert label.definition in text

    def test_another_codebook_changes_labels_keys_and_menus(
        self, qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "own.toml").write_text(codebook_as_toml(small_codebook("claim", "opinion")), encoding="utf-8")
        monkeypatch.setattr(choose, "codebook", lambda _: tmp_path / "own.toml")
        window.run_action("file.codebook")
        dialog = the(CodebookDialog, window)
        button(dialog, "Use another codebook…").click()
        assert "claim" in the(QTextBrowser, dialog).toPlainText()
        dialog.close()
        assert "label.toggle.opinion" in window.actions_by_id
        assert "label.toggle.hedge" not in window.actions_by_id
        window.activateWindow()
        window.annotate.focus_text()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        press("2")
        press("4")
        assert window.annotate.tally.judged == 1

    def test_a_file_that_is_no_codebook_is_refused_in_place(
        self, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "own.toml").write_text("title = 3", encoding="utf-8")
        monkeypatch.setattr(choose, "codebook", lambda _: tmp_path / "own.toml")
        window.run_action("file.codebook")
        dialog = the(CodebookDialog, window)
        before = window.session.codebook.hash
        button(dialog, "Use another codebook…").click()
        assert "“own.toml” is not a codebook" in words(dialog)
        assert window.session.codebook.hash == before

    def test_a_saved_codebook_is_the_same_codebook(
        self, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(choose, "new_codebook", lambda _: tmp_path / "saved.toml")
        window.run_action("file.codebook")
        button(the(CodebookDialog, window), "Save the codebook…").click()
        assert load_codebook(tmp_path / "saved.toml").hash == window.session.codebook.hash
        assert tomllib.loads((tmp_path / "saved.toml").read_text(encoding="utf-8"))["title"]

    def test_without_a_project_the_standard_one_is_shown(self, closed_window: Window) -> None:
        closed_window.run_action("file.codebook")
        dialog = the(CodebookDialog, closed_window)
        assert "Anonymous source" in the(QTextBrowser, dialog).toPlainText()
        assert not button(dialog, "Use another codebook…").isEnabled()
