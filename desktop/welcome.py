"""The page for when no project is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import choose
from desktop.key_button import KeyButton
from desktop.settings import Recent
from desktop.theme import fonts
from desktop.theme.icons import pixmap
from desktop.theme.style import set_role
from desktop.words import counted, day_of

if TYPE_CHECKING:
    from desktop.window import Window

_LEFT_WIDTH = 320
_RIGHT_WIDTH = 468
_GAP = 72
_BUTTON_HEIGHT = 40
_ROW_HEIGHT = 60
_MARK_HEIGHT = 36
_NAME_SIZE = 34


class Welcome(QScrollArea):
    """New, open, sample; recent projects; where to drop things; where to read on."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Welcome"))
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(page, "paper")
        set_role(self, "paper")
        columns = QWidget()
        columns.setMaximumWidth(_LEFT_WIDTH + _GAP + _RIGHT_WIDTH)
        both = QHBoxLayout(columns)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._start(), 0, Qt.AlignmentFlag.AlignTop)
        both.addSpacerItem(QSpacerItem(_GAP, 0, QSizePolicy.Policy.Maximum))
        both.addWidget(self._recent(), 1, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 24, 24, 24 + _GAP)
        row.addWidget(columns, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setWidget(page)

    def _start(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(pixmap("mark", self._window.theme.accent, self.devicePixelRatioF(), _MARK_HEIGHT))
        name = QLabel("Hedgerow")
        name.setFont(fonts.reading(_NAME_SIZE, QFont.Weight.DemiBold))
        words = QLabel(self.tr("Mark where a statement comes from and how firmly it is made, sentence by sentence."))
        words.setWordWrap(True)
        set_role(words, "muted")
        for label in (mark, name, words):
            column.addWidget(label)
        column.addSpacing(18)
        new = self._action_button(self.tr("New project…"), "file.new")
        set_role(new, "primary")
        column.addWidget(new)
        column.addWidget(self._action_button(self.tr("Open project…"), "file.open"))
        column.addWidget(self._action_button(self.tr("Try the sample project"), "file.sample"))
        column.addWidget(self._action_button(self.tr("Try the sample team project"), "file.team_sample"))
        column.addSpacing(12)
        column.addLayout(self._links())
        return left

    def _action_button(self, words: str, action: str) -> KeyButton:
        button = KeyButton(words, self._window.theme, height=_BUTTON_HEIGHT)
        button.set_key(self._window.registry.shown_keys[action])
        button.clicked.connect(lambda: self._window.run_action(action))
        return button

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        tour = _link(self.tr("Five-minute tour"))
        tour.clicked.connect(self._show_tour)
        row.addWidget(tour)
        for words, action in ((self.tr("Keys"), "help.keys"), (self.tr("Codebook"), "file.codebook")):
            link = _link(words)
            link.clicked.connect(lambda _=False, action=action: self._window.run_action(action))
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _show_tour(self) -> None:
        from desktop.dialogs.help_book import FIRST_STEPS, show_help

        show_help(self._window, FIRST_STEPS)

    def _recent(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        recent = self._window.settings.recent
        if recent:
            heading = QLabel(self.tr("Recent projects"))
            set_role(heading, "heading")
            column.addWidget(heading)
            column.addSpacing(10)
            column.addWidget(_rule())
        for project in recent:
            row = self._found(project) if Path(project.path).is_file() else self._missing(project)
            column.addWidget(row)
            column.addWidget(_rule())
        column.addSpacing(20 if recent else 0)
        column.addWidget(self._drop_zone())
        return right

    def _found(self, project: Recent) -> QAbstractButton:
        name, day = Path(project.path).name, day_of(project.opened_at, datetime.now().astimezone().date())
        facts, yours, to_do = [self.tr("opened {day}").format(day=day)], "", ""
        if project.sentences:  # else nothing is known of it yet
            facts = [project.annotator, counted(project.articles, self.tr("article"), self.tr("articles")), *facts]
            yours = self.tr("{judged:,} of {sentences:,} yours").format(
                judged=project.judged, sentences=project.sentences
            )
            left = project.sentences - project.judged
            to_do = self.tr("{count:,} to do").format(count=left) if left else self.tr("Done")
        described = " · ".join(facts)
        row = _Row(self._window.theme.hover)
        row.setFixedHeight(_ROW_HEIGHT)
        row.setToolTip(project.path)
        row.setAccessibleName(", ".join(filter(None, (name, yours, described))))
        row.clicked.connect(lambda: self._window.open_project(Path(project.path)))
        _fill(row, (name, described), (_words(yours), _words(to_do, "caption")))
        return row

    def _missing(self, project: Recent) -> QWidget:
        locate, forget = _link(self.tr("Locate…")), _link(self.tr("Forget"))
        name = Path(project.path).name
        locate.setAccessibleName(self.tr("Locate {name}").format(name=name))
        forget.setAccessibleName(self.tr("Forget {name}").format(name=name))
        locate.clicked.connect(lambda: self._locate(project))
        forget.clicked.connect(lambda: self._forget(project))
        links = QWidget()
        both = QHBoxLayout(links)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addWidget(locate)
        both.addWidget(forget)
        row = QWidget()
        row.setFixedHeight(_ROW_HEIGHT)
        row.setToolTip(project.path)
        day = self.tr("Moved or deleted; opened {day}").format(
            day=day_of(project.opened_at, datetime.now().astimezone().date())
        )
        _fill(row, (name, day), (_words(self.tr("Not found")), links))
        return row

    def _locate(self, project: Recent) -> None:
        path = choose.project(self._window)
        if path is not None:
            self._window.settings.relocate(project.path, path)
            self._window.open_project(path)

    def _forget(self, project: Recent) -> None:
        self._window.settings.forget(project.path)
        self._window.show_welcome()

    def _drop_zone(self) -> QWidget:
        zone = QFrame()
        set_role(zone, "proposal")
        words = QLabel(
            self.tr(
                "Drop a project here to open it,\n"
                "or news articles to start one: .txt, .md, .html, .docx, .pdf, .csv, .jsonl"
            )
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        set_role(words, "muted")
        column = QVBoxLayout(zone)
        column.setContentsMargins(16, 18, 16, 18)
        column.addWidget(words)
        return zone


class _Row(QAbstractButton):
    """A recent project: all of it is the button, and lights up under the mouse."""

    def __init__(self, hover: QColor) -> None:
        super().__init__()
        self._hover = hover
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            QPainter(self).fillRect(event.rect(), self._hover)


def _fill(row: QWidget, left: tuple[str, str], right: tuple[QWidget, QWidget]) -> None:
    columns = QHBoxLayout(row)
    columns.setContentsMargins(0, 10, 0, 10)
    for widgets, alignment in (
        ((_words(left[0], "heading"), _words(left[1], "caption")), Qt.AlignmentFlag.AlignLeft),
        (right, Qt.AlignmentFlag.AlignRight),
    ):
        column = QVBoxLayout()
        column.setSpacing(2)
        for widget in widgets:
            column.addWidget(widget, 0, alignment)
        columns.addLayout(column)


def _words(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if role:
        set_role(label, role)
    return label


def _link(words: str) -> QPushButton:
    link = QPushButton(words)
    set_role(link, "link")
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link


def _rule() -> QFrame:
    rule = QFrame()
    set_role(rule, "rule")
    return rule
