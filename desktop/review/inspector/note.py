"""Why a sentence is settled so: a field whose words are kept with the decision."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.comment_box import CommentBox, Save
from desktop.theme.signs import key_cap_size, paint_key_cap
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme

_HEIGHT, _LOW = 76, 34


class Note(QWidget):
    """The field under its heading; the key that leads into it stands beside that."""

    def __init__(self, save: Save, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = _Heading(self.tr("Reason, kept with the decision"), theme)
        self.field = CommentBox(save)
        self.field.setAccessibleName(self.tr("Reason"))
        self.field.setPlaceholderText(self.tr("Optional"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self.field)
        self.set_low(low=False)

    def set_low(self, *, low: bool) -> None:
        """Take one line, or the usual height."""
        self._heading.setVisible(not low)
        self.field.set_one_line(one_line=low)
        self.field.setFixedHeight(_LOW if low else _HEIGHT)
        self.field.setPlaceholderText(self.tr("Reason, optional") if low else self.tr("Optional"))

    def focus_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        self._heading.set_key(keys.get("label.comment", ""))

    def set_theme(self, theme: Theme) -> None:
        self._heading.set_theme(theme)


class _Heading(QLabel):
    """Small bold words, with a key at the right end."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        self._key = ""
        self.setMinimumHeight(20)
        set_role(self, "section")

    def set_key(self, key: str) -> None:
        self._key = key
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = key_cap_size(self._key)
            box = self.rect().toRectF()
            box.setLeft(box.right() - size.width())
            box.setHeight(size.height())
            paint_key_cap(painter, box, self._key, self._theme, self._theme.text)
