"""The bar at the bottom: whether work is saved, what was done last, and how far everything is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from desktop.jobs import Job, Jobs, Progress
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS

_ROOMY = 1180
_PROGRESS_WIDTH = 120


class StatusBar(QStatusBar):
    """Left: saved or refused, the last act, a running job. Right: fields in words, `set_field`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(METRICS.status_bar)
        self.setAccessibleName(self.tr("Status"))
        self._saved = _label("saved")
        self._saved_at = _label()
        self._said = _label()
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._message = ""
        self._job = JobField()
        self._fields: dict[str, tuple[Separator, QLabel]] = {}
        self._right = QHBoxLayout()
        self._right.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(0)
        row.addWidget(self._saved)
        row.addWidget(self._saved_at)
        self._after_saved = Separator()
        row.addWidget(self._after_saved)
        row.addWidget(self._said, 1)
        row.addWidget(self._job)
        row.addSpacing(16)
        row.addLayout(self._right)
        self.addWidget(content, 1)
        self._show_saved("", "")

    def follow(self, jobs: Jobs) -> None:
        """Show the progress of jobs."""
        self._job.follow(jobs)

    def show_saved(self, moment: datetime) -> None:
        """Say that everything up to this moment is on disk."""
        set_role(self._saved, "saved")
        self._show_saved(self.tr("Saved"), f" {moment:%H:%M:%S}")

    def show_not_saved(self, sentence: str) -> None:
        """Say that nothing was written, and why. It stays until something is saved."""
        set_role(self._saved, "error")
        self._show_saved(self.tr("Not saved:"), "")
        self.show_problem(sentence)

    def show_message(self, sentence: str) -> None:
        """Say what was done last, in one sentence."""
        set_role(self._said, "")
        self._say(sentence)

    def show_hint(self, words: str) -> None:
        """Add to the last message what can be done about it."""
        self._say(f"{self._message} · {words}" if self._message else words, self._message)

    def show_problem(self, sentence: str) -> None:
        """Say what was refused, in one sentence."""
        set_role(self._said, "error")
        self._say(sentence)

    def clear(self) -> None:
        """Say nothing, as when another project is opened."""
        self._show_saved("", "")
        self.show_message("")
        self.set_fields({})

    def set_fields(self, fields: dict[str, str]) -> None:
        """Show these at the right, in this order; the keys name them for `set_field`. Empty ones take no room."""
        for widgets in self._fields.values():
            for widget in widgets:
                widget.hide()
                widget.deleteLater()
        self._fields = {name: (Separator(), _label()) for name in fields}
        for separator, label in self._fields.values():
            self._right.addWidget(separator)
            self._right.addWidget(label)
        for name, words in fields.items():
            self.set_field(name, words)

    def set_field(self, name: str, words: str, tip: str = "") -> None:
        """Change one field; nothing happens when it isn't among those shown."""
        if name not in self._fields:
            return
        label = self._fields[name][1]
        label.setText(words)
        label.setToolTip(tip)
        is_first = True
        for separator, field in self._fields.values():
            field.setVisible(bool(field.text()))
            separator.setVisible(bool(field.text()) and not is_first)
            is_first = is_first and not field.text()

    @property
    def said(self) -> str:
        """The sentence that is shown now."""
        return self._said.text()

    def _show_saved(self, word: str, moment: str) -> None:
        self._saved.setText(word)
        self._saved_at.setText(moment)
        self._saved.setVisible(bool(word))
        self._saved_at.setVisible(bool(moment))
        self._after_saved.setVisible(bool(word) and bool(self._said.text()))

    def _say(self, sentence: str, message: str | None = None) -> None:
        self._message = sentence if message is None else message
        self._said.setText(sentence)
        self._said.setToolTip(sentence)
        self._after_saved.setVisible(bool(sentence) and bool(self._saved.text()))


class JobField(QWidget):
    """The job that runs: what it does, how far it is, and the way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Job[object] | None = None
        self._words = _label()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(_PROGRESS_WIDTH)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self._stop)
        set_role(self._cancel, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._words, self._bar, self._cancel):
            row.addWidget(widget)
        self.hide()

    def follow(self, jobs: Jobs) -> None:
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self._go_on)
        jobs.ended.connect(self._end)

    def _begin(self, job: Job[object]) -> None:
        if self._shown is not None or not job.shown:
            return
        self._shown = job
        self._cancel.setEnabled(True)
        self._cancel.setAccessibleName(QCoreApplication.translate("JobField", "Cancel: {job}").format(job=job.title))
        self._bar.setAccessibleName(job.title)
        self._bar.setRange(0, 0)
        self._words.setText(f"{job.title}…")
        self.show()

    def _go_on(self, job: Job[object], progress: Progress) -> None:
        if job is not self._shown:
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._words.setText(f"{job.title} {progress.done:,} / {progress.total:,}")
        self._words.setToolTip(progress.what)

    def _end(self, job: Job[object]) -> None:
        if job is self._shown:
            self._shown = None
            self.hide()

    def _stop(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
            self._cancel.setEnabled(False)
            self._words.setText(self.tr("Stopping…"))


def _label(role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


class Separator(QWidget):
    """A thin line between two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(25, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = event.rect().center().x()
        QPainter(self).fillRect(middle, 0, 1, self.height(), self.palette().color(QPalette.ColorRole.Dark))
