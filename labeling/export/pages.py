"""Articles as an export sees them: every sentence with what it was settled on and with everyone's votes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from labeling.domain.articles import Article, Sentence
from labeling.domain.judgments import Adjudication, State
from labeling.export.gold import Gold, Reason, settle
from labeling.export.options import Options
from labeling.store import adjudications, annotators, articles, codebooks
from labeling.store.judgments import Vote, Votes

_OUTCOMES_KEPT = 10_000


class Settlement(NamedTuple):
    """What was settled on, how everyone voted (by name), and the adjudication with its author's name.

    `earlier_codebook` is the version that the adjudication was made under, empty when it is the one in use.
    """

    outcome: Gold | Reason
    votes: Sequence[Vote] = ()
    adjudication: Adjudication | None = None
    adjudicator: str = ""
    earlier_codebook: str = ""


_UNTOUCHED = Settlement(Reason.UNJUDGED)


@dataclass(frozen=True, slots=True)
class Page:
    """One article. `sentences`, `texts` and `settlements` go together.

    `chosen` are the places of those to write, `left_out` the reasons of the others.
    """

    article: Article
    sentences: Sequence[Sentence]
    texts: Sequence[str]
    settlements: Sequence[Settlement]
    chosen: Sequence[int]
    left_out: Sequence[Reason]


class Pages:
    """Reads a project article by article, one at a time in memory."""

    def __init__(self, db: sqlite3.Connection, options: Options) -> None:
        self._db = db
        self._options = options
        self._votes = Votes(db)
        self._codebook = codebooks.current(db)
        self._names = {person.id: person.name for person in annotators.everyone(db)}
        self._outcomes: dict[tuple[tuple[str, str], ...], Gold | Reason] = {}

    def page(self, article_id: str) -> Page:
        """Return an article with all that is known of it."""
        article = articles.fetch(self._db, article_id)
        sentences, settlements = list[Sentence](), list[Settlement]()
        for sentence, settlement in self._settled(article_id):
            sentences.append(sentence)
            settlements.append(settlement)
        reasons = [self._why_left_out(settlement.outcome) for settlement in settlements]
        chosen = [place for place, reason in enumerate(reasons) if reason is None]
        left_out = [reason for reason in reasons if reason is not None]
        texts = [article.text[sentence.start : sentence.end] for sentence in sentences]
        return Page(article, sentences, texts, settlements, chosen, left_out)

    def has_something(self, article_id: str) -> bool:
        """Return whether any sentence of an article is written."""
        return any(self._why_left_out(one.outcome) is None for _, one in self._settled(article_id))

    def _why_left_out(self, outcome: Gold | Reason) -> Reason | None:
        """Return why a sentence is not written, or None: what isn't prose is no example of it."""
        if self._options.include_unjudged:
            return None
        if isinstance(outcome, Reason):
            return outcome
        return Reason.EXCLUDED if outcome.state is State.EXCLUDED else None

    def _settled(self, article_id: str) -> Iterator[tuple[Sentence, Settlement]]:
        """Yield an article's sentences with what was settled, or was not."""
        adjudicated = {a.sentence.start: a for a in adjudications.current_of_article(self._db, article_id)}
        for sentence, votes in self._votes.of_article(article_id):
            if not votes and not adjudicated:
                yield sentence, _UNTOUCHED
            elif sentence.start in adjudicated:
                yield sentence, self._adjudicated(adjudicated[sentence.start], votes)
            else:
                yield sentence, Settlement(self._outcome(votes), votes)

    def _outcome(self, votes: Sequence[Vote]) -> Gold | Reason:
        """Settle votes as they were settled before: most sentences of a project had one of a few."""
        said = tuple([(vote.state, vote.labels) for vote in votes])
        outcome = self._outcomes.get(said)
        if outcome is None:
            if len(self._outcomes) >= _OUTCOMES_KEPT:
                self._outcomes.clear()
            outcome = settle(self._options.gold, self._codebook, [vote.verdict for vote in votes])
            self._outcomes[said] = outcome
        return outcome

    def _adjudicated(self, adjudication: Adjudication, votes: Sequence[Vote]) -> Settlement:
        outcome = settle(self._options.gold, self._codebook, (), adjudication.verdict)
        earlier = adjudication.codebook if adjudication.codebook != self._codebook.hash else ""
        return Settlement(outcome, votes, adjudication, self._names[adjudication.author], earlier)
