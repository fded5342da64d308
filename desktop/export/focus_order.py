"""Which control has the focus next: Tab from control to control, F6 from panel to panel."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QWidget

from desktop.export.form.form import Form
from desktop.export.side import Side


def order_tabs(form: Form, side: Side) -> None:
    """Let Tab lead through the form to its button, and on through what is shown at the right."""
    for before, after in pairwise([*form.stops, *side.stops]):
        QWidget.setTabOrder(before, after)


def next_panel(form: Form, side: Side) -> QWidget | None:
    """Return what gets the focus after the panel that has it; None when that lies outside of the workspace."""
    focused = QApplication.focusWidget()
    if focused is not None and form.isAncestorOf(focused):
        return side.panels[0] if side.panels else None
    if focused is None or not side.isAncestorOf(focused):
        return form.first
    panels = side.panels
    in_releases = side.releases.isAncestorOf(focused)
    return panels[1] if len(panels) > 1 and not in_releases else None
