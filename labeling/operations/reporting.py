"""How long operations tell how far they are."""

from __future__ import annotations

from collections.abc import Callable

# Called with the steps done, the steps in all (0 when nobody knows), and the name of what is at hand.
Progress = Callable[[int, int, str], None]
