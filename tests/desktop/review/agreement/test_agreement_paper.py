"""The report as PDF."""

from __future__ import annotations

import pypdfium2
from pytestqt.qtbot import QtBot

from desktop.review.agreement.paper import as_pdf
from labeling.operations.agreement_report import report_content
from labeling.reporting.page import report
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import judge_as_a_team


def test_a_pdf_has_the_words_of_the_page_and_its_drawings(qtbot: QtBot, project: Project) -> None:
    judge_as_a_team(project)
    document = pypdfium2.PdfDocument(as_pdf(report(report_content(project, draws=20)), "Agreement", "2031-02-03"))
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    images = [one for page in document for one in page.get_objects() if one.type == 3]
    document.close()
    for wanted in ("Agreement in small", "The worst disagreements", "Tomás: hedge"):
        assert wanted in words
    assert len(images) > 5


def test_the_day_is_the_one_that_is_given_whenever_it_is_made(qtbot: QtBot) -> None:
    one = as_pdf("<p>It may rain.</p>", "Rain", "2031-02-03")
    qtbot.wait(1100)  # longer than the moments of a PDF are apart
    assert as_pdf("<p>It may rain.</p>", "Rain", "2031-02-03") == one
    assert b"D:20310203" in one
