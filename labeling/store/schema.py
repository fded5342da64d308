"""The tables and triggers of a project file, version 1.

Logs (`judgments`, `adjudications`, `boundary_edits`, `codebooks`, `codebook_choices`) are append-only: triggers refuse
every UPDATE and DELETE. `progress` is derived from them and can be rebuilt. `acts` is the undo stack of this file and
is not merged. Rows point at articles, annotators and codebooks by an integer that is local to the file; the globally
unique names are in those three tables. Lists and objects are JSON text.

A project file may come from someone else and is opened with `trusted_schema` off, so no CHECK, trigger or index calls a
function that SQLite holds unsafe in a schema (json_valid is one).
"""

from __future__ import annotations

_TABLES = """
CREATE TABLE project (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE annotators (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE codebooks (
    key INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE codebook_choices (
    id TEXT PRIMARY KEY,
    codebook INTEGER NOT NULL REFERENCES codebooks (key)
) STRICT, WITHOUT ROWID;

-- Texts stand apart, so that a list of articles reads few pages.
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    metadata TEXT NOT NULL,
    sentences INTEGER NOT NULL
) STRICT;

CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles (key),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles (key),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('body', 'heading', 'furniture')),
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (article, start),
    CHECK (start < "end")
) STRICT, WITHOUT ROWID;

-- A sentence begins at `position` after a split, and no longer does after a join; the latest edit of a position counts.
CREATE TABLE boundary_edits (
    article INTEGER NOT NULL REFERENCES articles (key),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    edit TEXT NOT NULL CHECK (edit IN ('split', 'join')),
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    PRIMARY KEY (article, position, id)
) STRICT, WITHOUT ROWID;

-- In this order an article's judgments are one range, and an annotator's current one is the last of its group.
CREATE TABLE judgments (
    article INTEGER NOT NULL REFERENCES articles (key),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('labelled', 'none', 'excluded', 'cleared')),
    labels TEXT NOT NULL,
    unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
    comment TEXT NOT NULL,
    evidence TEXT NOT NULL,
    seconds REAL,
    origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'import', 'undo')),
    shown TEXT NOT NULL,
    codebook INTEGER NOT NULL REFERENCES codebooks (key),
    PRIMARY KEY (article, start, "end", annotator, id),
    CHECK ((state = 'labelled') = (labels <> '[]'))
) STRICT, WITHOUT ROWID;

CREATE TABLE adjudications (
    article INTEGER NOT NULL REFERENCES articles (key),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    id TEXT NOT NULL,
    author INTEGER NOT NULL REFERENCES annotators (key),
    state TEXT NOT NULL CHECK (state IN ('labelled', 'none', 'excluded', 'cleared')),
    labels TEXT NOT NULL,
    note TEXT NOT NULL,
    codebook INTEGER NOT NULL REFERENCES codebooks (key),
    PRIMARY KEY (article, start, "end", id),
    CHECK ((state = 'labelled') = (labels <> '[]'))
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (
    article INTEGER NOT NULL REFERENCES articles (key),
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    judged INTEGER NOT NULL,
    unsure INTEGER NOT NULL,
    commented INTEGER NOT NULL,
    labels TEXT NOT NULL,
    PRIMARY KEY (annotator, article)
) STRICT, WITHOUT ROWID;

-- `before` and `after` are ids of judgments; an edit of boundaries has a `position` instead.
CREATE TABLE acts (
    key INTEGER PRIMARY KEY,
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    act TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    position INTEGER,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX acts_by_annotator ON acts (annotator, undone, key);

CREATE VIEW searchable AS
SELECT a.key AS key, a.title AS title, a.source AS source, t.text AS text
FROM articles a JOIN texts t ON t.article = a.key;

CREATE VIRTUAL TABLE search USING fts5 (
    title, source, text, content = 'searchable', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
"""

LOGS = ("judgments", "adjudications", "boundary_edits", "codebooks", "codebook_choices")


def statements() -> str:
    """Return the script that makes an empty project file of this version."""
    triggers = "".join(
        f"CREATE TRIGGER {table}_never_{verb} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END;\n"
        for table in LOGS
        for verb in ("UPDATE", "DELETE")
    )
    return _TABLES + triggers
