"""The head of the page: who judged how much together, and how the intervals were drawn."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.words import counted
from labeling.reporting import words
from labeling.reporting.overview import Overview


class Head(QWidget):
    """Title and words. `corner` is for what stands beside the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Agreement"))
        set_role(title, "title")
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words = QLabel()
        self._words.setWordWrap(True)
        set_role(self._words, "muted")
        self.corner = QHBoxLayout()
        top = QHBoxLayout()
        top.addWidget(title)
        top.addLayout(self.corner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._words)
        indented(title, self._words)

    def show_overview(self, overview: Overview) -> None:
        """Say what the figures rest on, or why there are none."""
        self._words.setText(self._missing(overview) or self._found(overview))

    def say(self, sentence: str) -> None:
        """Say something else."""
        self._words.setText(sentence)

    def _found(self, overview: Overview) -> str:
        agreement, found = overview.agreement, overview.differences
        people = words.listed(agreement.annotators)
        shared = counted(found.shared - found.excluded_by_all, self.tr("sentence"), self.tr("sentences"))
        articles = counted(len(found.articles), self.tr("article"), self.tr("articles"))
        if len(agreement.annotators) == 2:
            said = self.tr("{sentences} of {articles} judged by both {people}")
        else:
            said = self.tr("{sentences} of {articles} judged by two or more of {people}")
        first = said.format(sentences=shared, articles=articles, people=people)
        if found.excluded_by_all:
            first += self.tr(", {count:,} more excluded by all").format(count=found.excluded_by_all)
        return f"{first}. {words.about_intervals(agreement.draws, agreement.seed, overview.intervals_by)}"

    def _missing(self, overview: Overview) -> str:
        people, judged = overview.agreement.annotators, overview.agreement.sentences
        if overview.differences.shared:
            return ""
        if not people:
            return self.tr(
                "Nobody has judged a sentence yet. Figures of agreement stand here once two people "
                "have judged the same sentences."
            )
        sentences = counted(judged, self.tr("sentence"), self.tr("sentences"))
        if len(people) == 1:
            return self.tr(
                "Only {name} has judged so far ({sentences}). Agreement needs two people who judge the same "
                "sentences: hand articles out to someone else, and merge what comes back."
            ).format(name=people[0], sentences=sentences)
        return self.tr(
            "{people} have judged {sentences}, but no sentence was judged by two of them. Assign articles with "
            "an overlap, so that there is something to compare."
        ).format(people=words.listed(people), sentences=sentences)
