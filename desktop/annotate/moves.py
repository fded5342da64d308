"""Going from sentence to sentence and from article to article, judging nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.annotate.articles.article_list import ArticleList
from desktop.annotate.ordering.work_order import WorkOrder
from desktop.annotate.place import Place
from desktop.annotate.text_column import AnnotateText
from desktop.models.articles import ArticlesModel
from labeling.domain.articles import SentenceId
from labeling.store.articles import ArticleFilter, Progress


class Moves(QObject):
    """Where the moving keys lead. `said` is one sentence on why a key led nowhere."""

    said = Signal(str)

    def __init__(
        self,
        place: Place,
        model: ArticlesModel,
        articles: ArticleList,
        text: AnnotateText,
        order: WorkOrder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._model = model
        self._articles = articles
        self._text = text
        self._order = order
        order.arrived.connect(self._go_on_from)

    def by_sentence(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence of the article."""
        if self._place.index is None:
            return
        index = self._place.index + step
        if 0 <= index < len(self._place.sentences):
            self._place.set_index(index)
        elif step > 0:
            self.said.emit(self.tr("This is the last sentence of the article"))
        else:
            self.said.emit(self.tr("This is the first sentence of the article"))

    def by_article(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article of the list; to its first one when the open one is not listed."""
        self._model.load()
        row = self._model.place_of(self._place.article.id) if self._place.article else None
        article_id = self._model.id_at(0 if row is None else row + step)
        if article_id is not None:
            self._place.open(article_id)
        elif step > 0:
            self.said.emit(self.tr("This is the last article of the list"))
        else:
            self.said.emit(self.tr("This is the first article of the list"))

    def by_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence of the article in which the search has a hit."""
        position = self._text.hit_beside(step)
        if position is not None:
            self._place.set_index(self._place.index_at(position))
        elif step > 0:
            self.said.emit(self.tr("No further hit in this article"))
        else:
            self.said.emit(self.tr("No earlier hit in this article"))

    def to_first_hit(self, article_id: str) -> None:
        """Open an article at the first hit of the search in it."""
        self._place.open(article_id)
        position = self._text.first_hit()
        if position is not None:
            self._place.set_index(self._place.index_at(position))

    def to_next_unjudged(self) -> None:
        """Go to the next unjudged sentence, across articles, in the order of work; say so when there is none."""
        sentence = self._order.next(self._place.current) if self._order.leads else self._place.next_unjudged()
        if sentence is not None:
            self._place.go_to(sentence)
        elif not self._order.leads and self._place.totals.sentences:
            self._text.notice.announce(self._place.totals)
            self.said.emit(self._text.notice.words)

    def _go_on_from(self, sentence: SentenceId) -> None:
        """Go on, unless the person has gone elsewhere meanwhile."""
        if self._place.current == sentence:
            self.to_next_unjudged()

    def to_first_unsure(self) -> None:
        """List the articles with unsure sentences, and go to the first such sentence."""
        self._articles.set_filter(ArticleFilter(Progress.UNSURE))
        article_id = self._model.id_at(0)
        if article_id is None:
            return
        self._place.open(article_id)
        unsure = (i for i, judgment in sorted(self._place.judgments.items()) if judgment.verdict.unsure)
        self._place.set_index(next(unsure, self._place.index))
