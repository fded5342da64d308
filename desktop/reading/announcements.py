"""What a screen reader says of a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.reading.marks import Mark
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import State

translate = QCoreApplication.translate


def sentence_announcement(index: int, count: int, mark: Mark, codebook: Codebook) -> str:
    """Return, for example, “Sentence 7 of 31, not judged, suggestion: hedge”."""
    text = translate("announcement", "Sentence {number} of {count}, {mark}")
    return text.format(number=index + 1, count=count, mark=mark_in_words(mark, codebook))


def mark_in_words(mark: Mark, codebook: Codebook) -> str:
    """Return what is shown of a sentence in words, for example “hedge, denial; unsure; comment: which one?”."""
    said = [_state_in_words(mark, codebook)]
    if mark.unsure:
        said.append(translate("announcement", "unsure"))
    if mark.comment:
        said.append(translate("announcement", "comment: {words}").format(words=mark.comment))
    said += [translate("announcement", "note: {words}").format(words=words) for words in mark.notes]
    return "; ".join(said)


def _state_in_words(mark: Mark, codebook: Codebook) -> str:
    if mark.unsettled:
        return _unsettled_in_words(mark, codebook)
    if mark.labels:
        return _names(mark.labels, codebook)
    if mark.state is State.NONE:
        return translate("announcement", "none applies")
    if mark.state is State.EXCLUDED:
        return translate("announcement", "excluded")
    if mark.suggested:
        suggested = _names(mark.suggested, codebook)
        return translate("announcement", "not judged, suggestion: {labels}").format(labels=suggested)
    return translate("announcement", "not judged")


def _unsettled_in_words(mark: Mark, codebook: Codebook) -> str:
    said = [translate("announcement", "not settled")]
    if mark.labels:
        said.append(translate("announcement", "agreed: {labels}").format(labels=_names(mark.labels, codebook)))
    if mark.differing:
        said.append(
            translate("announcement", "they differ on: {labels}").format(labels=_names(mark.differing, codebook))
        )
    return ", ".join(said)


def _names(labels: tuple[str, ...], codebook: Codebook) -> str:
    return ", ".join(label.name.lower() if (label := codebook.label(name)) else name for name in labels)
