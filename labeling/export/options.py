"""What a person chooses about an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from labeling.domain.articles import Kind
from labeling.domain.errors import Refused
from labeling.export.gold import Policy
from labeling.export.parting.shares import STANDARD_SHARES, Shares, parse_shares

MOST_FOLDS = 100


class Repeats(StrEnum):
    """What becomes of sentences with the same words in two parts of a dataset."""

    REPORT = "report"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices that decide, with the project, every byte of a dataset.

    `format` is a name in `formats.table.FORMATS`. Gold: `gold` and at least `annotators` votes; `unsure` says whether
    unsure judgments vote, `codebooks` (hashes or their beginnings; none for all) which versions votes may come from.
    Sentences: `kinds`, and `articles` as `article_filter` reads it. With `include_unjudged` every sentence is written,
    also those that nothing was settled on, without a state. Parts: `split`, None for one part, or `folds` when there
    are any; balanced over the labels and the metadata field `balance`, or cut `by_time`; articles stay where an earlier
    release of `line` had them. `repeats` says what becomes of equal sentences in two parts. `pseudonyms` stand for the
    annotators’ names.
    """

    format: str = "jsonl"
    gold: Policy = Policy.MAJORITY
    split: Shares | None = STANDARD_SHARES
    seed: int = 0
    include_unjudged: bool = False
    annotators: int = 1
    unsure: bool = True
    codebooks: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = tuple(Kind)
    articles: str = ""
    folds: int = 0
    by_time: bool = False
    balance: str = ""
    line: str = ""
    repeats: Repeats = Repeats.REPORT
    pseudonyms: bool = False

    def check(self) -> None:
        """Raise Refused where two choices contradict each other, or one can't be."""
        if self.annotators < 1:
            raise Refused("A sentence needs at least one annotator; choose 1 or more.")
        if not self.kinds:
            raise Refused(f"No kind of sentence is chosen; choose some of {', '.join(Kind)}.")
        if self.folds and not 2 <= self.folds <= MOST_FOLDS:
            raise Refused(f"{self.folds} folds can’t be made; choose 2 to {MOST_FOLDS}.")
        if self.by_time and (self.folds or self.split is None):
            raise Refused("A split by time needs shares such as 80/10/10; choose these, or don’t split by time.")
        if self.by_time and self.balance:
            raise Refused(f"A split by time can’t also be balanced over “{self.balance}”; choose one of the two.")

    def as_dict(self) -> dict[str, Any]:
        """Return them as the command line names them."""
        return {
            "format": self.format,
            "gold": self.gold.value,
            "annotators": self.annotators,
            "unsure": self.unsure,
            "codebooks": list(self.codebooks),
            "kinds": [kind.value for kind in self.kinds],
            "articles": self.articles,
            "split": str(self.split) if self.split else "none",
            "folds": self.folds,
            "by_time": self.by_time,
            "balance": self.balance,
            "seed": self.seed,
            "line": self.line,
            "repeats": self.repeats.value,
            "pseudonyms": self.pseudonyms,
            "include": ["unjudged"] if self.include_unjudged else [],
        }


def read_options(content: Mapping[str, Any]) -> Options:
    """Return the options that `as_dict` gave."""
    return Options(
        format=content["format"],
        gold=Policy(content["gold"]),
        split=parse_shares(content["split"]),
        seed=content["seed"],
        include_unjudged="unjudged" in content["include"],
        annotators=content["annotators"],
        unsure=content["unsure"],
        codebooks=tuple(content["codebooks"]),
        kinds=tuple(Kind(kind) for kind in content["kinds"]),
        articles=content["articles"],
        folds=content["folds"],
        by_time=content["by_time"],
        balance=content["balance"],
        line=content["line"],
        repeats=Repeats(content["repeats"]),
        pseudonyms=content["pseudonyms"],
    )
