"""The tables, triggers and views of a project file, version 1.

Logs (`judgments`, `adjudications`, `boundary_edits`, `codebooks`, `codebook_choices`) are append-only: triggers refuse
every UPDATE and DELETE. `progress` is derived from them and can be rebuilt. `acts` is the undo stack of this file and
is not merged. Rows point at articles, annotators and codebooks by an integer that is local to the file; the globally
unique names are in those three tables. Lists and objects are JSON text.

A project file may come from someone else and is opened with `trusted_schema` off, so no CHECK, trigger or index calls a
function that SQLite holds unsafe in a schema (json_valid is one). The readable views do: they are for other tools.
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

_LOGS = ("judgments", "adjudications", "boundary_edits", "codebooks", "codebook_choices")

_VIEWS = """
CREATE VIEW current_judgments AS
SELECT a.id || ':' || j.start || '-' || j."end" AS sentence, a.name AS article, j.start, j."end",
       substr(t.text, j.start + 1, j."end" - j.start) AS text, p.name AS annotator, j.state, j.labels, j.unsure,
       j.comment, j.evidence, j.seconds, j.origin, c.hash AS codebook, j.id
FROM judgments j
JOIN articles a ON a.key = j.article
JOIN texts t ON t.article = j.article
JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end"
JOIN annotators p ON p.key = j.annotator
JOIN codebooks c ON c.key = j.codebook
WHERE NOT EXISTS (
    SELECT 1 FROM judgments n
    WHERE n.article = j.article AND n.start = j.start AND n."end" = j."end" AND n.annotator = j.annotator
    AND n.id > j.id
);

-- An adjudication where there is one, else what more than half of those who judged say. `labels` is null on a tie.
CREATE VIEW gold AS
WITH votes AS (
    SELECT j.article, j.start, j."end", j.state, j.labels FROM judgments j
    JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end"
    WHERE j.state <> 'cleared' AND NOT EXISTS (
        SELECT 1 FROM judgments n
        WHERE n.article = j.article AND n.start = j.start AND n."end" = j."end" AND n.annotator = j.annotator
        AND n.id > j.id)
), settled AS (
    SELECT d.article, d.start, d."end", d.state, d.labels FROM adjudications d
    WHERE d.state <> 'cleared' AND NOT EXISTS (
        SELECT 1 FROM adjudications n
        WHERE n.article = d.article AND n.start = d.start AND n."end" = d."end" AND n.id > d.id)
), counted AS (
    SELECT article, start, "end", count(*) AS annotators, sum(state = 'excluded') AS excluded
    FROM votes GROUP BY 1, 2, 3
), shares AS (
    SELECT v.article, v.start, v."end", l.value AS label, count(*) AS votes
    FROM votes v, json_each(v.labels) l GROUP BY 1, 2, 3, 4
), derived AS (
    SELECT c.*, 2 * excluded > annotators AS out,
        2 * excluded = annotators OR EXISTS (
            SELECT 1 FROM shares h WHERE h.article = c.article AND h.start = c.start AND h."end" = c."end"
            AND 2 * h.votes = annotators - excluded) AS tie,
        (SELECT json_group_array(label) FROM (
            SELECT label FROM shares h WHERE h.article = c.article AND h.start = c.start AND h."end" = c."end"
            AND 2 * h.votes > annotators - excluded ORDER BY label)) AS majority
    FROM counted c
), sentences_with_gold AS (
    SELECT article, start, "end", 'adjudicated' AS source, state, labels FROM settled
    UNION ALL
    SELECT article, start, "end", 'majority',
        CASE WHEN out THEN 'excluded' WHEN tie THEN NULL WHEN majority = '[]' THEN 'none' ELSE 'labelled' END,
        CASE WHEN out THEN '[]' WHEN tie THEN NULL ELSE majority END
    FROM derived d
    WHERE NOT EXISTS (SELECT 1 FROM settled t WHERE t.article = d.article AND t.start = d.start AND t."end" = d."end")
)
SELECT a.id || ':' || g.start || '-' || g."end" AS sentence, a.name AS article, g.start, g."end",
       substr(t.text, g.start + 1, g."end" - g.start) AS text, g.source, g.state, g.labels
FROM sentences_with_gold g
JOIN articles a ON a.key = g.article
JOIN texts t ON t.article = g.article;
"""


def statements() -> str:
    """Return the script that makes an empty project file of this version."""
    triggers = "".join(
        f"CREATE TRIGGER {table}_never_{verb} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END;\n"
        for table in _LOGS
        for verb in ("UPDATE", "DELETE")
    )
    return _TABLES + triggers + _VIEWS


def wide_view(label_ids: tuple[str, ...]) -> str:
    """Return the script that makes `sentences_wide`: a row a sentence, a 0/1 column a label, null where not settled."""
    columns = "".join(
        f""",
    CASE WHEN g.labels IS NOT NULL AND g.state <> 'excluded'
    THEN EXISTS (SELECT 1 FROM json_each(g.labels) WHERE value = '{label}') END AS "{label}\""""
        for label in label_ids
    )
    return f"""DROP VIEW IF EXISTS sentences_wide;
CREATE VIEW sentences_wide AS
SELECT a.id || ':' || s.start || '-' || s."end" AS sentence, a.name AS article, a.title, s.paragraph, s.start, s."end",
    s.kind, substr(t.text, s.start + 1, s."end" - s.start) AS text, g.state, g.source{columns}
FROM sentences s
JOIN articles a ON a.key = s.article
JOIN texts t ON t.article = s.article
LEFT JOIN gold g ON g.sentence = a.id || ':' || s.start || '-' || s."end";"""
