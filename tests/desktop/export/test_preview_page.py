"""What would be written is shown by part and label, counted anew after each change, and warned of in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.window import Window
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.previewing import preview
from labeling.operations.projects import create_project, open_project
from labeling.store import articles
from tests.desktop.export.conftest import STORIES
from tests.desktop.export.screen import (
    choose,
    fill,
    has_table,
    headings,
    is_writing,
    left_out,
    offers,
    open_more,
    parts,
    rows,
    tick,
    until,
    warnings,
)
from tests.desktop.shell.person import button, press, words
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id, small_codebook

Show = Callable[[Path], Window]


def test_each_part_and_label_is_counted(export: Window, judged: Path) -> None:
    with open_project(judged) as project:
        counted = preview(project, Options())
    assert counted is not None
    assert headings(export, "What will be written")[:3] == ["Split", "Articles", "Sentences"]
    assert headings(export, "What will be written")[3:] == [*counted.labels, "None applies"]
    for name, part in counted.parts.items():
        assert parts(export)[name] == [
            str(n) for n in (part.articles, part.sentences, *part.labels.values(), part.none)
        ]
    assert parts(export)["Total"] == ["20", "36", "0", "0", "20", "16", "0"]
    assert "36 of 60 sentences from 20 articles. Nothing is written until you press Export." in words(export)
    assert button(export, "Export 36 sentences").isEnabled()


def test_what_is_left_out_stands_with_its_reason(export: Window) -> None:
    assert "Left out: 24" in words(export)
    assert left_out(export) == {"Nobody has looked at it": "20", "A tie: as many for as against": "4"}


def test_another_choice_is_counted(qtbot: QtBot, export: Window) -> None:
    choose(export, "Gold", "Every label")
    until(qtbot, lambda: parts(export)["Total"] == ["20", "40", "0", "0", "20", "20", "0"])
    assert "One vote is enough." in words(export)
    tick(export, "Sentences nobody has looked at")
    until(qtbot, lambda: offers(export, "Export 60 sentences"))
    choose(export, "Split", "None")
    until(qtbot, lambda: set(parts(export)) == {"all", "Total"})
    assert "First line of all.jsonl" in words(export)
    choose(export, "Split", "Folds")
    fill(export, "Number of folds", "4")
    until(qtbot, lambda: set(parts(export)) == {"fold_1", "fold_2", "fold_3", "fold_4", "Total"})


def test_further_options_count_too_and_are_told_when_folded(qtbot: QtBot, export: Window) -> None:
    open_more(export)
    fill(export, "Only articles where", "name=0*")
    until(qtbot, lambda: parts(export)["Total"][0] == "10")
    fill(export, "Annotators at least", "2")
    until(qtbot, lambda: parts(export)["Total"][1] == "6")
    assert left_out(export)["Judged by too few annotators"] == "10"
    button(export, "More options").setFocus()
    press("Space")
    assert button(export, "More options (2 chosen)").isVisible()


def test_choices_that_can_not_be_are_refused_in_place(qtbot: QtBot, export: Window) -> None:
    choose(export, "Split", "Own")
    fill(export, "Shares", "80/10")
    until(qtbot, lambda: "“80/10” is not a split" in words(export))
    press("Ctrl+Enter")
    assert not is_writing(export)
    fill(export, "Shares", "50/25/25")
    until(qtbot, lambda: parts(export)["train"][0] == "10")
    assert "is not a split" not in words(export)


def test_warnings_say_what_the_data_can_not_carry(export: Window) -> None:
    found = warnings(export)
    assert f"Warnings: {len(found)}" in words(export)
    assert any("hedge has" in words and "(fewer than 50)" in words and "(fewer than 20)" in words for words in found)
    assert any(words.startswith("Agreement is unknown for") and "hedge" in words for words in found)
    checks = [row[0] for row in rows(export, "Checked before writing")]
    assert "No article is in two splits" in checks


def test_one_annotator_is_warned_of(show: Show, tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        for story in STORIES:
            judging.toggle_label(project, INES, sentence_id(story, 0), "hedge")
    window = show(tmp_path / "small.hedgerow")
    assert "One annotator made all judgments, so nobody knows whether another one would agree." in warnings(window)


def test_an_empty_project_says_what_to_do(show: Show, tmp_path: Path) -> None:
    create_project(tmp_path / "empty.hedgerow").close()
    window = show(tmp_path / "empty.hedgerow")
    assert "Nothing to export yet. Import articles with Ctrl+I, and judge their sentences in Annotate." in words(window)
    assert not has_table(window, "What will be written")
    assert not button(window, "Export 0 sentences").isEnabled()
    press("Ctrl+Enter")
    assert not is_writing(window)


def test_a_project_without_judgments_says_so(show: Show, tmp_path: Path) -> None:
    project_with(tmp_path, *STORIES).close()
    window = show(tmp_path / "small.hedgerow")
    assert "Nothing to export yet: these choices leave out all of 60 sentences." in words(window)
    assert left_out(window) == {"Nobody has looked at it": "60"}
    assert warnings(window) == []


@pytest.mark.parametrize("width", [1440, 800])
def test_nine_labels_have_nine_columns(qtbot: QtBot, show: Show, tmp_path: Path, width: int) -> None:
    names = [f"label_{letter}" for letter in "abcdefghi"]
    with create_project(tmp_path / "nine.hedgerow", small_codebook(*names)) as project:
        story = article_of([f"Sentence {name}." for name in names], name="nine.txt")
        with project.write() as db:
            articles.insert(db, *story)
        for place, name in enumerate(names):
            judging.toggle_label(project, INES, sentence_id(story, place), name)
    window = show(tmp_path / "nine.hedgerow")
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() == width)
    assert headings(window, "What will be written")[3:] == [*names, "None applies"]
    assert parts(window)["Total"] == ["1", "9", *("1" for _ in names), "0"]


def test_versions_of_the_codebook_can_be_chosen(qtbot: QtBot, show: Show, judged: Path) -> None:
    late = article_of(["The mill may have closed."], name="late.txt")
    with open_project(judged) as project:
        replace_codebook(project, INES, small_codebook("hedge", "denial", "quote"))
        with project.write() as db:
            articles.insert(db, *late)
        judging.toggle_label(project, TOMAS, sentence_id(late, 0), "quote")
        earlier, in_use = small_codebook().hash[:6], small_codebook("hedge", "denial", "quote").hash[:6]
    window = show(judged)
    assert parts(window)["Total"][1] == "37"
    open_more(window)
    tick(window, earlier)
    until(qtbot, lambda: parts(window)["Total"][1] == "1")
    assert left_out(window)["Judged under another version of the codebook"] == "40"
    tick(window, f"{in_use}, in use")
    until(qtbot, lambda: "Tick at least one version of the codebook." in words(window))


def test_labels_given_meanwhile_are_counted(qtbot: QtBot, export: Window, judged: Path) -> None:
    with open_project(judged) as project:
        judging.judge_none(project, TOMAS, sentence_id(STORIES[0], 2))
    until(qtbot, lambda: parts(export)["Total"][1] == "37")
    assert parts(export)["Total"][-1] == "1"


def test_the_status_bar_says_what_the_project_holds(export: Window) -> None:
    assert "2 annotators | 20 articles, 60 sentences | Codebook " in words(export.statusBar())
    press("Ctrl+1")
    assert "Counted" not in words(export.statusBar())
    assert "Annotator Ines" in words(export.statusBar())


def test_another_project_shows_nothing_of_the_one_before(
    qtbot: QtBot, export: Window, judged: Path, tmp_path: Path
) -> None:
    choose(export, "Gold", "Every label")
    create_project(tmp_path / "empty.hedgerow").close()
    assert export.open_project(tmp_path / "empty.hedgerow")
    press("Ctrl+3")
    assert not has_table(export, "What will be written")
    until(qtbot, lambda: "Import articles with Ctrl+I" in words(export))
    assert export.open_project(judged)
    press("Ctrl+3")
    until(qtbot, lambda: has_table(export, "What will be written") and parts(export)["Total"][1] == "40")
    assert "One vote is enough." in words(export)
