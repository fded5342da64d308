from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.theme.tokens import ThemeName, load_theme
from desktop.window import Window
from labeling.domain.articles import Article, Sentence
from tests.desktop.shell.person import focus, press, words

NONE = Qt.KeyboardModifier.NoModifier
Content = tuple[Article, tuple[Sentence, ...]]


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_theme_colours_the_whole_window(window: Window, name: ThemeName) -> None:
    window.run_action(f"view.theme_{name.value}")
    theme = load_theme(name)
    shown = window.grab().toImage()
    scale = shown.devicePixelRatio()
    header, paper = (
        shown.pixelColor(int(700 * scale), int(2 * scale)),  # above the switcher
        shown.pixelColor(int(700 * scale), int(700 * scale)),
    )
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
        buttons = [button for button in window.header.findChildren(QPushButton) if button.isVisible()]
        return [button.text() for button in sorted(buttons, key=lambda b: b.mapTo(window, b.pos()).x())]

    assert window.header.menu_bar.isVisible()
    assert shown() == ["Annotate", "Review", "Export", "Search", "Commands"]
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: not window.header.menu_bar.isVisible())
    qtbot.waitUntil(lambda: shown() == ["Menu", "Articles 1 / 2", "Annotate", "Review", "Export", "Search", "Commands"])
    assert "0 of 6 judged | Ines" in words(window.statusBar())
    assert "Codebook" not in words(window.statusBar())
    press("3")  # keys need no menu bar
    assert "Labelled" in words(window)
    press("Ctrl+L")
    press("Esc")
    assert isinstance(focus(), QTextEdit)


def test_the_window_is_never_too_small(window: Window) -> None:
    window.resize(300, 200)
    assert (window.width(), window.height()) == (800, 560)


def test_view_full_screen_is_ticked_while_it_lasts(qtbot: QtBot, window: Window) -> None:
    press("F11")
    assert window.isFullScreen()
    assert window.actions_by_id["view.full_screen"].isChecked()
    press("F11")
    assert not window.isFullScreen()


def test_panels_are_reached_in_turn(qtbot: QtBot, window: Window) -> None:
    seen = []
    for _ in range(5):
        seen.append(focus())
        press("F6")
    assert any(window.header.isAncestorOf(control) for control in seen)
    assert len(set(seen)) >= 4
    press("Esc")
    window.run_action("go.annotate")
    assert isinstance(focus(), QTextEdit)
