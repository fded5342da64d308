"""The column stands in the middle, and gives way when the view is narrow."""

from __future__ import annotations

from desktop.reading.column import place_column
from desktop.theme.tokens import METRICS

STRIP = 18


def test_the_text_with_its_margins_is_centred_over_view_and_scroll_bar() -> None:
    column = place_column(1000 - STRIP, STRIP, 800, 620, 1400)
    assert column.width == 620
    free_left = column.left - METRICS.left_margin
    free_right = 1000 - column.right - METRICS.right_margin
    assert abs(free_left - free_right) <= 1


def test_a_narrow_view_keeps_its_margins_and_narrows_the_text() -> None:
    column = place_column(600, STRIP, 800, 620, 1000)
    assert (column.left, column.right_margin) == (METRICS.left_margin, METRICS.right_margin)
    assert column.width == 600 - METRICS.left_margin - METRICS.right_margin


def test_the_last_line_can_come_to_the_reading_line() -> None:
    assert place_column(900, STRIP, 1000, 620, 1400).bottom == 400


def test_a_wide_window_has_room_for_the_words_of_comments() -> None:
    assert not place_column(1100, STRIP, 800, 620, METRICS.comments_above).words
    wide = place_column(1100, STRIP, 800, 620, METRICS.comments_above + 1)
    assert wide.words
    assert wide.right_margin >= METRICS.right_margin_wide
