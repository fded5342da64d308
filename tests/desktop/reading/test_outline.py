"""The outline of the current sentence goes round all its lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from desktop.reading.composition import BlockKind
from desktop.reading.lines import LineBox
from desktop.reading.outline import outline
from desktop.reading.typesetting import SETTINGS


def box(left: float, right: float, line: int) -> LineBox:
    return LineBox(left, right, 100.0 + 34 * line, SETTINGS[BlockKind.BODY], 1.0)


def moves(path: QPainterPath) -> int:
    return sum(path.elementAt(n).isMoveTo() for n in range(path.elementCount()))


def test_one_line_has_one_closed_outline_outside_of_its_words() -> None:
    path = outline([box(100, 300, 0)])
    assert moves(path) == 1
    rect = path.boundingRect()
    assert (rect.left(), rect.right()) == (95, 305)
    assert rect.top() < 85
    assert rect.bottom() > 105


def test_three_lines_have_one_outline_that_leaves_the_neighbours_out() -> None:
    path = outline([box(400, 600, 0), box(100, 600, 1), box(100, 200, 2)])
    assert moves(path) == 1
    inside = [QPointF(500, 95), QPointF(150, 129), QPointF(150, 163)]
    outside = [QPointF(200, 95), QPointF(400, 163)]
    assert [path.contains(point) for point in inside] == [True] * 3
    assert [path.contains(point) for point in outside] == [False] * 2


def test_lines_that_do_not_touch_have_two_outlines_open_where_the_sentence_goes_on() -> None:
    path = outline([box(400, 600, 0), box(100, 200, 1)])
    assert moves(path) == 2
    first, second = (polygon.toList() for polygon in path.toSubpathPolygons())
    assert first[0].x() == first[-1].x() == 605, "open at the right"
    assert second[0].x() == second[-1].x() == 95, "open at the left"
