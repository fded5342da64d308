"""Projects to export, and what is read back of it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from labeling.domain.articles import Article, Kind, Sentence, SentenceId, Span, make_article
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Adjudication, Annotator, State, Verdict
from labeling.export.csv_table import CsvTable
from labeling.export.json_lines import JsonLines
from labeling.export.options import Options
from labeling.export.pages import Pages
from labeling.operations import judging
from labeling.store import adjudications, annotators, codebooks
from labeling.store.connection import Project
from tests.factories import FERRY, INES, TOMAS, sentence_id

LEAD = Annotator("01890a5d-ac96-774b-bcce-b302099a8059", "Lead")

ODD: tuple[Article, tuple[Sentence, ...]] = (
    make_article(
        'Ärger 🐎\n“=SUM(1)”, he said.  -2 "of them"\u2028left.\nSource link',
        'odd "name".txt',
        "=Ärger",
        {"source": "The | Lantern", "date": "2031-02-03"},
    ),
    (
        Sentence(0, 7, Kind.HEADING, 0),
        Sentence(8, 27, Kind.BODY, 1),
        Sentence(29, 47, Kind.BODY, 1),
        Sentence(48, 59, Kind.FURNITURE, 2),
    ),
)


def judge_ferry(project: Project) -> None:
    """Two people agree on the first sentence and not on the second; the third is adjudicated, the last untouched."""
    first, second, third = (sentence_id(FERRY, index) for index in range(3))
    judging.toggle_label(project, INES, first, "hedge", Span(first.start + 10, first.start + 13))
    judging.toggle_label(project, TOMAS, first, "hedge", circumstances=judging.Circumstances(seconds=4.25))
    judging.toggle_label(project, INES, second, "anonymous_source")
    judging.judge_none(project, TOMAS, second)
    judging.set_comment(project, TOMAS, second, "“Who?”\nAsk.")
    judging.toggle_unsure(project, INES, third)
    adjudicate(project, third, Verdict(State.LABELLED, ("on_record", "denial")), "See the codebook")


def adjudicate(project: Project, sentence: SentenceId, verdict: Verdict, note: str = "") -> None:
    with project.write() as db:
        annotators.add(db, LEAD)
        version = codebooks.current(db).hash
        adjudications.append(db, Adjudication(uuid7(), sentence, LEAD.id, verdict, version, note))


def as_json_lines(project: Project, options: Options) -> list[dict[str, Any]]:
    """Return the rows that are written of all articles."""
    content = json_lines_of(project, options)
    return [json.loads(line) for line in content.splitlines()]


def json_lines_of(project: Project, options: Options) -> str:
    file = io.BytesIO()
    writer = JsonLines(file, ())
    for article_id in (row[0] for row in project.connection.execute("SELECT id FROM articles ORDER BY key")):
        writer.write(Pages(project.connection, options).page(article_id))
    writer.close()
    return file.getvalue().decode()


def as_csv(project: Project, options: Options) -> list[dict[str, str]]:
    """Return the rows that are written of all articles."""
    file = io.BytesIO()
    labels = [label.id for label in codebooks.current(project.connection).labels]
    writer = CsvTable(file, labels)
    for article_id in (row[0] for row in project.connection.execute("SELECT id FROM articles ORDER BY key")):
        writer.write(Pages(project.connection, options).page(article_id))
    writer.close()
    return list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))
