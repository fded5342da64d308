"""The version of PySide6 that is installed can be used for eight hours."""

from __future__ import annotations

import sys

from PySide6.QtGui import QImage, QPainter

CALLS = 200


def test_calls_that_return_nothing_lose_no_reference_to_none() -> None:
    """PySide6 6.12.0 does, and before Python 3.12 None is gone after a few thousand calls."""
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.translate(0, 0)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS // 2
