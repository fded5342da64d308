"""What became of everything that was to be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from desktop.actions.imports import summary
from desktop.dialogs.dialog import Dialog, show_one

if TYPE_CHECKING:
    from desktop.window import Window
    from labeling.operations.importing import ImportReport

translate = QCoreApplication.translate


def show_report(window: Window, report: ImportReport) -> None:
    """Show a report in the place of an earlier one. It stands in nobody's way."""
    earlier = window.findChild(ReportDialog)
    if earlier is not None:
        earlier.close()
    show_one(ReportDialog, lambda: ReportDialog(window, report), window)


class ReportDialog(Dialog):
    def __init__(self, window: Window, report: ImportReport) -> None:
        super().__init__(window, self.tr("Import report"), 640, 420)
        self.add_words(summary(report), "heading")
        self._text = QPlainTextEdit(report_text(report))
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("What became of each file"))
        self.body.addWidget(self._text, 1)
        self.add_button(self.tr("Copy"), self._copy, at_left=True)
        self.add_button(self.tr("Close"), self.close, primary=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def report_text(report: ImportReport) -> str:
    """Return a report as plain text: what needs attention first."""
    groups = (
        (translate("imports", "Refused"), [f"{problem.where}: {problem.sentence}" for problem in report.refused]),
        (translate("imports", "Notes"), [f"{note.where}: {note.sentence}" for note in report.notes]),
        (translate("imports", "There already, so not imported again"), report.known),
        (
            translate("imports", "Imported"),
            [
                translate("imports", "{name}: {title}, {count} sentences").format(
                    name=article.name, title=article.title, count=article.sentences
                )
                for article in report.added
            ],
        ),
    )
    return "\n\n".join("\n".join((f"{title} ({len(lines)})", *lines)) for title, lines in groups if lines)
