"""A small team whose judgments are known, and the page of agreement that shows them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.page import AgreementPage
from desktop.session import Session
from desktop.theme import style
from desktop.theme.tokens import ThemeName, load_theme
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator
from labeling.operations import judging
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, sentence_id

WREN = Annotator("01890a5d-ac96-774b-bcce-b302099a8059", "Wren")
MAY, AIDE, DENIED, NOBODY = (sentence_id(FERRY, index) for index in range(4))
SEEMS, MILLER = (sentence_id(MILL, index) for index in range(2))


def judge(project: Project, person: Annotator, sentence: SentenceId, *labels: str) -> None:
    """Give a sentence these labels; none applies where there is none."""
    for label in labels:
        judging.toggle_label(project, person, sentence, label)
    if not labels:
        judging.judge_none(project, person, sentence)


def judge_as_a_team(project: Project) -> None:
    """Ines, Tomás and Wren judge all six sentences; all but Wren say that two of them hedge."""
    for person in (INES, TOMAS, WREN):
        hedges = person is not WREN
        judge(project, person, MAY, "hedge")
        judge(project, person, AIDE, "anonymous_source")
        judge(project, person, DENIED, "denial", *(["hedge"] if hedges else []))
        judge(project, person, SEEMS, *(["hedge"] if hedges else []))
        judge(project, person, MILLER, "denial")
        if person is TOMAS:
            judging.exclude(project, person, NOBODY)
        else:
            judge(project, person, NOBODY)


def shown_page(
    qtbot: QtBot, session: Session, jobs: Jobs, theme: ThemeName = ThemeName.LIGHT, width: int = 1040
) -> AgreementPage:
    """The page, with its figures computed."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    style.apply(application, load_theme(theme))
    page = AgreementPage(session, jobs, load_theme(theme))
    qtbot.addWidget(page)
    page.resize(width, 800)
    with qtbot.waitSignal(page.computed):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def texts(table: FigureTable) -> list[list[str]]:
    """What stands in the cells of a table."""
    model = table.figures
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def enter(table: FigureTable) -> None:
    """Put the focus into a table, as Tab does."""
    table.setFocus(Qt.FocusReason.TabFocusReason)
