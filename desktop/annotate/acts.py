"""What the annotator does to the current sentence: each act is one operation, and says in words what it did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.annotate.clock import WorkClock
from desktop.annotate.place import Place
from desktop.session import Session
from desktop.verdict_words import act_in_words, step_in_words
from labeling.domain.articles import SentenceId, Span
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.judgments import Origin, Verdict
from labeling.operations import boundaries, judging, noting, undoing
from labeling.operations.judging import Circumstances

Operation = Callable[..., ChangeSet]

_NOT_BY_HAND = frozenset({Act.IMPORTED, Act.CODEBOOK, Act.ELSEWHERE, Act.SETTLED})


class Acts(QObject):
    """Methods that return a bool say whether it is on disk now; when it is not, `session.refused` has said why.

    `said` is one sentence when there was nothing to do.
    """

    said = Signal(str)

    def __init__(self, session: Session, place: Place, clock: WorkClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._clock = clock

    def toggle_label(self, label_id: str, words: Span | None) -> bool:
        """Set a label or take it away; with `words`, set it and mark or unmark them as its evidence."""
        return self._judge(judging.toggle_label, label_id, words)

    def set_only_label(self, label_id: str, words: Span | None) -> bool:
        """Set just one label, with `words` as its evidence."""
        return self._judge(judging.set_only_label, label_id, words)

    def judge_none(self) -> bool:
        """Say that no label applies."""
        return self._judge(judging.judge_none)

    def exclude(self) -> bool:
        """Say that the sentence is not prose of the article."""
        return self._judge(judging.exclude)

    def accept(self) -> bool:
        """Set just the labels that are suggested on screen, unless the sentence is judged or there are none."""
        judgment, labels = self._place.judgment, self._place.hint.labels
        is_judged = judgment is not None and judgment.verdict.decided
        return is_judged or not labels or self._judge(judging.accept, labels)

    def toggle_unsure(self) -> bool:
        """Set the unsure flag, or take it away."""
        return self._run(judging.toggle_unsure, self._place.current)

    def set_comment(self, sentence: SentenceId, comment: str) -> bool:
        """Put a comment on a sentence, which need not be the current one."""
        return self._session.is_open and self._run(judging.set_comment, sentence, comment)

    def dismiss_note(self) -> None:
        """Put the first note on the current sentence away; when none is shown, show those again that were."""
        hint = self._place.hint
        if hint.notes:
            self._run(noting.dismiss, self._place.current, hint.notes[0].name)
        elif hint.put_away:
            self._run(noting.show_again, self._place.current)
        else:
            self.said.emit(self.tr("There is no note on this sentence"))

    def split(self, position: int | None) -> bool:
        """Split the current sentence at a code point of the article."""
        current = self._place.current
        return current is not None and self._run(
            boundaries.split_sentence, current, current.start if position is None else position
        )

    def join_with_next(self) -> bool:
        """Make one sentence of the current one and the next."""
        return self._run(boundaries.join_with_next, self._place.current)

    def undo(self) -> None:
        """Take back the latest act, wherever it was."""
        if undoing.next_undo(self._session.project, self._session.annotator) is None:
            self.said.emit(self.tr("There is nothing to undo"))
        else:
            self._session.run(undoing.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if undoing.next_redo(self._session.project, self._session.annotator) is None:
            self.said.emit(self.tr("There is nothing to redo"))
        else:
            self._session.run(undoing.redo)

    def in_words(self, changes: ChangeSet) -> str:
        """Return what this annotator has just done, such as “Sentence 6: none applies”; nothing for other changes."""
        focus, article = changes.focus, self._place.article
        if focus is None or article is None or focus.article != article.id or changes.act in _NOT_BY_HAND:
            return ""
        index = self._place.index_at(focus.start) or 0
        judgment = self._place.judgments.get(index)
        said = changes.act, index + 1, judgment.verdict if judgment else Verdict(), self._session.codebook
        if changes.undone:
            return step_in_words(changes.undone, *said)
        return act_in_words(*said, judgment.origin if judgment else Origin.HAND)

    def _judge(self, operation: Operation, *values: object) -> bool:
        """Run an operation that decides, with the time it took; count the sentence when it was not judged before."""
        judged = self._place.tally.judged
        circumstances = Circumstances(round(self._clock.seconds(), 1), shown=self._place.hint.on_screen)
        if not self._run(operation, self._place.current, *values, circumstances=circumstances):
            return False
        if self._place.tally.judged > judged:
            self._clock.count_judged()
        return True

    def _run(self, operation: Operation, sentence: SentenceId | None, *values: object, **options: object) -> bool:
        return sentence is not None and self._session.run(operation, sentence, *values, **options) is not None
