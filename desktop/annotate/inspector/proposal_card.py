"""The dashed box round what is suggested, with the button that accepts it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from desktop.annotate.inspector.proposals import Proposals
from desktop.key_button import KeyButton
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.domain.codebooks import Codebook

if TYPE_CHECKING:
    from labeling.suggestions.suggestion import Suggestion

_HEIGHT = 112
_LINE_HEIGHT = 30
_EDGES = (11, 5, 11, 9)


class ProposalCard(QFrame):
    """`accepted`: the button was pressed."""

    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposals = Proposals(theme)
        self.accept = KeyButton(self.tr("Accept and go on"), theme)
        self.accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.accept.setAutoDefault(True)  # Enter presses it, as it does in the text
        self.accept.clicked.connect(self.accepted)
        set_role(self.accept, "primary")
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.proposals, 1)
        self._layout.addWidget(self.accept)
        self.set_one_line(one_line=False)

    def show_suggestions(self, suggestions: Sequence[Suggestion], codebook: Codebook) -> None:
        """Show suggestions with the names and letters of a codebook."""
        self.proposals.show_suggestions(suggestions, codebook)

    def set_one_line(self, *, one_line: bool) -> None:
        """Be one line without a box, or a box."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if one_line else direction.TopToBottom)
        self._layout.setContentsMargins(*((0, 0, 0, 0) if one_line else _EDGES))
        set_role(self, "" if one_line else "proposal")
        self.accept.setText(self.tr("Accept") if one_line else self.tr("Accept and go on"))
        policy = QSizePolicy.Policy
        self.accept.setSizePolicy(policy.Fixed if one_line else policy.Expanding, policy.Fixed)
        self.proposals.set_one_line(one_line=one_line)
        self.setFixedHeight(_LINE_HEIGHT if one_line else _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self.proposals.set_theme(theme)
        self.accept.set_theme(theme)
