"""The lists from which annotators learn: corrections, comments, changed rules; each leads to its sentences."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.review.listing.model import Role
from desktop.review.review import Review
from desktop.window import Window
from labeling.operations import adjudicating
from labeling.operations.codebooks import replace_codebook
from labeling.store.connection import Project
from tests.desktop.review.settling.conftest import CLEO, FIRST, IN_MILL, LAST, SECOND, GoldOf, Press, judge
from tests.factories import small_codebook

Key = Qt.Key


def listed(qtbot: QtBot, window: Window, review: Review, action: str) -> list[str]:
    """What a list shows once its command was run."""
    window.run_action(action)
    qtbot.waitUntil(lambda: not review.docket.is_reading)
    model = review.list.model
    entries = [model.index(row).data(Role.ENTRY) for row in range(model.rowCount())]
    return [f"{entry.words} / {entry.labels}" for entry in entries if entry.sentence is not None]


def test_where_i_was_corrected_says_what_was_wrong_and_missed(
    qtbot: QtBot, window: Window, review: Review, project: Project, press: Press, gold_of: GoldOf
) -> None:
    judge(project, window.session.annotator, SECOND, "hedge")
    adjudicating.set_only_label(project, CLEO, SECOND, "denial")
    adjudicating.set_note(project, CLEO, SECOND, "Rule 2.")
    window.session.look_elsewhere()
    shown = listed(qtbot, window, review, "review.corrections")
    assert shown == ["An aide said so. / Wrong: hedge · Missed: denial"]
    assert review.current == SECOND
    assert review.inspector.note.field.toPlainText() == "Rule 2."
    assert "Settled by Cleo" in review.inspector.hint.text()
    press(Key.Key_0, Key.Key_3)
    assert "go back to the disagreements" in window.status.said
    assert review.inspector.votes.row("denial").accessibleDescription().endswith("gold: yes")
    QTest.mouseClick(review.list.filters.back, Qt.MouseButton.LeftButton)
    assert FIRST in review.docket.rows
    review.go_to(FIRST)
    press(Key.Key_0)
    assert gold_of(FIRST) == ("none", (), "")


def test_nobody_was_corrected(qtbot: QtBot, window: Window, review: Review) -> None:
    assert listed(qtbot, window, review, "review.corrections") == []
    assert review.list.notice.startswith("No corrections: nothing that you judged was settled otherwise.")


def test_comments_are_listed_with_who_wrote_them(qtbot: QtBot, window: Window, review: Review, press: Press) -> None:
    review.go_to(IN_MILL)
    shown = listed(qtbot, window, review, "review.comments")
    assert shown == ["The ferry may sail on Monday. / Ben: Does it deny?"]
    assert review.current == FIRST
    window.run_action("view.pseudonyms")
    model = review.list.model
    assert "Ben" not in model.index(1).data(Role.ENTRY).labels
    press(Key.Key_Space)
    assert review.current == FIRST


def test_a_changed_rule_lists_what_it_may_touch_and_labels_narrow_it(
    qtbot: QtBot, window: Window, review: Review, project: Project
) -> None:
    assert listed(qtbot, window, review, "review.rules") == []
    assert review.list.notice.startswith("No judgment was made by a definition")
    book = small_codebook()
    labels = [replace(each, definition="Else.") if each.id in {"on_record", "denial"} else each for each in book.labels]
    window.session.run(replace_codebook, replace(book, labels=tuple(labels)))
    qtbot.waitUntil(lambda: len(review.docket.rows) == 4)
    shown = listed(qtbot, window, review, "review.rules")
    assert shown[0] == "The ferry may sail on Monday. / Changed: denial"
    assert "Nobody was on board. / Changed: on_record" in shown
    review.docket.want(replace(review.docket.wanted, label="on_record"))
    assert LAST in review.docket.rows
    assert FIRST not in review.docket.rows


def test_a_count_of_figures_leads_back_to_the_disagreements(qtbot: QtBot, window: Window, review: Review) -> None:
    listed(qtbot, window, review, "review.comments")
    review.show_disagreements(replace(review.docket.wanted, label="denial"))
    assert review.docket.rows == [FIRST, IN_MILL]
    assert not review.list.filters.back.isVisible()
