"""The views of a project file that are readable without knowing its tables. They are for other tools.

They call functions that SQLite holds unsafe in a schema (json_each is one), so with `trusted_schema` off, as Hedgerow
opens a file, nobody reads them.
"""

from __future__ import annotations

READABLE = """
DROP VIEW IF EXISTS current_judgments;
DROP VIEW IF EXISTS gold;

CREATE VIEW current_judgments AS
SELECT a.id || ':' || j.start || '-' || j."end" AS sentence, a.name AS article, j.start, j."end",
       substr(t.text, j.start + 1, j."end" - j.start) AS text, who.name AS annotator, j.state, j.labels, j.unsure,
       j.comment, j.evidence, j.seconds, j.origin, c.hash AS codebook, j.id
FROM judgments j
JOIN articles a ON a.key = j.article
JOIN texts t ON t.article = j.article
JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end"
JOIN annotators p ON p.key = j.annotator
JOIN annotators who ON who.key = p.person
JOIN codebooks c ON c.key = j.codebook
WHERE NOT EXISTS (
    SELECT 1 FROM annotators o JOIN judgments n ON n.annotator = o.key
    WHERE o.person = p.person AND n.article = j.article AND n.start = j.start AND n."end" = j."end" AND n.id > j.id
);

-- An adjudication where there is one, else what more than half of those who judged say. `labels` is null on a tie.
CREATE VIEW gold AS
WITH votes AS (
    SELECT j.article, j.start, j."end", j.state, j.labels FROM judgments j
    JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end"
    JOIN annotators p ON p.key = j.annotator
    WHERE j.state <> 'cleared' AND NOT EXISTS (
        SELECT 1 FROM annotators o JOIN judgments n ON n.annotator = o.key
        WHERE o.person = p.person AND n.article = j.article AND n.start = j.start AND n."end" = j."end"
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
