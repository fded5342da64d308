"""The list of articles: search, filters, empty states, and opening an article."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.annotate.articles.article_list import ArticleList
from desktop.annotate.workspace import AnnotateWorkspace
from desktop.models.articles import ArticlesModel
from desktop.theme.lines import two_lines
from desktop.theme.tokens import METRICS
from desktop.window import Window
from labeling.domain.changes import Act, ChangeSet
from labeling.operations import judging
from labeling.operations.projects import create_project
from labeling.store import articles
from labeling.store.articles import ArticleFilter, Progress
from tests.desktop.annotate.conftest import Press
from tests.factories import FERRY, MILL, article_of, sentence_id, small_codebook

Key = Qt.Key


def listed(panel: ArticleList) -> list[str]:
    model = panel.view.model()
    assert isinstance(model, ArticlesModel)
    return [found for place in range(model.rowCount()) if (found := model.id_at(place))]


def words_in(panel: ArticleList) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def button(panel: ArticleList, words: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == words or b.text() == words)


def click_row(panel: ArticleList, row: int) -> None:
    place = panel.view.visualRect(panel.view.model().index(row, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_heading_and_the_tabs_count_articles(window: Window, workspace: AnnotateWorkspace, press: Press) -> None:
    panel = workspace.articles
    assert "0 of 2 done" in words_in(panel)
    assert [b.accessibleName() for b in panel.tabs.buttons] == ["All 2", "To do 2", "Unsure 0", "More filters"]
    window.session.run(judging.toggle_unsure, sentence_id(MILL, 1))
    for index in range(2):
        window.session.run(judging.judge_none, sentence_id(MILL, index))
    assert "1 of 2 done" in words_in(panel)
    assert [b.accessibleName() for b in panel.tabs.buttons][:3] == ["All 2", "To do 1", "Unsure 1"]


def test_a_click_opens_an_article_with_the_focus_in_its_text(workspace: AnnotateWorkspace) -> None:
    click_row(workspace.articles, 1)
    assert workspace.article_id == MILL[0].id
    assert workspace.text.view.hasFocus()


def test_arrows_only_move_through_the_list_and_enter_opens(workspace: AnnotateWorkspace, press: Press) -> None:
    workspace.show_list()
    press(Key.Key_Down)
    assert workspace.article_id == FERRY[0].id
    assert [index.row() for index in workspace.articles.view.selectedIndexes()] == [0]
    press(Key.Key_Return)
    assert workspace.article_id == MILL[0].id
    assert [index.row() for index in workspace.articles.view.selectedIndexes()] == [1]
    assert workspace.text.view.hasFocus()


def test_the_open_article_is_the_selected_one_wherever_a_key_leads(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_PageDown)
    assert [index.row() for index in workspace.articles.view.selectedIndexes()] == [1]
    assert workspace.article_place == (2, 2)


def test_search_narrows_the_list_while_one_types(qtbot: QtBot, workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    panel = workspace.articles
    assert panel.search.hasFocus()
    with qtbot.waitSignal(panel.filtered):
        QTest.keyClicks(panel.search, "mil")
    assert listed(panel) == [MILL[0].id]
    assert "1 article found" in words_in(panel)
    assert workspace.article_place is None
    assert workspace.current == sentence_id(FERRY, 0)


def test_one_letter_is_not_searched_for(workspace: AnnotateWorkspace) -> None:
    workspace.articles.search.setText("m")
    assert workspace.articles.filter.query == ""


def test_enter_in_the_search_field_goes_to_the_first_hit(workspace: AnnotateWorkspace) -> None:
    workspace.focus_search()
    QTest.keyClicks(workspace.articles.search, "miller")
    QTest.keyClick(workspace.articles.search, Key.Key_Return)
    assert workspace.current == sentence_id(MILL, 1)
    assert workspace.text.view.hasFocus()


def test_f3_leads_from_hit_to_hit(workspace: AnnotateWorkspace) -> None:
    said: list[str] = []
    workspace.message.connect(said.append)
    workspace.set_filter(ArticleFilter(query="the"))
    workspace.next_hit()
    assert workspace.current == sentence_id(FERRY, 2)
    workspace.next_hit()
    workspace.previous_hit()
    assert workspace.current == sentence_id(FERRY, 0)
    workspace.previous_hit()
    assert said == ["No further hit in this article", "No earlier hit in this article"]


def test_a_filter_without_a_match_says_so_and_can_be_cleared(workspace: AnnotateWorkspace) -> None:
    panel = workspace.articles
    workspace.set_filter(ArticleFilter(query="zebra"))
    assert "No article matches." in words_in(panel)
    assert not panel.view.isVisible()
    QTest.mouseClick(button(panel, "Clear filter"), Qt.MouseButton.LeftButton)
    assert listed(panel) == [FERRY[0].id, MILL[0].id]
    assert panel.search.text() == ""
    assert panel.view.isVisible()


def test_a_project_without_articles_says_what_to_do(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    workspace = closed_window.annotate
    closed_window.adopt_project(create_project(tmp_path / "empty.hedgerow", small_codebook()))
    qtbot.waitUntil(lambda: workspace.totals is not None)
    assert "No articles yet. Drop files here, or import them." in words_in(workspace.articles)
    workspace.import_wanted.disconnect()
    with qtbot.waitSignal(workspace.import_wanted):
        QTest.mouseClick(button(workspace.articles, "Import…"), Qt.MouseButton.LeftButton)


def test_tabs_and_menu_narrow_the_list(window: Window, workspace: AnnotateWorkspace) -> None:
    panel = workspace.articles
    window.session.run(judging.toggle_label, sentence_id(MILL, 0), "hedge")
    window.session.run(judging.toggle_unsure, sentence_id(FERRY, 0))
    window.session.run(judging.set_comment, sentence_id(MILL, 0), "sure?")
    QTest.mouseClick(button(panel, "Unsure 1"), Qt.MouseButton.LeftButton)
    assert listed(panel) == [FERRY[0].id]
    panel.tabs.choose(Progress.COMMENTED)
    assert listed(panel) == [MILL[0].id]
    assert panel.tabs.buttons[3].text() == "Commented 1"
    panel.tabs.choose(Progress.ALL, "hedge")
    assert listed(panel) == [MILL[0].id]
    assert panel.tabs.buttons[3].accessibleName() == "More filters: hedge"
    panel.tabs.choose(Progress.ALL, "denial")
    assert listed(panel) == []


def test_the_menu_offers_commented_and_every_label(workspace: AnnotateWorkspace) -> None:
    tabs = workspace.articles.tabs
    offered = {action.text(): action for action in tabs.menu.actions() if action.isCheckable()}
    assert list(offered) == ["Commented", "Any label", "anonymous_source", "on_record", "hedge", "denial"]
    offered["hedge"].trigger()
    assert workspace.articles.filter == ArticleFilter(label="hedge")
    offered["Commented"].trigger()
    assert workspace.articles.filter == ArticleFilter(Progress.COMMENTED, "hedge")
    offered["Commented"].trigger()
    assert workspace.articles.filter == ArticleFilter(label="hedge")


def test_counts_give_way_where_there_is_no_room_for_them(workspace: AnnotateWorkspace) -> None:
    tabs = workspace.articles.tabs
    tabs.resize(400, tabs.height())
    assert tabs.buttons[1].text() == "To do 2"
    tabs.resize(120, tabs.height())
    assert tabs.buttons[1].text() == "To do"
    assert tabs.buttons[1].accessibleName() == "To do 2"


def test_a_done_article_stays_in_the_list_of_things_to_do(workspace: AnnotateWorkspace, press: Press) -> None:
    workspace.set_filter(ArticleFilter(Progress.TO_DO))
    press(Key.Key_PageDown, Key.Key_0, Key.Key_0)
    assert listed(workspace.articles) == [FERRY[0].id, MILL[0].id]


def test_new_articles_join_the_list_without_moving_it(window: Window, workspace: AnnotateWorkspace) -> None:
    late = article_of(["A late one."], name="late.txt")
    with window.session.project.write() as db:
        articles.insert(db, *late)
    window.session.tell(ChangeSet(Act.IMPORTED, articles=(late[0].id,)))
    assert listed(workspace.articles) == [FERRY[0].id, MILL[0].id, late[0].id]
    assert workspace.current == sentence_id(FERRY, 0)
    assert "0 of 3 done" in words_in(workspace.articles)


def test_titles_break_into_two_lines_and_are_elided_there() -> None:
    font = QFont()
    font.setPixelSize(13)
    measured = QFontMetricsF(font)
    width = measured.horizontalAdvance("Ferry sails on")
    assert two_lines("Ferry", font, width) == ["Ferry"]
    assert two_lines("Ferry sails on Monday", font, width) == ["Ferry sails on", "Monday"]
    first, second = two_lines("Ferry sails on Monday and on every other day", font, width)
    assert first == "Ferry sails on"
    assert second.startswith("Monday")
    assert second.endswith("…")
    assert measured.horizontalAdvance(second) <= width


def test_rows_have_the_height_of_the_design(workspace: AnnotateWorkspace) -> None:
    view = workspace.articles.view
    assert view.visualRect(view.model().index(0, 0)).height() == METRICS.article_row
    hint = view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.model().index(0, 0))
    assert hint.height() == METRICS.article_row


def test_hits_are_shown_in_the_row(qtbot: QtBot, workspace: AnnotateWorkspace) -> None:
    view = workspace.articles.view
    before = view.viewport().grab().toImage()
    workspace.set_filter(ArticleFilter(query="ferry"))
    qtbot.waitUntil(lambda: view.viewport().grab().toImage() != before)
    assert listed(workspace.articles) == [FERRY[0].id]


def test_the_list_can_be_read_by_a_screen_reader(workspace: AnnotateWorkspace) -> None:
    for widget in workspace.articles.stops:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
    cell = workspace.articles.view.model().index(0, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "ferry.txt. Not started"
    assert workspace.articles.view.indexAt(QPoint(5, 5)) == cell
