"""What version 2 of a project file has beyond version 1: releases of datasets, and all that writes one again.

A release is what the file said at an *epoch*. The file’s epoch grows by one when an export begins; every row of the
logs keeps the epoch in which it came into this file (`arrived`), whatever the time in its id says, so a judgment that a
merge brings later is not in an earlier release. Boundaries of sentences change in place: before an article’s first
change in an epoch, they are put aside in `earlier_boundaries`.
"""

from __future__ import annotations

STATEMENTS = """
ALTER TABLE judgments ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE adjudications ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;

-- `sentences` is JSON, [start, end, kind, paragraph] each: the article’s as they were at the end of the epoch before.
CREATE TABLE earlier_boundaries (
    article INTEGER NOT NULL REFERENCES articles (key),
    epoch INTEGER NOT NULL,
    sentences TEXT NOT NULL,
    PRIMARY KEY (article, epoch)
) STRICT, WITHOUT ROWID;

-- `articles` is the key of the last article that there was, `annotators` is JSON, name by id, and `manifest` the whole
-- of the dataset’s manifest.json, whose SHA-256 is `digest`.
CREATE TABLE releases (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    line TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    codebook INTEGER NOT NULL REFERENCES codebooks (key),
    annotators TEXT NOT NULL,
    digest TEXT NOT NULL,
    manifest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER releases_never_UPDATE BEFORE UPDATE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are only ever added to'); END;
CREATE TRIGGER releases_never_DELETE BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are only ever added to'); END;

-- What near copies of an article are found by; can be made again at any time.
CREATE TABLE signatures (
    article INTEGER PRIMARY KEY REFERENCES articles (key),
    scheme TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT;
"""
