"""The signs of a label besides its colour: its letter in a box and its underline. And key caps.

The reading column, the inspector's legend and every list draw them with this code, so a sign looks the same everywhere.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from desktop.theme import fonts
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Label

# On and off lengths in pixels.
_DASHES = {"dashed": (7.0, 3.5), "dotted": (0.1, 4.4), "dash_dot": (9.0, 3.5, 0.1, 3.5), "long_dash": (18.0, 5.0)}
_ROUND_DOTS = frozenset({"dotted", "dash_dot"})
_THICKER = 1.75  # what the thick line has over the width of the others
_DOUBLE = (-1.0, 1.75)  # where the two thinner lines lie
_HALF_WAVE, _WAVE_RISE = 4.0, 3.0  # of the control point: the crest is half as high
_HALF_ZIGZAG, _ZIGZAG_RISE = 2.5, 1.75
# Stroking a line of waves takes longer than all else in a row of text, so they are tiles: whole periods of both
# patterns, and whole pixels on screens at 125, 150 and 175 %.
_TILE = QSize(40, 13)


def paint_underline(
    painter: QPainter,
    style: str,
    x1: float,
    x2: float,
    y: float,
    colour: QColor,
    width: float = METRICS.underline_width,
    origin: float | None = None,
) -> None:
    """Draw a line from `x1` to `x2` at `y` in one of `labeling.domain.codebooks.UNDERLINES`.

    The pattern begins at `origin` (default `x1`): a stretch drawn with the origin of a longer line lies on that line's
    waves and dashes. Antialiasing is the caller's.
    """
    if x2 <= x1:
        return
    start = x1 if origin is None else origin
    y = math.floor(y) + 0.5  # the middle of a row of pixels: a thin line stays sharp
    if style in ("wavy", "zigzag"):
        tile = _tile(style, colour, width, painter.device().devicePixelRatio())
        left = round(x1)
        rect = QRectF(left, math.floor(y) - _TILE.height() // 2, round(x2) - left, _TILE.height())
        painter.drawTiledPixmap(rect, tile, QPointF((left - round(start)) % _TILE.width(), 0))
        return
    painter.save()
    painter.setPen(_pen(style, colour, width))
    if style in _DASHES:
        overhang = width  # round dots reach over the ends by half their width
        painter.setClipRect(QRectF(x1 - overhang, y - 6, x2 - x1 + 2 * overhang, 12), Qt.ClipOperation.IntersectClip)
        painter.drawLine(QPointF(_dash_start(style, start, x1), y), QPointF(x2, y))
    else:
        for offset in _DOUBLE if style == "double" else (0.0,):
            painter.drawLine(QPointF(x1, y + offset), QPointF(x2, y + offset))
    painter.restore()


def paint_chip(painter: QPainter, rect: QRectF, label: Label, theme: Theme, *, filled: bool) -> None:
    """Draw a label's letter in its box: filled for a judgment on disk, hollow for what is only proposed or open."""
    colours = theme.of(label)
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.solid)
        painter.drawRoundedRect(rect, METRICS.chip_radius, METRICS.chip_radius)
    else:
        painter.setPen(QPen(colours.solid, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), METRICS.chip_radius, METRICS.chip_radius)
    painter.setFont(fonts.chip())
    painter.setPen(colours.on_solid if filled else theme.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label.letter)


def key_cap_size(key: str) -> QSize:
    """Return the size of the cap of a key in pixels."""
    text = QFontMetricsF(fonts.key_cap()).horizontalAdvance(key)
    return QSize(max(METRICS.key_cap, math.ceil(text) + 12), METRICS.key_cap)


def paint_key_cap(painter: QPainter, rect: QRectF, key: str, theme: Theme, ink: QColor) -> None:
    """Draw a key's cap; its lower edge is twice as thick as the others."""
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.cap, 1))
    painter.setBrush(theme.cap)
    painter.drawRoundedRect(box, METRICS.chip_radius, METRICS.chip_radius)
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(box.adjusted(0, 0, 0, -1), METRICS.chip_radius, METRICS.chip_radius)
    painter.setFont(fonts.key_cap())
    painter.setPen(ink)
    painter.drawText(rect.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, key)


def _pen(style: str, colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if style in _ROUND_DOTS else Qt.PenCapStyle.FlatCap)
    if style == "thick":
        pen.setWidthF(width + _THICKER)
    elif style == "double":
        pen.setWidthF(max(1.0, width * 0.66))
    elif style == "wavy":
        pen.setWidthF(max(1.25, width * 0.85))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    elif style == "zigzag":
        pen.setWidthF(max(1.25, width * 0.85))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    elif style in _DASHES:
        if style == "dotted":
            pen.setWidthF(width + 0.75)
        pen.setDashPattern([length / pen.widthF() for length in _DASHES[style]])  # Qt counts in pen widths
    return pen


def _dash_start(style: str, origin: float, x1: float) -> float:
    """Return the last place at or before `x1` where the pattern that began at `origin` begins anew."""
    period = sum(_DASHES[style])
    return origin + math.floor((x1 - origin) / period) * period


def _tile(style: str, colour: QColor, width: float, ratio: float) -> QPixmap:
    key = f"{style} {colour.name()} {width} {ratio}"
    tile = QPixmap()
    if QPixmapCache.find(key, tile):
        return tile
    tile = QPixmap(_TILE * ratio)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(style, colour, width))
    # From a period before the tile to one after it: its ends look like its middle.
    path = (_wave if style == "wavy" else _zigzag)(-_TILE.width(), 2 * _TILE.width(), _TILE.height() / 2)
    painter.drawPath(path)
    painter.end()
    QPixmapCache.insert(key, tile)
    return tile


def _wave(x: float, end: float, y: float) -> QPainterPath:
    path, rise = QPainterPath(QPointF(x, y)), -_WAVE_RISE
    while x < end:
        path.quadTo(x + _HALF_WAVE / 2, y + rise, x + _HALF_WAVE, y)
        x, rise = x + _HALF_WAVE, -rise
    return path


def _zigzag(x: float, end: float, y: float) -> QPainterPath:
    path, rise = QPainterPath(QPointF(x, y + _ZIGZAG_RISE)), -_ZIGZAG_RISE
    while x < end:
        x += _HALF_ZIGZAG
        path.lineTo(x, y + rise)
        rise = -rise
    return path
