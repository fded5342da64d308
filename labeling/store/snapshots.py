"""A project file as it is now, or as it was when a release was made, article by article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace

from labeling.domain.articles import Article, Sentence
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Adjudication
from labeling.store import adjudications, articles, codebooks, facts, judgments, samples
from labeling.store.releases import Moment, earlier_articles, moment
from labeling.store.votes import Poll, Vote, Votes

_LATEST = (1 << 62) - 1


class Snapshot:
    """Reads a file inside one read transaction; without `at`, as it is now.

    `names` are what annotators are called, by id: their names unless others are given. `at` is the moment that is read.
    """

    def __init__(self, db: sqlite3.Connection, at: Moment | None = None) -> None:
        self._db = db
        self.at = at or moment(db, _LATEST)
        self.names: Mapping[str, str] = self.at.annotators
        self._votes = Votes(db, self.at)
        self._earlier = earlier_articles(db, self.at.epoch)
        self._adjudicated = adjudications.adjudicated(db)

    def rename(self, names: Mapping[str, str]) -> None:
        """Call annotators by other names from now on, by their ids."""
        self.names = names
        self._votes = Votes(self._db, self.at, names)

    @property
    def project_id(self) -> str:
        """The random id of the project, which no dataset tells."""
        return facts.get(self._db, "id")

    @property
    def codebook(self) -> Codebook:
        """The version in use."""
        return self.version(self.at.codebook)

    def version(self, content_hash: str) -> Codebook:
        """Return a version of the codebook; KeyError when the file has never seen it."""
        found = codebooks.version(self._db, content_hash)
        if found is None:
            raise KeyError(content_hash)
        return found

    def codebook_hashes(self) -> list[str]:
        """Return the hashes of all versions that the file has by now, oldest first."""
        return codebooks.hashes(self._db)

    def labels_given(self) -> set[str]:
        """Return the ids of all labels that anyone gives by now."""
        return judgments.labels_given(self._db)

    def article_ids(self) -> list[str]:
        """Return the ids of the articles in the order of their import."""
        return articles.ids_up_to(self._db, self.at.articles)

    def matching(self, typed: str) -> set[str]:
        """Return the ids of the articles that have the words typed, as a search of the list finds them."""
        return set(articles.ids(self._db, wanted=articles.ArticleFilter(query=typed)))

    def sampled(self) -> set[str]:
        """Return the ids of the articles that are in the random sample."""
        return samples.everything(self._db, self.at.epoch)

    def described(self) -> Iterator[tuple[str, str, str, Mapping[str, str]]]:
        """Yield id, name, title and metadata of every article, in the order of their import."""
        for identifier, name, title, metadata in articles.described(self._db, self.at.articles):
            yield (identifier, *self._earlier.get(identifier, (name, title, metadata)))

    def article(self, article_id: str) -> Article:
        article = articles.fetch(self._db, article_id)
        if article_id not in self._earlier:
            return article
        name, title, metadata = self._earlier[article_id]
        return replace(article, name=name, title=title, metadata=metadata)

    def votes_of(self, article_id: str) -> Iterator[tuple[Sentence, list[Vote]]]:
        """Yield an article’s sentences in order, each with its votes by annotator’s name."""
        return self._votes.of_article(article_id)

    def polls_of(self, article_id: str) -> Iterator[tuple[tuple[int, int, str], Poll]]:
        """Yield start, end and kind of an article’s sentences in order, each with just what counts."""
        return self._votes.polls_of(article_id)

    def adjudications_of(self, article_id: str) -> Iterator[Adjudication]:
        """Yield the adjudications of an article by span; some spans may be no sentences any more."""
        if article_id not in self._adjudicated:
            return iter(())
        return adjudications.at_epoch(self._db, article_id, self.at.epoch)
