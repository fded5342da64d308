"""The interchange (.jsonl): one sentence a line. Its lines make articles, or judge sentences that a project has."""

from __future__ import annotations

from labeling.importing.interchange.lines import Line, read_judgments
from labeling.importing.interchange.votes import moved

__all__ = ["Line", "moved", "read_judgments"]
