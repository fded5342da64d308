"""Reports as JSON, and back: to keep them beside the model, and for other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from labeling.domain.errors import Refused
from labeling.suggestions.learned.figures import Report

MOST_CHARACTERS = 1 << 22  # about a hundred labels
_WRONG = "What is kept of the training in this project is damaged or of another version; train the model again."


def to_json(report: Report) -> str:
    """Return a report as one JSON object, whose keys are the fields of the dataclasses."""
    return json.dumps(asdict(report), ensure_ascii=False, allow_nan=False)


def from_json(text: str) -> Report:
    """Return the report of such an object. Refused when a field is missing, unknown or of another type."""
    if len(text) > MOST_CHARACTERS:
        raise Refused(_WRONG)
    try:
        report: Report = read_plain(Report, json.loads(text))
    except (ArithmeticError, RecursionError, TypeError, ValueError) as error:
        raise Refused(_WRONG) from error
    return report


def read_plain(kind: Any, plain: Any) -> Any:
    """Return plain JSON as a type that the dataclasses of reports use; TypeError or ValueError when it is none."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return None if plain is None and NoneType in inner else read_plain(inner[0], plain)
    if origin is tuple and isinstance(plain, list):
        return tuple(read_plain(inner[0], each) for each in plain)
    if origin is Mapping and isinstance(plain, dict):
        return {key: read_plain(inner[1], each) for key, each in plain.items()}
    if is_dataclass(kind) and isinstance(plain, dict):
        return _dataclass(kind, plain)
    if kind is float:
        return _number(plain)
    if isinstance(plain, str) and isinstance(kind, type) and issubclass(kind, str):
        return kind(plain)
    if type(plain) is kind:
        return plain
    raise TypeError(f"{plain!r} is no {kind}.")


def _number(plain: Any) -> float:
    if type(plain) not in {int, float} or not math.isfinite(plain):
        raise TypeError(f"{plain!r} is no number.")
    return float(plain)


def _dataclass(kind: Any, plain: Mapping[str, Any]) -> Any:
    kinds = get_type_hints(kind)
    if set(plain) != {field.name for field in fields(kind)}:
        raise TypeError(f"It has other fields than {kind}.")
    return kind(**{name: read_plain(kinds[name], each) for name, each in plain.items()})
