"""Every figure as a table: read row by row, sorted as it was computed, copied with all digits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.key_button import KeyButton
from desktop.tables.table import ListTable, indented
from desktop.tables.text_model import Row, TextModel
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.reporting.overview import Overview
from labeling.reporting.tables import table, titles

_EDGE, _TOP = 24, 24
_ROW = 30
_WORDS = frozenset(
    {"label", "measure", "interval", "why", "a", "b", "annotator", "first", "last", "article", "title"}
    | {"label_of_a", "label_of_b"}
)


class Measures(QWidget):
    """The tables of a report, one at a time. `back_wanted`: the person has seen enough."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "paper")
        self._is_stale = False
        self._overview: Overview | None = None
        title, words = QLabel(self.tr("All measures")), QLabel(self.tr("Ctrl+C copies the table with its headings."))
        set_role(title, "title")
        set_role(words, "muted")
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Table"))
        for name, called in titles().items():
            self.choice.addItem(called, name)
        self.choice.currentIndexChanged.connect(self._show)
        self.back = KeyButton(self.tr("Back"), theme)
        self.back.setAutoDefault(True)
        self.back.clicked.connect(self.back_wanted)
        self._model = TextModel((), parent=self)
        self.table = _WholeTable(self._model, theme, title.text())
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title, 1)
        head.addWidget(self.choice)
        head.addWidget(self.back)
        indented(title, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _TOP, _EDGE, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(words)
        column.addWidget(self.table, 1)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.table, self.choice, self.back]

    def show_overview(self, overview: Overview) -> None:
        """Show these figures as soon as they are looked at; the same table as before."""
        self._overview, self._is_stale = overview, True
        if self.isVisible():
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Make the table that is chosen, if there are newer figures."""
        if self._is_stale:
            self._show()

    def set_key(self, key: str) -> None:
        self.back.set_key(key)

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.back.set_theme(theme)

    def _show(self) -> None:
        if self._overview is None:
            return
        self._is_stale = False
        shown, model = table(self._overview, str(self.choice.currentData())), self._model
        figures = [place for place, heading in enumerate(shown.headings) if heading not in _WORDS]
        self._model = TextModel([heading.replace("_", " ") for heading in shown.headings], figures, self, tips=True)
        self._model.show([Row(row) for row in shown.rows])
        self.table.show_model(self._model)
        self.table.setAccessibleName(shown.title)
        model.deleteLater()


class _WholeTable(ListTable):
    """Copies all of it, unless several rows are selected."""

    def __init__(self, model: TextModel, theme: Theme, name: str) -> None:
        super().__init__(model, theme, name, height=_ROW)

    def copy(self) -> None:
        if len(self.selectionModel().selectedRows()) < 2:
            self.selectAll()
        super().copy()

    def show_model(self, model: TextModel) -> None:
        """Show another table, with its columns as wide as their first rows need."""
        before = self.selectionModel()
        self.setModel(model)
        before.deleteLater()
        self.horizontalHeader().setResizeContentsPrecision(200)
        self.resizeColumnsToContents()
        self.scrollToTop()
