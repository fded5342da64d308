"""What the reading column shows of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from labeling.domain.judgments import Evidence, Judgment, State


@dataclass(frozen=True, slots=True)
class Mark:
    """The signs of one sentence.

    `state` is None for a sentence that nobody has looked at and for a cleared judgment. `suggested` labels and the
    `cues` behind them are drawn only while the sentence is the current one and not judged.

    Of an `unsettled` sentence people have said different things: `labels` are those that they agree on, `differing`
    those that only some of them gave. Its state is None.

    `notes` say in words why what was judged may be worth a second look.
    """

    state: State | None
    labels: tuple[str, ...] = ()
    unsure: bool = False
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()
    suggested: tuple[str, ...] = ()
    cues: tuple[Evidence, ...] = ()
    unsettled: bool = False
    differing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unsuggested(self) -> Mark:
        """The signs of the sentence while it is not the current one."""
        return replace(self, suggested=(), cues=()) if self.suggested else self


def mark_of(judgment: Judgment) -> Mark:
    """Return the signs of a sentence with this judgment."""
    verdict = judgment.verdict
    state = verdict.state if verdict.decided else None
    return Mark(state, verdict.labels, verdict.unsure, verdict.comment, verdict.evidence)
