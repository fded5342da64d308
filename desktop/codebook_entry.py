"""What the codebook says of one label."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.domain.codebooks import Codebook, Example, Label

_RULES_FIRST = 2
_LINE = "line-height: 19px"


class CodebookEntry(QWidget):
    """Definition and first rules of a label; all rules and the examples on demand. Any label can be chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._codebook: Codebook | None = None
        self._label: Label | None = None
        self._whole = False
        self._heading = QLabel()
        self._choice = QPushButton(self.tr("Other label…"))
        self._menu = QMenu(self._choice)
        self._definition = _words()
        self._details = _words()
        self._more = QPushButton()
        self._lay_out()

    def _lay_out(self) -> None:
        self._choice.clicked.connect(self._offer_labels)
        self._choice.setAccessibleDescription(self.tr("Choose the label whose entry is shown"))
        self._choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._toggle_whole)
        set_role(self._heading, "section")
        self._choice.setStyleSheet("padding: 0; min-height: 16px; background: transparent;")
        set_role(self._choice, "filter")
        set_role(self._more, "link")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._definition)
        column.addWidget(self._details)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def buttons(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self._choice, self._more]

    @property
    def label_id(self) -> str:
        """The label whose entry is shown; empty when there is no codebook."""
        return self._label.id if self._label else ""

    def set_codebook(self, codebook: Codebook) -> None:
        """Show the entries of a codebook, beginning with the label that was shown, else with its first one."""
        self._codebook = codebook
        self._menu.clear()
        for label in codebook.labels:
            self._menu.addAction(label.name, partial(self.show_label, label.id))
        self._label = codebook.label(self.label_id) or codebook.labels[0]
        self._show()

    def show_label(self, label_id: str) -> None:
        """Show the entry of a label; nothing happens when the codebook does not have it."""
        label = self._codebook.label(label_id) if self._codebook else None
        if label is not None and label != self._label:
            self._label = label
            self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show()

    def _offer_labels(self) -> None:
        self._menu.popup(self._choice.mapToGlobal(self._choice.rect().bottomLeft()))

    def _toggle_whole(self) -> None:
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        label = self._label
        if label is None:
            return
        self._heading.setText(self.tr("Codebook: {label}").format(label=label.name))
        self._definition.setText(f"<p style='{_LINE}'>{escape(label.definition)}</p>")
        rules = label.rules if self._whole else label.rules[:_RULES_FIRST]
        parts = [_bullets([escape(rule) for rule in rules], self._theme.muted.name())]
        if self._whole and label.examples:
            parts.append(self._examples(label.examples))
        self._details.setText("".join(parts))
        self._details.setVisible(bool(rules or (self._whole and label.examples)))
        self._more.setText(self.tr("Short entry") if self._whole else self.tr("Whole entry and examples"))
        self._more.setVisible(len(label.rules) > _RULES_FIRST or bool(label.examples))

    def _examples(self, examples: tuple[Example, ...]) -> str:
        shown = []
        for applies, heading in ((True, self.tr("Applies")), (False, self.tr("Does not apply"))):
            chosen = [example for example in examples if example.applies is applies]
            if chosen:
                items = [_example(example, self._theme) for example in chosen]
                shown.append(f"<p style='margin-top: 8px'><b>{escape(heading)}</b></p>")
                shown.append(_bullets(items, self._theme.text.name()))
        return "".join(shown)


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label


def _bullets(items: list[str], colour: str) -> str:
    """Return a list; a table, as Qt's own are indented by 40 pixels."""
    rows = (
        f"<tr><td width=14 style='{_LINE}'>•</td><td style='{_LINE}; padding-bottom: 3px'>{item}</td></tr>"
        for item in items
    )
    return f"<table cellspacing=0 cellpadding=0 style='color: {colour}'>{''.join(rows)}</table>"


def _example(example: Example, theme: Theme) -> str:
    why = f"<br><span style='color: {theme.muted.name()}'>{escape(example.why)}</span>" if example.why else ""
    return escape(example.text) + why
