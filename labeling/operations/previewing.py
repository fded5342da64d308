"""What an export would write, before it writes anything."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import State
from labeling.export import manifest
from labeling.export.counting import Count
from labeling.export.dataset import Dataset
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Reason
from labeling.export.options import Options
from labeling.export.pages import Page
from labeling.export.shared_content import Leaks
from labeling.export.summary import Tally, total
from labeling.operations.exporting import check_options
from labeling.operations.parting import Parted, part
from labeling.operations.releasing import fixed_articles
from labeling.operations.reporting import Progress
from labeling.operations.signing import sign_articles
from labeling.operations.steps import Cancelled, Steps
from labeling.store import articles
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot

_SAMPLE_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class PartFigures:
    """Counts of one part: articles, sentences, sentences by label, and those to which no label applies."""

    articles: int
    sentences: int
    labels: Mapping[str, int]
    none: int


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and whether it is as it should be, in words."""

    passed: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be written.

    `articles` and `sentences` are those of the whole project. `files` are the names in the folder; `sample` is the
    first line of the file `sample_name`, both empty where its format isn't text.
    """

    parts: Mapping[str, PartFigures]
    total: PartFigures
    labels: tuple[str, ...]
    articles: int
    sentences: int
    left_out: Mapping[Reason, int]
    checks: tuple[Check, ...]
    cautions: tuple[str, ...]
    files: tuple[str, ...]
    sample_name: str
    sample: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that would not be written, with its article's name and title."""

    sentence: SentenceId
    name: str
    title: str
    text: str


def preview(
    project: Project,
    options: Options,
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Preview | None:
    """Return what `export` would write with these options; None after a cancel. Refused when a choice can't be."""
    check_options(options)
    steps = Steps(on_progress, cancelled, rounds=3)
    try:
        sign_articles(project, steps)
        with project.read() as db:
            dataset = Dataset(Snapshot(db), options)
            parted = part(db, dataset, fixed_articles(db, options.line), steps)
            return _previewed(dataset, parted, steps, articles.count(db))
    except Cancelled:
        return None


def left_out(
    project: Project,
    options: Options,
    reason: Reason,
    *,
    most: int = 1000,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[LeftOut]:
    """Return the first sentences, `most` of them, that are left out for a reason, in the order of the articles."""
    check_options(options)
    steps = Steps(None, cancelled, rounds=1)
    try:
        sign_articles(project, steps)
        with project.read() as db:
            dataset = Dataset(Snapshot(db), options)
            if reason is Reason.REPEATED:
                parted = part(db, dataset, fixed_articles(db, options.line), steps)
                pages = (page for _, page in dataset.pages_of(parted.part_of))
            else:
                pages = (dataset.page(article_id) for article_id in dataset.snapshot.article_ids())
            return list(islice(_left_out(pages, reason, steps), most))
    except Cancelled:
        return []


def _left_out(pages: Iterable[Page], reason: Reason, steps: Steps) -> Iterator[LeftOut]:
    for page in pages:
        steps.at(0)
        article = page.article
        for one, text, why in zip(page.judged, page.texts, page.reasons, strict=True):
            if why is reason:
                yield LeftOut(SentenceId(article.id, *one.sentence.span), article.name, article.title, text)


def _previewed(dataset: Dataset, parted: Parted, steps: Steps, in_all: tuple[int, int]) -> Preview:
    count, first = Count(dataset), None
    steps.begin_round(len(parted.part_of))
    for done, (_, page) in enumerate(count.passing(dataset.pages_of(parted.part_of))):
        steps.at(done, page.article.name)
        first = first or (page if page.chosen else None)
    leaks = count.leaks(parted.groups, parted.signed)
    parts = {name: _figures(tally, dataset.labels) for name, tally in count.tallies.items()}
    files, sample_name, sample = _sampled(dataset, first)
    return Preview(
        parts=parts,
        total=_figures(total(count.tallies.values()), dataset.labels),
        labels=dataset.labels,
        articles=in_all[0],
        sentences=in_all[1],
        left_out=count.left_out(parted.found),
        checks=tuple(_checks(parts, leaks)),
        cautions=count.cautions(parted.found, leaks, parted.groups),
        files=files,
        sample_name=sample_name,
        sample=sample,
    )


def _figures(tally: Tally, labels: Sequence[str]) -> PartFigures:
    given = tally.labels
    return PartFigures(
        tally.articles, tally.sentences, {label: given[label] for label in labels}, tally.states[State.NONE]
    )


def _checks(parts: Mapping[str, PartFigures], leaks: Leaks) -> Iterator[Check]:
    """Yield what was looked at before writing."""
    if len(parts) > 1:
        yield from (Check(passed=True, sentence=sentence) for sentence in leaks.assurances())
        yield from (Check(passed=False, sentence=sentence) for sentence in leaks.words())
        empty = [name for name, figures in parts.items() if not figures.sentences]
        missing = [name for name, figures in parts.items() if not all(figures.labels.values())]
        if empty:
            yield Check(passed=False, sentence=f"Nothing is in {', '.join(empty)}")
        elif missing:
            yield Check(passed=False, sentence=f"Some label never occurs in {', '.join(missing)}")
        else:
            yield Check(passed=True, sentence="Every label occurs in every split")


def _sampled(dataset: Dataset, page: Page | None) -> tuple[tuple[str, ...], str, str]:
    """Write one sentence, and return the names of the files, that of the first, and its first line if it is text."""
    chosen, name = FORMATS[dataset.options.format], dataset.parts[0]
    one = [(name, replace(page, chosen=page.chosen[:1]))] if page else []
    with tempfile.TemporaryDirectory() as folder:
        files = dataset.write(Path(folder), one)
        sample_name = chosen.file_name(name)
        content = (Path(folder) / sample_name).read_bytes() if sample_name in files else b""
    names = (*files, manifest.NAME, "README.md", "codebook.toml")
    try:
        sample = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        sample = ""
    return names, sample_name if sample else "", sample[:_SAMPLE_LENGTH]
