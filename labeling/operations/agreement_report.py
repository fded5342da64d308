"""Writing a report on agreement: a folder with one page and all tables, that appears whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC
from importlib.metadata import version
from pathlib import Path

from labeling.domain.ids import time_of
from labeling.export.hashed_files import write_file
from labeling.export.staging import staged
from labeling.operations.anchoring import anchor
from labeling.operations.digests import digest
from labeling.operations.disagreeing import Order, Show, Wanted, disagreements
from labeling.operations.naming import Naming, names
from labeling.operations.overviewing import review
from labeling.operations.reporting import Progress
from labeling.operations.steps import Cancelled
from labeling.reporting.content import Content, Facts, Opinion, Quote
from labeling.store import annotators, codebooks, judgments
from labeling.store.connection import Project

PAGE = "report.html"


def write_report(
    project: Project,
    out: Path,
    *,
    draws: int = 1000,
    seed: int = 0,
    naming: Naming = names,
    finish: Callable[[Path, str, Content], object] = lambda *_: None,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Write `report.html` and the tables as CSV into the new folder `out`; return False after a cancel.

    The same project, draws and seed give the same bytes. `finish` adds to the folder before it appears; it gets its
    path for the time being, the page, and what that says. Raises Refused when `out` exists or can't be written.
    """
    try:
        with staged(out) as folder:
            content = report_content(
                project, draws=draws, seed=seed, naming=naming, on_progress=on_progress, cancelled=cancelled
            )
            finish(folder, _fill(folder, content), content)
            _go_on(cancelled)
    except Cancelled:
        return False
    return True


def report_content(
    project: Project,
    *,
    draws: int = 1000,
    seed: int = 0,
    naming: Naming = names,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Content:
    """Return all that a report says of a project. Raises Cancelled."""
    found = review(project, draws=draws, seed=seed, naming=naming, on_progress=on_progress, cancelled=cancelled)
    if found is None:
        raise Cancelled
    anchored = anchor(project, draws=draws, seed=seed, naming=naming, cancelled=cancelled)
    if anchored is None:
        raise Cancelled
    quotes = tuple(_quotes(project, naming))
    _go_on(cancelled)
    return Content(found.with_suggestions(anchored).overview, _facts(project), quotes)


def _fill(folder: Path, content: Content) -> str:
    """Write page and tables; return the page."""
    from labeling.reporting.csv_files import csv_files  # imports what datasets are written with
    from labeling.reporting.page import report

    page = report(content)
    write_file(folder / PAGE, page.encode())
    for name, lines in csv_files(content).items():
        write_file(folder / name, lines)
    return page


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled


def _facts(project: Project) -> Facts:
    db = project.connection
    return Facts(
        project=project.path.stem,
        date=_date(db),
        hedgerow=version("hedgerow"),
        codebook=codebooks.current(db).hash,
        digest=digest(project),
    )


def _date(db: sqlite3.Connection) -> str:
    """Return the day of the latest judgment; empty where there is none whose id tells it."""
    try:
        return time_of(judgments.latest_id(db)).astimezone(UTC).date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _quotes(project: Project, naming: Naming) -> Iterator[Quote]:
    db = project.connection
    called = naming(db)
    by_id = {person.id: called[annotators.key_of(db, person.id)] for person in annotators.everyone(db)}
    for each in disagreements(project, Wanted(show=Show.ALL), Order.STAKE):
        opinions = [
            Opinion(by_id[voice.annotator], voice.verdict.state.value, voice.verdict.labels) for voice in each.voices
        ]
        yield Quote(
            sentence=str(each.sentence),
            article=each.article,
            text=each.text,
            labels=each.labels,
            opinions=tuple(sorted(opinions, key=lambda opinion: opinion.annotator)),
            stake=each.stake,
            settled=each.settled,
        )
