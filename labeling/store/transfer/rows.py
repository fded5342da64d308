"""The rows of the logs, as one file gives them to another."""

from __future__ import annotations

from typing import NamedTuple

from labeling.domain.articles import Sentence


class NamingRow(NamedTuple):
    """Someone (by id) is called so from now on."""

    id: str
    annotator: str
    name: str


class UnionRow(NamedTuple):
    """The annotator is the same person as the other, who gives the name, or no longer is."""

    id: str
    annotator: str
    other: str
    united: int


class VersionRow(NamedTuple):
    """A version of the codebook: its hash and its JSON."""

    hash: str
    content: str


class ChoiceRow(NamedTuple):
    """A version of the codebook (by its hash) is in use from now on."""

    id: str
    codebook: str


class ArticleRow(NamedTuple):
    """An article as it was imported: `metadata` is JSON, `sentences` are those it had then."""

    id: str
    imported: str
    name: str
    title: str
    metadata: str
    text: str
    sentences: tuple[Sentence, ...]


class JudgmentRow(NamedTuple):
    """A judgment; `labels`, `evidence` and `shown` are JSON."""

    id: str
    start: int
    end: int
    annotator: str
    state: str
    labels: str
    unsure: int
    comment: str
    evidence: str
    seconds: float | None
    origin: str
    shown: str
    codebook: str


class AdjudicationRow(NamedTuple):
    """An adjudication; `labels` is JSON."""

    id: str
    start: int
    end: int
    author: str
    state: str
    labels: str
    note: str
    codebook: str


class EditRow(NamedTuple):
    """A sentence begins at this position (code points), or no longer does."""

    id: str
    position: int
    edit: str
    annotator: str


class AssignmentRow(NamedTuple):
    """Someone is to judge the article, or no longer is."""

    id: str
    annotator: str
    assigned: int


class SamplingRow(NamedTuple):
    """The article is in the random sample to measure on, or no longer is."""

    id: str
    sampled: int


class ArticleLog(NamedTuple):
    """All that was said of one article."""

    judgments: tuple[JudgmentRow, ...] = ()
    adjudications: tuple[AdjudicationRow, ...] = ()
    edits: tuple[EditRow, ...] = ()
    assignments: tuple[AssignmentRow, ...] = ()
    samplings: tuple[SamplingRow, ...] = ()


class ProjectLog(NamedTuple):
    """All that was said of the project as a whole. `people` are the ids of all annotators."""

    people: tuple[str, ...]
    namings: tuple[NamingRow, ...]
    unions: tuple[UnionRow, ...]
    versions: tuple[VersionRow, ...]
    choices: tuple[ChoiceRow, ...]
