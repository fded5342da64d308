"""A report on paper: its page as PDF, with the drawings as pictures."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl, QUuid
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
_WIDTH = 760  # of a sheet between its margins, in the page's pixels
_RESOLUTION = 384
_SHARPER = 4  # pixels of a picture for each of the page's
_MOMENT = re.compile(rb"\(D:\d{14}")
_XMP_MOMENT = re.compile(rb'(xmp:\w+Date=)"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')
_NAMESPACE = QUuid("{6ba7b811-9dad-11d1-80b4-00c04fd430c8}")
_NO_DAY = "2000-01-01"
_MARGIN = 15  # millimetres
_FAMILY = "sans-serif"


def as_pdf(page: str, title: str, day: str) -> bytes:
    """Return a page of `labeling.reporting.page` as PDF (A4), dated with a day (ISO 8601). It may run in any thread.

    The same page and day give the same bytes on one machine; its fonts are in them.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(title)
    writer.setDocumentId(QUuid.createUuidV5(_NAMESPACE, page.encode()))
    writer.setCreator("Hedgerow")
    writer.setResolution(_RESOLUTION)
    document = _document(page)
    painter = QPainter(writer)
    whole = writer.pageLayout().paintRectPixels(_RESOLUTION).size()
    scale = whole.width() / _WIDTH
    size = QSizeF(_WIDTH, whole.height() / scale)
    document.setPageSize(size)
    painter.scale(scale, scale)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(painter, QRectF(0, number * size.height(), size.width(), size.height()))
        painter.restore()
    painter.end()
    return _dated(bytes(buffer.data().data()), day or _NO_DAY)


def _dated(content: bytes, day: str) -> bytes:
    """Return a PDF with this day for the moment at which it was made; nothing in it moves."""
    content = _MOMENT.sub(f"(D:{day.replace('-', '')}000000".encode(), content)
    return _XMP_MOMENT.sub(lambda found: found.group(1) + f'"{day}T00:00:00'.encode(), content)


def _document(page: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(_FAMILY)
    font.setPointSizeF(8.5)
    document.setDefaultFont(font)
    drawings = _SVG.findall(page)
    for number, drawing in enumerate(drawings):
        document.addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(f"drawing-{number}"), _picture(drawing)
        )
    numbers = iter(range(len(drawings)))
    document.setHtml(_SVG.sub(lambda found: _image(next(numbers), found.group()), page))
    return document


def _image(number: int, drawing: str) -> str:
    size = QSvgRenderer(QByteArray(drawing.encode())).defaultSize()
    share = min(1.0, _WIDTH / size.width())
    return f'<img src="drawing-{number}" width="{size.width() * share:.0f}" height="{size.height() * share:.0f}">'


def _picture(drawing: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    image = QImage(renderer.defaultSize() * _SHARPER, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
