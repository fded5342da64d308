"""What version 4 of a project file has beyond version 3: suggestions, what was learned, and a sample to measure on.

`samplings` is a log and is merged. The other tables belong to this file: `suggested` can be made anew at any time, and
`models` and `dismissals` stay where they were made.
"""

from __future__ import annotations

STATEMENTS = """
-- Whether an article is in the random sample on which the team measures; the latest row on an article counts.
CREATE TABLE samplings (
    article INTEGER NOT NULL REFERENCES articles (key),
    id TEXT NOT NULL,
    sampled INTEGER NOT NULL CHECK (sampled IN (0, 1)),
    arrived INTEGER NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER samplings_never_DELETE BEFORE DELETE ON samplings
WHEN OLD.arrived NOT IN (SELECT epoch FROM merges WHERE state = 'leaving')
BEGIN SELECT RAISE(ABORT, 'samplings are only ever added to'); END;
CREATE TRIGGER samplings_never_UPDATE BEFORE UPDATE ON samplings
BEGIN SELECT RAISE(ABORT, 'samplings are only ever added to'); END;

-- What was suggested for an article’s sentences as they are bounded now: `by` names what made it, `content` is JSON.
CREATE TABLE suggested (
    article INTEGER PRIMARY KEY REFERENCES articles (key),
    by TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

-- What was learned from the gold of the project: plain arrays in `content`, the figures as JSON in `report`. Of earlier
-- ones only the figures are kept. One with content is in use, at most.
CREATE TABLE models (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    report TEXT NOT NULL,
    content BLOB
) STRICT, WITHOUT ROWID;

-- Notes on a judgment that an annotator does not want to see again.
CREATE TABLE dismissals (
    article INTEGER NOT NULL REFERENCES articles (key),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    annotator INTEGER NOT NULL REFERENCES annotators (key),
    note TEXT NOT NULL,
    PRIMARY KEY (article, start, "end", annotator, note)
) STRICT, WITHOUT ROWID;
"""
