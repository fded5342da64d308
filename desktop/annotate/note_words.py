"""Suggestions and notes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.verdict_words import decision_in_words
from labeling.domain.codebooks import Codebook
from labeling.operations.consistency import Note, NoteKind

if TYPE_CHECKING:
    from labeling.suggestions.suggestion import Suggestion

translate = QCoreApplication.translate


def score_in_words(score: float) -> str:
    """Return “0.94”. What is not certain is not called so: 1.00 is said of a whole score only."""
    return f"{score:.2f}" if score >= 1 else f"{min(score, 0.99):.2f}"


def reason_in_words(suggestion: Suggestion) -> str:
    """Return on which words a suggestion rests, such as “because of “reportedly””."""
    words = cues_in_words(suggestion)
    if words:
        return translate("hints", "because of {words}").format(words=words)
    return translate("hints", "because of the sentences around it")


def cues_in_words(suggestion: Suggestion) -> str:
    """Return the words that a suggestion rests on in quotation marks; empty where it has none of its own."""
    texts = dict.fromkeys(" ".join(cue.text.split()) for cue in suggestion.cues)
    return ", ".join(translate("hints", "“{words}”").format(words=text) for text in texts)


def suggestion_in_words(suggestion: Suggestion, codebook: Codebook) -> str:
    """Return, for example, “Hedge, score 0.94, because of “reportedly””."""
    said = translate("hints", "{label}, score {score}, {reason}")
    name = _name(suggestion.label, codebook)
    return said.format(label=name, score=score_in_words(suggestion.score), reason=reason_in_words(suggestion))


def score_explained(suggestion: Suggestion, codebook: Codebook) -> str:
    """Return what the score of a suggestion says, which depends on what it comes from."""
    name, kind = _name(suggestion.label, codebook), suggestion.by.partition("@")[0]
    if kind == "cues":
        said = translate(
            "hints", "{label}: about {share} of 100 such findings were right in the stories that scores are fitted to"
        )
    elif kind == "model":
        said = translate("hints", "{label}: probability {score}, by what was learned from this project’s judgments")
    else:
        said = translate("hints", "{label}: score {score} by {by}")
    share = min(round(100 * suggestion.score), 99 if suggestion.score < 1 else 100)
    return said.format(label=name, share=share, score=score_in_words(suggestion.score), by=suggestion.by)


def note_in_words(note: Note, codebook: Codebook) -> str:
    """Return a note as a few words, such as “Hedge? “reportedly””."""
    if note.kind is NoteKind.AGAINST:
        said = translate("hints", "{label}? “{words}”") if note.words else translate("hints", "{label}?")
        return said.format(words=" ".join(note.words.split()), label=_names(note, codebook))
    if note.kind is NoteKind.ONE_SPEAKER:
        return translate("hints", "No second speaker was found")
    said = translate("hints", "The same words elsewhere: {said}")
    return said.format(said=decision_in_words(note.verdict, codebook) if note.verdict else "")


def note_explained(note: Note, codebook: Codebook) -> str:
    """Return a note with its reason, as a sentence."""
    if note.kind is NoteKind.AGAINST:
        said = (
            translate("hints", "“{words}” speaks strongly for {label}, which you did not set.")
            if note.words
            else translate("hints", "The sentences around it speak strongly for {label}, which you did not set.")
        )
        return said.format(words=" ".join(note.words.split()), label=_names(note, codebook))
    if note.kind is NoteKind.ONE_SPEAKER:
        said = translate("hints", "{labels}: both are set, and fewer than two speakers were found.")
        return said.format(labels=_names(note, codebook))
    said = decision_in_words(note.verdict, codebook) if note.verdict else ""
    return translate("hints", "Elsewhere you judged the same words otherwise: {said}.").format(said=said)


def _names(note: Note, codebook: Codebook) -> str:
    return ", ".join(_name(label, codebook) for label in note.labels)


def _name(label_id: str, codebook: Codebook) -> str:
    label = codebook.label(label_id)
    return label.name if label else label_id
