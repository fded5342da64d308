from __future__ import annotations

import io
import sys

import pytest

from labeling.cli.terminal import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_written_over_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "30")
    with progress("Reading") as show:
        assert show is not None
        show(0, 12, "a.txt")
        show(11, 12, "a-name-that-is-much-too-long-for-the-line.txt")
    first, second, wiped = screen.getvalue().split("\r\N{ESCAPE}[K")[1:]
    assert first == "Reading 1 of 12: a.txt"
    assert second == "Reading 12 of 12: a-name-that"
    assert wiped == ""


def test_what_is_not_counted_beforehand_is_counted_up(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress("Reading line") as show:
        assert show is not None
        show(200, 0, "a.jsonl")
    assert "Reading line 200: a.jsonl" in screen.getvalue()


def test_without_a_terminal_nothing_is_told() -> None:
    with progress("Reading") as show:
        assert show is None
