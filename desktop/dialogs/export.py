"""Writing the labels as a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton

from desktop.dialogs import choose
from desktop.dialogs.dialog import Dialog, show_one
from desktop.jobs import Job, Progress
from labeling.domain.errors import Refused
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.export.parting.shares import STANDARD_SHARES, parse_shares
from labeling.operations.exporting import Result

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_SPLITS = (str(STANDARD_SHARES), "70/15/15", "none")
_LARGEST_SEED = 2_147_483_647


def show_export(window: Window) -> None:
    """Show what can be chosen about an export. The window can be used while it runs."""
    show_one(ExportDialog, lambda: ExportDialog(window), window)


class ExportDialog(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, self.tr("Export"), 480)
        self._window = window
        self._project = window.session.project.path
        self._job: Job[Result] | None = None
        self._written: Path | None = None
        self._format = _choice(_format_names())
        self._policy = _choice(_policy_names())
        self._split = _choice({shares: _split_name(shares) for shares in _SPLITS})
        self._seed = QLineEdit("0")
        self._seed.setValidator(QIntValidator(0, _LARGEST_SEED, self))
        self._seed.setFixedWidth(104)
        self._unjudged = QCheckBox(self.tr("Also the sentences that nothing was settled on"))
        self._unjudged.setToolTip(self.tr("They are written with no state, never as “no label applies”"))
        self._folder = QLineEdit(str(_unused(self._project.with_name(f"{self._project.stem}-dataset"))))
        self._add_fields()
        self._said = self.add_words("", "muted")
        self._open = self.add_button(self.tr("Open folder"), self._open_folder, at_left=True)
        self._close = self.add_button(self.tr("Close"), self.close)
        self._export = self.add_button(self.tr("Export"), self._start, primary=True)
        self._open.hide()
        self._said.hide()
        window.jobs.progressed.connect(self._show_progress)
        window.session.closed.connect(self.close)

    def _add_fields(self) -> None:
        self.add_field(self.tr("Format"), self._format)
        self.add_field(self.tr("Gold"), self._policy)
        self.add_words(self.tr("A sentence that was adjudicated keeps what the adjudicator gave it."), "caption")
        self.add_field(self.tr("Split"), self._split)
        self.add_words(self.tr("All sentences of an article stay together."), "caption")
        self.add_field(self.tr("Seed"), self._seed)
        self.add_words(self.tr("The same project, options and seed give the same bytes."), "caption")
        self.body.addWidget(self._unjudged)
        self.add_field(self.tr("Folder"), self._folder)
        change = QPushButton(self.tr("Change…"))
        change.setAutoDefault(False)
        change.clicked.connect(self._change_folder)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(change)
        self.body.addLayout(row)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)

    def _options(self) -> Options:
        return Options(
            format=str(self._format.currentData()),
            gold=Policy(self._policy.currentData()),
            split=parse_shares(str(self._split.currentData())),
            seed=int(self._seed.text() or 0),
            include_unjudged=self._unjudged.isChecked(),
        )

    def _start(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        self.refuse("")
        folder, project, options = Path(self._folder.text()).expanduser(), self._project, self._options()

        def work(job: Job[Result]) -> Result:
            from labeling.operations.exporting import export
            from labeling.operations.projects import open_project

            if not folder.is_absolute():
                raise Refused(f"“{folder}” does not say in which folder it lies; choose a folder with “Change…”.")
            with open_project(project) as opened:
                return export(opened, folder, options, on_progress=job.report, cancelled=job.cancelled)

        self._show_running(running=True)
        self._job = self._window.jobs.start(self.tr("Exporting"), work, self._done, self._refused)

    def _show_running(self, *, running: bool) -> None:
        self._export.setText(self.tr("Cancel") if running else self.tr("Export"))
        self._said.setText(self.tr("Reading the project…") if running else "")
        self._said.setVisible(running)
        self._open.hide()
        for field in (self._format, self._policy, self._split, self._seed, self._unjudged, self._folder):
            field.setEnabled(not running)

    def _show_progress(self, job: Job[Result], progress: Progress) -> None:
        if job is self._job:
            words = self.tr("{percent} %: {article}")
            percent = 100 * progress.done // max(progress.total, 1)
            self._said.setText(words.format(percent=percent, article=progress.what))

    def _done(self, result: Result) -> None:
        self._job = None
        self._show_running(running=False)
        self._written = result.path
        total = sum(result.sentences.values())
        words = self.tr("Written: {count:,} sentences.").format(count=total)
        if result.path is None:
            words = self.tr("Cancelled; nothing was written.")
        elif result.left_out:
            reasons = ", ".join(f"{reason} {count:,}" for reason, count in result.left_out.items() if count)
            words += " " + self.tr("Left out: {reasons}.").format(reasons=reasons)
        self._said.setText(words)
        self._said.show()
        self._open.setVisible(result.path is not None)
        self._folder.setText(str(_unused(Path(self._folder.text()))))
        self._window.say(words)

    def _refused(self, sentence: str) -> None:
        self._job = None
        self._show_running(running=False)
        self.refuse(sentence)

    def _change_folder(self) -> None:
        folder = choose.new_folder(self, Path(self._folder.text()))
        if folder is not None:
            self._folder.setText(str(folder))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))


def _choice(names: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, words in names.items():
        box.addItem(words, value)
    return box


def _format_names() -> dict[str, str]:
    return {name: chosen.title for name, chosen in FORMATS.items()}


def _policy_names() -> dict[str, str]:
    return {
        Policy.MAJORITY: translate("export", "What the majority of annotators gave"),
        Policy.UNANIMOUS: translate("export", "Only where all annotators agree"),
        Policy.ANY: translate("export", "Every label that anyone gave"),
        Policy.ADJUDICATED: translate("export", "Only what was adjudicated"),
    }


def _split_name(shares: str) -> str:
    if shares == "none":
        return translate("export", "None: everything in one file")
    return translate("export", "{shares}, by article").format(shares=shares.replace("/", " / "))


def _unused(folder: Path) -> Path:
    """Return the folder, or the next name with a number that nothing has yet."""
    if not folder.exists():
        return folder
    return next(path for n in range(2, 1_000_000) if not (path := folder.with_name(f"{folder.name}-{n}")).exists())
