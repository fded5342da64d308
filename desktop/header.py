"""The bar at the top: mark, menus, search and commands. In a narrow window the menus fold into one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QMenuBar, QPushButton, QSizePolicy, QWidget

from desktop.key_button import KeyButton
from desktop.theme.icons import icon, pixmap
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme

_MARK_HEIGHT = 18
_SEARCH_WIDTH = 210
_SEARCH_WIDTH_NARROW = 132


class Header(QWidget):
    """`search`, `commands` and `articles` (the folded article list) are buttons; the window says what they do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(METRICS.header)
        self.setAccessibleName(self.tr("Header"))
        set_role(self, "header")
        self._narrow = self._is_open = False
        self._menus: tuple[QMenu, ...] = ()
        self._mark = QLabel()
        self._mark.setAccessibleName(self.tr("Hedgerow"))
        self.menu_bar = QMenuBar()
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._menu = QPushButton(self.tr("Menu"))
        self._menu.setProperty("menu", True)
        self._menu.setAccessibleDescription(self.tr("All menus of the window"))
        set_role(self._menu, "quiet")
        self.articles = QPushButton(self.tr("Articles"))
        self.articles.setAccessibleDescription(self.tr("Opens the list of articles over the text"))
        self.articles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its icon stands behind the words
        self.search = KeyButton(self.tr("Search"), theme, cap=False, muted=True)
        self.search.setAccessibleDescription(self.tr("Find articles and sentences by the words in them"))
        self.commands = KeyButton(self.tr("Commands"), theme, cap=False)
        self._tools = (self.search, self.commands)
        self._lay_out()
        self.set_theme(theme)
        self.show_project(is_open=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._menu)
        row.addWidget(self.articles)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.commands)

    def set_menus(self, menus: Sequence[QMenu]) -> None:
        """Show these menus, in the menu bar and folded into one, in the place of those before."""
        self.menu_bar.clear()
        folded = QMenu(self._menu)
        for menu in menus:
            self.menu_bar.addMenu(menu)
            folded.addMenu(menu)
        before = (*self._menus, *filter(None, [self._menu.menu()]))
        self._menu.setMenu(folded)
        self._menus = tuple(menus)
        for menu in before:
            menu.deleteLater()

    def set_keys(self, search: str, commands: str) -> None:
        """Show the keys of the two tools at the right."""
        self.search.set_key(search)
        self.commands.set_key(commands)

    def take_focus(self) -> None:
        """Put the focus on the first control that takes it."""
        first = next((w for w in (self._menu, self.articles, *self._tools) if not w.isHidden()), self)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_project(self, *, is_open: bool) -> None:
        """Show what applies with a project open, or with none."""
        for tool in self._tools:
            tool.setVisible(is_open)
        self._is_open = is_open
        self._fold()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the menus, or unfold them."""
        self._narrow = narrow
        self._fold()

    def set_place(self, place: tuple[int, int] | None) -> None:
        """Show which article of how many is open, such as “17 / 24”, counted from 1."""
        words = self.tr("Articles {number:,} / {count:,}")
        self.articles.setText(words.format(number=place[0], count=place[1]) if place else self.tr("Articles"))

    def set_theme(self, theme: Theme) -> None:
        self._mark.setPixmap(pixmap("mark", theme.accent, self.devicePixelRatioF(), _MARK_HEIGHT))
        self.search.setIcon(icon("search", theme.muted))
        self.search.setIconSize(QSize(14, 14))
        self.articles.setIcon(icon("chevron-down", theme.muted))
        self.articles.setIconSize(QSize(12, 12))
        for tool in self._tools:
            tool.set_theme(theme)

    def _fold(self) -> None:
        self.menu_bar.setVisible(not self._narrow)
        self._menu.setVisible(self._narrow)
        self.articles.setVisible(self._narrow and self._is_open)
        self.search.setFixedWidth(_SEARCH_WIDTH_NARROW if self._narrow else _SEARCH_WIDTH)
