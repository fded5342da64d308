"""The interchange (.jsonl): one sentence a line. Its lines make articles, or judge sentences that a project has.

The exports of other annotation tools (.jsonl and .json) are read as if they were such lines: see `dialects`.
"""

from __future__ import annotations

from labeling.importing.interchange.json_lines import place_of
from labeling.importing.interchange.lines import Line, read_judgments
from labeling.importing.interchange.votes import moved

__all__ = ["Line", "moved", "place_of", "read_judgments"]
