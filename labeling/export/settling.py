"""What each sentence of an article was settled on, by the choices of an export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from labeling.domain.articles import Sentence
from labeling.domain.errors import Refused
from labeling.domain.judgments import Adjudication, State
from labeling.export.gold import Gold, Opinion, Policy, Rating, Reason, rate, settle
from labeling.export.options import Options
from labeling.store.snapshots import Snapshot
from labeling.store.votes import Poll, Said, Vote

_KEPT = 10_000


@dataclass(frozen=True, eq=False, slots=True)  # two are the same when they are one: so they are counted fast
class Settlement:
    """What votes came to. One object for all sentences that were voted on alike.

    `ratings` say for each label of the dataset how many gave it, and how many did not. `annotators` is how many have a
    vote. `left_out` is why such a sentence is not written, None where it is.
    """

    outcome: Gold | Reason
    ratings: tuple[Rating, ...]
    annotators: int
    left_out: Reason | None


class Judged(NamedTuple):
    """A sentence with what it was settled on, everyone’s votes, and the adjudication where there is one.

    `earlier_codebook` is the version that the adjudication was made under, empty when it is the one in use.
    """

    sentence: Sentence
    settlement: Settlement
    votes: Sequence[Vote] = ()
    adjudication: Adjudication | None = None
    adjudicator: str = ""
    earlier_codebook: str = ""


class Settler:
    """Settles the sentences of a project article by article.

    `labels` are those of the dataset, in the order in which everything gives them. Raises Refused when a version of the
    codebook that was chosen isn’t in the project. With `every_vote`, what anyone voted on is written, whatever it was
    settled on.
    """

    def __init__(
        self, snapshot: Snapshot, labels: Sequence[str], options: Options, *, every_vote: bool = False
    ) -> None:
        self._snapshot = snapshot
        self._labels = tuple(labels)
        self._options = options
        self._every_vote = every_vote
        self._codebook = snapshot.codebook
        self._versions = _chosen_versions(snapshot, options)
        self._asked: dict[str, frozenset[str]] = {}
        self._settled: dict[tuple[tuple[Said, ...], Said | None], Settlement] = {}

    def of_article(self, article_id: str) -> Iterator[Judged]:
        """Yield the sentences of an article in order."""
        adjudicated = self._adjudications(article_id)
        for sentence, votes in self._snapshot.votes_of(article_id):
            said = tuple([vote.said for vote in votes])
            record = adjudicated.get(sentence.span) if adjudicated else None
            if record is None:
                yield Judged(sentence, self._settlement(said, None), votes)
            else:
                earlier = record.codebook if record.codebook != self._codebook.hash else ""
                settlement = self._settlement(said, _decision(record))
                yield Judged(sentence, settlement, votes, record, self._snapshot.names[record.author], earlier)

    def polls_of(self, article_id: str) -> Iterator[tuple[str, Poll, Settlement, int]]:
        """Yield kinds of sentences with just what counts, and how many of the article have these, in less time."""
        decided = {span: _decision(record) for span, record in self._adjudications(article_id).items()}
        polls = self._snapshot.polls_of(article_id)
        alike = Counter([(kind, poll, decided.get((start, end))) for (start, end, kind), poll in polls])
        for (kind, poll, decision), count in alike.items():
            yield kind, poll, self._settlement(poll.said, decision), count

    def _adjudications(self, article_id: str) -> dict[tuple[int, int], Adjudication]:
        return {record.sentence.span: record for record in self._snapshot.adjudications_of(article_id)}

    def _settlement(self, said: tuple[Said, ...], decision: Said | None) -> Settlement:
        """Settle votes as they were settled before: most sentences of a project had one of a few."""
        settlement = self._settled.get((said, decision))
        if settlement is None:
            if len(self._settled) >= _KEPT:
                self._settled.clear()
            settlement = self._settled[said, decision] = self._settle(said, decision)
        return settlement

    def _settle(self, said: Sequence[Said], decision: Said | None) -> Settlement:
        adjudicated = None
        if decision is not None and self._counts(decision.codebook):
            adjudicated = Opinion(decision.verdict, self._asked_by(decision.codebook))
        decided = [vote for vote in said if vote.state != State.CLEARED]
        of_versions = [vote for vote in decided if self._counts(vote.codebook)]
        voting = [vote for vote in of_versions if self._options.unsure or not vote.unsure]
        opinions = [Opinion(vote.verdict, self._asked_by(vote.codebook)) for vote in voting]
        outcome = settle(self._options.gold, self._labels, opinions, adjudicated)
        by_votes = adjudicated is None and self._options.gold is not Policy.ADJUDICATED
        if by_votes and decided and len(voting) < self._options.annotators:
            outcome = _why_too_few(decided, of_versions, voting)
        if outcome is Reason.UNJUDGED and decision is not None:
            outcome = Reason.OTHER_CODEBOOK
        left_out = self._why_left_out(outcome, voted=bool(decided))
        return Settlement(outcome, rate(self._labels, opinions), len(voting), left_out)

    def _why_left_out(self, outcome: Gold | Reason, *, voted: bool) -> Reason | None:
        if self._every_vote:
            return None if voted else _why_no_vote(outcome)
        return None if self._options.include_unjudged else _why_not_written(outcome)

    def _counts(self, codebook: str) -> bool:
        return not self._versions or codebook in self._versions

    def _asked_by(self, codebook: str) -> frozenset[str]:
        if codebook not in self._asked:
            self._asked[codebook] = frozenset(label.id for label in self._snapshot.version(codebook).labels)
        return self._asked[codebook]


def _decision(record: Adjudication) -> Said:
    return Said(record.verdict.state.value, json.dumps(record.verdict.labels), 0, record.codebook)


def _why_not_written(outcome: Gold | Reason) -> Reason | None:
    """Return why a sentence is not written, or None: what isn't prose is no example of it."""
    if isinstance(outcome, Gold):
        return Reason.EXCLUDED if outcome.state is State.EXCLUDED else None
    return outcome


def _why_no_vote(outcome: Gold | Reason) -> Reason:
    return Reason.UNJUDGED if outcome is Reason.UNJUDGED else Reason.NO_VOTE


def _why_too_few(decided: Sequence[Said], of_versions: Sequence[Said], voting: Sequence[Said]) -> Reason:
    """Return why fewer votes are left than are wanted: the last thing that took away any."""
    if len(voting) < len(of_versions):
        return Reason.UNSURE
    return Reason.OTHER_CODEBOOK if len(of_versions) < len(decided) else Reason.TOO_FEW


def _chosen_versions(snapshot: Snapshot, options: Options) -> frozenset[str]:
    known = snapshot.codebook_hashes()
    chosen = set[str]()
    for beginning in options.codebooks:
        found = [content_hash for content_hash in known if content_hash.startswith(beginning.lower())]
        if len(found) != 1:
            problem = "no version" if not found else f"{len(found)} versions"
            raise Refused(f"The project has {problem} of the codebook whose hash begins with “{beginning}”.")
        chosen.update(found)
    return frozenset(chosen)
