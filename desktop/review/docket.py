"""What there is to settle: all disagreements, and which of them are listed. No widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.review.lessons import Lesson, Listing, labels_of, read_lessons
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.operations.disagreeing import Counts, Order, Show, Survey, Wanted, survey
from labeling.store.connection import Project

_Read = tuple[Survey | None, Mapping[SentenceId, Lesson]]

_NOTHING = Counts(0, 0, {})
# What is quicker needs no sign: it would only flicker.
_SLOW_MILLISECONDS = 300


class Docket(QObject):
    """The list keeps its order while one settles: a row stays although its sentence no longer passes the filter.

    `read`: it is known what people differ on, or known anew. `listed`: other rows are listed. `settled` carries a
    sentence that is settled now, or no longer. `slow`: reading takes a while.
    """

    read = Signal()
    listed = Signal()
    settled = Signal(object)
    slow = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._errand = Errand(session, jobs, self)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self.slow)
        self.survey: Survey | None = None
        self.listing = Listing.DISAGREEMENTS
        self.lessons: Mapping[SentenceId, Lesson] = {}
        self.wanted = Wanted()
        self.order = Order.ARTICLES
        self.rows: Sequence[SentenceId] = ()
        self.counts = _NOTHING
        self._places: dict[SentenceId, int] = {}
        self._anchor: SentenceId | None = None  # the last listed sentence that was current
        session.closed.connect(self.forget)

    @property
    def is_reading(self) -> bool:
        return self._errand.is_running

    def load(self) -> None:
        """Find out, in the background, what people differ on."""
        self._slow.start()

        wanted, listing, annotator = self.wanted, self.listing, self._session.annotator.id

        def read(project: Project, job: Job[_Read]) -> _Read:
            found = survey(project, job.cancelled)
            if found is not None:
                for each in (Wanted(), wanted):
                    found.counts(each)  # takes longer than a frame, and is kept
            return found, read_lessons(listing, project, annotator, job.cancelled)

        self._errand.start(self.tr("Looking for disagreements"), read, self._take, lambda _: self._slow.stop())

    def forget(self) -> None:
        """Know nothing, as when the project is closed."""
        self._slow.stop()
        self._errand.stop()
        self.survey, self._anchor = None, None
        self.listing, self.lessons = Listing.DISAGREEMENTS, {}
        self.wanted, self.order = Wanted(), Order.ARTICLES
        self._list()

    def _take(self, read: _Read) -> None:
        self._slow.stop()
        found, lessons = read
        if found is None:
            return
        self.survey = found
        self.lessons = {} if self.listing is Listing.DISAGREEMENTS else lessons
        self.wanted = self._possible(self.wanted)
        self.read.emit()
        self._list()

    def _possible(self, wanted: Wanted) -> Wanted:
        """Return a filter without people who have not judged."""
        people = self.survey.people if self.survey else ()
        return replace(wanted, a=wanted.a if wanted.a in people else "", b=wanted.b if wanted.b in people else "")

    def show(self, listing: Listing) -> None:
        """List something else, without a filter; what is not known yet is found out first."""
        if listing is self.listing:
            return
        self.listing, self.lessons, self.wanted = listing, {}, Wanted()
        if listing is Listing.DISAGREEMENTS:
            self._list()
        else:
            self.load()

    def want(self, wanted: Wanted, order: Order | None = None) -> None:
        """List what passes a filter, in an order."""
        self.wanted, self.order = wanted, order or self.order
        self._list()

    def prepare(self, wanted: Wanted, order: Order) -> None:
        """List by this filter and order once it is known what people differ on."""
        self.wanted, self.order = wanted, order

    def _list(self) -> None:
        if self.listing is Listing.DISAGREEMENTS:
            self.rows = self.survey.chosen(self.wanted, self.order) if self.survey else ()
        else:
            label = self.wanted.label
            self.rows = [each for each, lesson in self.lessons.items() if not label or label in labels_of(lesson)]
        self._places = {sentence: place for place, sentence in enumerate(self.rows)}
        self._count()
        self.listed.emit()

    def _count(self) -> None:
        if self.listing is not Listing.DISAGREEMENTS:
            by_label = Counter(label for lesson in self.lessons.values() for label in labels_of(lesson))
            self.counts = Counts(len(self.rows), 0, by_label)
            return
        self.counts = self.survey.counts(self.wanted) if self.survey else _NOTHING

    def take_note(self, sentence: SentenceId, *, settled: bool) -> None:
        """Follow a decision."""
        if self.survey is not None:
            self.survey.settle(sentence, settled=settled)
            self._count()
        self.settled.emit(sentence)

    def is_listed(self, sentence: SentenceId | None) -> bool:
        return sentence in self._places

    def follow(self, sentence: SentenceId | None) -> None:
        """Remember where in the list one is."""
        if sentence in self._places:
            self._anchor = sentence

    def beside(self, sentence: SentenceId | None, step: int) -> SentenceId | None:
        """Return the listed sentence behind (1) or before (-1) one that may not be listed; None at the end."""
        place = self._place_of(sentence, step) + step
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def next_open(self, sentence: SentenceId | None) -> SentenceId | None:
        """Return the next listed sentence that is not settled; past the end it goes on from the beginning.

        Where other sentences than disagreements are listed, it is the next one of all.
        """
        if self.survey is None or self.listing is not Listing.DISAGREEMENTS:
            return self.beside(sentence, 1)
        begin = self._place_of(sentence, 1) + 1
        for other in (*self.rows[begin:], *self.rows[:begin]):
            if other != sentence and not self.survey.is_settled(other):
                return other
        return None

    def beside_article(self, sentence: SentenceId | None, step: int) -> SentenceId | None:
        """Return the first listed sentence of the next (1) or previous (-1) article in the list."""
        here = sentence.article if sentence else ""
        articles = list(dict.fromkeys(each.article for each in self.rows))
        if here in articles:
            place = articles.index(here) + step
        else:
            anchor = self._place_of(sentence, step) + step
            if not 0 <= anchor < len(self.rows):
                return None
            place = articles.index(self.rows[anchor].article)
        if not 0 <= place < len(articles):
            return None
        return next(each for each in self.rows if each.article == articles[place])

    def _place_of(self, sentence: SentenceId | None, step: int) -> int:
        """Return a sentence's place; where it is not listed, one from which the next step leads beside it."""
        if sentence is None:
            return -1 if step > 0 else len(self.rows)
        if sentence in self._places:
            return self._places[sentence]
        if self.order is Order.ARTICLES:
            here = [(each.start, place) for each, place in self._places.items() if each.article == sentence.article]
            before = [place for start, place in here if start < sentence.start]
            behind = [place for start, place in here if start > sentence.start]
            if before or behind:
                last_before = max(before) if before else min(behind) - 1
                return last_before if step > 0 else last_before + 1
        return self._places.get(self._anchor, -1 if step > 0 else len(self.rows)) if self._anchor else -1

    def wanted_everything(self) -> bool:
        """Return whether the list leaves out nothing but what is settled."""
        return replace(self.wanted, show=Show.OPEN) == Wanted()
