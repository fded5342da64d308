"""Files of other annotation tools: each object of one -> the fields of a line of the interchange."""

from __future__ import annotations

from labeling.importing.interchange.dialects.table import is_readable, translate
from labeling.importing.interchange.dialects.translations import Translation

__all__ = ["Translation", "is_readable", "translate"]
