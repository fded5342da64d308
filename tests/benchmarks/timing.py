"""Timing things against a reference, and saying so in one line."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def say(what: str, measured: float, reference: float, bar: str, unit: str = "ms", scale: float = 1000) -> None:
    """Print a figure beside its reference from the same run, their ratio and what it must be."""
    ratio = f"{measured / reference:6.2f} ×"
    print(f"{what:58} {measured * scale:10.3f} {unit:4} reference {reference * scale:10.3f}  {ratio}  must be {bar}")
