"""What the program has to say of the sentences of the open article: suggestions, and notes on what was judged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.annotate.note_words import note_explained
from desktop.reading.marks import Mark
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Evidence, Verdict
from labeling.domain.showing import SHOWN_FROM, Showing, is_visible
from labeling.operations.consistency import Note
from labeling.operations.noting import Repetition, Said, notes_on

if TYPE_CHECKING:
    from labeling.suggestions.suggestion import Suggestion

Suggested = Mapping[SentenceId, "tuple[Suggestion, ...]"]


@dataclass(frozen=True, slots=True)
class Hint:
    """What is shown of one sentence. `suggestions` is None while they may not be seen, or were not read yet.

    `showing` says when they are shown in the article, None until that is known. `put_away`: some notes were dismissed.
    """

    showing: Showing | None = None
    suggestions: tuple[Suggestion, ...] | None = None
    notes: tuple[Note, ...] = ()
    put_away: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that are suggested on screen."""
        return tuple(each.label for each in self.suggestions or ())

    @property
    def on_screen(self) -> tuple[Mapping[str, object], ...]:
        """What is suggested on screen, in the form in which judgments record it."""
        return tuple({"label": each.label, "score": each.score, "by": each.by} for each in self.suggestions or ())

    def on(self, mark: Mark, codebook: Codebook, *, current: bool) -> Mark:
        """Return the signs of the sentence with what is noted on it and, if it is current, suggested for it."""
        suggestions = (self.suggestions or ()) if current else ()
        if not suggestions and not self.notes:
            return mark
        cues = (Evidence(each.label, cue.start, cue.end) for each in suggestions for cue in each.cues)
        labels = tuple(each.label for each in suggestions)
        notes = tuple(note_explained(note, codebook) for note in self.notes)
        return replace(mark, suggested=labels, cues=tuple(cues), notes=notes)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of an article. `suggestions` is None until they were read; those that are not shown are left out.

    `dismissed` are notes, by their names, that the annotator does not want to see again.
    """

    showing: Showing | None = None
    suggestions: Suggested | None = None
    repetitions: Mapping[SentenceId, Repetition] = field(default_factory=dict)
    dismissed: Collection[tuple[SentenceId, str]] = frozenset()

    def with_suggestions(self, found: Suggested) -> Hints:
        """Return the same with what was suggested, without what is too weak to be shown."""
        strong = {at: tuple(each for each in of_one if each.score >= SHOWN_FROM) for at, of_one in found.items()}
        return replace(self, suggestions=strong)

    def on(
        self,
        sentence: SentenceId,
        verdict: Verdict,
        codebook: Codebook,
        verdict_of: Callable[[SentenceId], Verdict],
        *,
        done: bool,
    ) -> Hint:
        """Return what is shown of a sentence to whoever says this of it; `verdict_of` says it of others.

        `done`: they have said all that they wanted to say, as far as one can know.
        """
        suggestions = None
        if self.suggestions is not None and self.showing and is_visible(self.showing, decided=done):
            suggestions = self.suggestions.get(sentence, ())
        repetition = self.repetitions.get(sentence)
        if not verdict.decided or (suggestions is None and repetition is None):
            return Hint(self.showing, suggestions)
        here = [Said(other, verdict_of(other)) for other in repetition.here] if repetition else []
        others = (*here, *(repetition.elsewhere if repetition else ()))
        notes = notes_on(verdict, suggestions, others, codebook)
        shown = tuple(note for note in notes if (sentence, note.name) not in self.dismissed)
        return Hint(self.showing, suggestions, shown, put_away=len(shown) < len(notes))

    def twins(self, sentence: SentenceId) -> Sequence[SentenceId]:
        """Return the sentences of the article that have the same words."""
        found = self.repetitions.get(sentence)
        return found.here if found else ()
