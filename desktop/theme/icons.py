"""Icons: SVG drawings in `currentColor`, tinted when they are used."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from labeling.resources import RESOURCES

_FOLDER = RESOURCES / "icons"
_RATIOS = (1, 2, 3)  # screens at 100 %, up to 200 % and above; Qt picks the nearest


def tinted(name: str, colour: QColor) -> bytes:
    """Return the drawing `name` of `resources/icons` as SVG in one colour."""
    return _drawing(name).replace(b"currentColor", colour.name().encode())


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a rectangle, at the resolution of whatever is painted on."""
    QSvgRenderer(QByteArray(tinted(name, colour))).render(painter, rect)


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """Return an icon in a colour, 16 px high, and in another one where what carries it is disabled."""
    result = QIcon()
    _add(result, name, colour, QIcon.Mode.Normal)
    if disabled is not None:
        _add(result, name, disabled, QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: QColor, ratio: float, height: int = 16) -> QPixmap:
    """Return an icon as a pixmap `height` px high on a screen with `ratio` device pixels to the pixel."""
    renderer = QSvgRenderer(QByteArray(tinted(name, colour)))
    drawn = renderer.defaultSize()
    size = QSize(round(drawn.width() * height / drawn.height()), height)
    result = QPixmap(size * ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@cache
def _drawing(name: str) -> bytes:
    return (_FOLDER / f"{name}.svg").read_bytes()


def _add(target: QIcon, name: str, colour: QColor, mode: QIcon.Mode) -> None:
    for ratio in _RATIOS:
        target.addPixmap(pixmap(name, colour, ratio), mode)
