"""How far a long reading or writing is, and whether it goes on."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from labeling.operations.reporting import Progress

_SECONDS_APART = 0.05


class Cancelled(Exception):
    """The person has ended the work."""


class Steps:
    """Tells how far the work is, not more often than a person can see, and ends it once it is cancelled.

    The work goes through the articles `rounds` times. Raises Cancelled.
    """

    def __init__(self, on_progress: Progress | None, cancelled: Callable[[], bool], rounds: int) -> None:
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._rounds = rounds
        self._round = 0
        self._articles = 0
        self._told = -math.inf

    def begin_round(self, articles: int) -> None:
        """Go through so many articles now."""
        self._articles = articles
        self._round += 1

    def at(self, done: int, name: str = "") -> None:
        """Say how many articles of this round are done, and which one is at hand."""
        if self._cancelled():
            raise Cancelled
        now = time.monotonic()
        if self._on_progress and now - self._told >= _SECONDS_APART:
            before = (self._round - 1) * self._articles
            self._on_progress(before + done, self._rounds * self._articles, name)
            self._told = now
