"""What version 3 of a project file has beyond version 2: all that lets files of several people be united.

Every row that a merge brings has the epoch of that merge as its `arrived`, and no other row has it: so a release made
before doesn't contain it, and taking the merge back removes just these rows. That is the only way in which rows of the
logs are ever removed.
"""

from __future__ import annotations

from labeling.store.schema import LOGS

_TABLES = """
-- The UUIDv7 of the import. Of two records of one article, the earlier one counts as a whole.
ALTER TABLE articles ADD COLUMN imported TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE codebooks ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE codebook_choices ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE boundary_edits ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;

-- `name` is the latest in `namings`, and `person` the annotator that `unions` make of this one; both are derived.
ALTER TABLE annotators ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annotators ADD COLUMN person INTEGER REFERENCES annotators (key);
CREATE INDEX annotators_by_person ON annotators (person);

CREATE TABLE namings (
    id TEXT PRIMARY KEY,
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    name TEXT NOT NULL,
    arrived INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether `annotator` is the same person as `other`, who gives the name; the latest row on a pair counts.
CREATE TABLE unions (
    id TEXT PRIMARY KEY,
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    other INTEGER NOT NULL REFERENCES annotators (key),
    united INTEGER NOT NULL CHECK (united IN (0, 1)),
    arrived INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether an annotator is to judge an article; the latest row on the two counts.
CREATE TABLE assignments (
    article INTEGER NOT NULL REFERENCES articles (key),
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    id TEXT NOT NULL,
    assigned INTEGER NOT NULL CHECK (assigned IN (0, 1)),
    arrived INTEGER NOT NULL,
    PRIMARY KEY (article, annotator, id)
) STRICT, WITHOUT ROWID;

-- Sentences as they were imported, JSON like in `earlier_boundaries`; only of articles that have been edited since.
CREATE TABLE first_boundaries (
    article INTEGER PRIMARY KEY REFERENCES articles (key),
    sentences TEXT NOT NULL
) STRICT;

-- What an article was called at the end of the epoch before, where a merge brought an earlier import of it.
CREATE TABLE earlier_articles (
    article INTEGER NOT NULL REFERENCES articles (key),
    epoch INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    metadata TEXT NOT NULL,
    PRIMARY KEY (article, epoch)
) STRICT, WITHOUT ROWID;

-- `files` is JSON, the names of the files. `replaced` is JSON: the records of articles in whose place others came.
-- `state` is “merged”, for a moment “leaving” while it is taken back, then “left”.
CREATE TABLE merges (
    epoch INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    files TEXT NOT NULL,
    replaced TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('merged', 'leaving', 'left'))
) STRICT;
"""

_NEW_LOGS = ("namings", "unions", "assignments")


def statements() -> str:
    """Return the script that makes a file of version 2 one of version 3, but for first names and boundaries."""
    return _TABLES + "".join(map(_triggers, (*LOGS, *_NEW_LOGS))) + "UPDATE annotators SET person = key;"


def _triggers(log: str) -> str:
    return f"""
DROP TRIGGER IF EXISTS {log}_never_DELETE;
CREATE TRIGGER {log}_never_DELETE BEFORE DELETE ON {log}
WHEN OLD.arrived NOT IN (SELECT epoch FROM merges WHERE state = 'leaving')
BEGIN SELECT RAISE(ABORT, '{log} are only ever added to'); END;
CREATE TRIGGER IF NOT EXISTS {log}_never_UPDATE BEFORE UPDATE ON {log}
BEGIN SELECT RAISE(ABORT, '{log} are only ever added to'); END;
"""
