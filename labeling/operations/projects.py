"""Making and opening projects."""

from __future__ import annotations

import tomllib
from pathlib import Path

from labeling.domain.codebooks import Codebook, read_codebook
from labeling.domain.errors import Refused
from labeling.domain.ids import uuid7
from labeling.resources import RESOURCES
from labeling.store import codebooks, facts
from labeling.store.connection import SUFFIX, Project
from labeling.store.opening import create_file, open_file


def load_codebook(path: Path) -> Codebook:
    """Read a codebook from a TOML file. Raises Refused when it isn't one."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused(f"The codebook “{path}” could not be read: {error}.") from error
    return read_codebook(content, f"“{path.name}”")


def codebook_as_toml(codebook: Codebook) -> str:
    """Return a codebook in the form that `load_codebook` reads."""
    import tomli_w

    return tomli_w.dumps(codebook.to_dict(), multiline_strings=True)


def standard_codebook() -> Codebook:
    """Return the codebook that Hedgerow comes with."""
    return load_codebook(RESOURCES / "codebook.toml")


def create_project(path: Path, codebook: Codebook | None = None) -> Project:
    """Make a project file with the given codebook, or the standard one. Raises Refused when it can't be made."""
    codebook = codebook or standard_codebook()
    project = create_file(path)
    with project.write() as db:
        facts.put(db, "id", uuid7())
        codebooks.choose(db, codebook)
    return project


def open_project(path: Path) -> Project:
    """Open a project file; an older one is migrated after a backup copy. Raises Refused when it can't be opened."""
    return open_file(path)


def project_path(text: str) -> Path:
    """Return the path of a project as a person names it: the suffix may be left out."""
    path = Path(text).expanduser()
    return path if path.suffix == SUFFIX or path.exists() else path.with_name(path.name + SUFFIX)
