"""The further options, folded away until somebody wants them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.export.fields import Choice, Field, Number, Tick, column_of, push_button
from desktop.export.form.version_ticks import VersionTicks
from desktop.theme.icons import icon
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.domain.errors import Refused
from labeling.export.options import Options, Repeats

_MOST_ANNOTATORS = 99
_NARROW = 120
_BETWEEN, _BETWEEN_GROUPS = 12, 20
_CHEVRON = QSize(12, 12)


class MoreOptions(QWidget):
    """`changed`: something else is chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._balance_may_be = True
        self.opener = push_button("", "fold")
        self.opener.setCheckable(True)
        self.opener.setIconSize(_CHEVRON)
        self.opener.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._make_controls()
        self._content = QWidget()
        self._lay_out()
        self._connect()
        self._show_opener()

    def _make_controls(self) -> None:
        self._articles = QLineEdit()
        self._articles.setPlaceholderText(self.tr("source=The Lantern; date>=2031-01-01"))
        self._annotators = Number(1, _MOST_ANNOTATORS)
        self._annotators.setFixedWidth(_NARROW)
        self._unsure = Tick(self.tr("Unsure judgments count"), self.tr("Else they have no vote."))
        self.versions = VersionTicks()
        self._balance = Choice({"": self.tr("The labels alone")})
        self._line = QLineEdit()
        self._repeats = Tick(
            self.tr("Leave repeats out of training"),
            self.tr("Sentences with the very words of one that is held out; else they are reported."),
        )
        self._pseudonyms = Tick(
            self.tr("Pseudonyms for annotators"), self.tr("The same in every dataset of this project.")
        )
        self.name = QLineEdit()

    def _lay_out(self) -> None:
        articles = self.tr("Conditions, or words to search for, with semicolons between them. Empty: all articles.")
        annotators = self.tr("A sentence that fewer people judged is left out.")
        self._balance_usual = self.tr("The splits resemble each other in this, too.")
        self._balance_field = Field(self.tr("Balance splits over"), self._balance, self._balance_usual)
        line = self.tr("An article stays in the split where an earlier release of this line had it. Empty: none.")
        name = self.tr("The project remembers what was written under this name.")
        groups = (
            (self.tr("Articles"), (Field(self.tr("Only articles where"), self._articles, articles),)),
            (
                self.tr("Judgments"),
                (
                    Field(self.tr("Annotators at least"), self._annotators, annotators),
                    self._unsure,
                    self.versions,
                ),
            ),
            (
                self.tr("Splits"),
                (self._balance_field, Field(self.tr("Release line"), self._line, line), self._repeats),
            ),
            (self.tr("Release"), (self._pseudonyms, Field(self.tr("Name of the release"), self.name, name))),
        )
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 12, 0, 0)
        content.setSpacing(_BETWEEN_GROUPS)
        for words, fields in groups:
            content.addWidget(_group(words, fields))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.opener)
        column.addWidget(self._content)
        self._content.hide()

    def _connect(self) -> None:
        self.opener.toggled.connect(self._open)
        for line in (self._articles, self._line):
            line.textChanged.connect(self._follow)
        self.name.textChanged.connect(self._show_opener)
        self._annotators.valueChanged.connect(self._follow)
        self._balance.currentIndexChanged.connect(self._follow)
        self.versions.changed.connect(self._follow)
        for tick in (self._unsure, self._repeats, self._pseudonyms):
            tick.box.toggled.connect(self._follow)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        after = (self._balance, self._line, self._repeats.box, self._pseudonyms.box, self.name)
        return [self.opener, self._articles, self._annotators, self._unsure.box, *self.versions.stops, *after]

    def read(self, options: Options) -> Options:
        """Return the options with these choices. Refused when one of them can’t be read."""
        return replace(
            options,
            articles=self._articles.text().strip(),
            annotators=self._annotators.value(),
            unsure=self._unsure.box.isChecked(),
            codebooks=self.versions.chosen(),
            balance=self._balance.value if self._balance_may_be else "",
            line=self._line.text().strip(),
            repeats=Repeats.REMOVE if self._repeats.box.isChecked() else Repeats.REPORT,
            pseudonyms=self._pseudonyms.box.isChecked(),
        )

    def show_options(self, options: Options) -> None:
        """Show these choices of some options."""
        self._articles.setText(options.articles)
        self._annotators.setValue(options.annotators)
        self._unsure.box.setChecked(options.unsure)
        self.versions.choose(options.codebooks)
        if self._balance.findData(options.balance) < 0:
            self._balance.addItem(options.balance, options.balance)
        self._balance.choose(options.balance)
        self._line.setText(options.line)
        self._repeats.box.setChecked(options.repeats is Repeats.REMOVE)
        self._pseudonyms.box.setChecked(options.pseudonyms)

    def offer(self, fields: Iterable[str], lines: Sequence[str]) -> None:
        """Offer the fields that articles have to balance over, and the lines of earlier releases."""
        chosen = self._balance.value
        names = {"": self.tr("The labels alone"), **{name: name for name in fields}}
        self._balance.set_names({**names, chosen: names.get(chosen, chosen)})
        self._line.setCompleter(QCompleter(list(lines), self._line))

    def let_balance(self, may_be: bool, why_not: str) -> None:
        """Let splits be balanced over a field, or say why they can’t be."""
        self._balance_may_be = may_be
        self._balance.setEnabled(may_be)
        self._balance_field.set_caption(self._balance_usual if may_be else why_not)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show_opener()

    def _follow(self) -> None:
        self._show_opener()
        self.changed.emit()

    def _open(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._show_opener()

    def _show_opener(self) -> None:
        is_open, others = self.opener.isChecked(), self._chosen()
        words = self.tr("More options")
        if others and not is_open:
            words = self.tr("More options ({count} chosen)").format(count=others)
        self.opener.setText(words)
        self.opener.setAccessibleDescription(self.tr("Open") if is_open else self.tr("Folded away"))
        self.opener.setIcon(icon("chevron-down" if is_open else "chevron-right", self._theme.muted))

    def _chosen(self) -> int:
        """Return how many choices here are not the usual ones."""
        usual = Options()
        try:
            chosen = self.read(usual).as_dict()
        except Refused:  # no version of the codebook is ticked
            return 1
        unusual = [name for name, value in usual.as_dict().items() if chosen[name] != value]
        return len(unusual) + bool(self.name.text().strip())


def _group(words: str, fields: Iterable[QWidget]) -> QWidget:
    heading = QLabel(words)
    set_role(heading, "section")
    group = QWidget()
    group.setLayout(column_of((heading, *fields), _BETWEEN))
    return group
