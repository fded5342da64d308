"""Writing a dataset: a folder that appears whole or not at all."""

from __future__ import annotations

import math
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused
from labeling.export.card import card
from labeling.export.gold import Reason
from labeling.export.hashed_files import FileFacts, HashedFile, write_file
from labeling.export.manifest import manifest
from labeling.export.options import Options
from labeling.export.pages import Page, Pages
from labeling.export.splits import Split, assign, splits_of
from labeling.export.staging import staged
from labeling.export.summary import Summary, Tally, total
from labeling.export.writers import FORMATS, file_name
from labeling.operations.digests import Digest
from labeling.operations.projects import codebook_as_toml
from labeling.operations.reporting import Progress
from labeling.store import articles, codebooks, judgments
from labeling.store.connection import Project

__all__ = ["Options", "Result", "export"]

_SECONDS_APART = 0.05


@dataclass(frozen=True, slots=True)
class Result:
    """Sentences written by split, and those left out by reason. `path` is None after a cancel: nothing was written."""

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

    `on_progress` gets articles done, articles in all, and the name of the one at hand. The project is read as it is at
    the start, whatever others write meanwhile. Raises Refused when `out` exists or can't be written, or the format is
    unknown.
    """
    if options.format not in FORMATS:
        raise Refused(f"“{options.format}” is not a format of a dataset; choose one of {', '.join(FORMATS)}.")
    steps = _Steps(on_progress, cancelled)
    try:
        with staged(out) as folder, project.read() as db:
            dataset = _Dataset(db, folder, options)
            summary = dataset.write(steps)
            write_file(folder / "manifest.json", manifest(summary, dataset.digest.hex(), dataset.files).encode())
    except _Cancelled:
        return Result(None)
    sentences = {split: tally.sentences for split, tally in summary.tallies.items()}
    return Result(out, sentences, summary.left_out)


class _Steps:
    """Tells how far the work is, not more often than a person can see, and ends it once it is cancelled."""

    def __init__(self, on_progress: Progress | None, cancelled: Callable[[], bool]) -> None:
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._told = -math.inf

    def check(self) -> None:
        if self._cancelled():
            raise _Cancelled

    def tell(self, done: int, in_all: int, name: str) -> None:
        now = time.monotonic()
        if self._on_progress and now - self._told >= _SECONDS_APART:
            self._on_progress(done, in_all, name)
            self._told = now


class _Dataset:
    """The files of a dataset but its manifest, in a folder that is empty yet.

    `files` are those written so far, `digest` is the project's: it is read here anyway.
    """

    def __init__(self, db: sqlite3.Connection, folder: Path, options: Options) -> None:
        self.digest = Digest(db)
        self.files: dict[str, FileFacts] = {}
        self._db = db
        self._folder = folder
        self._options = options
        self._codebook = codebooks.current(db)
        given = judgments.labels_given(db) | {label.id for label in self._codebook.labels}
        self._labels = self._codebook.in_order(given)

    def write(self, steps: _Steps) -> Summary:
        """Write the splits, then what their counts go into."""
        tallies, left_out = self._write_splits(steps)
        versions = self._codebooks(total(tallies.values()).codebooks)
        for name, codebook in versions.items():
            self._write_file(name, codebook_as_toml(codebook))
        summary = Summary(self._options, version("hedgerow"), self._codebook, versions, self._labels, tallies, left_out)
        self._write_file("README.md", card(summary))
        return summary

    def _write_file(self, name: str, content: str) -> None:
        self.files[name] = write_file(self._folder / name, content.encode())

    def _write_splits(self, steps: _Steps) -> tuple[dict[Split, Tally], dict[Reason, int]]:
        tallies = {split: Tally() for split in splits_of(self._options.split)}
        left_out: Counter[Reason] = Counter()
        names = {split: file_name(split, self._options.format) for split in tallies}
        with ExitStack() as stack:
            files = {split: stack.enter_context(HashedFile(self._folder / name)) for split, name in names.items()}
            writers = {split: FORMATS[self._options.format].open(file, self._labels) for split, file in files.items()}
            for page, place in self._pages(steps):
                left_out.update(page.left_out)
                self._take(page)
                if place is not None:
                    writers[place].write(page)
                    tallies[place].add(page)
            for writer in writers.values():
                writer.close()
        self.files.update((names[split], file.facts) for split, file in files.items())
        return tallies, {reason: left_out[reason] for reason in Reason if left_out[reason]}

    def _take(self, page: Page) -> None:
        votes = zip(page.sentences, [settlement.votes for settlement in page.settlements], strict=True)
        settled = [settlement.adjudication for settlement in page.settlements if settlement.adjudication]
        self.digest.add(page.article.id, votes, settled)

    def _pages(self, steps: _Steps) -> Iterator[tuple[Page, Split | None]]:
        """Yield each article with its split, None where nothing of it is written.

        Only articles that something is written of share the splits, so that none is empty for want of labels.
        """
        pages, everything = Pages(self._db, self._options), articles.ids(self._db)
        filled = []
        for article_id in everything:
            steps.check()
            if pages.has_something(article_id):
                filled.append(article_id)
        places = assign(filled, self._options.split, self._options.seed)
        for done, article_id in enumerate(everything):
            steps.check()
            page = pages.page(article_id)
            steps.tell(done, len(everything), page.article.name)
            yield page, places.get(article_id)

    def _codebooks(self, hashes: Iterable[str]) -> dict[str, Codebook]:
        """Return the versions of the codebook that the dataset speaks of, by the name of their file."""
        earlier = {h: codebooks.version(self._db, h) for h in sorted(hashes) if h != self._codebook.hash}
        named = {f"codebook-{h[:12]}.toml": codebook for h, codebook in earlier.items() if codebook}
        return {"codebook.toml": self._codebook, **named}
