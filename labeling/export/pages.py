"""Articles as an export sees them: every sentence with what it was settled on and with everyone's votes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from labeling.domain.articles import Article
from labeling.domain.judgments import State
from labeling.export.article_filter import chosen_articles
from labeling.export.gold import Gold, Reason
from labeling.export.options import Options
from labeling.export.settling import Judged, Settlement, Settler
from labeling.store.snapshots import Snapshot
from labeling.store.votes import Poll, Said, Vote

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Page:
    """One article with all of its sentences. `judged`, `texts` and `reasons` go together.

    `reasons` say why a sentence is left out, None where it is written; `chosen` are the places of those, in order.
    """

    article: Article
    judged: Sequence[Judged]
    texts: Sequence[str]
    reasons: Sequence[Reason | None]
    chosen: Sequence[int]

    def without(self, why: Callable[[int], Reason | None]) -> Page:
        """Return the page without the chosen sentences for whose places `why` gives a reason."""
        dropped = {place: reason for place in self.chosen if (reason := why(place)) is not None}
        if not dropped:
            return self
        reasons = [dropped.get(place, reason) for place, reason in enumerate(self.reasons)]
        return replace(self, reasons=reasons, chosen=[place for place in self.chosen if place not in dropped])

    @property
    def chosen_texts(self) -> list[str]:
        return [self.texts[place] for place in self.chosen]


class Pages:
    """Reads a project article by article, one at a time in memory. Refused when a choice can't be met.

    With `every_vote` the sentences that anyone voted on are chosen, whatever they were settled on.
    """

    def __init__(
        self, snapshot: Snapshot, labels: Sequence[str], options: Options, *, every_vote: bool = False
    ) -> None:
        self._snapshot = snapshot
        self._settler = Settler(snapshot, labels, options)
        self._options = options
        self._every_vote = every_vote
        self._kinds = frozenset(options.kinds)
        self._articles = chosen_articles(snapshot, options.articles)
        self._undated = _undated(snapshot) if options.by_time else frozenset[str]()

    def page(self, article_id: str) -> Page:
        """Return an article with all that is known of it."""
        article = self._snapshot.article(article_id)
        judged = list(self._settler.of_article(article_id))
        all_out = self._why_all_left_out(article_id)
        reasons = [all_out or self._why_left_out(one.sentence.kind, one.settlement, one.votes) for one in judged]
        chosen = [place for place, reason in enumerate(reasons) if reason is None]
        texts = [article.text[one.sentence.start : one.sentence.end] for one in judged]
        return Page(article, judged, texts, reasons, chosen)

    def outline(self, article_id: str) -> Iterator[tuple[Poll, Settlement, Reason | None]]:
        """Yield what was said of each sentence, what it was settled on, and why it is left out, None if it isn’t."""
        all_out = self._why_all_left_out(article_id)
        for poll, settlement in self._settler.polls_of(article_id):
            yield poll, settlement, all_out or self._why_left_out(poll.kind, settlement, poll.said)

    def _why_all_left_out(self, article_id: str) -> Reason | None:
        if self._articles is not None and article_id not in self._articles:
            return Reason.ARTICLE
        return Reason.UNDATED if article_id in self._undated else None

    def _why_left_out(self, kind: str, settlement: Settlement, votes: Sequence[Vote | Said]) -> Reason | None:
        if kind not in self._kinds:
            return Reason.KIND
        if self._every_vote:
            return None if any(vote.state != State.CLEARED for vote in votes) else _why_no_vote(settlement.outcome)
        return None if self._options.include_unjudged else _why_unsettled(settlement.outcome)


def _why_unsettled(outcome: Gold | Reason) -> Reason | None:
    """Return why a sentence is not written, or None: what isn't prose is no example of it."""
    if isinstance(outcome, Gold):
        return Reason.EXCLUDED if outcome.state is State.EXCLUDED else None
    return outcome


def _why_no_vote(outcome: Gold | Reason) -> Reason:
    return Reason.UNJUDGED if outcome is Reason.UNJUDGED else Reason.NO_VOTE


def _undated(snapshot: Snapshot) -> frozenset[str]:
    """Return the articles whose date is missing, or is not year first: nobody can tell the order of others."""
    dates = {identifier: metadata.get("date", "") for identifier, _, _, metadata in snapshot.described()}
    return frozenset(identifier for identifier, date in dates.items() if not _ISO_DATE.match(date))
