"""The first reading of a project: what would be written of each article, before anything is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from labeling.domain.judgments import State
from labeling.export.article_filter import fields_of
from labeling.export.gold import Gold, Reason
from labeling.export.options import Options
from labeling.export.pages import Pages
from labeling.export.parting.assignment import Candidate, assign
from labeling.export.parting.shares import parts_of
from labeling.export.parting.time import assign_by_time
from labeling.export.settling import Settlement
from labeling.store.snapshots import Snapshot
from labeling.store.votes import Poll

_NOT_MEANT = frozenset((Reason.ARTICLE, Reason.UNDATED, Reason.KIND))


@dataclass(frozen=True, slots=True)
class Survey:
    """What a dataset would hold. `candidates` are the articles of which something is written, in order.

    The counts of a candidate are its sentences, those of each label, and those to which none applies.
    """

    candidates: Sequence[Candidate]
    left_out: Mapping[Reason, int]
    settlements: Counter[Settlement]
    annotators: frozenset[int]


def survey(
    snapshot: Snapshot,
    pages: Pages,
    labels: Sequence[str],
    options: Options,
    at_each: Callable[[int], None],
    at_polls: Callable[[str, Sequence[tuple[Poll, int]]], None] = lambda _article, _polls: None,
) -> Survey:
    """Count what is written of each article. `at_each` is called with the number of articles that are done.

    `at_polls` is called for each article (by id) with how many of its sentences of the chosen kinds were judged alike,
    written or not: how far people agree can’t be told from what was settled, since that is where they agree more.
    """
    about = _described(snapshot, options)
    candidates, left_out = [], Counter[Reason]()
    settlements, annotators = Counter[Settlement](), set[int]()
    for done, article_id in enumerate(snapshot.article_ids()):
        at_each(done)
        here, polled = defaultdict[Settlement, int](int), list[tuple[Poll, int]]()
        for poll, settlement, reason, count in pages.outline(article_id):
            if reason not in _NOT_MEANT:
                polled.append((poll, count))
            if reason is not None:
                left_out[reason] += count
            else:
                here[settlement] += count
                annotators.update(poll.annotators)
        at_polls(article_id, polled)
        if not here:
            continue
        for settlement, count in here.items():
            settlements[settlement] += count
        candidates.append(Candidate(article_id, _counts(here, labels), *about.get(article_id, ("", ""))))
    return Survey(candidates, _in_order(left_out), settlements, frozenset(annotators))


def part_articles(
    found: Survey, groups: Sequence[Sequence[str]], options: Options, fixed: Mapping[str, str]
) -> dict[str, str]:
    """Return the part of each candidate; articles of one group (near copies) go together, those in `fixed` stay."""
    parts = parts_of(options.split, options.folds)
    if options.by_time:
        return assign_by_time(found.candidates, groups, parts, fixed)
    return assign(found.candidates, groups, parts, options.seed, fixed)


def _counts(settlements: Mapping[Settlement, int], labels: Sequence[str]) -> tuple[int, ...]:
    positives, nones = dict.fromkeys(labels, 0), 0
    for settlement, count in settlements.items():
        outcome = settlement.outcome
        if isinstance(outcome, Gold):
            for label in outcome.labels:
                positives[label] += count
            nones += count if outcome.state is State.NONE else 0
    return sum(settlements.values()), *positives.values(), nones


def _described(snapshot: Snapshot, options: Options) -> dict[str, tuple[str, str]]:
    """Return the value to balance over and the date of each article, where these are asked for."""
    if not options.balance and not options.by_time:
        return {}
    field = options.balance.lower()
    return {
        identifier: (fields_of(name, title, metadata).get(field, ""), metadata.get("date", ""))
        for identifier, name, title, metadata in snapshot.described()
    }


def _in_order(left_out: Counter[Reason]) -> dict[Reason, int]:
    return {reason: left_out[reason] for reason in Reason if left_out[reason]}
