"""The panel with the list of articles: search, filters, and what to say when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.annotate.articles.article_delegate import ArticleDelegate
from desktop.annotate.articles.filter_tabs import FilterTabs
from desktop.annotate.ordering.strip import OrderStrip
from desktop.models.articles import ArticlesModel
from desktop.row_list import RowList
from desktop.theme.icons import icon
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from desktop.words import counted
from labeling.domain.codebooks import Codebook
from labeling.store.articles import ArticleFilter
from labeling.store.progress import Totals

SEARCH_MILLISECONDS = 150
_LEAST_TYPED = 2  # one letter is in every article, and finding them all would take longer than a frame
_EDGE = 16


class ArticleList(QWidget):
    """Says what the person asks for.

    `chosen` carries the id of the article that they want to see; `hit_wanted` of the one whose first hit they want.
    `filtered`: the list shows other articles. `import_wanted`: articles are to be imported.
    """

    chosen = Signal(str)
    hit_wanted = Signal(str)
    filtered = Signal()
    import_wanted = Signal()

    def __init__(self, model: ArticlesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._totals: Totals | None = None
        self._open_id: str | None = None
        self._heading = QLabel(self.tr("Articles"))
        self._summary = QLabel()
        self.search = QLineEdit()
        self._search_icon = QAction(self)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_MILLISECONDS)
        self.tabs = FilterTabs()
        self.order = OrderStrip()
        self.view = RowList(self.tr("Articles"), self.tr("Enter opens an article"), METRICS.article_row)
        self._delegate = ArticleDelegate(theme, self.view)
        self._nothing = NothingListed()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Articles"))
        self.setMinimumWidth(METRICS.article_list_min)
        self.setMaximumWidth(METRICS.article_list_max)
        for widget, role in ((self, "panel"), (self._heading, "heading"), (self._summary, "caption")):
            set_role(widget, role)
        self.search.setPlaceholderText(self.tr("Title, source or text"))
        self.search.setAccessibleName(self.tr("Search articles and sentences"))
        self.search.setAccessibleDescription(self.tr("Enter goes to the first hit"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._summary)
        top = QVBoxLayout()
        top.setContentsMargins(_EDGE, 14, _EDGE, 10)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(self.tabs)
        top.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._apply)
        self.search.textChanged.connect(self._wait)
        self.search.returnPressed.connect(self._go_to_first_hit)
        self.tabs.changed.connect(self._apply)
        self.view.clicked.connect(self._choose)
        self.view.entered_row.connect(self._choose)
        self._nothing.clear_wanted.connect(self.clear_filter)
        self._nothing.import_wanted.connect(self.import_wanted)
        self._model.modelReset.connect(self._show_reset)
        self._model.rowsInserted.connect(self._show_summary)

    @property
    def filter(self) -> ArticleFilter:
        """What the list is narrowed to, as it stands in the search field and the tabs."""
        query = self.search.text().strip()
        return ArticleFilter(self.tabs.progress, self.tabs.label, query if len(query) >= _LEAST_TYPED else "")

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.search, *self.tabs.buttons, self.order.button, self.view]

    def set_filter(self, wanted: ArticleFilter) -> None:
        """Narrow the list, and show so in the search field and the tabs."""
        self._show_filter(wanted)
        self._apply()

    def prepare(self, wanted: ArticleFilter) -> None:
        """Show how the list will be narrowed once its model is loaded."""
        self._show_filter(wanted)
        self._typing.stop()
        self._model.prepare(self.filter)
        self.filtered.emit()

    def clear_filter(self) -> None:
        """Show all articles."""
        self.set_filter(ArticleFilter())

    def set_codebook(self, codebook: Codebook | None) -> None:
        """Offer the labels of a codebook as filters."""
        self.tabs.set_labels(codebook)

    def set_totals(self, totals: Totals | None) -> None:
        """Show how far the whole project is."""
        if totals != self._totals:
            self._totals = totals
            if totals is not None:
                self.tabs.set_counts(totals)
            self._show_summary()

    def select(self, article_id: str | None) -> None:
        """Show which article is open, without a jump when it is in view already."""
        self._open_id = article_id
        place = self._model.place_of(article_id)
        self.view.show_open(place)

    def focus_search(self) -> None:
        """Put the focus into the search field, ready to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self._search_icon.setIcon(icon("search", theme.muted))
        self.view.viewport().update()

    def _show_filter(self, wanted: ArticleFilter) -> None:
        self.tabs.set_choice(wanted.progress, wanted.label)
        self.search.setText(wanted.query)

    def _show_reset(self) -> None:
        self.select(self._open_id)
        self._show_summary()

    def _wait(self) -> None:
        self._typing.start()

    def _apply(self) -> None:
        self._typing.stop()
        wanted = self.filter
        if wanted != self._model.filter:
            self._model.set_filter(wanted)
            self.filtered.emit()

    def _choose(self, index: QModelIndex) -> None:
        article_id = self._model.id_at(index.row())
        if article_id is not None:
            self.chosen.emit(article_id)

    def _go_to_first_hit(self) -> None:
        self._apply()
        article_id = self._model.id_at(0)
        if article_id is not None:
            self.hit_wanted.emit(article_id)

    def _show_summary(self) -> None:
        shown = self._model.rowCount()
        narrowed = self._model.filter != ArticleFilter()
        if self._model.filter.query:
            self._summary.setText(counted(shown, self.tr("article found"), self.tr("articles found")))
        elif self._totals is not None:
            words = self.tr("{done:,} of {articles:,} done")
            self._summary.setText(words.format(done=self._totals.done, articles=self._totals.articles))
        self._summary.setVisible(shown > 0 or narrowed)
        self._nothing.say(narrowed=narrowed)
        self._stack.setCurrentWidget(self._nothing if self._model.loaded and not shown else self.view)


class NothingListed(QWidget):
    """Stands in the place of the list when it is empty, and says what to do."""

    clear_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        set_role(self._words, "muted")
        self._clear = QPushButton(self.tr("Clear filter"))
        self._import = QPushButton(self.tr("Import…"))
        self._clear.clicked.connect(self.clear_wanted)
        self._import.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.setSpacing(12)
        column.addWidget(self._words)
        for button in (self._clear, self._import):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, *, narrowed: bool) -> None:
        """Say why nothing is listed: a filter lets nothing through, or there are no articles."""
        self._words.setText(
            self.tr("No article matches.") if narrowed else self.tr("No articles yet. Drop files here, or import them.")
        )
        self._clear.setVisible(narrowed)
        self._import.setVisible(not narrowed)
