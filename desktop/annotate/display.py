"""Keeps list and inspector in step with what is open and with every change; the text column follows by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.annotate.acts import Acts
from desktop.annotate.articles.article_list import ArticleList
from desktop.annotate.inspector.inspector import Inspector
from desktop.annotate.place import Place
from desktop.annotate.text_column import AnnotateText
from desktop.models.articles import ArticlesModel
from desktop.session import Session
from labeling.domain.changes import Act, ChangeSet
from labeling.store.articles import ArticleFilter
from labeling.store.progress import Totals

_LATER = 20  # milliseconds


class Display(QObject):
    """Refreshes only what a change concerns.

    `counted`: counts may be others; `said`: what was just done, in words; `taken_in`: a change is shown.
    """

    counted = Signal()
    taken_in = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        place: Place,
        acts: Acts,
        model: ArticlesModel,
        views: tuple[ArticleList, AnnotateText, Inspector],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._acts = acts
        self._model = model
        self._articles, self._text, self._inspector = views
        self._codebook = ""
        self._totals: Totals | None = None
        # Asking a large project for all its articles takes longer than a frame: the text is painted first.
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._show_rest)
        session.changed.connect(self._take_in)
        session.closed.connect(self._show_closed)
        place.opened.connect(self._show_article)
        place.moved.connect(self._show_hints)
        place.judged.connect(self._show_judged)
        place.hinted.connect(self._show_hints)
        self._articles.filtered.connect(self._show_filtered)

    @property
    def totals(self) -> Totals | None:
        """The counts that are shown; None while there are none."""
        return self._totals

    def show_project(self) -> None:
        """Show the codebook of the project that was just opened. Its list and counts follow."""
        self._show_codebook()
        self._later.start()

    def _show_rest(self) -> None:
        if self._session.is_open:
            self._model.load()
            self._show_counts()

    def _show_counts(self) -> None:
        self._totals = self._place.totals if self._session.is_open else None
        self._articles.set_totals(self._totals)
        if self._totals is not None:
            self._text.notice.follow(self._totals)
        self.counted.emit()

    def show_sentence(self) -> None:
        """Show what is said of the current sentence."""
        place = self._place
        self._inspector.show_sentence(place.in_words, place.current, place.judgment, place.history, place.hint)

    def _show_hints(self) -> None:
        """Show the sentence, with the codebook’s entry of what is suggested for it."""
        self.show_sentence()
        self._inspector.show_suggested_entry()

    def _show_article(self) -> None:
        self._articles.select(self._place.article.id if self._place.article else None)
        self._show_hints()
        self.counted.emit()

    def _show_judged(self, indices: list[int]) -> None:
        if self._place.index in indices:
            self.show_sentence()

    def _show_filtered(self) -> None:
        self._text.show_query(self._model.filter.query)

    def _show_codebook(self) -> None:
        codebook = self._session.codebook
        if codebook.hash != self._codebook:
            self._codebook = codebook.hash
            self._inspector.set_codebook(codebook)
            self._articles.set_codebook(codebook)
            self._text.set_codebook(codebook)

    def _show_closed(self) -> None:
        self._place.close()
        self._articles.prepare(ArticleFilter())
        self._show_counts()

    def _take_in(self, changes: ChangeSet) -> None:
        if changes.codebook or changes.everything:
            self._show_codebook()
        self._place.take_in(changes)
        self._follow_in_list(changes)
        if changes.undone and changes.focus is not None and changes.act is not Act.SETTLED:
            self._place.go_to(changes.focus)
        elif self._place.article is None:
            self._place.open_first()
        said = self._acts.in_words(changes)
        if said:
            self.said.emit(said)
        self._show_counts()
        self.taken_in.emit(changes)

    def _follow_in_list(self, changes: ChangeSet) -> None:
        if changes.everything or changes.articles:
            self._model.refresh_all()
        else:
            self._model.refresh_rows({sentence.article for sentence in changes.sentences} | changes.boundaries)
