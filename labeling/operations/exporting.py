"""Writing a dataset: a folder that appears whole or not at all, and that the project remembers as a release."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from labeling.domain.errors import Refused
from labeling.export import manifest as manifests
from labeling.export.cards.card import card
from labeling.export.counting import Count
from labeling.export.dataset import Dataset
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Reason
from labeling.export.hashed_files import write_file
from labeling.export.near_copies import count_copies
from labeling.export.options import Options, read_options
from labeling.export.pages import Page
from labeling.export.staging import staged
from labeling.export.summary import Summary, total
from labeling.operations.label_agreement import Agreements
from labeling.operations.parting import Parted, part
from labeling.operations.projects import codebook_as_toml
from labeling.operations.releasing import check_name, fixed_articles, free_name, release_named
from labeling.operations.reporting import Progress
from labeling.operations.signing import sign_articles
from labeling.operations.steps import Cancelled, Steps
from labeling.store import releases
from labeling.store.connection import Project
from labeling.store.releases import Moment
from labeling.store.snapshots import Snapshot

__all__ = ["Options", "Result", "export", "export_again"]


@dataclass(frozen=True, slots=True)
class Result:
    """Sentences written by part, those left out by reason, and warnings in words; `release` is its name in the project.

    `path` is None after a cancel: nothing was written.
    """

    path: Path | None
    release: str = ""
    sentences: Mapping[str, int] = field(default_factory=dict)
    left_out: Mapping[Reason, int] = field(default_factory=dict)
    cautions: Sequence[str] = ()


def export(
    project: Project,
    out: Path,
    options: Options,
    *,
    name: str = "",
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Write the project's sentences as a dataset into the new folder `out`, and record it as a release.

    The release has the folder's name unless it is given a `name`. `on_progress` gets steps done, steps in all, and the
    name of the article at hand. The project is read as it is at the start, whatever others write meanwhile. Raises
    Refused when `out` exists or can't be written, a choice can't be met, or the name is taken.
    """
    check_options(options)
    check_name(project, name)
    steps = Steps(on_progress, cancelled, rounds=3)
    try:
        with staged(out) as folder:
            sign_articles(project, steps)
            with project.write() as db:
                epoch = releases.begin_epoch(db)
            with project.read() as db:
                at = releases.moment(db, epoch)
                written = _Export(db, options, at, fixed_articles(db, options.line)).write(folder, steps)
            with project.write() as db:
                recorded = name or free_name(db, out.name)
                releases.add(db, recorded, options.line, at, written.digest, written.manifest)
    except Cancelled:
        return Result(None)
    return written.result(out, recorded)


def export_again(
    project: Project,
    out: Path,
    release: str,
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Write the bytes of an earlier release again into the new folder `out`, whatever was labelled since.

    Raises Refused when there is no such release, and when this version of Hedgerow would write other bytes.
    """
    earlier = release_named(project, release)
    content: dict[str, Any] = json.loads(earlier.manifest)
    steps = Steps(on_progress, cancelled, rounds=3)
    try:
        with staged(out) as folder:
            sign_articles(project, steps)
            with project.read() as db:
                again = _Export(
                    db, read_options(content["options"]), earlier.moment, content["articles"], content["labels"]
                )
                written = again.write(folder, steps)
            if written.digest != earlier.digest:
                raise Refused(_other_bytes(release, content, json.loads(written.manifest)))
    except Cancelled:
        return Result(None)
    return written.result(out, release)


def check_options(options: Options) -> None:
    """Raise Refused where a choice can't be."""
    if options.format not in FORMATS:
        raise Refused(f"“{options.format}” is not a format of a dataset; choose one of {', '.join(FORMATS)}.")
    options.check()


@dataclass(frozen=True, slots=True)
class _Written:
    """A dataset that is on disk, and its manifest."""

    summary: Summary
    manifest: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.manifest.encode()).hexdigest()

    def result(self, out: Path, release: str) -> Result:
        sentences = {part: tally.sentences for part, tally in self.summary.tallies.items()}
        return Result(out, release, sentences, self.summary.left_out, self.summary.cautions)


class _Export:
    """One dataset from reading to manifest. Articles in `fixed` are where they are said to be."""

    def __init__(
        self,
        db: sqlite3.Connection,
        options: Options,
        at: Moment,
        fixed: Mapping[str, str],
        labels: Sequence[str] | None = None,
    ) -> None:
        self._db = db
        self._options = options
        self._dataset = Dataset(Snapshot(db, at), options, labels)
        self._fixed = fixed

    def write(self, folder: Path, steps: Steps) -> _Written:
        """Write all files into an empty folder."""
        dataset, count = self._dataset, Count(self._dataset)
        agreements = Agreements(dataset)
        parted = part(self._db, dataset, self._fixed, steps, agreements.add)
        pages = count.passing(dataset.pages_of(parted.part_of))
        files = dataset.write(folder, _followed(pages, len(parted.part_of), steps))
        summary = self._summary(parted, count, agreements)
        documents = {name: codebook_as_toml(codebook) for name, codebook in summary.codebooks.items()}
        for name, content in {**documents, "README.md": card(summary)}.items():
            files[name] = write_file(folder / name, content.encode())
        content = manifests.manifest(summary, files)
        write_file(folder / manifests.NAME, content.encode())
        return _Written(summary, content)

    def _summary(self, parted: Parted, count: Count, agreements: Agreements) -> Summary:
        dataset, leaks, whole = self._dataset, count.leaks(parted.groups, parted.signed), total(count.tallies.values())
        return Summary(
            options=self._options,
            version=version("hedgerow"),
            codebook=dataset.codebook,
            codebooks=dataset.versions(whole.codebooks),
            labels=dataset.labels,
            tallies=count.tallies,
            left_out=count.left_out(parted.found),
            parts=parted.part_of,
            copies=count_copies(parted.groups),
            leaks=leaks,
            agreement=agreements.by_label(),
            cautions=count.cautions(parted.found, leaks, parted.groups),
        )


def _followed(pages: Iterator[tuple[str, Page]], in_all: int, steps: Steps) -> Iterator[tuple[str, Page]]:
    """Yield the pages as they come, and say how far the work is."""
    steps.begin_round(in_all)
    for done, (name, page) in enumerate(pages):
        steps.at(done, page.article.name)
        yield name, page


def _other_bytes(release: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    if then["hedgerow"] != now["hedgerow"]:
        return (
            f"“{release}” was made by Hedgerow {then['hedgerow']}, and this version ({now['hedgerow']}) writes other "
            "bytes; use that version, or make a new release."
        )
    changed = [name for name, facts in then["files"].items() if now["files"].get(name) != facts]
    what = f"“{changed[0]}” would differ" if changed else "its manifest would differ"
    return (
        f"“{release}” can’t be written again here: {what}, perhaps because other versions of the libraries are "
        "installed than when it was made. Nothing was written."
    )
