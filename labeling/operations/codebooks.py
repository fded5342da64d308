"""Changing the project's codebook."""

from __future__ import annotations

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Annotator
from labeling.store import codebooks
from labeling.store.connection import Project


def replace_codebook(project: Project, _: Annotator, codebook: Codebook) -> ChangeSet:
    """Use another version from now on; judgments made so far keep theirs."""
    if codebooks.current(project.connection).hash == codebook.hash:
        return ChangeSet(Act.CODEBOOK)
    with project.write() as db:
        codebooks.choose(db, codebook)
    return ChangeSet(Act.CODEBOOK, codebook=True)
