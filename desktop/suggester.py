"""What suggests, loaded in the background so that the window runs on."""

from __future__ import annotations

import gc
import sqlite3
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labeling.suggestions.suggester import Suggester


def suggester_of(db: sqlite3.Connection) -> Suggester:
    """Return what suggests in a project.

    The first time it loads a hundred thousand objects, which all stay. To go through them for garbage would hold up the
    window for several frames, then and each time later, so they are put aside.
    """
    from labeling.operations import suggesting

    if "spacy" in sys.modules or not gc.isenabled():
        return suggesting.suggester_of(db)
    gc.disable()
    try:
        suggester = suggesting.suggester_of(db)
        gc.freeze()
    finally:
        gc.enable()
    return suggester
