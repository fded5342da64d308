"""The signatures by which near copies of articles are found: made once for each article, and kept in the project."""

from __future__ import annotations

from labeling.export.near_copies import SCHEME, signature
from labeling.operations.steps import Steps
from labeling.store import articles, signatures
from labeling.store.connection import Project

_ARTICLES_AT_ONCE = 50


def sign_articles(project: Project, steps: Steps) -> None:
    """Make the signatures that are missing. Raises Cancelled; those made until then stay."""
    missing = signatures.missing(project.connection, SCHEME)
    steps.begin_round(len(missing))
    for start in range(0, len(missing), _ARTICLES_AT_ONCE):
        made = []
        for place, article_id in enumerate(missing[start : start + _ARTICLES_AT_ONCE], start):
            article = articles.fetch(project.connection, article_id)
            steps.at(place, article.name)
            made.append((article_id, signature(article.text)))
        with project.write() as db:
            signatures.keep(db, SCHEME, made)
