"""What happens when the program itself is wrong: a record in the log, and a dialog with what to report."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from labeling.operations.identity import LOG_NAME

_LARGEST_LOG = 1_000_000

_log = logging.getLogger("hedgerow")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults(QObject):
    """Catches what nobody else caught, in any thread, and shows it in a dialog.

    Nothing is written to the console, which most people who use a window never see.
    """

    _occurred = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._showing = False
        self._file = folder / LOG_NAME
        self._handler = logging.FileHandler(self._file, encoding="utf-8", delay=True)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._occurred.connect(self._tell, Qt.ConnectionType.QueuedConnection)  # also from other threads

    def install(self) -> None:
        """From now on, catch everything and keep the log."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._file.exists() and self._file.stat().st_size > _LARGEST_LOG:
            self._file.replace(self._file.with_suffix(".old.log"))
        _log.addHandler(self._handler)
        _log.setLevel(logging.INFO)
        _log.propagate = False
        sys.excepthook = self._catch
        sys.unraisablehook = lambda hook: self._catch(hook.exc_type, hook.exc_value, hook.exc_traceback)
        threading.excepthook = lambda hook: self._catch(hook.exc_type, hook.exc_value, hook.exc_traceback)
        qInstallMessageHandler(keep_qt_message)

    def uninstall(self) -> None:
        """Leave everything as Python has it."""
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        _log.propagate = True
        _log.removeHandler(self._handler)
        self._handler.close()

    def report(self, error: BaseException) -> None:
        """Log an error and show it; for errors that were brought here from a job."""
        self._catch(type(error), error, error.__traceback__)

    def _catch(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        import traceback

        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error(text)
        self._occurred.emit(text)

    def _tell(self, text: str) -> None:
        if self._showing:  # a second fault while the first is being read is in the log
            return
        from desktop.dialogs.bug import BugDialog

        self._showing = True
        BugDialog(QApplication.activeWindow(), text, self._file.parent).exec()
        self._showing = False


def keep_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:  # noqa: ARG001 - Qt's signature
    """Put what Qt complains of into the log."""
    _log.log(_LEVELS[kind], "Qt: %s", message)
