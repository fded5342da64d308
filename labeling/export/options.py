"""What a person chooses about an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from labeling.export.gold import Policy
from labeling.export.splits import STANDARD_SHARES, Shares


@dataclass(frozen=True, slots=True)
class Options:
    """The choices that decide, with the project, every byte of a dataset.

    `format` is a name in `writers.FORMATS`; `split` is None where everything goes into one file. With
    `include_unjudged` every sentence is written, also those that nothing was settled on: then the files hold all that
    the project says.
    """

    format: str = "jsonl"
    gold: Policy = Policy.MAJORITY
    split: Shares | None = STANDARD_SHARES
    seed: int = 0
    include_unjudged: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return them as the command line names them."""
        return {
            "format": self.format,
            "gold": self.gold.value,
            "split": str(self.split) if self.split else "none",
            "seed": self.seed,
            "include": ["unjudged"] if self.include_unjudged else [],
        }
