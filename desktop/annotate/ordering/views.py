"""Shows which order is on and that it has run out, and takes the ways back to the order of the articles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.annotate.done_notice import DoneNotice
from desktop.annotate.ordering.strip import OrderStrip
from desktop.annotate.ordering.work_order import WorkOrder
from labeling.domain.orders import Order


class OrderViews(QObject):
    """Keeps the line above the list and the notice over the text in step with the order of work.

    `focus_text` puts the focus into the article, once a button has led back.
    """

    def __init__(
        self, order: WorkOrder, strip: OrderStrip, notice: DoneNotice, focus_text: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._focus_text = focus_text
        self._strip = strip
        self._notice = notice
        order.changed.connect(self._show)
        order.ran_out.connect(self._announce)
        strip.articles_wanted.connect(self._go_by_articles)
        notice.articles_wanted.connect(self._go_by_articles)

    def _show(self) -> None:
        self._strip.show_order(self._order.words, ready=self._order.leads)
        self._notice.follow_order()

    def _announce(self) -> None:
        self._notice.announce_run_out(self._order.nothing_left)
        self._order.said.emit(self._notice.words)

    def _go_by_articles(self) -> None:
        self._order.choose(Order.ARTICLE)
        self._focus_text()
