"""Finding damage in a project file, and what there is to mend it with."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from labeling.domain.errors import Refused
from labeling.store import backup, integrity
from labeling.store.opening import open_file


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a file, sentence by sentence, and the newest backup copy that is whole.

    `rebuilt` says that what could be made anew from the logs was.
    """

    findings: tuple[integrity.Finding, ...]
    copies: int
    newest_whole: Path | None
    rebuilt: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing was found, or only what has been made anew."""
        return all(finding.derived and self.rebuilt for finding in self.findings)


def check(path: Path) -> Report:
    """Look for damage, and make anew what is only derived. Raises Refused when there is no such file."""
    try:
        with open_file(path) as project:
            found = tuple(integrity.findings(project.connection))
            repairable = bool(found) and all(finding.derived for finding in found)
            if repairable:
                with project.write() as db:
                    integrity.rebuild(db)
    except (sqlite3.DatabaseError, Refused) as error:
        if not path.is_file():
            raise
        found, repairable = (integrity.Finding(f"“{path.name}” can’t be opened: {_reason(error)}"),), False
    return Report(found, len(backup.copies(path)), backup.newest_whole(path), repairable)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, Refused) else f"{error}."
