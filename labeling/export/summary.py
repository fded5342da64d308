"""What an export counts while it writes: the figures of the card and the manifest."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import State
from labeling.export.gold import Gold, Reason
from labeling.export.near_copies import Copies
from labeling.export.options import Options
from labeling.export.pages import Page
from labeling.export.settling import Settlement
from labeling.export.shared_content import Leaks
from labeling.store.votes import Said

_DECISIONS = (State.LABELLED, State.NONE, State.EXCLUDED)


class Work(NamedTuple):
    """What an annotator did: judgments by state, how many of sentences that others judged too, median seconds each."""

    name: str
    states: Mapping[str, int]
    shared: int
    seconds: float | None

    @property
    def judgments(self) -> int:
        return sum(self.states.values())


class Agreement(NamedTuple):
    """How well annotators agree on a label, by Krippendorff’s alpha with a 95 % interval; `why` where it is undefined.

    `sentences` is how many two or more of them were asked about.
    """

    value: float | None
    low: float | None
    high: float | None
    sentences: int
    why: str = ""


@dataclass(slots=True)
class Tally:
    """Counts of what was written of one part, and of what its articles have besides. Grows page by page.

    `left_out` counts the sentences of its articles that are not in it, by reason.
    `said` counts all votes by annotator's name and what was said, `shared` those of sentences that others judged too,
    and `seconds` has how long they took where that was measured. `sources` counts the articles by where they came from,
    and `decided_under` are the hashes of the versions of the codebook that adjudications were made under.
    """

    articles: int = 0
    settlements: Counter[Settlement] = field(default_factory=Counter)
    said: Counter[tuple[str, Said]] = field(default_factory=Counter)
    shared: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, array[float]] = field(default_factory=lambda: defaultdict(lambda: array("f")))
    sources: Counter[str] = field(default_factory=Counter)
    decided_under: set[str] = field(default_factory=set)
    left_out: Counter[Reason] = field(default_factory=Counter)

    def add(self, page: Page) -> None:
        """Count the chosen sentences of an article and what was said of them, and those left out."""
        self.left_out.update([reason for reason in page.reasons if reason is not None])
        if not page.chosen:
            return
        written = page.written
        votes = [one.votes for one in written]
        self.articles += 1
        self.settlements.update([one.settlement for one in written])
        self.shared.update([vote.annotator for several in votes if len(several) > 1 for vote in several])
        self.decided_under.update([one.adjudication.codebook for one in written if one.adjudication])
        said = []
        for annotator, words, _, _, seconds in chain.from_iterable(votes):
            said.append((annotator, words))
            if seconds is not None:
                self.seconds[annotator].append(seconds)
        self.said.update(said)
        self.sources[page.article.metadata.get("source", "")] += 1

    @property
    def sentences(self) -> int:
        return self.settlements.total()

    @property
    def votes(self) -> Counter[tuple[str, str]]:
        """How many votes decide something, by annotator's name and state."""
        counts: Counter[tuple[str, str]] = Counter()
        for (name, said), count in self.said.items():
            if said.state != State.CLEARED:
                counts[name, said.state] += count
        return counts

    @property
    def codebooks(self) -> set[str]:
        """The hashes of the versions that votes and adjudications were made under."""
        return self.decided_under | {said.codebook for _, said in self.said}

    @property
    def labels(self) -> Counter[str]:
        """How many sentences have each label."""
        return self._counted(lambda outcome: outcome.labels if isinstance(outcome, Gold) else ())

    @property
    def unknown(self) -> Counter[str]:
        """How many settled sentences nobody was asked about each label of."""
        return self._counted(lambda outcome: outcome.unknown if isinstance(outcome, Gold) else ())

    @property
    def states(self) -> Counter[str]:
        """How many sentences have each state; those without one by the reason for it."""
        return self._counted(lambda outcome: (outcome.state if isinstance(outcome, Gold) else outcome,))

    @property
    def settled(self) -> int:
        """How many sentences were settled as prose: those with a label, and those to which none applies."""
        return self.states[State.LABELLED] + self.states[State.NONE]

    @property
    def settled_by(self) -> Counter[str]:
        """How many sentences were settled by what: “adjudicated”, or the policy."""
        return self._counted(lambda outcome: (outcome.source,) if isinstance(outcome, Gold) else ())

    @property
    def annotators_each(self) -> Counter[int]:
        """How many sentences have how many votes."""
        counts: Counter[int] = Counter()
        for settlement, count in self.settlements.items():
            counts[settlement.annotators] += count
        return counts

    def people(self) -> list[Work]:
        """Return what each annotator did, by name."""
        votes = self.votes
        return [self._work(name, votes) for name in sorted({name for name, _ in votes})]

    def _work(self, name: str, votes: Mapping[tuple[str, str], int]) -> Work:
        states = {state.value: votes.get((name, state), 0) for state in _DECISIONS}
        seconds = self.seconds.get(name)
        return Work(name, states, self.shared[name], round(_median(seconds), 1) if seconds else None)

    def _counted(self, of: Callable[[Gold | Reason], Iterable[str]]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for settlement, count in self.settlements.items():
            for name in of(settlement.outcome):
                counts[name] += count
        return counts


def _median(seconds: array[float]) -> float:
    """Return the middle one, the greater of two. A million of them are not made a list."""
    import numpy as np

    middle = len(seconds) // 2
    return float(np.partition(np.frombuffer(seconds, dtype=np.float32), middle)[middle])


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the counts of all parts together."""
    whole = Tally()
    for tally in tallies:
        whole.articles += tally.articles
        whole.settlements += tally.settlements
        whole.said += tally.said
        whole.shared += tally.shared
        for name, seconds in tally.seconds.items():
            whole.seconds[name].extend(seconds)
        whole.sources += tally.sources
        whole.decided_under |= tally.decided_under
        whole.left_out += tally.left_out
    return whole


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that the card and the manifest say.

    `labels` are ids in the order of the columns. `codebooks` are by the name of their file; `codebook` is the version
    in use. `parts` say where each article (by id) is, `copies` how many are near copies of others. `cautions` are
    sentences for whoever uses the dataset.
    """

    options: Options
    version: str
    codebook: Codebook
    codebooks: Mapping[str, Codebook]
    labels: tuple[str, ...]
    tallies: Mapping[str, Tally]
    left_out: Mapping[Reason, int]
    parts: Mapping[str, str]
    copies: Copies
    leaks: Leaks
    agreement: Mapping[str, Agreement]
    cautions: Sequence[str]

    @property
    def whole(self) -> Tally:
        """The counts of all parts together."""
        return total(self.tallies.values())
