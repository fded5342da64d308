"""An annotator labels an article, start to finish, with real keys in the real window."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.main import Arguments, make_window
from desktop.theme.tokens import ThemeName
from desktop.window import Window
from labeling.domain.judgments import State
from labeling.export.options import Options
from labeling.operations import identity
from labeling.operations.digests import digest
from labeling.operations.exporting import export
from labeling.operations.importing import import_files
from labeling.operations.projects import create_project, open_project
from labeling.resources import SEEDS
from labeling.store import articles, judgments

REAL = Path(__file__).parents[3] / "shared" / "article" / "embassy-threats.txt"
# Keys, and what each says of the sentence: states and labels.
SAYINGS = (
    ("0", State.NONE, ()),
    ("Q", State.LABELLED, ("anonymous_source",)),
    ("W", State.LABELLED, ("on_record",)),
    ("X", State.EXCLUDED, ()),
    ("E", State.LABELLED, ("hedge",)),
    ("R", State.LABELLED, ("denial",)),
    ("4,2,Space", State.LABELLED, ("on_record", "denial")),
    ("1,3,3,Return", State.LABELLED, ("anonymous_source",)),
)


def _article(tmp_path: Path, which: str) -> Path:
    if which == "real":
        if not REAL.is_file():
            pytest.skip("the real article is not at hand")
        return REAL
    lines = [json.loads(line) for line in (SEEDS / "glass-museum.jsonl").read_text(encoding="utf-8").splitlines()]
    path = tmp_path / "glass-museum.txt"
    path.write_text("\n\n".join(str(line["text"]) for line in lines), encoding="utf-8")
    return path


def _open(qtbot: QtBot, project: Path, folder: Path) -> Window:
    window = make_window(Arguments(project), folder)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def _press(keys: str) -> None:
    for key in keys.split(","):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keySequence(focus, QKeySequence(key))


@pytest.mark.parametrize("which", ["seed", "real"])
def test_an_article_is_read_labelled_undone_reopened_and_exported(
    which: str, qtbot: QtBot, tmp_path: Path, settings_folder: Path
) -> None:
    person = identity.name_annotator("Ines", settings_folder)
    path = tmp_path / "work.hedgerow"
    with create_project(path) as project:
        report = import_files(project, person, [_article(tmp_path, which)])
        (article,) = report.added
        sentences = articles.sentences_of(project.connection, article.id)
        empty = digest(project)
    assert which != "real" or len(sentences) == 55

    window = _open(qtbot, path, settings_folder)
    assert window.annotate.place == f"Sentence 1 of {len(sentences)}"
    said = []
    for _, (keys, state, labels) in zip(sentences, cycle(SAYINGS), strict=False):
        _press(keys)
        said.append((state, labels))
    db = window.session.project.connection

    def verdicts() -> list[tuple[State, tuple[str, ...]]]:
        current = judgments.current_of_article(db, article.id, person.id)
        return [(j.verdict.state, j.verdict.labels) for j in current]

    assert verdicts() == said
    finished = digest(window.session.project)
    undone = 0
    while digest(window.session.project) != empty:
        _press("Ctrl+Z")
        undone += 1
        assert undone < 4 * len(sentences)
    for _ in range(undone):
        _press("Ctrl+Shift+Z")
    assert digest(window.session.project) == finished
    _press("Down,Down")
    place = window.annotate.current
    window.close()

    window = _open(qtbot, path, settings_folder)
    assert window.annotate.current == place
    assert digest(window.session.project) == finished
    window.close()

    with open_project(path) as project:
        export(project, tmp_path / "dataset", Options(split=None, include_unjudged=True))
    lines = [json.loads(line) for line in (tmp_path / "dataset" / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["state"], tuple(line["labels"])) for line in lines] == [(s.value, labels) for s, labels in said]
    with create_project(tmp_path / "again.hedgerow") as copy:
        import_files(copy, None, [tmp_path / "dataset" / "all.jsonl"])
        assert digest(copy) == finished


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_label_is_seen_in_the_text(theme: ThemeName, qtbot: QtBot, tmp_path: Path, settings_folder: Path) -> None:
    person = identity.name_annotator("Ines", settings_folder)
    with create_project(tmp_path / "work.hedgerow") as project:
        import_files(project, person, [_article(tmp_path, "seed")])
    window = _open(qtbot, tmp_path / "work.hedgerow", settings_folder)
    window.choose_theme(theme)
    before = window.annotate.text.view.grab().toImage()
    _press("2")
    after = window.annotate.text.view.grab().toImage()
    assert before != after
    window.close()
