"""Where a judgment may be worth a second look: rules over what was said and what was suggested. They decide nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import State, Verdict
from labeling.domain.showing import SHOWN_FROM

if TYPE_CHECKING:
    from labeling.suggestions.suggestion import Suggestion

# From this score on, a suggestion that was not followed is worth a note: nine of ten such are right, its score says.
STRONG = 0.9
# Someone nameless and someone named cannot be one speaker; the rules know these two labels, as they suggest them.
_SPEAKERS = ("anonymous_source", "on_record")


class NoteKind(StrEnum):
    """Why a judgment may be worth a second look."""

    AGAINST = "against"
    ONE_SPEAKER = "one_speaker"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Note:
    """A judgment is against the strong cue `words` of a label; has two `labels` for which two speakers are needed; or
    differs from `verdict`, which the same annotator gave to the same words at `sentence`.
    """

    kind: NoteKind
    labels: tuple[str, ...] = ()
    words: str = ""
    verdict: Verdict | None = None
    sentence: SentenceId | None = None

    @property
    def name(self) -> str:
        """By this a note is dismissed: what is said of it later on the same grounds is the same note."""
        return ":".join((self.kind, *self.labels))


def notes_on_suggestions(verdict: Verdict, suggestions: Sequence[Suggestion], codebook: Codebook) -> Iterator[Note]:
    """Yield what the suggestions for a sentence speak against in a judgment of it, in the order of the codebook."""
    if verdict.state not in (State.LABELLED, State.NONE):
        return
    by_label = {each.label: each for each in suggestions}
    for label in codebook.in_order(set(by_label)):
        found = by_label[label]
        if found.score >= STRONG and label not in verdict.labels:
            yield Note(NoteKind.AGAINST, (label,), " … ".join(cue.text for cue in found.cues))
    if set(_SPEAKERS) <= set(verdict.labels) and not _are_two(by_label[name] for name in _SPEAKERS if name in by_label):
        yield Note(NoteKind.ONE_SPEAKER, _SPEAKERS)


def note_on_repetition(verdict: Verdict, others: Iterable[tuple[SentenceId, Verdict]]) -> Note | None:
    """Return where the same annotator first judged the same words otherwise; None where they did not."""
    if not verdict.decided:
        return None
    for sentence, other in others:
        if other.decided and (other.state, other.labels) != (verdict.state, verdict.labels):
            return Note(NoteKind.ELSEWHERE, verdict=other, sentence=sentence)
    return None


def _are_two(speakers: Iterable[Suggestion]) -> bool:
    """Return whether both labels are likely, each for words of its own."""
    likely = [each for each in speakers if each.score >= SHOWN_FROM]
    return len(likely) == len(_SPEAKERS) and likely[0].cues != likely[1].cues
