"""All of Export is reached by keys: Tab through controls, F6 through panels, Ctrl+1 and Ctrl+3 between workspaces."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.window import Window
from tests.desktop.export.screen import has_table, table, until
from tests.desktop.shell.person import button, click, focus, press, type_text


def raised(window: Window) -> list[str]:
    """The names in the switcher that stand for what is shown."""
    return [segment.text() for segment in window.header.switcher.segments.values() if segment.isChecked()]


def test_keys_and_the_header_switch_between_workspaces(export: Window) -> None:
    assert focus().accessibleName() == "Format"
    press("Ctrl+1")
    assert isinstance(focus(), QTextEdit)
    press("Ctrl+E")
    assert raised(export) == ["Export"]
    click(button(export.header, "Annotate"))
    assert raised(export) == ["Annotate"]
    assert isinstance(focus(), QTextEdit)
    click(button(export.header, "Export"))
    assert raised(export) == ["Export"]
    assert has_table(export, "What will be written")


def test_label_keys_and_undo_sleep_in_export(export: Window) -> None:
    table(export, "What will be written").setFocus()
    before = export.annotate.totals
    press("3", "0", "X", "Ctrl+Z", "Space")
    assert export.annotate.totals == before
    assert not export.actions_by_id["edit.undo"].isEnabled()
    assert not export.actions_by_id["label.none"].isEnabled()


def test_the_focus_is_where_it_was_left(export: Window) -> None:
    table(export, "Left out").setFocus()
    press("Ctrl+1", "Ctrl+3")
    assert focus() is table(export, "Left out")


def test_f6_goes_from_panel_to_panel_and_round(qtbot: QtBot, export: Window) -> None:
    press("Ctrl+Enter")
    until(qtbot, lambda: has_table(export, "Releases"))
    seen = []
    for _ in range(4):
        press("F6")
        seen.append(focus())
    figures, releases, header, form = seen
    assert figures is table(export, "What will be written")
    assert releases is table(export, "Releases")
    assert export.header.isAncestorOf(header)
    assert form.accessibleName() == "Format"


def test_a_panel_that_f6_leads_to_is_in_view_and_ringed(qtbot: QtBot, export: Window) -> None:
    press("Ctrl+Enter")
    until(qtbot, lambda: has_table(export, "Releases"))
    again = button(export, "Write again…")
    export.resize(1440, 700)
    qtbot.waitUntil(lambda: export.height() == 700)
    press("Ctrl+1", "Ctrl+3", "F6")
    assert again.visibleRegion().isEmpty()
    press("F6")
    qtbot.waitUntil(lambda: again.visibleRegion().boundingRect() == again.rect())
    press("F6")
    assert focus().window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def test_tab_leads_through_the_form_to_its_button_and_on(export: Window) -> None:
    seen = [focus().accessibleName()]
    for _ in range(20):
        press("Tab")
        seen.append(focus().accessibleName() or getattr(focus(), "text", str)())
    wanted = ["Format", "Gold", "Split", "Seed", "Headings", "Captions and other furniture"]
    wanted += ["Sentences nobody has looked at", "More options", "Folder", "Change the folder…", "Export 36 sentences"]
    wanted += ["What will be written", "Left out", "Checked before writing", "Warnings", "First line of train.jsonl"]
    assert seen[: len(wanted)] == wanted


def test_search_and_the_palette_lead_to_annotate(export: Window) -> None:
    for key in ("Ctrl+F", "Ctrl+L"):
        press(key)
        assert raised(export) == ["Annotate"]
        assert export.annotate.articles.isAncestorOf(focus())
        press("Esc", "Ctrl+3")
    press("Ctrl+K")
    type_text("00.txt")
    press("Return")
    assert raised(export) == ["Annotate"]
