"""The sample project: the stories that Hedgerow comes with."""

from __future__ import annotations

from pathlib import Path

from labeling.domain.errors import Refused
from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator
from labeling.importing import readers
from labeling.importing.drafts import Draft
from labeling.operations.projects import create_project
from labeling.operations.votes import Ballot
from labeling.resources import SEEDS
from labeling.store import articles, progress
from labeling.store.connection import Project

SAMPLE_ANNOTATOR = Annotator(named_id("Sample annotator"), "Sample annotator")


def make_sample(path: Path) -> Project:
    """Make a project of all seed stories with the judgments of “Sample annotator”. Refused when the file exists.

    Whoever opens it works as themselves, so for them every sentence is still to be judged.
    """
    project = create_project(path)
    ballot = Ballot(project, SAMPLE_ANNOTATOR)
    for file in sorted(SEEDS.glob("*.jsonl")):
        for draft in readers.read_file(file):
            if not isinstance(draft, Draft):
                raise Refused(draft.sentence)
            with project.write() as db:
                articles.insert(db, draft.article, draft.sentences)
                ballot.cast(db, draft)
                progress.recount(db, draft.article.id)
    return project
