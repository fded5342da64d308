"""The right half: the preview, and what comes in its place when one wants to know more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.errand import Errand
from desktop.export.detail_page import DetailPage
from desktop.export.preview.left_out_page import LeftOutPage
from desktop.export.preview.page import PreviewPage
from desktop.export.releases.comparison_page import ComparisonPage
from desktop.export.releases.release_list import ReleaseList
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.theme.tokens import Theme
from labeling.export.gold import Reason
from labeling.export.options import Options


class Side(QStackedWidget):
    """`sentence_wanted` carries the SentenceId that is to be shown in Annotate."""

    sentence_wanted = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.releases = ReleaseList(theme, self)
        self.preview = PreviewPage(theme, self.releases, self)
        errand = Errand(session, jobs, self)
        self.left_out = LeftOutPage(theme, errand, self)
        self._comparison = ComparisonPage(theme, errand, self)
        self._left = self._comparison.table  # what gets the focus back
        for page in (self.preview, self.left_out, self._comparison):
            self.addWidget(page)
        for detail in self._details:
            detail.back_wanted.connect(self.back)
        self.left_out.sentence_wanted.connect(self.sentence_wanted)
        self.releases.comparison_wanted.connect(self._compare)
        session.closed.connect(self.show_preview)

    @property
    def _details(self) -> tuple[DetailPage, ...]:
        return self.left_out, self._comparison

    @property
    def panels(self) -> list[QWidget]:
        """What F6 leads to on the page that is shown."""
        page = self.currentWidget()
        if isinstance(page, DetailPage):
            return [page.table]
        stops = [stop for stop in self.preview.stops if stop.isVisibleTo(self)]
        return [*stops[:1], *(stop for stop in self.releases.stops[:1] if stop.isVisibleTo(self))]

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        details = [stop for detail in self._details for stop in detail.stops]
        return [*self.preview.stops, *self.releases.stops, *details]

    def list_left_out(self, reason: Reason, options: Options) -> None:
        """List the sentences that are left out for a reason, with the focus in the list."""
        self._left = self.preview.findings.tables[0]
        self.left_out.ask(reason, options)
        self._show_detail(self.left_out)

    def list_again(self, options: Options) -> None:
        """Bring the list up to date, if it is shown."""
        if self.currentWidget() is self.left_out and self.left_out.reason is not None:
            self.left_out.ask(self.left_out.reason, options)

    def back(self) -> bool:
        """Show the preview again, with the focus where it was; return whether something else was shown."""
        if self.currentWidget() is self.preview:
            return False
        self.show_preview()
        self._left.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_preview(self) -> None:
        """Show what would be written."""
        self.setCurrentWidget(self.preview)

    def set_back_key(self, key: str) -> None:
        for detail in self._details:
            detail.set_key(key)

    def set_theme(self, theme: Theme) -> None:
        self.preview.set_theme(theme)
        self.releases.set_theme(theme)
        for detail in self._details:
            detail.set_theme(theme)

    def _compare(self, one: str, other: str) -> None:
        self._left = self.releases.table
        self._comparison.ask(one, other)
        self._show_detail(self._comparison)

    def _show_detail(self, page: DetailPage) -> None:
        self.setCurrentWidget(page)
        page.table.setFocus(Qt.FocusReason.OtherFocusReason)
