"""Which articles train, validate and test a model. An article is never divided."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from labeling.domain.errors import Refused

_FORM = re.compile(r"(\d{1,3})/(\d{1,3})/(\d{1,3})")


class Split(StrEnum):
    """A part of a dataset, and the name of its file."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"
    ALL = "all"


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


def splits_of(shares: Shares | None) -> tuple[Split, ...]:
    """Return the splits that a dataset has, in the order in which people name them."""
    if shares is None:
        return (Split.ALL,)
    return tuple(Split(name) for name, share in shares._asdict().items() if share)


def assign(articles: Iterable[str], shares: Shares | None, seed: int) -> dict[str, Split]:
    """Return the split of each article (by id).

    Articles stand in an order that a hash of the seed and their own ids gives, and the order is cut in three: what else
    is in the project, or in which order it came, does not matter, and one article more moves at most one over each cut.
    """
    if shares is None:
        return dict.fromkeys(articles, Split.ALL)
    ranked = sorted(articles, key=lambda article: hashlib.sha256(f"{seed}:{article}".encode()).digest())
    held_out, test = _tails(len(ranked), shares)
    train, validation = len(ranked) - held_out, held_out - test
    names = [Split.TRAIN] * train + [Split.VALIDATION] * validation + [Split.TEST] * test
    return dict(zip(ranked, names, strict=True))


def _tails(articles: int, shares: Shares) -> tuple[int, int]:
    """Return how many articles do not train, and how many of those test.

    The first article trains, the next one tests, the third validates: no wanted split is empty before it has to be.
    Both figures grow by at most one with each article.
    """
    some_validate = shares.validation > 0 and articles > 2
    test = max(_rounded(articles, shares.test), int(shares.test > 0 and articles > 1))
    test = max(min(test, articles - 1 - some_validate), 0)
    held_out = max(_rounded(articles, shares.validation + shares.test), test + some_validate)
    return max(min(held_out, articles - 1), 0), test


def _rounded(articles: int, share: int) -> int:
    return (2 * articles * share + 100) // 200
