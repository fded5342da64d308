"""Which control has the focus next: F6 from panel to panel, Tab from control to control."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QWidget

from desktop.reading.text_column import TextColumn
from desktop.review.inspector.inspector import Inspector
from desktop.review.listing.panel import DisagreementList


def order_tabs(listing: DisagreementList, text: TextColumn, inspector: Inspector) -> None:
    """Let Tab lead through the text, the inspector and the list."""
    for before, after in pairwise([text.view, *inspector.stops, *listing.stops]):
        QWidget.setTabOrder(before, after)


def next_panel(listing: DisagreementList, text: TextColumn, inspector: Inspector) -> QWidget | None:
    """Return what gets the focus after the panel that has it; None when that lies outside of the workspace."""
    focused = QApplication.focusWidget()
    if focused is not None and text.isAncestorOf(focused):
        return next((stop for stop in inspector.stops if stop.isEnabled()), listing.view)
    if focused is not None and inspector.isAncestorOf(focused):
        return listing.view if listing.view.isVisible() or not listing.isVisible() else listing.filters.buttons[0]
    if focused is not None and listing.isAncestorOf(focused):
        return None
    return text.view
