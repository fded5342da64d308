"""What annotators are called where there is little room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping


def short_names(names: Iterable[str]) -> Mapping[str, str]:
    """Return the first word of each name where no two share it, else all of each."""
    full = list(names)
    first = {name: (name.split() or [name])[0] for name in full}
    return first if max(Counter(first.values()).values(), default=0) < 2 else dict(zip(full, full, strict=True))
