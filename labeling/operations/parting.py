"""Which article goes into which part of a dataset."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from labeling.domain.errors import Refused
from labeling.export.dataset import Dataset
from labeling.export.near_copies import SCHEME, groups
from labeling.export.survey import Survey, part_articles, survey
from labeling.operations.steps import Steps
from labeling.store import signatures
from labeling.store.votes import Poll


class Parted(NamedTuple):
    """What was found of each article, signatures by id, groups of near copies, and the part of each that is written."""

    found: Survey
    signed: Sequence[tuple[str, bytes]]
    groups: Sequence[Sequence[str]]
    part_of: Mapping[str, str]


def part(
    db: sqlite3.Connection,
    dataset: Dataset,
    fixed: Mapping[str, str],
    steps: Steps,
    at_polls: Callable[[str, Sequence[tuple[Poll, int]]], None] = lambda _article, _polls: None,
) -> Parted:
    """Read the project once, and part its articles; those in `fixed` stay in the part that they have there.

    `at_polls` is called with each article and how many of its sentences were judged alike. Raises Refused when an
    article of `fixed` is in a part that this dataset does not have.
    """
    others = sorted(set(fixed.values()) - set(dataset.parts))
    if others:
        raise Refused(
            f"The line “{dataset.options.line}” has articles in {', '.join(others)}, which this split does not have; "
            "use the same kind of split, or another line."
        )
    steps.begin_round(len(dataset.snapshot.article_ids()))
    found = survey(dataset.snapshot, dataset.pages, dataset.labels, dataset.options, steps.at, at_polls)
    known = signatures.known(db, SCHEME)
    signed = [(candidate.id, known[candidate.id]) for candidate in found.candidates]
    copies = groups(signed)
    placed = part_articles(found, copies, dataset.options, fixed)
    return Parted(found, signed, copies, {candidate.id: placed[candidate.id] for candidate in found.candidates})
