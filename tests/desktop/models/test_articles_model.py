from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.articles import PAGE, ArticlesModel, Role
from desktop.session import Session
from labeling.operations import judging
from labeling.store import articles
from labeling.store.articles import ArticleFilter, ArticleRow, Progress
from tests.factories import FERRY, INES, MILL, article_of, project_with, sentence_id


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(INES)
    session.adopt(project_with(tmp_path))
    yield session
    session.close()


@pytest.fixture
def model(session: Session) -> ArticlesModel:
    model = ArticlesModel(session)
    model.load()
    return model


def row(model: ArticlesModel, place: int) -> ArticleRow:
    found = model.index(place).data(Role.ROW)
    assert isinstance(found, ArticleRow)
    return found


def said(model: ArticlesModel, place: int) -> str:
    return str(model.index(place).data(Qt.ItemDataRole.AccessibleTextRole))


def test_it_is_a_model_as_qt_wants_one(model: ArticlesModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter(ArticleFilter(query="mill"))
    model.set_filter(ArticleFilter())
    model.refresh_all()


def test_rows_come_in_the_order_of_import_and_say_how_far_they_are(session: Session, model: ArticlesModel) -> None:
    assert [model.id_at(place) for place in range(3)] == [FERRY[0].id, MILL[0].id, None]
    assert model.place_of(MILL[0].id) == 1
    assert said(model, 0) == "ferry.txt. Not started"
    session.run(judging.judge_none, sentence_id(FERRY, 0))
    model.refresh_rows([FERRY[0].id])
    assert said(model, 0) == "ferry.txt. 1 of 4"


def test_a_judgment_refreshes_its_row_only(qtbot: QtBot, session: Session, model: ArticlesModel) -> None:
    assert row(model, 0).judged == row(model, 1).judged == 0
    session.run(judging.judge_none, sentence_id(MILL, 0))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.refresh_rows([MILL[0].id, "an article that is not listed"])
    assert changed == [(1, 1)]
    assert row(model, 1).judged == 1


def test_a_row_stays_although_its_article_is_done_until_the_filter_is_set_anew(
    session: Session, model: ArticlesModel
) -> None:
    to_do = ArticleFilter(Progress.TO_DO)
    model.set_filter(to_do)
    for index in range(2):
        session.run(judging.judge_none, sentence_id(MILL, index))
    model.refresh_rows([MILL[0].id])
    model.refresh_all()
    assert model.rowCount() == 2
    assert said(model, 1) == "mill.txt. Done"
    model.set_filter(to_do)
    assert [model.id_at(place) for place in range(model.rowCount())] == [FERRY[0].id]


def test_new_articles_are_added_at_the_end(qtbot: QtBot, session: Session, model: ArticlesModel) -> None:
    late = article_of(["A late one."], name="late.txt")
    with session.project.write() as db:
        articles.insert(db, *late)
    with qtbot.waitSignal(model.rowsInserted):
        model.refresh_all()
    assert model.id_at(2) == late[0].id
    assert model.place_of(FERRY[0].id) == 0


def test_only_shown_rows_are_fetched(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    with session.project.write() as db:
        for number in range(300):
            articles.insert(db, *article_of([f"Story {number}."], name=f"{number}.txt"))
    fetched: list[int] = []
    fetch = articles.rows

    def counting(db: object, annotator: str, ids: list[str]) -> list[ArticleRow]:
        fetched.append(len(ids))
        return fetch(session.project.connection, annotator, ids)

    monkeypatch.setattr(articles, "rows", counting)
    model = ArticlesModel(session)
    model.load()
    assert model.rowCount() == 302
    assert fetched == []
    assert row(model, 200).name == "198.txt"
    assert row(model, 201).name == "199.txt"
    assert fetched == [PAGE]


def test_hits_are_counted_after_their_row_is_shown(qtbot: QtBot, model: ArticlesModel) -> None:
    assert model.index(0).data(Role.HITS) is None
    model.set_filter(ArticleFilter(query="said"))
    assert model.rowCount() == 2
    assert model.index(1).data(Role.HITS) is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert model.index(1).data(Role.HITS) == 1


def test_nothing_is_asked_before_load(session: Session) -> None:
    model = ArticlesModel(session)
    model.prepare(ArticleFilter(query="mill"))
    assert (model.rowCount(), model.loaded) == (0, False)
    model.load()
    assert (model.rowCount(), model.loaded) == (1, True)


def test_a_closed_project_has_no_articles(session: Session, model: ArticlesModel) -> None:
    session.close()
    model.prepare(ArticleFilter())
    model.load()
    assert model.rowCount() == 0
    assert not model.index(0).isValid()
    assert model.data(QModelIndex(), Role.ROW) is None


@pytest.mark.parametrize(
    ("title", "metadata", "tip"),
    [("", {}, "plain.txt"), ("Ferry", {"source": "Lantern", "date": "2031"}, "Ferry\nLantern · 2031")],
)
def test_the_tooltip_has_what_the_row_has_no_room_for(
    session: Session, title: str, metadata: dict[str, str], tip: str
) -> None:
    article, sentences = article_of(["Another."], name="plain.txt")
    with session.project.write() as db:
        articles.insert(db, replace(article, title=title, metadata=metadata), sentences)
    model = ArticlesModel(session)
    model.load()
    assert model.index(2).data(Qt.ItemDataRole.ToolTipRole) == tip
