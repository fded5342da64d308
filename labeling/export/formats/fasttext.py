"""Plain text for fastText: one sentence a line, its labels before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from labeling.export.gold import Reason, targets
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.settling import Settlement
from labeling.export.writers import FileForEachPart, Format, Plan

PREFIX = "__label__"

# What separates words or lines for fastText or for Python; to fastText, a null character is a space.
_SPACE = re.compile(r"[\s\0]+")
# A word that fastText takes for a label, or for the end of the line. Backslashes before it count too: so taking one
# away always restores the word.
_SPECIAL = re.compile(rf"(?<!\S)(?=\\*(?:{PREFIX}|</s>(?!\S)))")
_DESCRIPTION = (
    f"One sentence a line in UTF-8: its labels as `{PREFIX}ID`, then its text, in which all white space is one space. "
    f"A sentence to which no label applies has `{PREFIX}none` (with an underscore behind it when a label has that id), "
    "because fastText passes over lines without a label, and it would never see a negative for all of them. Train with "
    "the loss `ova`, which learns each label by itself; the other losses take one label of a line at random. The "
    "format can’t say that a label is unknown: sentences of which any is are not in the files, and were left out. "
    f"A word of the text that begins with `{PREFIX}`, or is `</s>`, has a "
    "backslash before it, or fastText would take it for a label or the end of the line. Capitals and punctuation are "
    "as in the article, and fastText divides words at white space only: mind that before training."
)
_LOADING = 'import fasttext\n\nmodel = fasttext.train_supervised("{file}", loss="ova")'


class FastText:
    """Writes pages as lines of labels and text."""

    def __init__(self, file: Sink, plan: Plan) -> None:
        self._file = file
        self._labels = tuple(plan.labels)

    def write(self, page: Page) -> None:
        """Write the chosen sentences of an article."""
        lines = [
            f"{_words(page.judged[place].settlement, self._labels)} {one_line(page.texts[place])}\n"
            for place in page.chosen
        ]
        self._file.write("".join(lines).encode())

    def close(self) -> None:
        """Nothing follows the last line."""


def one_line(text: str) -> str:
    """Return a text on one line, in which fastText sees no label and no end before the last word."""
    return _SPECIAL.sub(r"\\", _SPACE.sub(" ", text).strip(" "))


def none_word(labels: Sequence[str]) -> str:
    """Return the label that says that none of these applies."""
    word = "none"
    while word in labels:
        word += "_"
    return PREFIX + word


@lru_cache(maxsize=1024)
def _words(settlement: Settlement, labels: tuple[str, ...]) -> str:
    """Return the labels of a sentence, all of them known, as the head of its line."""
    answers = targets(settlement.outcome, labels)
    given = [PREFIX + label for label, answer in zip(labels, answers, strict=True) if answer]
    return " ".join(given) or none_word(labels)


@lru_cache(maxsize=1024)
def _unfit(settlement: Settlement, labels: tuple[str, ...]) -> Reason | None:
    """Return why a sentence isn’t written: to fastText, a label that isn’t before the text does not apply."""
    answers = targets(settlement.outcome, labels)
    if any(answer is not None for answer in answers):
        return Reason.LABEL_UNKNOWN if None in answers else None
    return Reason.NO_LABEL_KNOWN


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "txt", FastText),
    suffix="txt",
    title="fastText: labels and text, a sentence a line",
    description=_DESCRIPTION,
    loading=_LOADING,
    unfit=_unfit,
)
