"""Keeps list and inspector in step with what is open, with every change, and with what people are called."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.reading.text_column import TextColumn
from desktop.review.acts import Acts
from desktop.review.docket import Docket
from desktop.review.inspector.inspector import Inspector, Sight
from desktop.review.inspector.votes import Vote, Votes
from desktop.review.listing.panel import DisagreementList
from desktop.review.people import People
from desktop.review.place import ReviewPlace
from desktop.review.words import hint_of, nothing_to_settle, settled_in_words, state_of, undone_in_words
from desktop.session import Session
from desktop.settings import Settings
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.judgments import Judgment, Verdict
from labeling.store import annotators, codebooks, facts


class Display(QObject):
    """`counted`: how much is settled may be other numbers; `said`: what was just done, in words."""

    counted = Signal()
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        place: ReviewPlace,
        docket: Docket,
        acts: Acts,
        views: tuple[DisagreementList, TextColumn, Inspector],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._place = place
        self._docket = docket
        self._acts = acts
        self._list, self._text, self._inspector = views
        self._codebook = ""
        docket.read.connect(self._show_survey)
        place.opened.connect(self.show_sentence)
        place.moved.connect(self.show_sentence)
        place.judged.connect(self._show_judged)

    def show_codebook(self) -> None:
        """Show the labels of the version of the codebook that is in use."""
        codebook = self._session.codebook
        if codebook.hash != self._codebook:
            self._codebook = codebook.hash
            self._list.set_codebook(codebook)
            self._inspector.set_codebook(codebook)
            self._text.set_codebook(codebook)

    def show_people(self) -> None:
        """Call annotators by their names or by numbers, as is chosen now."""
        survey = self._docket.survey
        if survey is None or not self._session.is_open:
            return
        db = self._session.project.connection
        names = annotators.names(db)
        called = {identifier: names[identifier] for identifier in survey.people if identifier in names}
        self._place.people = People(called, facts.get(db, "id"), hidden=self._settings.pseudonyms)
        self._list.set_people(self._place.people)
        self._place.show_anew()
        self.show_sentence()

    def show_sentence(self) -> None:
        """Show what is said of the current sentence."""
        if not self._session.is_open:
            return
        place, codebook, now = self._place, self._session.codebook, datetime.now().astimezone()
        self._docket.follow(place.current)
        self._list.show_current(place.current)
        said, gold, sentence = place.said, place.gold, place.current
        proposal = self._acts.proposal()
        judged = any(judgment.verdict.decided for judgment in said)
        author = self._name_of(gold.author) if gold else ""
        sight = Sight(
            sentence=sentence,
            place=place.in_words,
            state=state_of(said, place.differing, gold is not None, codebook) if sentence else "",
            hint=hint_of(gold, author, proposal, judged, now) if sentence else "",
            votes=Votes(
                [self._vote(judgment) for judgment in said if judgment.verdict.decided],
                place.differing,
                gold.verdict if gold else None,
                proposal.verdict,
                proposal.even,
            ),
            said=said,
            article=place.article,
            note=self._acts.note_of(sentence) if sentence else "",
        )
        self._inspector.show_sentence(sight, place.people)
        self.counted.emit()

    def follow(self, changes: ChangeSet) -> None:
        """Show a change that was made while there is something to show."""
        self._place.take_in(changes)
        if changes.act is Act.SETTLED:
            for sentence in changes.sentences:
                self._docket.take_note(sentence, settled=self._place.gold_of(sentence) is not None)
            if changes.undone and changes.focus is not None:
                self._place.go_to(changes.focus)
            self._say(changes)
        self.counted.emit()

    def _say(self, changes: ChangeSet) -> None:
        focus = changes.focus
        index = self._place.index_of(focus) if focus and self._place.article else None
        if focus is None or index is None or self._place.article is None or focus.article != self._place.article.id:
            return
        record = self._place.gold_of(focus)
        verdict = record.verdict if record else Verdict()
        if changes.undone:
            self.said.emit(undone_in_words(changes.undone, index + 1, verdict, self._session.codebook))
        else:
            self.said.emit(settled_in_words(index + 1, verdict, self._session.codebook))

    def _show_judged(self, indices: list[int]) -> None:
        if self._place.index in indices:
            self.show_sentence()

    def _show_survey(self) -> None:
        survey = self._docket.survey
        self._place.survey = survey
        self.show_people()
        if survey is not None and not len(survey):
            name = self._place.people.name(survey.people[0]) if survey.people else ""
            self._text.view.set_nothing(nothing_to_settle(survey, name))

    def _vote(self, judgment: Judgment) -> Vote:
        version = codebooks.version(self._session.project.connection, judgment.codebook)
        asked = frozenset(label.id for label in version.labels) if version else frozenset()
        people = self._place.people
        return Vote(people.name(judgment.annotator), people.short(judgment.annotator), judgment.verdict, asked)

    def _name_of(self, author: str) -> str:
        """Return what one who settles is called: by name, as they are known to the team."""
        return annotators.names(self._session.project.connection).get(author, "")
