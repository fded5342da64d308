"""Labelling from the keyboard, in the real window: what a key writes, and where it leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.window import Window
from labeling.domain.articles import SentenceId, Span
from labeling.domain.judgments import State, Verdict
from labeling.store import judgments
from tests.factories import FERRY, MILL, sentence_id

Key = Qt.Key


def press(qtbot: QtBot, window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.annotate.text.view, key)


def verdict_of(window: Window, sentence: SentenceId) -> Verdict | None:
    found = judgments.current(window.session.project.connection, sentence, window.session.annotator.id)
    return found.verdict if found else None


def test_opens_on_the_first_sentence_with_the_keys_awake(window: Window) -> None:
    assert window.annotate.current == sentence_id(FERRY, 0)
    assert window.annotate.text.view.hasFocus()
    assert window.annotate.place == "Sentence 1 of 4"
