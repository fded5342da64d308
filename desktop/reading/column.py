"""Where the column of text stands in the view."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.theme.tokens import METRICS

SIGNS_AWAY = 16  # from the text to the signs in the margins
_TOP = 44
_LEAST = 160  # a column that is narrower can't be read; the window is never that small


@dataclass(frozen=True, slots=True)
class Column:
    """Margins and width of the text in pixels. `words` says whether comments are written out in the right margin."""

    left: int
    width: int
    right_margin: int
    top: int
    bottom: int
    words: bool

    @property
    def right(self) -> int:
        return self.left + self.width


def place_column(width: int, strip: int, height: int, measure: int, window: int) -> Column:
    """Return the column for a view of `width` × `height` with a scroll bar of `strip` beside it in a window.

    The text with its margins is centred over both. Below its last line is room to bring that to the reading line.
    """
    words = window > METRICS.comments_above
    right_margin = METRICS.right_margin_wide if words else METRICS.right_margin
    text = max(_LEAST, min(measure, width - METRICS.left_margin - right_margin))
    spare = max(0, width + strip - METRICS.left_margin - text - right_margin)
    left = METRICS.left_margin + min(spare // 2, max(0, width - METRICS.left_margin - text - right_margin))
    bottom = round(height * (1 - METRICS.reading_line_at))
    return Column(left, text, width - left - text, _TOP, bottom, words)
