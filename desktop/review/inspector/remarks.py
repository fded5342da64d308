"""What people marked in a sentence and wrote about it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.review.people import People
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from desktop.verdict_words import verdict_in_words
from labeling.domain.articles import Article
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Judgment, Verdict

translate = QCoreApplication.translate

_LINE = "line-height: 19px; margin: 0 0 4px 0"


class Remarks(QWidget):
    """A line a person: the labels with the words marked for them, doubt, and below it the comment."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = QLabel(self.tr("What they marked and wrote"))
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self._heading, "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._words)

    @property
    def words(self) -> str:
        """What is shown, as HTML."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_remarks(
        self, said: Iterable[Judgment], people: People, codebook: Codebook, article: Article | None
    ) -> None:
        """Show what was said of a sentence of an article; nothing without one."""
        muted = self._theme.muted.name()
        lines = []
        for judgment in said:
            verdict = judgment.verdict
            words = escape(in_words(verdict, codebook, article.text if article else ""))
            lines.append(f"<p style='{_LINE}'><b>{escape(people.name(judgment.annotator))}</b>&nbsp; {words}</p>")
            if verdict.comment:
                comment = escape(verdict.comment).replace("\n", "<br>")
                lines.append(f"<p style='{_LINE}; color: {muted}'>“{comment}”</p>")
        nobody = f"<p style='{_LINE}; color: {muted}'>{escape(self.tr('Nobody has judged this sentence.'))}</p>"
        self._words.setText("".join(lines) or (nobody if article else ""))


def in_words(verdict: Verdict, codebook: Codebook, text: str) -> str:
    """Return, for example, “Hedge on “would probably”, On record, no words marked; unsure”."""
    if not verdict.labels:
        said = [verdict_in_words(Verdict(verdict.state), codebook)]
    else:
        said = [_label_in_words(label, verdict, codebook, text) for label in verdict.labels]
        if not verdict.evidence:
            said.append(translate("remarks", "no words marked"))
    words = ", ".join(said)
    return translate("remarks", "{said}; unsure").format(said=words) if verdict.unsure else words


def _label_in_words(label: str, verdict: Verdict, codebook: Codebook, text: str) -> str:
    found = codebook.label(label)
    name = found.name if found else label
    marked = [text[words.start : words.end] for words in verdict.evidence if words.label == label]
    if not marked:
        return name
    quoted = ", ".join(f"“{' '.join(words.split())}”" for words in marked)
    return translate("remarks", "{label} on {words}").format(label=name, words=quoted)
