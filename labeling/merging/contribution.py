"""What a file brings to a project: what is new, who it is from, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass, field

from labeling.store.transfer.rows import ArticleRow


@dataclass(slots=True)
class Share:
    """How many judgments and adjudications of someone a file has that the project lacks, and how many it knows."""

    new: int = 0
    known: int = 0


@dataclass(slots=True)
class Contribution:
    """What one file brings.

    `people` are by name. `articles` are the names of those that are new, and `touched` the ids of all that change;
    `names`, `unions`, `assignments` and `edits` (of boundaries) count new rows. Where the two differ:

    - `foreign`: the file is of another project;
    - `codebook`: the title of the codebook that comes into use with it;
    - `bounded_differently`: names of articles that it has with other sentences; those of the earlier import count;
    - `contested`: names of articles in which both split or joined at the same place; the later edit counts;
    - `unplaced`: how many of its judged sentences have other boundaries now; their judgments stay in the history.

    `replaced` are the project’s records of articles of which the file has the earlier import.
    """

    file: str
    foreign: bool = False
    people: dict[str, Share] = field(default_factory=dict)
    articles: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    names: int = 0
    unions: int = 0
    assignments: int = 0
    edits: int = 0
    codebook: str = ""
    bounded_differently: list[str] = field(default_factory=list)
    contested: list[str] = field(default_factory=list)
    unplaced: int = 0
    replaced: list[ArticleRow] = field(default_factory=list)

    @property
    def judgments(self) -> int:
        """How many judgments and adjudications are new."""
        return sum(share.new for share in self.people.values())

    @property
    def known(self) -> int:
        """How many judgments and adjudications the project has already."""
        return sum(share.known for share in self.people.values())

    @property
    def empty(self) -> bool:
        """Whether the project has all of it."""
        return not (self.touched or self.names or self.unions or self.codebook)
