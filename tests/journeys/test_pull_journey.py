"""A lead hands the same articles out with suggestions and without, and measures what that did to the labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import console
from desktop.main import Arguments, make_window
from labeling.domain.judgments import Judgment, Origin
from labeling.operations import identity
from labeling.operations.projects import open_project
from labeling.resources import SEEDS
from labeling.store import annotators, articles, judgments

PATIENCE = 60_000  # milliseconds: the first time, what reads the article is loaded
STORIES = ("orme-embassy", "quarry-dust", "tarrow-ferry")
LENGTH = 14


def run(*words: object) -> int:
    return console.run([str(word) for word in words])


def press(*keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keySequence(focus, QKeySequence(key))


def write_stories(folder: Path) -> None:
    folder.mkdir()
    for story in STORIES:
        lines = [json.loads(line) for line in (SEEDS / f"{story}.jsonl").read_text(encoding="utf-8").splitlines()]
        bare = [{key: line[key] for key in line if key not in ("labels", "state")} for line in lines[:LENGTH]]
        (folder / f"{story}.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in bare), encoding="utf-8")


def judge_all(qtbot: QtBot, path: Path, name: str, *, nothing: str) -> None:
    """Judge all sentences of a handout: accept what is suggested, else none applies.

    `nothing` is what stands in the place of a suggestion where there is none to be seen.
    """
    machine = path.with_name(f"machine of {name}")
    machine.mkdir()
    window = make_window(Arguments(path, name), machine)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    slot, article = window.annotate.inspector.slot, ""
    for _ in range(len(STORIES) * LENGTH):
        if window.annotate.article_id != article:
            article = window.annotate.article_id or ""
            qtbot.waitUntil(lambda: slot.card.isVisible() or slot.empty_words == nothing, timeout=PATIENCE)
        press("Return" if slot.card.isVisible() else "0")
    window.close()


def judged(path: Path, name: str) -> list[Judgment]:
    with open_project(path) as project:
        db = project.connection
        who = annotators.by_name(db, name).id
        return [each for one in articles.ids(db) for each in judgments.current_of_article(db, one, who)]


def test_the_pull_of_suggestions_is_measured_on_the_same_articles(
    qtbot: QtBot, tmp_path: Path, settings_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    identity.name_annotator("Halina", settings_folder)
    write_stories(tmp_path / "stories")
    news, pulled, free = (tmp_path / f"{name}.hedgerow" for name in ("news", "pulled", "free"))
    assert run("new", news) == 0
    assert run("import", news, tmp_path / "stories") == 0
    assert run("assign", news, "--annotators", "Ana,Ben", "--overlap", "1") == 0
    assert run("handout", news, pulled, "--annotator", "Ana", "--suggestions", "always") == 0
    assert run("handout", news, free, "--annotator", "Ben") == 0

    judge_all(qtbot, pulled, "Ana", nothing="No suggestion")
    judge_all(qtbot, free, "Ben", nothing="Shown after your own judgment")
    accepted = [each for each in judged(pulled, "Ana") if each.shown]
    assert {each.origin for each in accepted} == {Origin.SUGGESTION}
    assert all({str(one["label"]) for one in each.shown} == set(each.verdict.labels) for each in accepted)
    assert not any(each.shown or each.verdict.labels for each in judged(free, "Ben"))

    assert run("merge", news, pulled, free) == 0
    capsys.readouterr()
    assert run("agreement", news, "--json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["suggestions"]
    assert found["shown"] == len(accepted) > 0
    given = {label for each in accepted for label in each.verdict.labels}
    for label in given:
        rates = found["labels"][label]["suggested"]
        assert (rates["shown"]["value"], rates["not_shown"]["value"], rates["difference"]["value"]) == (1.0, 0.0, 1.0)
    assert found["labels"]["on_record"]["outcome"]["overridden"] == 0

    capsys.readouterr()
    assert run("train", news) == 1
    assert "No label can be learned yet" in capsys.readouterr().err
