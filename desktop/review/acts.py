"""What one who settles does to the current sentence: each act is one operation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.review.place import ReviewPlace
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.domain.changes import ChangeSet
from labeling.operations import adjudicating, undoing
from labeling.operations.proposing import Proposal, propose

Operation = Callable[..., ChangeSet]


class Acts(QObject):
    """Methods that return a bool say whether it is on disk now; when it is not, `session.refused` has said why.

    `said` is one sentence when there was nothing to do. A reason that is given before the sentence is settled waits
    for that.
    """

    said = Signal(str)

    def __init__(self, session: Session, place: ReviewPlace, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self.only_reads = False  # while one reads where one was corrected
        self._waiting: dict[SentenceId, str] = {}
        session.closed.connect(self._waiting.clear)

    def toggle_label(self, label_id: str) -> bool:
        """Settle that a label applies, or say so no longer. With the first one, what all agree on is settled too."""
        if self._place.gold is not None:
            return self._settle(adjudicating.toggle_label, label_id)
        return self._settle(adjudicating.settle_as, self.proposal().with_label(label_id, self._session.codebook))

    def set_only_label(self, label_id: str) -> bool:
        """Settle that just this label applies."""
        return self._settle(adjudicating.set_only_label, label_id)

    def settle_none(self) -> bool:
        """Settle that no label applies."""
        return self._settle(adjudicating.settle_none)

    def exclude(self) -> bool:
        """Settle that the sentence is not prose of the article."""
        return self._settle(adjudicating.settle_excluded)

    def settle_as_majority(self) -> bool:
        """Settle what more than half have said; say so where there is no majority."""
        verdict = self.proposal().verdict
        if verdict is None:
            self.said.emit(self.tr("There is no majority: settle it with the keys of the labels"))
            return False
        return self._settle(adjudicating.settle_as, verdict)

    def settle_as(self, column: int) -> bool:
        """Settle what the person in a column of votes has said; say so where there is none."""
        said = [judgment.verdict for judgment in self._place.said if judgment.verdict.decided]
        if column >= len(said):
            self.said.emit(self.tr("Nobody has judged this sentence in that column"))
            return False
        return self._settle(adjudicating.settle_as, said[column])

    def proposal(self) -> Proposal:
        """Return what the majority of the current judgments gives the current sentence."""
        return propose(self._session.project, self._session.codebook, self._place.said)

    def note_of(self, sentence: SentenceId) -> str:
        """Return the reason that was given for a sentence of the open article, settled or not."""
        record = self._place.gold_of(sentence)
        return record.note if record else self._waiting.get(sentence, "")

    def set_note(self, sentence: SentenceId, note: str) -> bool:
        """Say why a sentence was settled so, or will be."""
        if not self._session.is_open:
            return False
        if self._place.gold_of(sentence) is None:
            self._waiting[sentence] = note
            return True
        return self._session.run(adjudicating.set_note, sentence, note) is not None

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

    def _settle(self, operation: Operation, *values: object) -> bool:
        sentence = self._place.current
        if self.only_reads:
            self.said.emit(self.tr("Here you see what was settled; go back to the disagreements to settle"))
            return False
        if sentence is None or self._session.run(operation, sentence, *values) is None:
            return False
        note = self._waiting.pop(sentence, "")
        if note and self._place.gold is not None:
            self._session.run(adjudicating.set_note, sentence, note)
        return True
