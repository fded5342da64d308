"""What a project has that an export can be narrowed to, balanced over, or continue."""

from __future__ import annotations

from dataclasses import dataclass

from labeling.domain.codebooks import Codebook
from labeling.operations.releasing import ReleaseRow, list_releases
from labeling.store import annotators, codebooks
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Offer:
    """Metadata `fields` of the articles by name; `releases`, the newest first; `versions`, the one in use first.

    `annotators` is how many people there are.
    """

    fields: tuple[str, ...]
    releases: tuple[ReleaseRow, ...]
    versions: tuple[Codebook, ...]
    annotators: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that releases belong to."""
        return tuple(dict.fromkeys(release.line for release in self.releases if release.line))


def offer(project: Project) -> Offer:
    """Return what there is to choose from. It reads the metadata of every article."""
    with project.read() as db:
        in_use = codebooks.current(db)
        hashes = [name for name in codebooks.hashes(db) if name != in_use.hash]
        earlier = [version for name in reversed(hashes) if (version := codebooks.version(db, name)) is not None]
        fields = {field for _, _, _, metadata in Snapshot(db).described() for field in metadata}
        people = len(annotators.everyone(db))
    return Offer(tuple(sorted(fields)), tuple(list_releases(project)), (in_use, *earlier), people)
