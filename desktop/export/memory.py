"""What was chosen in a project, as plain values that the settings keep until it is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from labeling.domain.errors import Refused
from labeling.export.formats.table import FORMATS
from labeling.export.options import Options, read_options


def as_state(options: Options, *, is_open: bool) -> dict[str, Any]:
    """Return the choices, and whether the further ones are open."""
    return {"options": options.as_dict(), "more": is_open}


def options_in(state: Mapping[str, Any]) -> Options:
    """Return the choices that were kept; the usual ones when there are none, or they make no sense."""
    try:
        options = read_options({**Options().as_dict(), **state.get("options", {})})
        options.check()
    except (Refused, KeyError, TypeError, ValueError, AttributeError):
        return Options()
    return options if options.format in FORMATS else Options()
