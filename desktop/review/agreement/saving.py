"""Saving a report on agreement: asks for a folder, and writes it in the background."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.dialogs import choose
from desktop.jobs import Job
from desktop.words import translate
from labeling.operations.agreement_report import write_report
from labeling.operations.naming import names, numbers
from labeling.operations.projects import open_project
from labeling.reporting.content import Content

if TYPE_CHECKING:
    from desktop.window import Window

PDF = "report.pdf"


def save_report(window: Window) -> None:
    """Ask for a folder, and write a report on the open project into it; annotators are called as they are in Review."""
    path = window.session.project.path
    out = choose.report_folder(window, _unused(path.with_name(f"{path.stem}-agreement")))
    if out is None:
        return
    naming = numbers if window.settings.pseudonyms else names

    def write(job: Job[bool]) -> bool:
        with open_project(path) as project:
            return write_report(
                project, out, naming=naming, finish=_add_pdf, on_progress=job.report, cancelled=job.cancelled
            )

    def tell(written: bool) -> None:
        if written:
            window.say(translate("saving", "Report saved in {folder}").format(folder=out))

    window.jobs.start(translate("saving", "Writing the report"), write, tell, window.refuse)


def _add_pdf(folder: Path, page: str, content: Content) -> None:
    from desktop.review.agreement.paper import as_pdf

    (folder / PDF).write_bytes(as_pdf(page, content.facts.project, content.facts.date))


def _unused(folder: Path) -> Path:
    others = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    return next(each for each in others if not each.exists()) if folder.exists() else folder
