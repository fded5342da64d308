"""Who works at this machine: an annotator with an id that is made once."""

from __future__ import annotations

import json
import os
from pathlib import Path

import platformdirs

from labeling.domain.ids import uuid7
from labeling.domain.judgments import Annotator

# What went wrong in the program itself, in the settings folder; the window and the command line both write to it.
LOG_NAME = "hedgerow.log"


def settings_folder() -> Path:
    """Return the folder of this person's settings on this machine: `HEDGEROW_CONFIG` where that is set."""
    chosen = os.environ.get("HEDGEROW_CONFIG")
    return Path(chosen) if chosen else platformdirs.user_config_path("hedgerow", appauthor=False)


def this_annotator(folder: Path | None = None) -> Annotator | None:
    """Return who works at this machine, or None before they have said so."""
    try:
        content = json.loads(_file(folder).read_text(encoding="utf-8"))
        return Annotator(str(content["id"]), str(content["name"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def name_annotator(name: str, folder: Path | None = None) -> Annotator:
    """Keep the name of who works at this machine; their id stays what it is."""
    known = this_annotator(folder)
    annotator = Annotator(known.id if known else uuid7(), name.strip())
    file = _file(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"id": annotator.id, "name": annotator.name}, ensure_ascii=False), encoding="utf-8")
    return annotator


def _file(folder: Path | None) -> Path:
    return (folder or settings_folder()) / "annotator.json"
