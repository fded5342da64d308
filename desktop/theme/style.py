"""The look of the controls: Qt's Fusion style with a palette and a style sheet made from a theme.

Widgets say what they are with the dynamic property `role`, set by `set_role`. The rules are in
`resources/themes/window.qss`.

Surfaces   `panel` article list, inspector · `paper` reading column, tables · `header` the bar at the top
           `card` a raised box · `proposal` a dashed box, for what is only suggested
           `rule` a separating line (QFrame), `edge` one that stands · `switcher` round the segments of the header
Words      `title` of a page · `place` “Sentence 7 of 31” · `heading` bold · `section` small, bold, muted
           `caption` small, muted · `muted` · `error`, `problem` the same in small · `saved` in the status bar
           `stale` a heading whose figures no longer hold · `code` what a file holds
Buttons    `primary`, one a view · `quiet` without outline · `link`
           `filter` a small checkable one · `segment` one of a switcher · `fold` opens what lies below it
           none: outlined; checked, it has an accent outline
Tables     `rows` without a grid, drawn by `desktop.tables.row_delegate`

Keyboard focus is shown by `desktop.theme.focus_ring`, since a style sheet cannot tell the keyboard from the mouse.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import fonts
from desktop.theme.focus_ring import FocusRing
from desktop.theme.icons import tinted
from desktop.theme.tokens import METRICS, Theme
from labeling.resources import RESOURCES

_SHEET = RESOURCES / "themes" / "window.qss"
_Role = QPalette.ColorRole


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application a theme; called again, it replaces the one before."""
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(fonts.interface())
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet(theme, _drawings(app)))
    ring = app.findChild(FocusRing) or FocusRing(app)
    ring.set_colour(theme.focus)


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is to the style sheet, also while it is on screen."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the first showing does it
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    result = QPalette()
    for role, colour in {
        _Role.Window: theme.window,
        _Role.WindowText: theme.text,
        _Role.Base: theme.paper,
        _Role.AlternateBase: theme.panel,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.muted,
        _Role.Button: theme.paper,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.danger,
        _Role.Highlight: theme.accent,
        _Role.HighlightedText: theme.on_accent,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent,
        _Role.ToolTipBase: theme.raised,
        _Role.ToolTipText: theme.text,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.hover,
        _Role.Mid: theme.border,
        _Role.Dark: theme.control,
        _Role.Shadow: theme.control,
    }.items():
        result.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.muted)
    return result


def sheet(theme: Theme, drawings: Path) -> str:
    """Return the style sheet of a theme; the drawings that it needs are written into a folder."""
    colours = {field.name: getattr(theme, field.name) for field in fields(theme)}
    names = {name: colour.name() for name, colour in colours.items() if isinstance(colour, QColor)}
    strong = theme.strong > 1
    names["accent_hover"] = (theme.accent.darker(112) if theme.scheme == "light" else theme.accent.lighter(112)).name()
    names["code_family"] = f'"{fonts.code().family()}"'
    names["menu_edge"] = names["control" if strong else "cap"]
    for drawing, colour in {
        "chevron-down": theme.muted,
        "chevron-up": theme.muted,
        "chevron-right": theme.muted,
        "check": theme.on_accent,
        "minus": theme.on_accent,
        "dot": theme.on_accent,
        "check-menu": theme.accent,
    }.items():
        file = drawings / f"{theme.name}-{drawing}.svg"  # Qt remembers drawings by path: one a theme
        file.write_bytes(tinted(drawing.removesuffix("-menu"), colour))
        names[drawing.replace("-", "_")] = file.as_posix()
    return Template(_SHEET.read_text(encoding="utf-8")).substitute(asdict(METRICS), **names)


class _Drawings(QObject):
    """The folder of tinted drawings, since style sheets take images from files only. It goes with the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.folder = QTemporaryDir()


def _drawings(app: QApplication) -> Path:
    holder = app.findChild(_Drawings) or _Drawings(app)
    return Path(holder.folder.path())
