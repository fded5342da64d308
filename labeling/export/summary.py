"""What an export counts while it writes: the figures of the card and the manifest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import State
from labeling.export.gold import Gold, Reason
from labeling.export.options import Options
from labeling.export.pages import Page
from labeling.export.splits import Split

_DECISIONS = (State.LABELLED, State.NONE, State.EXCLUDED)


@dataclass(slots=True)
class Tally:
    """Counts of what was written of one split. Grows page by page.

    `votes` counts those that decide something by annotator's name, `sources` the articles by where they came from, and
    `codebooks` are the hashes of the versions that votes and adjudications were made under.
    """

    articles: int = 0
    outcomes: Counter[Gold | Reason] = field(default_factory=Counter)
    votes: Counter[tuple[str, str]] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    codebooks: set[str] = field(default_factory=set)

    def add(self, page: Page) -> None:
        """Count the chosen sentences of an article and what was said of them."""
        written = [page.settlements[place] for place in page.chosen]
        self.articles += 1
        self.outcomes.update([settlement.outcome for settlement in written])
        self.votes.update(
            [(vote.annotator, vote.state) for one in written for vote in one.votes if vote.state != State.CLEARED]
        )
        self.codebooks.update([vote.codebook for one in written for vote in one.votes])
        self.codebooks.update([one.adjudication.codebook for one in written if one.adjudication])
        self.sources[page.article.metadata.get("source", "")] += 1

    @property
    def sentences(self) -> int:
        return self.outcomes.total()

    @property
    def labels(self) -> Counter[str]:
        """How many sentences have each label."""
        counts: Counter[str] = Counter()
        for outcome, count in self.outcomes.items():
            if isinstance(outcome, Gold):
                counts.update(dict.fromkeys(outcome.labels, count))
        return counts

    @property
    def states(self) -> Counter[str]:
        """How many sentences have each state; those without one by the reason for it."""
        counts: Counter[str] = Counter()
        for outcome, count in self.outcomes.items():
            counts[outcome.state if isinstance(outcome, Gold) else outcome] += count
        return counts

    def people(self) -> list[tuple[str, dict[str, int]]]:
        """Return each annotator's name with how many of their judgments there are of each state, by name."""
        names = sorted({name for name, _ in self.votes})
        return [(name, {state.value: self.votes[name, state] for state in _DECISIONS}) for name in names]


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the counts of all splits together."""
    whole = Tally()
    for tally in tallies:
        whole.articles += tally.articles
        whole.outcomes += tally.outcomes
        whole.votes += tally.votes
        whole.sources += tally.sources
        whole.codebooks |= tally.codebooks
    return whole


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that the card and the manifest say.

    `labels` are ids in the order of the columns. `codebooks` are by the name of their file; `codebook` is the version
    in use.
    """

    options: Options
    version: str
    codebook: Codebook
    codebooks: Mapping[str, Codebook]
    labels: tuple[str, ...]
    tallies: Mapping[Split, Tally]
    left_out: Mapping[Reason, int]

    @property
    def whole(self) -> Tally:
        """The counts of all splits together."""
        return total(self.tallies.values())
