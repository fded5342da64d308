"""Globally unique ids that sort by the time they were made."""

from __future__ import annotations

import os
import threading
import time
import uuid
from datetime import UTC, datetime


class _Sequence:
    """Numbers of 122 bits, milliseconds first, that grow within a process whatever the clock does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self, after: int) -> int:
        with self._lock:
            random = int.from_bytes(os.urandom(10)) & ((1 << 74) - 1)
            value = (time.time_ns() // 1_000_000 << 74) | random
            if value <= self._last:  # same millisecond, or the clock was set back
                value = self._last + 1 + (random & 0xFFFFFFFF)
            self._last = value
        if value <= after:
            return after + 1 + (random & 0xFFFFFFFF)
        return value


_sequence = _Sequence()


def uuid7(after: str = "") -> str:
    """Return a new UUIDv7 (RFC 9562, section 5.7) in its usual spelling.

    The 12 bits after the milliseconds and the 62 random bits count as one number that grows within a process (method 2
    of section 6.2): two judgments of one sentence within a millisecond keep their order. `after` is the record that the
    new one replaces: it stays the earlier one, even if the clock that made it was ahead.
    """
    value = _sequence.next(_number(after) if after else 0)
    milliseconds, tail = value >> 74, value & ((1 << 74) - 1)
    high, low = tail >> 62, tail & ((1 << 62) - 1)
    return str(uuid.UUID(int=(milliseconds << 80) | (7 << 76) | (high << 64) | (2 << 62) | low))


def _number(identifier: str) -> int:
    """Return the 122 bits of a UUIDv7 that are not its version and variant."""
    bits = uuid.UUID(identifier).int
    return bits >> 80 << 74 | ((bits >> 64) & 0xFFF) << 62 | bits & ((1 << 62) - 1)


def is_uuid7(identifier: str) -> bool:
    """Return whether it is a UUIDv7 in its usual spelling, so that ids sort by their times."""
    try:
        parsed = uuid.UUID(identifier)
    except ValueError:
        return False
    return str(parsed) == identifier and parsed.version == 7


def time_of(identifier: str) -> datetime:
    """Return the moment (UTC) at which a UUIDv7 was made."""
    return datetime.fromtimestamp((uuid.UUID(identifier).int >> 80) / 1000, UTC)


def named_id(name: str) -> str:
    """Return the id of someone of whom only a name is known: the same name gives the same id on every machine."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"hedgerow:annotator:{name}"))
