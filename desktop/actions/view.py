"""The View menu: how things look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.actions.action import Action, Menu, When
from desktop.theme.tokens import ThemeName
from desktop.words import marked
from labeling.domain.showing import Showing

if TYPE_CHECKING:
    from desktop.window import Window

_MEASURE_STEP = 20


def _theme(name: ThemeName, title: str, tip: str) -> Action:
    return Action(
        f"view.theme_{name.value}",
        title,
        tip,
        Menu.VIEW,
        lambda window: window.choose_theme(name),
        when=When.ALWAYS,
        section=1,
        checked=lambda window: window.settings.theme is name,
    )


def _zoom(step: int) -> Callable[[Window], object]:
    return lambda window: window.pages.reader.zoom(step)


def _change_measure(step: int) -> Callable[[Window], object]:
    def change(window: Window) -> None:
        window.settings.measure += step
        window.pages.reader.set_measure(window.settings.measure)

    return change


def _toggle_full_screen(window: Window) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _has_pseudonyms(window: Window) -> bool:
    return window.settings.pseudonyms


def _toggle_pseudonyms(window: Window) -> None:
    settings = window.settings
    settings.pseudonyms = not settings.pseudonyms
    window.pages.review.show_people()


def _suggestions(wished: Showing | None, title: str, tip: str) -> Action:
    return Action(
        f"view.suggestions_{wished.value if wished else 'as_asked'}",
        title,
        tip,
        Menu.VIEW,
        lambda window: window.annotate.suggestions.wish(wished),
        section=3,
        checked=lambda window: window.annotate.suggestions.in_force is wished,
        prevented=lambda window: window.annotate.suggestions.why_fixed,
    )


def _show_commands(window: Window) -> None:
    from desktop.dialogs.palette import show_palette

    show_palette(window)


ACTIONS = (
    Action(
        "view.commands",
        marked("actions", "Commands…"),
        marked("actions", "Find any command by its name, and run it"),
        Menu.VIEW,
        _show_commands,
        ("Ctrl+K",),
        When.ALWAYS,
    ),
    _theme(
        ThemeName.SYSTEM,
        marked("actions", "Theme of the system"),
        marked("actions", "Follow the light or dark setting of the system"),
    ),
    _theme(ThemeName.LIGHT, marked("actions", "Light"), marked("actions", "Dark letters on light paper")),
    _theme(ThemeName.DARK, marked("actions", "Dark"), marked("actions", "Light letters on dark paper")),
    _theme(
        ThemeName.HIGH_CONTRAST,
        marked("actions", "High contrast"),
        marked("actions", "White on black, no tints, thick underlines"),
    ),
    Action(
        "view.larger_text",
        marked("actions", "Larger text"),
        marked("actions", "Make the letters of the article larger"),
        Menu.VIEW,
        _zoom(1),
        ("Ctrl++", "Ctrl+="),
        When.READING,
        section=2,
    ),
    Action(
        "view.smaller_text",
        marked("actions", "Smaller text"),
        marked("actions", "Make the letters of the article smaller"),
        Menu.VIEW,
        _zoom(-1),
        ("Ctrl+-",),
        When.READING,
        section=2,
    ),
    Action(
        "view.usual_text",
        marked("actions", "Usual text size"),
        marked("actions", "Give the letters of the article their usual size"),
        Menu.VIEW,
        _zoom(0),
        ("Ctrl+0",),
        When.READING,
        section=2,
    ),
    Action(
        "view.wider",
        marked("actions", "Wider text column"),
        marked("actions", "Make the lines of the article longer"),
        Menu.VIEW,
        _change_measure(_MEASURE_STEP),
        ("Ctrl+]",),
        When.READING,
        section=2,
    ),
    Action(
        "view.narrower",
        marked("actions", "Narrower text column"),
        marked("actions", "Make the lines of the article shorter"),
        Menu.VIEW,
        _change_measure(-_MEASURE_STEP),
        ("Ctrl+[",),
        When.READING,
        section=2,
    ),
    _suggestions(
        None,
        marked("actions", "Suggestions as the article asks"),
        marked("actions", "See them after your own judgment where agreement or a classifier is measured, else at once"),
    ),
    _suggestions(
        Showing.ALWAYS,
        marked("actions", "Suggestions from the start"),
        marked("actions", "See what the words of a sentence suggest while you judge it"),
    ),
    _suggestions(
        Showing.AFTER,
        marked("actions", "Suggestions after my own judgment"),
        marked("actions", "See what the words of a sentence suggest once you have judged it"),
    ),
    _suggestions(
        Showing.OFF,
        marked("actions", "No suggestions"),
        marked("actions", "Judge without suggestions, and without notes that rest on them"),
    ),
    Action(
        "view.pseudonyms",
        marked("actions", "Pseudonyms in Review"),
        marked("actions", "Call annotators by numbers in Review, so that it does not matter who said what"),
        Menu.VIEW,
        _toggle_pseudonyms,
        when=When.PROJECT,
        section=4,
        checked=_has_pseudonyms,
    ),
    Action(
        "view.full_screen",
        marked("actions", "Full screen"),
        marked("actions", "Use the whole screen, or stop doing so"),
        Menu.VIEW,
        _toggle_full_screen,
        ("F11",),
        When.ALWAYS,
        section=5,
        checked=lambda window: window.isFullScreen(),
    ),
)
