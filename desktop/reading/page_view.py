"""A page in a view: laid out, painted, scrolled.

Qt lays the text out and keeps the text cursor; everything is painted by `PagePainter`, so that no state moves a letter.
Measured with an article of 3,000 sentences (466,000 characters): shown in 70 ms; laid out to its end in 50 to 100 ms
more, in slices between events; a judgment with the move after it drawn in 2 to 5 ms, a step of scrolling too.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget

from desktop.reading.column import Column, place_column
from desktop.reading.overview import Overview
from desktop.reading.page import Page
from desktop.reading.page_painter import Moment, PagePainter
from desktop.reading.reading_line import (
    Anchor,
    Scroller,
    anchor_of,
    anchored_value,
    reading_line_value,
    share_at,
    value_at,
)
from desktop.reading.title_bar import TitleBar
from desktop.reading.typesetting import set_margins
from desktop.theme import fonts
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.articles import Span

translate = QCoreApplication.translate

_SIDE = 24  # of the words that stand where there is no article
_FIRST_SLICE, _SLICE = 25, 8  # milliseconds of layout at once: when something is shown, and between events


class PageView(QTextEdit):
    """Shows one page or none, and holds its current sentence still when the view or the text changes its size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._painter: PagePainter | None = None
        self._current: int | None = None
        self._hits: tuple[Span, ...] = ()
        self._asleep = False
        self._size = METRICS.reading_size
        self._measure = METRICS.measure
        self._empty = QTextDocument(self)
        self._nothing = translate("reading", "No articles yet. Drop files here, or Import…")
        self.setDocument(self._empty)
        self._overview = Overview(theme)
        self.setVerticalScrollBar(self._overview)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title_bar = TitleBar(self, theme)
        self._scroller = Scroller(self._overview)
        self._column = self._place_column()
        self._pending = QTimer(self)
        self._pending.timeout.connect(self._go_on_laying_out)
        self._overview.valueChanged.connect(self._place_title_bar)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        if self._page is not None:
            self._painter = PagePainter(theme, self._page)
        self._overview.set_theme(theme)
        self._title_bar.set_theme(theme)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.paper)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # a style sheet has given it a palette of its own, which would stay
        self.viewport().update()

    def set_nothing(self, words: str) -> None:
        """Say this where there is no article."""
        self._nothing = words
        self.viewport().update()

    def set_reading_size(self, px: int) -> None:
        """Set the size of the text, 14 to 28 pixels; the current sentence stays at its height."""
        size = min(max(px, METRICS.reading_size_min), METRICS.reading_size_max)
        if size == self._size:
            return
        anchor, self._size = self._anchor(), size
        self._set_type()
        self._settle(anchor)

    def set_measure(self, px: int) -> None:
        """Set the width of the column, 420 to 680 pixels; in a narrow view it is less."""
        self._measure = min(max(px, METRICS.measure_min), METRICS.measure_max)
        anchor = self._anchor()
        self._column = self._place_column()
        if self._page is not None and set_margins(self._page.document, self._column):
            self._settle(anchor)

    def scroll_state(self) -> float:
        """Return the place at the top edge as a number that holds for every size of view and text (see `share_at`)."""
        return share_at(self._page, self._overview.value()) if self._page is not None else -1.0

    def restore_scroll(self, value: float) -> None:
        """Scroll, at once, to a place that `scroll_state` gave for the same article."""
        if self._page is not None:
            self._scroll_to(value_at(self._page, value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor(event.oldSize().height())
        self._column = self._place_column()
        document = self.document()
        document.setLayoutEnabled(False)  # new margins and a new width are one change
        if self._page is not None:
            set_margins(document, self._column)
        super().resizeEvent(event)
        document.setLayoutEnabled(True)
        self._title_bar.setGeometry(0, 0, self.viewport().width(), METRICS.title_bar)
        self._settle(anchor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the event asks for. Qt has filled the view with paper before."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._page is None or self._painter is None:
            painter.setFont(fonts.interface())
            painter.setPen(self._theme.muted)
            room = QRect(0, 0, min(self.viewport().width() - 2 * _SIDE, METRICS.measure_min), self.viewport().height())
            room.moveCenter(self.viewport().rect().center())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._nothing)
            return
        value = self._overview.value()
        painter.translate(0, -value)
        moment = Moment(self._current, self._hits, self.textCursor(), self._caret_shown(), self._asleep)
        self._painter.paint(painter, QRectF(event.rect()).translated(0, value), self._column, moment)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the type of the page when the font of the window changes, which QTextEdit would give to its document."""
        if event.type() is QEvent.Type.FontChange:
            QAbstractScrollArea.changeEvent(self, event)
        else:
            super().changeEvent(event)

    def _caret_shown(self) -> bool:
        """Return whether the place in the text where a sentence could be split is marked."""
        return False

    def _set_page(self, page: Page | None) -> None:
        """Show a page, no sentence of it being current; the same article again stays where it was."""
        again = page is not None and self._page is not None and page.article.id == self._page.article.id
        value = self._overview.value() if again else 0
        self._scroller.stop()
        self._current, self._hits = None, ()
        self._page = page
        self._painter = PagePainter(self._theme, page) if page is not None else None
        self._overview.set_article(page.marks if page else (), page.codebook if page else None)
        self._title_bar.set_title(page.article.title if page else "", page.origin if page else "")
        self._set_type()
        self._settle(None)
        self._scroll_to(value)
        self._place_title_bar()

    def _set_type(self) -> None:
        """Set the text of the page, at the size that is wanted, and put it into the view."""
        before = self.document()
        document = self._page.set_type(self._size, self._column) if self._page is not None else self._empty
        document.setParent(self)  # the view holds on to its document until it has the next
        self.setDocument(document)
        if before is not document and before is not self._empty:
            before.deleteLater()

    def _anchor(self, height: int = 0) -> Anchor | None:
        """Return what stays at its height in the view, which was `height` pixels high until now."""
        if self._page is None:
            return None
        moving = self._scroller.stop()
        height = height or self.viewport().height()
        if moving and self._current is not None:
            return Anchor(self._current, None, 0.0)
        return anchor_of(self._page, self._current, self._overview.value(), height)

    def _settle(self, anchor: Anchor | None) -> None:
        """Find the places of what is in view in a new layout, and go on with the rest when there is time."""
        self._pending.stop()
        self._overview.set_places(())
        self.viewport().update()
        if self._page is None:
            return
        self._page.void_layout()
        if not self._finish_layout(_FIRST_SLICE):
            self._pending.start()
        if anchor is not None:
            self._scroll_to(anchored_value(self._page, anchor, self.viewport().height()))

    def _go_on_laying_out(self) -> None:
        if self._page is None or self._finish_layout(_SLICE):
            self._pending.stop()

    def _finish_layout(self, milliseconds: int) -> bool:
        if self._page is None or not self._page.lay_out(milliseconds):
            return False
        # Qt sets the range when it is back in the event loop; the overview and a restored place need it now.
        height = self.viewport().height()
        self._overview.setPageStep(height)
        self._overview.setRange(0, max(0, round(self._page.document.size().height()) - height))
        self._overview.set_places(self._page.places())
        return True

    def _place_column(self) -> Column:
        strip = self._overview.sizeHint().width()
        view = self.viewport()
        return place_column(view.width(), strip, view.height(), self._measure, self.window().width())

    def _bring(self, index: int) -> None:
        """Bring a sentence to the reading line."""
        if self._page is not None and self._page.boxes(index):
            self._go_to(reading_line_value(self._page.boxes(index), self.viewport().height()))

    def _go_to(self, value: int) -> None:
        self._make_room(value)
        self._scroller.go(value)

    def _scroll_to(self, value: int) -> None:
        self._scroller.stop()
        self._make_room(value)
        self._overview.setValue(value)

    def _make_room(self, value: int) -> None:
        """Lay the text out as far as it can be seen at a scroll value, and let the scroll bar reach that."""
        if self._page is None or self._overview.maximum() >= value:
            return
        bottom = QPointF(0, value + self.viewport().height())
        self.document().documentLayout().hitTest(bottom, Qt.HitTestAccuracy.FuzzyHit)
        if self._pending.isActive():
            self._overview.setMaximum(value)

    def _draw_anew(self, index: int) -> None:
        """Paint the lines of a sentence again, margins included."""
        if self._page is not None:
            top, bottom = self._page.extent(index)
            area = QRectF(0, top - self._overview.value(), self.viewport().width(), bottom - top)
            self.viewport().update(area.toAlignedRect())

    def _place_title_bar(self) -> None:
        titled = self._page is not None and bool(self._page.article.title)
        shown = titled and self._page is not None and self._overview.value() > self._page.heading_bottom()
        self._title_bar.setVisible(shown)
