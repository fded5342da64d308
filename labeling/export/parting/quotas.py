"""How many articles each part gets."""

from __future__ import annotations

from collections.abc import Mapping

_HELD_OUT = ("validation", "test")


def quotas(articles: int, parts: Mapping[str, float]) -> dict[str, int]:
    """Return the number of articles of each part.

    Of train, validation and test, the first article trains, the next one tests, the third validates: no wanted part is
    empty before it has to be, and each figure grows by at most one with each article. Other parts get equal numbers.
    """
    if "train" not in parts:
        base, rest = divmod(articles, len(parts))
        return {name: base + (place < rest) for place, name in enumerate(parts)}
    validation, test = (round(100 * parts.get(name, 0.0)) for name in _HELD_OUT)
    some_validate = validation > 0 and articles > 2
    tested = max(_rounded(articles, test), int(test > 0 and articles > 1))
    tested = max(min(tested, articles - 1 - some_validate), 0)
    held_out = max(_rounded(articles, validation + test), tested + some_validate)
    held_out = max(min(held_out, articles - 1), 0)
    counts = {"train": articles - held_out, "validation": held_out - tested, "test": tested}
    return {name: counts[name] for name in parts}


def _rounded(articles: int, share: int) -> int:
    return (2 * articles * share + 100) // 200
