"""SQL scripts, statement by statement."""

from __future__ import annotations

import sqlite3


def complete_statements(script: str) -> list[str]:
    """Split a script where SQLite says that a statement is complete (a trigger has semicolons of its own).

    `executescript` is no replacement: it commits the transaction that it is called in.
    """
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if pending.strip() and sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
