"""Counts that follow each judgment, so that no key press makes the project count anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from labeling.domain.judgments import Verdict
from labeling.store.progress import Totals


@dataclass(frozen=True, slots=True)
class Tally:
    """What one annotator has done in one article, in sentences."""

    sentences: int = 0
    judged: int = 0
    unsure: int = 0
    commented: int = 0

    @classmethod
    def of(cls, sentences: int, verdicts: Iterable[Verdict]) -> Tally:
        tally = cls(sentences)
        for verdict in verdicts:
            tally = tally.after(Verdict(), verdict)
        return tally

    def after(self, before: Verdict, now: Verdict) -> Tally:
        """Return the counts once `now` stands in the place of `before`."""
        return replace(
            self,
            judged=self.judged + now.decided - before.decided,
            unsure=self.unsure + now.unsure - before.unsure,
            commented=self.commented + bool(now.comment) - bool(before.comment),
        )

    @property
    def done(self) -> bool:
        return self.judged >= self.sentences


def totals_after(totals: Totals, before: Tally, now: Tally) -> Totals:
    """Return the counts of the whole project once an article's have changed from `before` to `now`."""
    return replace(
        totals,
        done=totals.done + now.done - before.done,
        unsure=totals.unsure + (now.unsure > 0) - (before.unsure > 0),
        commented=totals.commented + (now.commented > 0) - (before.commented > 0),
        sentences=totals.sentences + now.sentences - before.sentences,
        judged=totals.judged + now.judged - before.judged,
    )
