"""How measures are printed: for people, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from labeling.agreement.figures import Measure


def as_json(measure: Measure) -> dict[str, Any]:
    """Return a measure; `low` and `high` are those of the interval that `interval` names."""
    content: dict[str, Any] = {
        "value": measure.value,
        "low": measure.low,
        "high": measure.high,
        "sentences": measure.sentences,
        "interval": measure.interval_by or None,
        "percentile": measure.percentile,
        "bca": measure.bca,
    }
    return {**content, "why": str(measure.why)} if measure.why else content


def all_as_json(figures: Any) -> Any:
    """Return figures of any form, with their fields by name."""
    if isinstance(figures, Measure):
        return as_json(figures)
    if isinstance(figures, Mapping):
        return {str(name): all_as_json(each) for name, each in figures.items()}
    if is_dataclass(figures):
        return {field.name: all_as_json(getattr(figures, field.name)) for field in fields(figures)}
    return list(figures) if isinstance(figures, tuple) else figures


def in_words(measure: Measure, counted: str = "sentences") -> str:
    """Return a measure in one line; `counted` is what it rests on."""
    if measure.value is None:
        return f"undefined: {measure.why}"
    figure = f"{measure.value:6.3f}"
    known = measure.low is not None and measure.high is not None
    between = f"  {measure.low:6.3f} to {measure.high:6.3f}" if known else ""
    reason = f"  ({measure.why})" if measure.why else ""
    return f"{figure}{between}  {measure.sentences} {counted}{reason}"
