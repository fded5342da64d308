"""Further lists of sentences beside the disagreements: corrections, comments, and what a changed rule may touch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.review.people import People
from desktop.review.words import label_name
from desktop.words import counted, marked
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.operations.learning import Correction, Touched, corrections, questions, touched
from labeling.store.connection import Project
from labeling.store.remarks import Comment

translate = QCoreApplication.translate

Lesson = Correction | Touched | tuple[Comment, ...]


class Listing(StrEnum):
    """What the list shows."""

    DISAGREEMENTS = "disagreements"
    CORRECTIONS = "corrections"
    COMMENTS = "comments"
    RULES = "rules"


_COUNTED = {
    Listing.DISAGREEMENTS: (marked("lessons", "sentence differs"), marked("lessons", "sentences differ")),
    Listing.CORRECTIONS: (marked("lessons", "correction"), marked("lessons", "corrections")),
    Listing.COMMENTS: (marked("lessons", "sentence with comments"), marked("lessons", "sentences with comments")),
    Listing.RULES: (
        marked("lessons", "sentence of a changed rule"),
        marked("lessons", "sentences of changed rules"),
    ),
}
_NOTHING = {
    Listing.CORRECTIONS: marked(
        "lessons",
        "No corrections: nothing that you judged was settled otherwise. What your team settles is here after a merge "
        "with its project.",
    ),
    Listing.COMMENTS: marked("lessons", "Nobody has written a comment yet."),
    Listing.RULES: marked(
        "lessons",
        "No judgment was made by a definition, rule or example of the codebook that is another one now.",
    ),
}


def read_lessons(
    listing: Listing, project: Project, annotator_id: str, cancelled: Callable[[], bool]
) -> Mapping[SentenceId, Lesson]:
    """Return what a list shows, by sentence in the order of the articles; nothing for disagreements."""
    if listing is Listing.CORRECTIONS:
        return {each.sentence: each for each in corrections(project, annotator_id, cancelled) or ()}
    if listing is Listing.RULES:
        return {each.sentence: each for each in touched(project, cancelled) or ()}
    found: dict[SentenceId, tuple[Comment, ...]] = {}
    for comment in questions(project) if listing is Listing.COMMENTS else ():
        found[comment.sentence] = (*found.get(comment.sentence, ()), comment)
    return found


def labels_of(lesson: Lesson) -> tuple[str, ...]:
    """Return the labels that a row is about, each once."""
    if isinstance(lesson, Correction):
        return lesson.wrong + lesson.missed
    if isinstance(lesson, Touched):
        return lesson.labels
    return tuple(dict.fromkeys(label for comment in lesson for label in comment.labels))


def in_words(lesson: Lesson, codebook: Codebook, people: People) -> str:
    """Return, for example, “Wrong: Hedge · Missed: Denial”, “Ines: Who says so?”, “Changed: Hedge”."""
    if isinstance(lesson, Correction):
        parts = ((translate("lessons", "Wrong"), lesson.wrong), (translate("lessons", "Missed"), lesson.missed))
        return " · ".join(f"{words}: {_names(labels, codebook)}" for words, labels in parts if labels)
    if isinstance(lesson, Touched):
        return translate("lessons", "Changed: {labels}").format(labels=_names(lesson.labels, codebook))
    return " · ".join(f"{people.short(comment.annotator)}: {' '.join(comment.words.split())}" for comment in lesson)


def count_in_words(listing: Listing, count: int) -> str:
    """Return the heading of a list, such as “12 corrections”."""
    one, many = (translate("lessons", words) for words in _COUNTED[listing])
    return counted(count, one, many)


def nothing_in_words(listing: Listing) -> str:
    """Return why a list other than that of disagreements is empty."""
    return translate("lessons", _NOTHING[listing])


def _names(labels: tuple[str, ...], codebook: Codebook) -> str:
    return ", ".join(label_name(label, codebook) for label in labels)
