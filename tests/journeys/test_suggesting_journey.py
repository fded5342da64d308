"""Suggestions from the key to the dataset, in the real window, by default: shown, accepted, overridden, kept."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.main import Arguments, make_window
from desktop.window import Window
from labeling.domain.judgments import Origin
from labeling.export.options import Options
from labeling.operations import identity
from labeling.operations.digests import digest
from labeling.operations.exporting import export
from labeling.operations.importing import import_files
from labeling.operations.projects import create_project, open_project
from labeling.resources import SEEDS
from labeling.store import articles, judgments

PATIENCE = 60_000  # milliseconds: the first time, what reads the article is loaded


def _open(qtbot: QtBot, project: Path, folder: Path) -> Window:
    window = make_window(Arguments(project), folder)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with (
        qtbot.waitSignal(window.annotate.suggestions.settled, timeout=PATIENCE),
        qtbot.waitActive(window),
    ):
        window.show()
    return window


def _press(*keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keySequence(focus, QKeySequence(key))


def _shown(window: Window) -> set[str]:
    """The labels that the box with the suggestions offers now."""
    slot = window.annotate.inspector.slot
    labels = window.session.codebook.labels
    said = slot.card.proposals.accessibleName() if slot.card.isVisible() else ""
    return {label.id for label in labels if f"{label.name}, score" in said}


def test_an_article_is_judged_with_suggestions_and_every_judgment_says_what_was_on_screen(
    qtbot: QtBot, tmp_path: Path, settings_folder: Path
) -> None:
    person = identity.name_annotator("Ines", settings_folder)
    lines = [json.loads(line) for line in (SEEDS / "orme-embassy.jsonl").read_text(encoding="utf-8").splitlines()]
    (tmp_path / "story.txt").write_text("\n\n".join(str(line["text"]) for line in lines), encoding="utf-8")
    path = tmp_path / "work.hedgerow"
    with create_project(path) as project:
        (article,) = import_files(project, person, [tmp_path / "story.txt"]).added
        sentences = articles.sentences_of(project.connection, article.id)

    window = _open(qtbot, path, settings_folder)
    expected: dict[int, tuple[set[str], set[str], Origin]] = {}
    for place, sentence in enumerate(sentences):
        current = window.annotate.current
        assert current is not None
        assert current.start == sentence.start
        offered = _shown(window)
        accepts = bool(offered) and place % 3 > 0
        _press("Return" if accepts else "W")
        origin = Origin.SUGGESTION if accepts else Origin.HAND
        expected[sentence.start] = (offered if accepts else {"on_record"}, offered, origin)
    assert {origin for _, _, origin in expected.values()} == {Origin.SUGGESTION, Origin.HAND}

    def written() -> dict[int, tuple[set[str], set[str], Origin]]:
        found = judgments.current_of_article(window.session.project.connection, article.id, person.id)
        return {
            each.sentence.start: (
                set(each.verdict.labels),
                {str(shown["label"]) for shown in each.shown},
                each.origin,
            )
            for each in found
        }

    assert written() == expected
    said = digest(window.session.project)
    _press("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert digest(window.session.project) == said
    window.close()

    with open_project(path) as project:
        export(project, tmp_path / "dataset", Options(split=None))
    dataset = (tmp_path / "dataset" / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert [set(json.loads(line)["labels"]) for line in dataset] == [labels for labels, _, _ in expected.values()]
