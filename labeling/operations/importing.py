"""Articles from files, the clipboard and other people's exports into a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from labeling.domain.articles import Sentence
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.importing import readers, table
from labeling.importing.drafts import Draft
from labeling.importing.problems import Problem
from labeling.operations.reporting import Progress
from labeling.operations.votes import Ballot
from labeling.segmentation import segment
from labeling.store import articles, progress
from labeling.store.connection import Project

# Rows in one transaction: short enough that a judgment made meanwhile never waits long enough to be felt.
ROWS_AT_ONCE = 200
# Where a column with the text can be named.
TABLES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that is in the project now."""

    id: str
    name: str
    title: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person should know of an article that was imported."""

    where: str
    sentence: str


@dataclass(slots=True)
class ImportReport:
    """What became of each article and file. `known` names those that the project had already."""

    added: list[Imported] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    judgments: int = 0
    cancelled: bool = False

    @property
    def changes(self) -> ChangeSet:
        return ChangeSet(
            Act.IMPORTED, articles=tuple(article.id for article in self.added), annotators=bool(self.judgments)
        )


def import_files(
    project: Project,
    annotator: Annotator | None,
    paths: Iterable[Path],
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    text_column: str | None = None,
) -> ImportReport:
    """Import files and the files in folders; whatever can't be read is refused and the rest kept.

    `annotator` is whose judgments the labels are that don't say whose they are. `on_progress` gets files done, files in
    all, and the name of the one that is being read. After a cancel, the articles imported so far are whole.
    """
    report = ImportReport()
    files = list(readers.find_files(paths))

    def drafts() -> Iterator[Draft]:
        for number, path in enumerate(files):
            if on_progress:
                on_progress(number, len(files), path.name)
            for item in _read(path, text_column):
                if cancelled():
                    report.cancelled = True
                    return
                if isinstance(item, Problem):
                    report.refused.append(item)
                else:
                    yield item

    ballot = Ballot(project, annotator, [path.parent for path in files])
    for batch in _batches(_segmented(drafts())):
        _write(project, ballot, batch, report)
    return report


def _read(path: Path, text_column: str | None) -> Iterator[Draft | Problem]:
    try:
        if text_column and path.suffix.lower() in TABLES:
            yield from table.read_table(path, text_column)
        else:
            yield from readers.read_file(path)
    except Refused as refusal:
        yield Problem(path.name, str(refusal))


def import_text(project: Project, annotator: Annotator, text: str, name: str) -> ImportReport:
    """Import one article as text, such as from the clipboard. Raises Refused when it is empty."""
    report = ImportReport()
    draft = readers.read_text(text, name)
    _write(project, Ballot(project, annotator), list(_segmented(iter([draft]))), report)
    return report


def _segmented(drafts: Iterator[Draft]) -> Iterator[tuple[Draft, tuple[Sentence, ...]]]:
    for draft in drafts:
        yield draft, draft.sentences or segment(draft.article.text, draft.blocks)


def _batches(items: Iterator[tuple[Draft, tuple[Sentence, ...]]]) -> Iterator[list[tuple[Draft, tuple[Sentence, ...]]]]:
    batch: list[tuple[Draft, tuple[Sentence, ...]]] = []
    rows = 0
    for draft, sentences in items:
        batch.append((draft, sentences))
        rows += len(sentences) + len(draft.votes)
        if rows >= ROWS_AT_ONCE:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _write(
    project: Project, ballot: Ballot, batch: list[tuple[Draft, tuple[Sentence, ...]]], report: ImportReport
) -> None:
    """Add articles with their judgments in one transaction; an article whose judgments are wrong is left out whole."""
    usable = []
    for draft, sentences in batch:
        try:
            usable.append((replace(draft, votes=ballot.resolved(draft.votes)), sentences))
        except Refused as refusal:
            name = draft.article.name
            report.refused.append(Problem(name, f"“{name}” was left out. {refusal}"))
    with project.write() as db:
        added = [(draft, s) for draft, s in usable if articles.insert(db, draft.article, s)]
        for draft, _ in added:
            if ballot.cast(db, draft):
                progress.recount(db, draft.article.id)
    for draft, sentences in usable:
        _report(draft, len(sentences), any(draft is other for other, _ in added), report)


def _report(draft: Draft, sentences: int, added: bool, report: ImportReport) -> None:
    article = draft.article
    report.notes.extend(Note(article.name, sentence) for sentence in draft.notes)
    if added:
        report.added.append(Imported(article.id, article.name, article.title, sentences))
        report.judgments += len(draft.votes)
        return
    report.known.append(article.name)
    if draft.votes:
        sentence = "The article was there already, so its judgments were not taken; add them with “hedgerow label”."
        report.notes.append(Note(article.name, sentence))
