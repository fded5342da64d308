"""Which articles train, validate and test a model. An article is never divided."""

from __future__ import annotations

import re
from typing import NamedTuple

from labeling.domain.errors import Refused

_FORM = re.compile(r"(\d{1,3})/(\d{1,3})/(\d{1,3})")


class Shares(NamedTuple):
    """How many of a hundred articles go where. They add up to 100, and some train."""

    train: int
    validation: int
    test: int

    def __str__(self) -> str:
        return f"{self.train}/{self.validation}/{self.test}"


STANDARD_SHARES = Shares(80, 10, 10)


def parse_shares(text: str) -> Shares | None:
    """Read `80/10/10`, or `none` as None. Raises Refused when it has another form."""
    if text == "none":
        return None
    match = _FORM.fullmatch(text)
    shares = Shares(*(int(share) for share in match.groups())) if match else Shares(0, 0, 0)
    if sum(shares) != 100 or not shares.train:
        raise Refused(
            f"“{text}” is not a split: give the percentages of train, validation and test, such as 80/10/10, or “none”."
        )
    return shares


def parts_of(shares: Shares | None, folds: int = 0) -> dict[str, float]:
    """Return the names of the parts of a dataset in the order in which people name them, with their shares of 1.

    Folds, where there are any, take the place of the shares. Their names are fit for Hugging Face: no hyphens.
    """
    if folds:
        return {f"fold_{number}": 1 / folds for number in range(1, folds + 1)}
    if shares is None:
        return {"all": 1.0}
    return {name: share / 100 for name, share in shares._asdict().items() if share}
