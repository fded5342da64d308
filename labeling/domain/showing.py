"""When an annotator sees what the program suggests of a sentence."""

from __future__ import annotations

from enum import StrEnum

# A weaker suggestion would be wrong more often than right, and is not shown.
SHOWN_FROM = 0.5


class Showing(StrEnum):
    """Suggestions are shown never, once the annotator has judged the sentence, or from the start."""

    OFF = "off"
    AFTER = "after"
    ALWAYS = "always"


def showing(fixed: Showing | None, wished: Showing | None, *, for_measuring: bool) -> Showing:
    """Return when suggestions are shown in an article.

    What a lead has `fixed` for the file counts, then what the annotator `wished`. Else it follows from the article: one
    that is `for_measuring` agreement or classifiers must be decided before anything is seen.
    """
    return fixed or wished or (Showing.AFTER if for_measuring else Showing.ALWAYS)


def is_visible(when: Showing, *, decided: bool) -> bool:
    """Return whether the suggestions for a sentence may be seen by an annotator who has decided it, or has not."""
    return when is Showing.ALWAYS or (when is Showing.AFTER and decided)
