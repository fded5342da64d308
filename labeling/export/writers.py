"""What a format of a dataset is: how it is written, what it is called, and how it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from labeling.domain.codebooks import Codebook
from labeling.export.gold import Reason
from labeling.export.hashed_files import Folder, Sink
from labeling.export.pages import Page
from labeling.export.settling import Settlement


@dataclass(frozen=True, slots=True)
class Plan:
    """What a writer is given: where its files go, the names of the parts in order, and the labels.

    `labels` are the ids in the order of columns and vectors; some may belong to earlier versions of the codebook only.
    `annotators` are the names (or pseudonyms) of everyone who may have voted. `asked` are the labels that each version
    of the codebook has, by its hash; under a version that isn’t in it, all labels were asked about.
    """

    folder: Folder
    parts: Sequence[str]
    codebook: Codebook
    labels: Sequence[str]
    annotators: Sequence[str] = ()
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Writer(Protocol):
    """Writes a dataset article after article. `close` ends the content; the folder closes the files."""

    def write(self, part: str, page: Page) -> None:
        """Write all chosen sentences of an article, which its format can hold, into a part of the dataset."""
        ...

    def close(self) -> None: ...


class PageWriter(Protocol):
    """Writes one file, page after page. `close` ends its content; the file stays open."""

    def write(self, page: Page) -> None: ...

    def close(self) -> None: ...


class FileForEachPart:
    """A Writer for the formats in which a part is one file, named `PART.SUFFIX`."""

    def __init__(self, plan: Plan, suffix: str, open_page_writer: Callable[[Sink, Plan], PageWriter]) -> None:
        self._writers = {part: open_page_writer(plan.folder.open(f"{part}.{suffix}"), plan) for part in plan.parts}

    def write(self, part: str, page: Page) -> None:
        """Write the chosen sentences of an article into the file of a part."""
        self._writers[part].write(page)

    def close(self) -> None:
        for writer in self._writers.values():
            writer.close()


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a dataset.

    `open` makes the writer; `suffix` ends the name of the file (or folder) of a part. `title` says in a few words what
    it is for, `description` is a paragraph of Markdown for the card, and `loading` a Python example in which `{file}`
    stands for the name of a part’s file. `front_matter` makes the YAML that a consumer reads at the head of
    `README.md` from what the dataset holds: sentences by part, labels, and votes by part. `unfit` says why the format
    has no way to write a sentence, from what it was settled on and the labels, and None where it has; without it, it
    has for all. Every count of a dataset is of what its format holds. `every_vote` says that it is for measuring how
    far people agree: it gets every sentence that has a vote, settled or not, and no other.
    """

    open: Callable[[Plan], Writer]
    suffix: str
    title: str
    description: str
    loading: str
    front_matter: Callable[[Mapping[str, int], Sequence[str], Mapping[str, int]], str] | None = None
    unfit: Callable[[Settlement, tuple[str, ...]], Reason | None] | None = None
    every_vote: bool = False

    def file_name(self, part: str) -> str:
        """Return the name of the file of a part."""
        return f"{part}.{self.suffix}"

    def held(self, page: Page, labels: tuple[str, ...]) -> Page:
        """Return an article without the chosen sentences that the format can’t hold."""
        unfit = self.unfit
        return page if unfit is None else page.without(lambda place: unfit(page.judged[place].settlement, labels))
