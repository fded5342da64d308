"""Files of others that come back, and work that waits until the test has looked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from labeling.operations import judging, merging
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id

BRIDGE = article_of(["The bridge is shut.", "It could open in May."], name="bridge.txt")


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A file in which Tomás has judged two sentences and Ines one, with an article more: “bridge.txt”."""
    with project_with(tmp_path, FERRY, MILL, BRIDGE, name="theirs") as other:
        judging.set_only_label(other, TOMAS, sentence_id(FERRY, 0), "hedge")
        judging.judge_none(other, TOMAS, sentence_id(BRIDGE, 0))
        judging.judge_none(other, INES, sentence_id(FERRY, 1))
        return other.path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file that is no project."""
    path = tmp_path / "letter.hedgerow"
    path.write_text("Dear editor,", encoding="utf-8")
    return path


@dataclass(slots=True)
class Gate:
    """Work that has begun, and goes on when it is let."""

    begun: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def wait(self) -> None:
        self.begun.set()
        self.go_on.wait(20)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A merge stops at its first article, in the middle of its transaction, until the gate is opened."""
    made, merge = Gate(), merging.merge

    def slow(
        project: Project,
        paths: list[Path],
        *,
        on_progress: Callable[[int, int, str], None],
        cancelled: Callable[[], bool],
    ) -> merging.MergeReport:
        def report(done: int, in_all: int, name: str) -> None:
            made.wait()
            on_progress(done, in_all, name)

        return merge(project, paths, on_progress=report, cancelled=cancelled)

    monkeypatch.setattr(merging, "merge", slow)
    yield made
    made.go_on.set()
