"""The order of work that is chosen, and the sentences that come next in it. No widgets."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.annotate.ordering.words import nothing_left_in_words, order_in_words
from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from desktop.suggester import suggester_of
from labeling.domain.articles import SentenceId
from labeling.domain.changes import ChangeSet
from labeling.domain.orders import Order
from labeling.operations.ordering import Queue, is_next, is_ready, queue
from labeling.operations.steps import Cancelled
from labeling.store.connection import Project

_LOOK_AFTER = 1000  # milliseconds since a project was opened: its first article comes first


class WorkOrder(QObject):
    """Keeps the sentences that come next. They are looked for in the background; what was judged since is passed by.

    What changes elsewhere changes nothing at once: once the next sentence was asked for, those behind it are looked for
    anew. `changed`: another order is on, or it is called otherwise. `arrived`: there is a next sentence for who asked
    where there was none yet; it carries the sentence they were on. `ran_out`: nothing is left in this order.
    """

    changed = Signal()
    arrived = Signal(object)
    ran_out = Signal()
    said = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._errand = Errand(session, jobs, self)
        self._order, self._label = Order.ARTICLE, ""
        self._ahead: deque[SentenceId] | None = None
        self._outdated = False
        self._passed: set[SentenceId] = set()  # led to since the beginning; those not judged come again at the end
        self._waiting: SentenceId | None = None
        self._later = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._later.timeout.connect(self._look)
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)

    @property
    def order(self) -> Order:
        return self._order

    @property
    def label(self) -> str:
        """The id of the label whose likely sentences come first; empty in other orders, and while it is not known."""
        return self._label

    @property
    def leads(self) -> bool:
        """Whether another order than that of the articles is on, and it is known what comes next."""
        return self._ahead is not None

    @property
    def words(self) -> str:
        """What the order is called; empty for that of the articles."""
        return "" if self._order is Order.ARTICLE else order_in_words(self._order, self._label_name)

    @property
    def nothing_left(self) -> str:
        """That everything is judged that this order leads to, as one sentence."""
        return nothing_left_in_words(self._order, self._label_name)

    def choose(self, order: Order, label: str = "", going_from: SentenceId | None = None) -> None:
        """Go on in this order from now on; `Order.RARE` without a label takes the one that was given least.

        Whoever is `going_from` a sentence goes on as soon as it is known where to.
        """
        self._set(order, label)
        self._waiting = going_from
        self.said.emit(order_in_words(order, self._label_name))
        if order is not Order.ARTICLE:
            self._look()

    def next(self, current: SentenceId | None) -> SentenceId | None:
        """Return the next sentence, which is not `current`. None when it is being looked for: `arrived` tells."""
        while self._ahead:
            sentence = self._ahead.popleft()
            self._passed.add(sentence)
            if sentence != current and is_next(self._session.project, self._session.annotator, self._order, sentence):
                if self._outdated and not self._errand.is_running:
                    self._look()
                return sentence
        self._waiting = current
        self._passed.clear()
        if not self._errand.is_running:
            self._look()
        return None

    def state(self) -> dict[str, Any]:
        """Return which order is on, for `restore`."""
        return {"order": {"by": self._order.value, "label": self._label}}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on in the order that was on in this project; what makes no sense is passed over."""
        kept = state.get("order")
        by, label = (kept.get("by"), kept.get("label")) if isinstance(kept, Mapping) else ("", "")
        order = Order(str(by)) if str(by) in set(Order) else Order.ARTICLE
        known = isinstance(label, str) and self._session.codebook.label(label) is not None
        self._set(order, str(label) if known and order is Order.RARE else "")
        if order is not Order.ARTICLE:
            self._later.start()

    @property
    def _label_name(self) -> str:
        label = self._session.codebook.label(self._label) if self._label and self._session.is_open else None
        return label.name if label else ""

    def _set(self, order: Order, label: str) -> None:
        self._later.stop()
        self._errand.stop()
        self._order, self._label = order, label
        self._ahead, self._outdated, self._waiting = None, False, None
        self._passed.clear()
        self.changed.emit()

    def _forget(self) -> None:
        self._set(Order.ARTICLE, "")

    def _follow(self, changes: ChangeSet) -> None:
        if self._label and not self._label_name:
            self.choose(Order.ARTICLE)
        elif changes.everything or changes.articles or changes.codebook or changes.boundaries:
            self._outdated = True

    # What comes next

    def _look(self) -> None:
        """Look what comes next, at once if all is suggested already."""
        self._outdated = False
        annotator, order, label = self._session.annotator, self._order, self._label

        def work(project: Project, _: Job[Queue | None]) -> Queue | None:
            if order.by_suggestions:
                suggester_of(project.connection)  # what loads it elsewhere would hold up the window
            return queue(project, annotator, order, label) if is_ready(project, order) else None

        self._errand.start(self.tr("Ordering"), work, self._take, self._fail)

    def _take(self, found: Queue | None) -> None:
        if found is None:
            self._suggest()
        else:
            self._show(found)

    def _suggest(self) -> None:
        """Have suggestions made for the whole project, which takes long, and then look what comes next."""
        if self._session.held:
            self._later.start()
            return
        annotator, order, label = self._session.annotator, self._order, self._label

        def work(project: Project, job: Job[Queue | None]) -> Queue | None:
            try:
                return queue(project, annotator, order, label, on_progress=job.report, cancelled=job.cancelled)
            except Cancelled:
                return None

        title = self.tr("Suggestions for all articles")
        self._errand.start(title, work, self._take_made, self._fail, shown=True, derives=True)
        if not self._ahead:
            self._ahead = None
            self.changed.emit()
            self.said.emit(self.tr("Until all suggestions are made, you go on in the order of the articles"))

    def _take_made(self, found: Queue | None) -> None:
        if found is None:
            self._fail(self.tr("Cancelled: you go on in the order of the articles"))
        else:
            self._show(found)

    def _show(self, found: Queue) -> None:
        waiting, self._waiting = self._waiting, None
        was_ready, self._label = self.leads, found.label
        self._ahead = deque(sentence for sentence in found.sentences if sentence not in self._passed)
        if not was_ready:
            self.changed.emit()
            self.said.emit(self.words)
        if not found.sentences:
            self.ran_out.emit()
        elif found.sentences == (waiting,):
            self.said.emit(self.tr("No other sentence is left in this order"))
        elif waiting is not None:
            self.arrived.emit(waiting)

    def _fail(self, sentence: str) -> None:
        self._set(Order.ARTICLE, "")
        self.said.emit(sentence)
