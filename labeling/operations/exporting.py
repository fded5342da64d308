"""Writing a dataset: a folder that appears whole or not at all."""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import tomli_w

from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused
from labeling.export.card import card
from labeling.export.gold import Reason
from labeling.export.manifest import manifest
from labeling.export.options import Options
from labeling.export.pages import Pages
from labeling.export.splits import Split, assign, splits_of
from labeling.export.staging import settle_on_disk, staged
from labeling.export.summary import Summary, Tally, total
from labeling.export.survey import Survey, survey
from labeling.export.writers import FORMATS, file_name
from labeling.operations.statuses import digest
from labeling.store import articles, codebooks
from labeling.store.articles import ArticleRow
from labeling.store.connection import Project

__all__ = ["Options", "Result", "export"]

Progress = Callable[[int, int, str], None]

_BATCH = 500
_SECONDS_APART = 0.05


@dataclass(frozen=True, slots=True)
class Result:
    """Sentences written by split, and those left out by reason. After a cancel, nothing was written and `path` is None."""

    path: Path | None
    sentences: Mapping[Split, int] = field(default_factory=dict)
    left_out: Mapping[Reason, int] = field(default_factory=dict)


class _Cancelled(Exception):
    pass


def export(
    project: Project,
    out: Path,
    options: Options,
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Write the project's sentences as a dataset into the new folder `out`.

    `on_progress` gets the steps done, the steps in all and the name of the article at hand. The project is read as it
    is at the start, whatever others write meanwhile. Raises Refused when `out` exists or can't be written, or the
    format is unknown.
    """
    if options.format not in FORMATS:
        raise Refused(f"“{options.format}” is not a format of a dataset; choose one of {', '.join(FORMATS)}.")
    steps = _Steps(on_progress, cancelled)
    try:
        with staged(out) as folder, project.read():
            summary = _write(project, folder, options, steps)
    except _Cancelled:
        return Result(None)
    sentences = {split: tally.sentences for split, tally in summary.tallies.items()}
    return Result(out, sentences, summary.left_out)


class _Steps:
    """Tells how far the work is, not more often than a person can see, and ends it once it is cancelled."""

    def __init__(self, on_progress: Progress | None, cancelled: Callable[[], bool]) -> None:
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._done = 0
        self._told = -math.inf
        self.total = 0

    def step(self, name: str) -> None:
        """Begin the next step."""
        if self._cancelled():
            raise _Cancelled
        now = time.monotonic()
        if self._on_progress and now - self._told >= _SECONDS_APART:
            self._on_progress(self._done, self.total, name)
            self._told = now
        self._done += 1


def _write(project: Project, folder: Path, options: Options, steps: _Steps) -> Summary:
    """Write all files of a dataset into an empty folder."""
    db = project.connection
    steps.total = 2 * articles.count(db)[0]
    pages = Pages(db, options)
    found = survey(pages, _rows(db, steps), options)
    current = codebooks.current(db)
    labels = current.in_order({label.id for label in current.labels} | found.labels)
    tallies = _write_splits(pages, found, labels, options, folder, steps)
    versions = _codebooks(db, current, total(list(tallies.values())).codebooks)
    for name, codebook in versions.items():
        (folder / name).write_bytes(tomli_w.dumps(codebook.to_dict()).encode())
    summary = Summary(options, version("hedgerow"), digest(project), current, versions, labels, tallies, found.left_out)
    (folder / "README.md").write_bytes(card(summary).encode())
    files = {path.name: settle_on_disk(path) for path in sorted(folder.iterdir())}
    (folder / "manifest.json").write_bytes(manifest(summary, files).encode())
    settle_on_disk(folder / "manifest.json")
    return summary


def _rows(db: sqlite3.Connection, steps: _Steps) -> Iterator[ArticleRow]:
    """Yield what a list shows of each article, in the order of their import."""
    identifiers = iter(articles.ids(db))
    while batch := list(islice(identifiers, _BATCH)):
        for row in articles.rows(db, "", batch):
            steps.step(row.name)
            yield row


def _write_splits(
    pages: Pages, found: Survey, labels: Sequence[str], options: Options, folder: Path, steps: _Steps
) -> dict[Split, Tally]:
    places = assign(found.articles, options.split, options.seed)
    tallies = {split: Tally() for split in splits_of(options.split)}
    with ExitStack() as files:
        writers = {
            split: FORMATS[options.format].open(
                files.enter_context((folder / file_name(split, options.format)).open("xb")), labels
            )
            for split in tallies
        }
        for article_id in found.articles:
            page = pages.page(article_id)
            steps.step(page.article.name)
            writers[places[article_id]].write(page)
            tallies[places[article_id]].add(page)
        for writer in writers.values():
            writer.close()
    return tallies


def _codebooks(db: sqlite3.Connection, current: Codebook, hashes: Iterable[str]) -> dict[str, Codebook]:
    """Return the versions of the codebook that a dataset needs, by the name of their file."""
    earlier = {h: codebooks.version(db, h) for h in sorted(hashes) if h != current.hash}
    return {"codebook.toml": current} | {f"codebook-{h[:12]}.toml": book for h, book in earlier.items() if book}
