from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose
from labeling.importing.readers import SUFFIXES


def test_the_files_offered_are_those_that_can_be_read(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return ["/news/tasks.json"], kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choose.articles(parent) == [Path("/news/tasks.json")]
    readable, everything = asked[0].split(";;")
    assert set(readable.partition("(")[2].rstrip(")").split()) == {f"*{suffix}" for suffix in SUFFIXES}
    assert everything.endswith("(*)")
