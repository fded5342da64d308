"""What is left out is one step away: the sentences of a reason, and each of them in its article."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.window import Window
from labeling.operations import judging
from labeling.operations.projects import open_project
from tests.desktop.export.conftest import STORIES
from tests.desktop.export.screen import choose, click_cell, has_table, left_out, parts, rows, table, until
from tests.desktop.shell.person import button, focus, press, words
from tests.factories import TOMAS, sentence_id

LIST = "Sentences that are left out"
TIES = "A tie: as many for as against"


def list_ties(qtbot: QtBot, window: Window) -> None:
    """Choose the second reason by keys."""
    table(window, "Left out").setFocus()
    press("Down", "Return")
    until(qtbot, lambda: bool(rows(window, LIST)))


def test_a_reason_leads_to_its_sentences(qtbot: QtBot, export: Window) -> None:
    list_ties(qtbot, export)
    assert TIES in words(export)
    assert "4 sentences. Enter goes to a sentence in its article." in words(export)
    assert rows(export, LIST) == [[f"{n:02}.txt", f"Reason {n} was denied."] for n in range(4)]
    assert focus() is table(export, LIST)


def test_show_can_be_clicked(qtbot: QtBot, export: Window) -> None:
    click_cell(table(export, "Left out"), 0, 2)
    until(qtbot, lambda: len(rows(export, LIST)) == 20)
    assert "Nobody has looked at it" in words(export)


def test_a_sentence_opens_in_its_article(qtbot: QtBot, export: Window) -> None:
    list_ties(qtbot, export)
    press("Down", "Return")
    assert isinstance(focus(), QTextEdit)
    assert export.annotate.current == sentence_id(STORIES[1], 1)
    press("0")  # the label keys work at once
    press("Ctrl+3")
    assert has_table(export, LIST)


def test_what_was_settled_meanwhile_leaves_the_list(qtbot: QtBot, export: Window) -> None:
    list_ties(qtbot, export)
    with open_project(export.session.project.path) as project:
        judging.toggle_label(project, TOMAS, sentence_id(STORIES[2], 1), "denial")
    until(qtbot, lambda: [row[0] for row in rows(export, LIST)] == ["00.txt", "01.txt", "03.txt"])


def test_other_choices_list_other_sentences(qtbot: QtBot, export: Window) -> None:
    list_ties(qtbot, export)
    choose(export, "Gold", "Every label")
    until(qtbot, lambda: rows(export, LIST) == [])
    assert "0 sentences" in words(export) or "No sentence" in words(export)


def test_escape_and_back_return_to_the_figures(qtbot: QtBot, export: Window) -> None:
    list_ties(qtbot, export)
    press("Esc")
    assert parts(export)["Total"][1] == "36"
    assert focus() is table(export, "Left out")
    list_ties(qtbot, export)
    button(export, "Back").click()
    assert left_out(export)[TIES] == "4"
    press("Esc")
    assert focus().accessibleName() == "Format"
