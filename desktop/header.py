"""The bar at the top: mark, menus, workspaces, search and commands. In a narrow window the menus fold into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QMenuBar, QPushButton, QSizePolicy, QWidget

from desktop.key_button import KeyButton
from desktop.switcher import Switcher
from desktop.theme.icons import icon, pixmap
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from desktop.workspaces import Workspace

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
        self._narrow = False
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
        self.articles.setAccessibleDescription(self.tr("Opens the list over the text"))
        self.articles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its icon stands behind the words
        self.search = KeyButton(self.tr("Search"), theme, cap=False, muted=True)
        self.search.setAccessibleDescription(self.tr("Find articles and sentences by the words in them"))
        self.commands = KeyButton(self.tr("Commands"), theme, cap=False)
        self._tools = (self.search, self.commands)
        self.switcher = Switcher(theme)
        self._shown: Workspace | None = None
        self._place: tuple[int, int] | None = None
        self._lay_out()
        self.set_theme(theme)
        self.show_workspace(None)

    def _lay_out(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self._mark)
        left.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        left.addWidget(self._menu)
        left.addWidget(self.articles)
        left.addStretch(1)
        right.addStretch(1)
        for tool in self._tools:
            right.addWidget(tool)
        grid = QGridLayout(self)  # with two equal sides, the workspaces stand in the middle as long as there is room
        grid.setContentsMargins(14, 0, 12, 0)
        grid.setHorizontalSpacing(8)
        for column, (side, stretch) in enumerate(((left, 1), (None, 0), (right, 1))):
            grid.setColumnStretch(column, stretch)
            if side is not None:
                side.setSpacing(8)
                grid.addLayout(side, 0, column)
        grid.addWidget(self.switcher, 0, 1)
        for before, after in pairwise([self._menu, self.articles, *self.switcher.segments.values(), *self._tools]):
            QWidget.setTabOrder(before, after)

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

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of the commands that they run."""
        self.search.set_key(keys["edit.search"])
        self.commands.set_key(keys["view.commands"])
        self.switcher.set_keys(keys)

    def take_focus(self) -> None:
        """Put the focus on the first control that takes it."""
        segments = self.switcher.segments.values() if not self.switcher.isHidden() else ()
        candidates = (self._menu, self.articles, *segments, *self._tools)
        first = next((w for w in candidates if not w.isHidden()), self)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_workspace(self, shown: Workspace | None) -> None:
        """Show what applies in a workspace; with None, what applies when no project is open."""
        for tool in (*self._tools, self.switcher):
            tool.setVisible(shown is not None)
        self._shown = shown
        if shown is not None:
            self.switcher.show_workspace(shown)
        self._fold()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the menus, or unfold them."""
        self._narrow = narrow
        self._fold()

    def set_place(self, place: tuple[int, int] | None) -> None:
        """Show which article of how many is open, such as “17 / 24”, counted from 1."""
        self._place = place
        self._fold()

    def set_theme(self, theme: Theme) -> None:
        self._mark.setPixmap(pixmap("mark", theme.accent, self.devicePixelRatioF(), _MARK_HEIGHT))
        self.search.setIcon(icon("search", theme.muted))
        self.search.setIconSize(QSize(14, 14))
        self.articles.setIcon(icon("chevron-down", theme.muted))
        self.articles.setIconSize(QSize(12, 12))
        for tool in (*self._tools, self.switcher):
            tool.set_theme(theme)

    def _fold(self) -> None:
        self.menu_bar.setVisible(not self._narrow)
        self._menu.setVisible(self._narrow)
        self.articles.setVisible(self._narrow and self._shown in (Workspace.ANNOTATE, Workspace.REVIEW))
        self.articles.setText(self._list_in_words())
        self.switcher.set_narrow(self._narrow)
        self.search.setFixedWidth(_SEARCH_WIDTH_NARROW if self._narrow else _SEARCH_WIDTH)

    def _list_in_words(self) -> str:
        if self._shown is Workspace.REVIEW:
            return self.tr("Disagreements")
        words = self.tr("Articles {number:,} / {count:,}")
        return words.format(number=self._place[0], count=self._place[1]) if self._place else self.tr("Articles")
