from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose
from desktop.window import Window
from labeling.domain.articles import Article, Sentence
from labeling.operations import judging
from labeling.operations.projects import open_project
from labeling.store import backup, judgments
from labeling.store.connection import Project
from tests.desktop.shell.person import button, focus, press, type_text, words
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id

NONE = Qt.KeyboardModifier.NoModifier
Content = tuple[Article, tuple[Sentence, ...]]


def judged(window: Window, content: Content, index: int) -> tuple[str, ...] | None:
    """What Ines says of a sentence now; None when she has said nothing."""
    connection = window.session.project.connection
    found = judgments.current(connection, sentence_id(content, index), window.session.annotator.id)
    return found.verdict.labels if found else None


def test_the_article_is_there_with_the_focus_in_it(window: Window) -> None:
    assert isinstance(focus(), QTextEdit)
    assert "The ferry may sail on Monday." in window.annotate.text.view.toPlainText()
    assert window.windowTitle() == "small – Hedgerow"
    assert "Sentence 1 of 4" in words(window)


def test_keys_judge_and_the_status_bar_says_so(qtbot: QtBot, window: Window) -> None:
    press("E")
    assert judged(window, FERRY, 0) == ("hedge",)
    status = words(window.statusBar())
    assert status.startswith("Saved | ")
    assert "Ctrl+Z undoes" in status
    assert "This article 1 of 4" in status
    assert "Yours 1 of 6" in status
    assert "Annotator Ines" in status
    press("Ctrl+Z")
    assert judged(window, FERRY, 0) == ()
    assert "Ctrl+Shift+Z does it again" in words(window.statusBar())


def test_no_key_judges_while_someone_types(qtbot: QtBot, window: Window) -> None:
    press("Ctrl+F")
    field = focus()
    assert isinstance(field, QLineEdit)
    type_text("1q0xuc jk")
    press("Down", "PgDown", "Return")
    assert field.text() == "1q0xuc jk"
    assert all(judged(window, FERRY, place) is None for place in range(4))
    assert "Sentence 1 of 4" in words(window)


def test_undo_belongs_to_the_text_field_while_someone_types(qtbot: QtBot, window: Window) -> None:
    press("E")
    press("Ctrl+F")
    field = focus()
    assert isinstance(field, QLineEdit)
    type_text("ferry")
    press("Ctrl+Z")
    assert field.text() == ""
    assert judged(window, FERRY, 0) == ("hedge",)


def test_escape_goes_back_to_the_text_from_anywhere(qtbot: QtBot, window: Window) -> None:
    text = focus()
    for key in ("Ctrl+F", "Ctrl+L"):
        press(key)
        assert focus() is not text
        press("Esc")
        assert focus() is text


def test_keys_that_move_belong_to_a_focused_list(qtbot: QtBot, window: Window) -> None:
    press("Ctrl+L")
    press("Down")
    press("0")
    assert judged(window, FERRY, 0) is None
    assert judged(window, MILL, 0) is None


def test_a_focused_button_keeps_space_but_not_the_label_keys(qtbot: QtBot, window: Window) -> None:
    window.header.commands.setFocus()
    press("3")
    assert judged(window, FERRY, 0) == ("hedge",)
    press("Space")
    assert isinstance(focus(), QLineEdit)  # the palette, not the next unjudged sentence
    assert "Sentence 1 of 4" in words(window)


def test_a_menu_has_every_key_to_itself(qtbot: QtBot, window: Window) -> None:
    menu = [menu for menu in window.findChildren(QMenu) if menu.title() == "&Label"][-1]
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    QTest.keyClick(menu, Qt.Key.Key_0)
    menu.close()
    assert judged(window, FERRY, 0) is None


def test_a_menu_entry_works_by_mouse_while_a_field_has_the_focus(qtbot: QtBot, window: Window) -> None:
    press("Ctrl+F")
    assert window.actions_by_id["label.none"].isEnabled()
    window.run_action("label.none")
    assert judged(window, FERRY, 0) == ()


def test_a_write_that_fails_is_said_in_words(qtbot: QtBot, window: Window) -> None:
    window.session.project.connection.execute("PRAGMA query_only = ON")
    press("E")
    assert words(window.statusBar()).startswith("Not saved: | ")
    window.session.project.connection.execute("PRAGMA query_only = OFF")
    press("E")
    assert words(window.statusBar()).startswith("Saved | ")


def run(window: Window, identifier: str) -> None:
    """Run a command by its first key, as the sheet names it."""
    press(window.registry.shown_keys[identifier])


def test_sentences_are_split_and_joined_by_keys(qtbot: QtBot, window: Window) -> None:
    run(window, "label.join")
    assert "Sentence 1 of 3" in words(window)
    run(window, "edit.undo")
    assert "Sentence 1 of 4" in words(window)
    view = window.annotate.text.view
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("sail"))
    view.setTextCursor(cursor)
    run(window, "label.split")
    assert "Sentence 1 of 5" in words(window)
    run(window, "edit.undo")
    run(window, "edit.redo")
    assert "Sentence 1 of 5" in words(window)


def test_the_current_sentence_is_copied(qtbot: QtBot, window: Window) -> None:
    run(window, "go.next_sentence")
    run(window, "edit.copy_sentence")
    assert QGuiApplication.clipboard().text() == "An aide said so."


def test_hits_of_a_search_are_gone_through(qtbot: QtBot, window: Window) -> None:
    run(window, "edit.search")
    type_text("the")
    qtbot.wait(400)  # the list follows what was typed
    run(window, "go.text")
    run(window, "go.next_hit")
    assert "Sentence 3 of 4" in words(window)
    run(window, "go.previous_hit")
    assert "Sentence 1 of 4" in words(window)


def test_panels_and_list_have_their_keys(qtbot: QtBot, window: Window) -> None:
    for command in ("go.panels", "go.articles"):
        run(window, command)
        assert not isinstance(focus(), QTextEdit)
        run(window, "go.text")
        assert isinstance(focus(), QTextEdit)


def test_file_quit_closes_the_window(qtbot: QtBot, window: Window) -> None:
    run(window, "file.quit")
    assert not window.isVisible()
    assert not window.session.is_open


def test_where_one_was_is_there_again(qtbot: QtBot, window: Window, project: Project) -> None:
    press("PgDown")
    press("J")
    assert "Sentence 2 of 2" in words(window)
    press("Ctrl+W")
    assert not window.session.is_open
    assert "0 of 6 yours" in words(window)
    assert window.open_project(project.path)
    assert "Sentence 2 of 2" in words(window)


def test_a_comment_that_is_being_typed_survives_closing(qtbot: QtBot, window: Window) -> None:
    press("C")
    type_text("Who is she?")
    path, annotator = window.session.project.path, window.session.annotator
    window.close()
    with open_project(path) as project:
        found = judgments.current(project.connection, sentence_id(FERRY, 0), annotator.id)
    assert found is not None
    assert found.verdict.comment == "Who is she?"


def test_a_project_that_cannot_be_opened_is_said_and_the_open_one_stays(window: Window, tmp_path: Path) -> None:
    (tmp_path / "other.hedgerow").write_text("no project", encoding="utf-8")
    assert not window.open_project(tmp_path / "other.hedgerow")
    assert "other.hedgerow" in words(window.statusBar())
    assert "Sentence 1 of 4" in words(window)


def test_a_second_window_sees_what_the_first_one_wrote(qtbot: QtBot, window: Window) -> None:
    with open_project(window.session.project.path) as elsewhere:
        judging.judge_none(elsewhere, window.session.annotator, sentence_id(FERRY, 0))
        judging.judge_none(elsewhere, TOMAS, sentence_id(FERRY, 1))
    qtbot.waitUntil(lambda: "Yours 1 of 6" in words(window.statusBar()))


def test_opening_a_project_makes_a_backup_copy(qtbot: QtBot, window: Window) -> None:
    path = window.session.project.path
    qtbot.waitUntil(lambda: bool(backup.copies(path)), timeout=15_000)
    qtbot.waitUntil(lambda: not window.jobs.running)


def drop(window: Window, *paths: Path) -> bool:
    """Drop files on the middle of the window; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(600, 400), action, data, buttons, NONE)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), action, data, buttons, NONE))
    return entering.isAccepted()


def test_a_dropped_file_is_imported(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("The bridge is closed. It may open on Friday.", encoding="utf-8")
    assert drop(window, tmp_path / "news.txt")
    qtbot.waitUntil(lambda: "Imported: 1 article, 2 sentences" in words(window.statusBar()), timeout=20_000)
    assert "Yours 0 of 8" in words(window.statusBar())


def test_a_dropped_project_is_opened_where_none_is(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    project_with(tmp_path, MILL, name="other").close()
    assert drop(closed_window, tmp_path / "other.hedgerow")
    qtbot.waitUntil(lambda: closed_window.windowTitle() == "other – Hedgerow")


def test_a_project_dropped_on_another_is_offered_for_merging_or_opening(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    project_with(tmp_path, article_of(["The dam holds."]), name="other").close()
    assert drop(window, tmp_path / "other.hedgerow")
    qtbot.waitUntil(lambda: "1 new article" in words(window), timeout=20_000)
    assert window.windowTitle() == "small – Hedgerow"
    button(window, "Open “other.hedgerow” instead").click()
    assert window.windowTitle() == "other – Hedgerow"
    assert "Sentence 1 of 1" in words(window)


def test_articles_dropped_without_a_project_start_one(
    qtbot: QtBot, closed_window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news.txt").write_text("The bridge is closed. It may open on Friday.", encoding="utf-8")
    monkeypatch.setattr(choose, "new_project", lambda _: tmp_path / "fresh")
    assert drop(closed_window, tmp_path / "news.txt")
    qtbot.waitUntil(lambda: "Sentence 1 of 2" in words(closed_window), timeout=20_000)
    assert closed_window.session.project.path.name == "fresh.hedgerow"


def test_text_dragged_over_the_window_is_not_taken(window: Window) -> None:
    assert not drop(window)


def test_someone_else_can_take_over(window: Window) -> None:
    window.session.set_annotator(INES)
    assert "Yours 0 of 6" in words(window.statusBar())
    window.session.set_annotator(TOMAS)
    assert "Annotator Tomás" in words(window.statusBar())
