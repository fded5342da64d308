"""Rows that Hedgerow would never write are refused with their file, and the project stays as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from labeling.operations import boundaries, judging, merging
from labeling.operations.digests import digest
from labeling.store import schema
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id

UNSOUND = {
    "a text that is not the article's": ("UPDATE texts SET text = text || '!'", "text of an article"),
    "metadata that is no object": ("UPDATE articles SET metadata = '[1]'", "says of an article"),
    "metadata that is no JSON": ("UPDATE articles SET metadata = '{'", "says of an article"),
    "an import without an id": ("UPDATE articles SET imported = 'yesterday'", "id of its import"),
    "sentences that leave out text": (
        "DELETE FROM first_boundaries; DELETE FROM sentences WHERE start = 0",
        "leave out",
    ),
    "a sentence of no kind": (
        "UPDATE first_boundaries SET sentences = replace(sentences, 'body', 'poem')",
        "tables can’t be read",
    ),
    "no text": ("DELETE FROM texts", "tables can’t be read"),
    "a state that there isn't": ("UPDATE judgments SET state = 'maybe'", "judgment can’t be read"),
    "labels without the state": ("UPDATE judgments SET labels = '[\"hedge\"]'", "judgment can’t be read"),
    "labels that are no list": ("UPDATE judgments SET labels = '7'", "judgment can’t be read"),
    "a span behind the text": ('UPDATE judgments SET "end" = 4000', "judgment can’t be read"),
    "evidence that is none": ("UPDATE judgments SET evidence = '[[1]]'", "judgment can’t be read"),
    "an origin that there isn't": ("UPDATE judgments SET origin = 'dream'", "judgment can’t be read"),
    "an id that has no time": ("UPDATE judgments SET id = 'x'", "usable ids"),
    "an endless time": ("UPDATE judgments SET seconds = 9e999", "judgment can’t be read"),
    "an edit in the middle of a space": ("UPDATE boundary_edits SET position = 13", "split or join"),
    "an edit that there isn't": ("UPDATE boundary_edits SET edit = 'shuffle'", "split or join"),
    "a sample that an article is half in": (
        "INSERT INTO samplings SELECT key, '01890a5d-ac96-774b-bcce-b302099a8070', 2, 0 FROM articles",
        "sample to measure on",
    ),
    "a codebook under another's hash": ("UPDATE codebooks SET content = replace(content, 'Small', 'Big')", "codebook"),
    "a codebook that is none": ("UPDATE codebooks SET content = '{}'", "codebook"),
    "a name that is empty": ("UPDATE namings SET name = ''", "usable name"),
}


def spoilt(path: Path, script: str) -> Path:
    """Change rows behind the program's back, as a hand-made file would have them."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        for log in (*schema.LOGS, "namings", "unions", "assignments"):
            db.execute(f"DROP TRIGGER {log}_never_UPDATE")
            db.execute(f"DROP TRIGGER {log}_never_DELETE")
        db.executescript(script)
    return path


@pytest.mark.parametrize(("script", "why"), UNSOUND.values(), ids=UNSOUND.keys())
def test_unsound_rows_are_refused_with_their_file_and_the_others_merged(tmp_path: Path, script: str, why: str) -> None:
    with project_with(tmp_path, FERRY, name="theirs") as theirs, project_with(tmp_path, MILL, name="more") as more:
        judging.judge_none(theirs, TOMAS, sentence_id(FERRY, 1))
        boundaries.split_sentence(theirs, TOMAS, sentence_id(FERRY, 0), 14)
        judging.judge_none(more, TOMAS, sentence_id(MILL, 0))
    spoilt(theirs.path, script)
    with project_with(tmp_path, FERRY, name="ours") as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        before = digest(project)
        (problem,) = merging.merge(project, [theirs.path]).refused
        assert why in problem.sentence
        assert "theirs.hedgerow" in problem.sentence
        assert digest(project) == before
        report = merging.merge(project, [theirs.path, more.path])
        assert [each.file for each in report.brought] == ["more.hedgerow"]
        assert digest(project) != before


def test_a_record_that_was_changed_is_refused(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, name="ours") as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        with project_with(tmp_path, FERRY, name="theirs") as theirs:
            merging.merge(theirs, [project.path])
        spoilt(theirs.path, "UPDATE judgments SET state = 'excluded'")
        (problem,) = merging.merge(project, [theirs.path]).refused
        assert "changes a record" in problem.sentence
