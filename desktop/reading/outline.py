"""The outline round all lines of the current sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from desktop.reading.lines import LineBox

_SIDE = 5.0  # from the words to the line; two of them fit between two sentences
_RADIUS = 5.0


def outline(boxes: Sequence[LineBox]) -> QPainterPath:
    """Return one outline round the boxes of a sentence, with every corner rounded.

    It is built as a polygon, since unions of rectangles that only touch leave notches. Lines that don't touch get
    outlines of their own, open where the sentence goes on.
    """
    path = QPainterPath()
    groups = _touching(_rows(boxes))
    for place, group in enumerate(groups):
        if len(group) == 1 and len(groups) > 1:
            _add_open(path, group[0], opens_left=place > 0, opens_right=place < len(groups) - 1)
        else:
            _add_polygon(path, _corners(group))
    return path


def _rows(boxes: Sequence[LineBox]) -> list[QRectF]:
    rows = [QRectF(round(b.left - _SIDE), round(b.top), 0, 0) for b in boxes]
    for row, box in zip(rows, boxes, strict=True):
        row.setRight(round(box.right + _SIDE))
        row.setBottom(round(box.bottom))
    for one, other in pairwise(rows):
        edge = float(round((one.bottom() + other.top()) / 2))
        one.setBottom(edge)
        other.setTop(edge)
    return rows


def _touching(rows: list[QRectF]) -> list[list[QRectF]]:
    groups: list[list[QRectF]] = []
    for row in rows:
        above = groups[-1][-1] if groups else None
        if above is not None and row.left() < above.right() and row.right() > above.left():
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _add_open(path: QPainterPath, row: QRectF, *, opens_left: bool, opens_right: bool) -> None:
    if opens_left and opens_right:
        for y in (row.top(), row.bottom()):
            path.moveTo(row.left(), y)
            path.lineTo(row.right(), y)
        return
    near, far = (row.right(), row.left()) if opens_left else (row.left(), row.right())
    inward = -_RADIUS if opens_left else _RADIUS
    path.moveTo(far, row.top())
    path.lineTo(near + inward, row.top())
    path.quadTo(near, row.top(), near, row.top() + _RADIUS)
    path.lineTo(near, row.bottom() - _RADIUS)
    path.quadTo(near, row.bottom(), near + inward, row.bottom())
    path.lineTo(far, row.bottom())


def _corners(rows: Sequence[QRectF]) -> list[QPointF]:
    right = [QPointF(row.right(), y) for row in rows for y in (row.top(), row.bottom())]
    left = [QPointF(row.left(), y) for row in rows for y in (row.top(), row.bottom())]
    ring = right + left[::-1]
    return [p for place, p in enumerate(ring) if not _straight(ring[place - 1], p, ring[(place + 1) % len(ring)])]


def _straight(before: QPointF, p: QPointF, after: QPointF) -> bool:
    return before.x() == p.x() == after.x() or before.y() == p.y() == after.y()


def _add_polygon(path: QPainterPath, corners: list[QPointF]) -> None:
    for place, corner in enumerate(corners):
        entry = _towards(corner, corners[place - 1])
        if place:
            path.lineTo(entry)
        else:
            path.moveTo(entry)
        path.quadTo(corner, _towards(corner, corners[(place + 1) % len(corners)]))
    path.closeSubpath()


def _towards(corner: QPointF, neighbour: QPointF) -> QPointF:
    length = abs(neighbour.x() - corner.x()) + abs(neighbour.y() - corner.y())  # edges are upright or level
    return corner + (neighbour - corner) * (min(_RADIUS, length / 2) / max(length, 1e-6))
