"""Projects to export, and what is read back of it."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from labeling.domain.articles import Article, Kind, Sentence, SentenceId, Span, make_article
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Adjudication, Annotator, State, Verdict
from labeling.export.formats.table import FORMATS
from labeling.export.hashed_files import Folder
from labeling.export.options import Options
from labeling.export.pages import Pages
from labeling.export.writers import Format, Plan
from labeling.operations import judging
from labeling.store import adjudications, annotators, codebooks
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot
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


def written(
    project: Project, folder: Path, chosen: Format, options: Options, parts: Sequence[str] = ("train", "test")
) -> Path:
    """Write the articles of a project into `folder` in a format, into the parts by turns; return the folder."""
    snapshot = Snapshot(project.connection)
    labels = snapshot.codebook.in_order({label.id for label in snapshot.codebook.labels})
    pages = Pages(snapshot, labels, options, every_vote=chosen.every_vote)
    folder.mkdir(exist_ok=True)
    versions = {one: snapshot.version(one).labels for one in snapshot.codebook_hashes()}
    asked = {one: frozenset(label.id for label in known) for one, known in versions.items()}
    with Folder(folder) as files:
        writer = chosen.open(Plan(files, parts, snapshot.codebook, labels, sorted(snapshot.names.values()), asked))
        for number, article_id in enumerate(snapshot.article_ids()):
            page = chosen.held(pages.page(article_id), labels)
            writer.write(parts[number % len(parts)], page)
        writer.close()
    return folder


def as_json_lines(project: Project, options: Options) -> list[dict[str, Any]]:
    """Return the rows that are written of all articles."""
    return [json.loads(line) for line in json_lines_of(project, options).splitlines()]


def json_lines_of(project: Project, options: Options) -> str:
    return _content(project, FORMATS["jsonl"], options)


def as_csv(project: Project, options: Options) -> list[dict[str, str]]:
    """Return the rows that are written of all articles."""
    content = _content(project, FORMATS["csv"], options).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def _content(project: Project, chosen: Format, options: Options) -> str:
    with tempfile.TemporaryDirectory() as name:
        return (written(project, Path(name), chosen, options, ["all"]) / chosen.file_name("all")).read_bytes().decode()
