from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose
from desktop.settings import Settings
from desktop.theme.tokens import ThemeName, load_theme
from desktop.window import Window
from labeling.operations import judging
from labeling.operations.projects import open_project
from labeling.store import backup, judgments
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id

NONE = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def words(widget: QWidget) -> str:
    """All words that labels in a widget show."""
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text())


def judged(window: Window, content: tuple, index: int) -> tuple[str, ...] | None:  # type: ignore[type-arg]
    """What Ines says of a sentence now; None when she has said nothing."""
    connection = window.session.project.connection
    found = judgments.current(connection, sentence_id(content, index), window.session.annotator.id)
    return found.verdict.labels if found else None


def test_the_article_is_there_with_the_focus_in_it(window: Window) -> None:
    assert isinstance(QApplication.focusWidget(), QTextEdit)
    assert "The ferry may sail on Monday." in window.annotate.text.view.toPlainText()
    assert window.windowTitle() == "small – Hedgerow"
    assert "Sentence 1 of 4" in words(window)


def test_keys_judge_and_the_status_bar_says_so(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_E)
    assert judged(window, FERRY, 0) == ("hedge",)
    status = words(window.statusBar())
    assert status.startswith("Saved | ")
    assert "Ctrl+Z undoes" in status
    assert "This article 1 of 4" in status
    assert "Yours 1 of 6" in status
    assert "Annotator Ines" in status
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert judged(window, FERRY, 0) == ()
    assert "Ctrl+Shift+Z does it again" in words(window.statusBar())


def test_no_key_judges_while_someone_types(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "1q0xuc jk")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)
    assert field.text() == "1q0xuc jk"
    assert all(judged(window, FERRY, place) is None for place in range(4))
    assert "Sentence 1 of 4" in words(window)


def test_undo_belongs_to_the_text_field_while_someone_types(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_E)
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "ferry")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert judged(window, FERRY, 0) == ("hedge",)


def test_escape_goes_back_to_the_text_from_anywhere(qtbot: QtBot, window: Window) -> None:
    text = QApplication.focusWidget()
    for key in (Qt.Key.Key_F, Qt.Key.Key_L):
        press(qtbot, key, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is not text
        press(qtbot, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is text


def test_keys_that_move_belong_to_a_focused_list(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_0)
    assert judged(window, FERRY, 0) is None
    assert judged(window, MILL, 0) is None


def test_a_focused_button_keeps_space_but_not_the_label_keys(qtbot: QtBot, window: Window) -> None:
    window.header.commands.setFocus()
    press(qtbot, Qt.Key.Key_3)
    assert judged(window, FERRY, 0) == ("hedge",)
    press(qtbot, Qt.Key.Key_Space)
    assert isinstance(QApplication.focusWidget(), QLineEdit)  # the palette, not the next unjudged sentence
    assert "Sentence 1 of 4" in words(window)


def test_a_menu_has_every_key_to_itself(qtbot: QtBot, window: Window) -> None:
    menu = next(a.menu() for a in window.header.menu_bar.actions() if a.text() == "&Label")
    assert menu is not None
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    qtbot.keyClick(menu, Qt.Key.Key_0)
    menu.close()
    assert judged(window, FERRY, 0) is None


def test_a_menu_entry_works_by_mouse_while_a_field_has_the_focus(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.actions_by_id["label.none"].isEnabled()
    window.run_action("label.none")
    assert judged(window, FERRY, 0) == ()


def test_a_write_that_fails_is_said_in_words(qtbot: QtBot, window: Window) -> None:
    window.session.project.connection.execute("PRAGMA query_only = ON")
    press(qtbot, Qt.Key.Key_E)
    assert words(window.statusBar()).startswith("Not saved: | ")
    window.session.project.connection.execute("PRAGMA query_only = OFF")
    press(qtbot, Qt.Key.Key_E)
    assert words(window.statusBar()).startswith("Saved | ")


def test_where_one_was_is_there_again(qtbot: QtBot, window: Window, project: Project) -> None:
    press(qtbot, Qt.Key.Key_PageDown)
    press(qtbot, Qt.Key.Key_J)
    assert "Sentence 2 of 2" in words(window)
    press(qtbot, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.is_open
    assert "0 of 6 yours" in words(window)
    assert window.open_project(project.path)
    assert "Sentence 2 of 2" in words(window)


def test_a_comment_that_is_being_typed_survives_closing(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_C)
    qtbot.keyClicks(QApplication.focusWidget(), "Who is she?")
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


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_theme_colours_the_whole_window(window: Window, name: ThemeName) -> None:
    window.run_action(f"view.theme_{name.value}")
    theme = load_theme(name)
    shown = window.grab().toImage()
    scale = shown.devicePixelRatio()
    header, paper = shown.pixelColor(int(700 * scale), int(8 * scale)), shown.pixelColor(int(700 * scale), int(700 * scale))
    assert header.name() == theme.window.name()
    assert paper.name() == theme.paper.name()
    assert window.actions_by_id[f"view.theme_{name.value}"].isChecked()
    assert Settings(window.settings.folder).theme is name


def test_view_theme_system_follows_the_desktop(window: Window) -> None:
    window.run_action("view.theme_dark")
    window.run_action("view.theme_system")
    assert window.theme.name is ThemeName.LIGHT
    assert not window.actions_by_id["view.theme_dark"].isChecked()


def test_letters_and_lines_change_and_stay(window: Window) -> None:
    for action in ("view.larger_text", "view.larger_text", "view.smaller_text", "view.narrower", "view.wider"):
        window.run_action(action)
    assert (window.settings.reading_size, window.settings.measure) == (19, 620)
    window.run_action("view.usual_text")
    window.run_action("view.narrower")
    assert (window.settings.reading_size, window.settings.measure) == (18, 600)


def test_a_narrow_window_folds_menus_and_list(qtbot: QtBot, window: Window) -> None:
    def shown() -> list[str]:
        return [button.text() for button in window.header.findChildren(QPushButton) if button.isVisible()]

    assert window.header.menu_bar.isVisible()
    assert shown() == ["Search", "Commands"]
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: not window.header.menu_bar.isVisible())
    qtbot.waitUntil(lambda: shown() == ["Menu", "Articles 1 / 2", "Search", "Commands"])
    assert "0 of 6 judged | Ines" in words(window.statusBar())
    assert "Codebook" not in words(window.statusBar())
    press(qtbot, Qt.Key.Key_3)  # keys need no menu bar
    assert judged(window, FERRY, 0) == ("hedge",)
    press(qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), QTextEdit)


def test_the_window_is_never_too_small(window: Window) -> None:
    window.resize(300, 200)
    assert (window.width(), window.height()) == (800, 560)


def test_view_full_screen_is_ticked_while_it_lasts(qtbot: QtBot, window: Window) -> None:
    press(qtbot, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.actions_by_id["view.full_screen"].isChecked()
    press(qtbot, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_panels_are_reached_in_turn(qtbot: QtBot, window: Window) -> None:
    seen = []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_F6)
    assert window.header.search in seen
    assert len(set(seen)) >= 4
    press(qtbot, Qt.Key.Key_Escape)
    window.run_action("go.annotate")
    assert isinstance(QApplication.focusWidget(), QTextEdit)


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


def test_a_dropped_project_is_opened(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    project_with(tmp_path, MILL, name="other").close()
    assert drop(window, tmp_path / "other.hedgerow")
    qtbot.waitUntil(lambda: window.windowTitle() == "other – Hedgerow")


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
