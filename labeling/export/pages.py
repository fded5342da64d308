"""Articles as an export sees them: every sentence with what it was settled on and with everyone's votes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from labeling.domain.articles import Article
from labeling.export.article_filter import chosen_articles
from labeling.export.gold import Reason
from labeling.export.options import Options
from labeling.export.settling import Judged, Settlement, Settler
from labeling.store.snapshots import Snapshot
from labeling.store.votes import Poll

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
    def written(self) -> list[Judged]:
        """The chosen sentences."""
        return [self.judged[place] for place in self.chosen]

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
        self._settler = Settler(snapshot, labels, options, every_vote=every_vote)
        self._kinds = frozenset[str](options.kinds)
        self._articles = chosen_articles(snapshot, options.articles)
        self._undated = _undated(snapshot) if options.by_time else frozenset[str]()

    def page(self, article_id: str) -> Page:
        """Return an article with all that is known of it."""
        article = self._snapshot.article(article_id)
        judged = list(self._settler.of_article(article_id))
        reasons = self._reasons(article_id, [(one.sentence.kind, one.settlement) for one in judged])
        chosen = [place for place, reason in enumerate(reasons) if reason is None]
        texts = [article.text[one.sentence.start : one.sentence.end] for one in judged]
        return Page(article, judged, texts, reasons, chosen)

    def outline(self, article_id: str) -> Iterator[tuple[Poll, Settlement, Reason | None, int]]:
        """Yield what was said of sentences, what they were settled on, why they are left out, and how many are alike.

        The reason is None where they are not left out.
        """
        alike = list(self._settler.polls_of(article_id))
        reasons = self._reasons(article_id, [(kind, settlement) for kind, _, settlement, _ in alike])
        for (_, poll, settlement, count), reason in zip(alike, reasons, strict=True):
            yield poll, settlement, reason, count

    def _reasons(self, article_id: str, settled: Sequence[tuple[str, Settlement]]) -> list[Reason | None]:
        """Return for sentences of an article, by kind and settlement, why they are left out, None where they aren't."""
        all_out, kinds = self._why_all_left_out(article_id), self._kinds
        return [all_out or (one.left_out if kind in kinds else Reason.KIND) for kind, one in settled]

    def _why_all_left_out(self, article_id: str) -> Reason | None:
        if self._articles is not None and article_id not in self._articles:
            return Reason.ARTICLE
        return Reason.UNDATED if article_id in self._undated else None


def _undated(snapshot: Snapshot) -> frozenset[str]:
    """Return the articles whose date is missing, or is not year first: nobody can tell the order of others."""
    dates = {identifier: metadata.get("date", "") for identifier, _, _, metadata in snapshot.described()}
    return frozenset(identifier for identifier, date in dates.items() if not _ISO_DATE.match(date))
