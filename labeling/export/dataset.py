"""The files of a dataset: its parts in the chosen format, then what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from labeling.domain.codebooks import Codebook
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Reason
from labeling.export.hashed_files import FileFacts, Folder
from labeling.export.options import Options, Repeats
from labeling.export.pages import Page, Pages
from labeling.export.parting.shares import parts_of
from labeling.export.pseudonyms import pseudonyms
from labeling.export.shared_content import HeldOut
from labeling.export.writers import Plan
from labeling.store.snapshots import Snapshot


class Dataset:
    """Reads a snapshot by the choices of an export, and writes it. Refused when a choice can't be met.

    `labels` are the ids in the order of columns: unless given, those of the codebook in use, then others that anyone
    gave. `asked` are the labels that each version of the codebook has, by its hash.
    """

    def __init__(self, snapshot: Snapshot, options: Options, labels: Sequence[str] | None = None) -> None:
        if options.pseudonyms:
            snapshot.rename(pseudonyms(snapshot.names, snapshot.project_id))
        self.snapshot = snapshot
        self.options = options
        self.codebook = snapshot.codebook
        known = {label.id for label in self.codebook.labels}
        self.labels = self.codebook.in_order(known | snapshot.labels_given() if labels is None else set(labels))
        self.format = FORMATS[options.format]
        self.parts = tuple(parts_of(options.split, options.folds))
        self.pages = Pages(snapshot, self.labels, options, every_vote=self.format.every_vote)
        self.asked = {
            content_hash: frozenset(label.id for label in snapshot.version(content_hash).labels)
            for content_hash in snapshot.codebook_hashes()
        }

    def page(self, article_id: str) -> Page:
        """Return an article as its format holds it."""
        return self.format.held(self.pages.page(article_id), self.labels)

    def pages_of(self, part_of: Mapping[str, str]) -> Iterator[tuple[str, Page]]:
        """Yield the articles with their parts, in the order given, without the repeats that are to be removed."""
        repeats = self._held_out(part_of) if self.options.repeats is Repeats.REMOVE else None
        for article_id, part in part_of.items():
            page = self.page(article_id)
            yield part, page if repeats is None else _unrepeated(page, part, repeats)

    def write(self, folder: Path, pages: Iterable[tuple[str, Page]]) -> dict[str, FileFacts]:
        """Write pages into the files of their parts; return what is known of the files."""
        with Folder(folder) as files:
            writer = self.format.open(self._plan(files))
            for part, page in pages:
                if page.chosen:
                    writer.write(part, page)
            writer.close()
        return files.facts

    def versions(self, hashes: Iterable[str]) -> dict[str, Codebook]:
        """Return the versions of the codebook that the dataset speaks of, by file name; first the one in use."""
        earlier = [content_hash for content_hash in sorted(hashes) if content_hash != self.codebook.hash]
        named = {f"codebook-{content_hash[:12]}.toml": self.snapshot.version(content_hash) for content_hash in earlier}
        return {"codebook.toml": self.codebook, **named}

    def _plan(self, files: Folder) -> Plan:
        names = sorted(self.snapshot.names.values())
        return Plan(files, self.parts, self.codebook, self.labels, names, self.asked)

    def _held_out(self, part_of: Mapping[str, str]) -> HeldOut:
        """Read what training must not repeat."""
        held_out = HeldOut(self.parts)
        for article_id, part in part_of.items():
            if held_out.wants(part):
                held_out.add(part, self.page(article_id).chosen_texts)
        return held_out


def _unrepeated(page: Page, part: str, held_out: HeldOut) -> Page:
    return page.without(lambda place: Reason.REPEATED if held_out.repeats(part, page.texts[place]) else None)
