"""Files that were handed out, as they know themselves."""

from __future__ import annotations

from labeling.domain.judgments import Annotator
from labeling.store import annotators, facts
from labeling.store.connection import Project


def handed_to(project: Project) -> Annotator | None:
    """Return whom this file was handed out to, or None when it is not a handout."""
    identifier = facts.get(project.connection, facts.HANDOUT_FOR, "")
    return Annotator(identifier, annotators.names(project.connection)[identifier]) if identifier else None
