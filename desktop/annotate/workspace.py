"""The Annotate workspace: list, text and inspector, and what every command of the window does with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.annotate.acts import Acts
from desktop.annotate.articles.article_list import ArticleList
from desktop.annotate.clock import InputWatch, WorkClock
from desktop.annotate.display import Display
from desktop.annotate.focus_order import next_panel, order_tabs
from desktop.annotate.inspector.inspector import Inspector
from desktop.annotate.inspector.wiring import connect
from desktop.annotate.memory import go_back, remembered
from desktop.annotate.moves import Moves
from desktop.annotate.ordering.views import OrderViews
from desktop.annotate.ordering.work_order import WorkOrder
from desktop.annotate.place import Place
from desktop.annotate.suggestions import Suggestions
from desktop.annotate.tally import Tally
from desktop.annotate.text_column import AnnotateText
from desktop.jobs import Jobs
from desktop.models.articles import ArticlesModel
from desktop.panels import Panels
from desktop.session import Session
from desktop.settings import READING_SIZE, Settings
from desktop.theme.tokens import Theme, resolve
from desktop.workspaces import ReadingPage
from labeling.domain.articles import SentenceId
from labeling.store.articles import ArticleFilter
from labeling.store.progress import Totals


class AnnotateWorkspace(ReadingPage):
    """One article with its sentences, beside the list of all and what is said of the current sentence.

    `counted`: `tally`, `totals` or `pace` may be others. `list_folded`:
    the list is away, or back. `import_wanted` asks the window for articles.
    """

    counted = Signal()
    list_folded = Signal(bool)
    import_wanted = Signal()

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = resolve(settings.theme)
        self._session, self._settings, self._jobs = session, settings, jobs
        self._clock = WorkClock()
        self._watch = InputWatch(self._clock, self)
        self._place = Place(session, self)
        self._acts = Acts(session, self._place, self._clock, self)
        self._model = ArticlesModel(session, self)
        self.text = AnnotateText(session, self._place, theme)
        self.inspector = Inspector(self._acts.set_comment, theme)
        self.articles = ArticleList(self._model, theme)
        self.panels = Panels(self.articles, self.text, self.inspector, self.inspector.set_strip)
        views = (self.articles, self.text, self.inspector)
        self._display = Display(session, self._place, self._acts, self._model, views, self)
        self.order = WorkOrder(session, self._jobs, self)
        self.suggestions = Suggestions(session, settings, self._jobs, self._place, self)
        self._moves = Moves(self._place, self._model, self.articles, self.text, self.order, self)
        self._order_views = OrderViews(self.order, self.articles.order, self.text.notice, self.focus_text, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panels)
        self.text.view.set_reading_size(settings.reading_size)
        self.text.view.set_measure(settings.measure)
        self._connect()

    def _connect(self) -> None:
        for changed in (self._place.opened, self._place.moved):
            changed.connect(self._clock.focus)
            changed.connect(self.moved)
        self._display.counted.connect(self.counted)
        self._display.taken_in.connect(self.suggestions.take_in)
        self.order.changed.connect(self.counted)
        self.order.changed.connect(self.moved)
        for telling in (self._display, self._moves, self._acts, self.order):
            telling.said.connect(self.message)
        self.text.view.zoom_requested.connect(self.zoom)
        self.text.clicked.connect(self.panels.hide_list)
        self.text.notice.unsure_wanted.connect(self._moves.to_first_unsure)
        self.articles.chosen.connect(self.go_to_article)
        self.articles.hit_wanted.connect(self._moves.to_first_hit)
        self.articles.hit_wanted.connect(self.focus_text)
        self.articles.import_wanted.connect(self.import_wanted)
        self.panels.folded.connect(self.list_folded)
        connect(self.inspector, self)

    # Where one is

    @property
    def current(self) -> SentenceId | None:
        return self._place.current

    @property
    def article_id(self) -> str | None:
        return self._place.article.id if self._place.article else None

    @property
    def has_sentence(self) -> bool:
        return self._place.index is not None

    @property
    def place(self) -> str:
        """Where one is in words, such as “Sentence 7 of 31”; empty without a sentence."""
        return self._place.in_words

    @property
    def article_place(self) -> tuple[int, int] | None:
        """The open article's number in the list and how many are listed; None when it is not in the list."""
        row = self._model.place_of(self.article_id)
        return None if row is None else (row + 1, self._model.rowCount())

    @property
    def tally(self) -> Tally:
        """What this annotator has done in the open article."""
        return self._place.tally

    @property
    def totals(self) -> Totals | None:
        """What this annotator has done in the project; None when none is open, or not counted yet."""
        return self._display.totals

    @property
    def pace(self) -> int | None:
        """Sentences an hour over the last 30 minutes of work; None while there are too few to tell."""
        return self._clock.pace()

    # What is said of the current sentence

    def toggle_label(self, label_id: str) -> None:
        """Set a label or take it away; selected words are marked or unmarked as its evidence."""
        if self._acts.toggle_label(label_id, self.text.view.selected_span()):
            self.text.view.clear_selection()
            self.show_label_entry(label_id)

    def set_and_go(self, label_id: str) -> None:
        """Set just this label, with selected words as its evidence, and go to the next unjudged sentence."""
        if self._acts.set_only_label(label_id, self.text.view.selected_span()):
            self.text.view.clear_selection()
            self.show_label_entry(label_id)
            self._moves.to_next_unjudged()

    def none_and_go(self) -> None:
        if self._acts.judge_none():
            self._moves.to_next_unjudged()

    def exclude_and_go(self) -> None:
        if self._acts.exclude():
            self._moves.to_next_unjudged()

    def accept_and_go(self) -> None:
        """Accept what is suggested for a sentence that is not judged; go to the next unjudged one in any case."""
        if self._acts.accept():
            self._moves.to_next_unjudged()

    def dismiss_note(self) -> None:
        self._acts.dismiss_note()

    def toggle_unsure(self) -> None:
        self._acts.toggle_unsure()

    def split_at_cursor(self) -> None:
        self._acts.split(self.text.view.cursor_point())

    def join_with_next(self) -> None:
        self._acts.join_with_next()

    def undo(self) -> None:
        self._acts.undo()

    def redo(self) -> None:
        self._acts.redo()

    # Moving, judging nothing

    def next_sentence(self) -> None:
        self._moves.by_sentence(1)

    def previous_sentence(self) -> None:
        self._moves.by_sentence(-1)

    def next_unjudged(self) -> None:
        self._moves.to_next_unjudged()

    def next_article(self) -> None:
        self._moves.by_article(1)

    def previous_article(self) -> None:
        self._moves.by_article(-1)

    def next_hit(self) -> None:
        self._moves.by_hit(1)

    def previous_hit(self) -> None:
        self._moves.by_hit(-1)

    def go_to(self, sentence: SentenceId) -> None:
        self._place.go_to(sentence)

    def go_to_article(self, article_id: str) -> None:
        """Open an article at its first unjudged sentence, with the focus in the text."""
        self._place.open(article_id)
        self.focus_text()

    # Panels and focus

    def focus_text(self) -> None:
        """Put the focus into the text, where the label keys work."""
        self.panels.hide_list()
        self.text.view.setFocus()

    def take_focus(self) -> None:
        self.focus_text()

    def focus_comment(self) -> None:
        if self.has_sentence:
            self.inspector.slot.focus_comment()

    def focus_search(self) -> None:
        self.panels.show_list()
        self.articles.focus_search()

    def show_list(self) -> None:
        self.panels.show_list()
        self.articles.view.setFocus()

    def cycle_panels(self) -> None:
        """Put the focus into the next panel: text, inspector, list, then what lies around the workspace."""
        target = next_panel(self.articles, self.text, self.inspector)
        if target is None:
            self.panels.hide_list()
            self.header_wanted.emit()
        else:
            if target is self.articles.view:
                self.panels.show_list()
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_filter(self, wanted: ArticleFilter) -> None:
        self.articles.set_filter(wanted)

    def show_label_entry(self, label_id: str) -> None:
        """Show what the codebook says of a label."""
        self.inspector.entry.show_label(label_id)

    def copy_sentence(self) -> None:
        if self.text.copy():
            self.message.emit(self.tr("Copied"))

    def zoom(self, step: int) -> None:
        self._settings.reading_size = self._settings.reading_size + step if step else READING_SIZE
        self.text.view.set_reading_size(self._settings.reading_size)

    def set_measure(self, pixels: int) -> None:
        self.text.view.set_measure(pixels)

    def set_keys_asleep(self, asleep: bool) -> None:
        self.text.view.set_keys_asleep(asleep)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        self.inspector.set_keys(keys)

    def apply_theme(self, theme: Theme) -> None:
        self.text.view.set_theme(theme)
        self.inspector.set_theme(theme)
        self.articles.set_theme(theme)
        if self._session.is_open:
            self._display.show_sentence()

    def set_narrow(self, window_width: int) -> None:
        self.panels.arrange(window_width)

    # Memory

    def settle(self) -> None:
        self.inspector.slot.comment.settle()

    def state(self) -> dict[str, Any]:
        return remembered(self._place, self.text, self.articles, self.panels) | self.order.state()

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the project that was just opened, where it was left; a new one at its first sentence."""
        self._display.show_project()
        order_tabs(self.articles, self.text, self.inspector)
        go_back(state, self._place, self.text, self.articles, self.panels)
        self.order.restore(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.follow(self.window())
