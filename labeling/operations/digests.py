"""What a project says, as one digest."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache

from labeling.domain.articles import Sentence
from labeling.domain.judgments import Adjudication
from labeling.store import adjudications, annotators, articles, codebooks
from labeling.store.connection import Project
from labeling.store.votes import Vote, Votes


def digest(project: Project) -> str:
    """Return the SHA-256, in hexadecimal, of what the project says, in canonical order.

    Article ids, sentence spans and kinds, codebooks in use, and the current judgments and adjudications (who by name,
    state, labels, unsure, comment, evidence). Ids, times, history and file layout are not in it, nor are judgments that
    say nothing.
    """
    db = project.connection
    total, votes = Digest(db), Votes(db)
    for article_id in articles.ids(db):
        total.add(article_id, votes.of_article(article_id), adjudications.current_of_article(db, article_id))
    return total.hex()


class Digest:
    """Takes the articles of a project in any order, so that whoever reads them all anyway has the digest with it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._names = annotators.names(db)
        self._in_use = {codebooks.current(db).hash}
        self._articles: dict[str, str] = {}
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def add(
        self,
        article_id: str,
        sentences: Iterable[tuple[Sentence, Sequence[Vote]]],
        settled: Iterable[Adjudication],
    ) -> None:
        """Take an article: its sentences in order with their votes by name, and what was adjudicated, in order."""
        judged = []
        for sentence, votes in sentences:
            judged.append((sentence.start, sentence.end, sentence.kind, [_content(vote) for vote in votes]))
            self._in_use.update([vote.codebook for vote in votes])
        decided = []
        for record in settled:
            labels = sorted(record.verdict.labels)
            author = self._names[record.author]
            decided.append((record.sentence.start, author, record.verdict.state, labels, record.note))
            self._in_use.add(record.codebook)
        said = self._encode((judged, decided))
        self._articles[article_id] = hashlib.sha256(said.encode()).hexdigest()

    def hex(self) -> str:
        """Return the digest of all that was taken."""
        everything = self._encode((sorted(self._articles.items()), sorted(self._in_use)))
        return hashlib.sha256(everything.encode()).hexdigest()


def _content(vote: Vote) -> tuple[object, ...]:
    evidence, labels = _in_order(vote.evidence), _in_order(vote.labels)
    return vote.annotator, vote.state, labels, vote.unsure, vote.comment, evidence


@lru_cache(maxsize=256)
def _in_order(listed: str) -> str:
    """Return a JSON list with its elements sorted: the order in which people pressed keys says nothing."""
    return json.dumps(sorted(json.loads(listed))) if "," in listed else listed
