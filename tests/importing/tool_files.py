"""Files of other annotation tools for tests, and what is read of them."""

from __future__ import annotations

import json
from pathlib import Path

from labeling.importing.drafts import Draft, Vote
from labeling.importing.interchange import Line, read_judgments
from labeling.importing.problems import Problem
from tests.importing.reading import drafts_and_problems

TEXT = "It may have sailed."


def write_list(folder: Path, *entries: object, name: str = "tasks.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_jsonl(folder: Path, *entries: object, name: str = "tasks.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{json.dumps(entry, ensure_ascii=False)}\n" for entry in entries), encoding="utf-8")
    return path


def drafts_of(path: Path) -> list[Draft]:
    """The articles of a file in which nothing is wrong."""
    drafts, problems = drafts_and_problems(path)
    assert problems == []
    return drafts


def votes_of(path: Path) -> list[tuple[Vote, ...]]:
    """The judgments that a file brings to a project that has its articles, line by line."""
    lines = list(read_judgments(path))
    assert not [line for line in lines if isinstance(line, Problem)]
    return [line.votes for line in lines if isinstance(line, Line)]


def said(path: Path) -> list[list[tuple[str | None, str, tuple[str, ...]]]]:
    """Who said what, line by line: annotator, state and labels."""
    return [[(vote.annotator, vote.verdict.state.value, vote.verdict.labels) for vote in of] for of in votes_of(path)]


def problem_of(path: Path) -> str:
    """The sentence with which the only line of a file is left out."""
    (problem,) = [line for line in read_judgments(path) if isinstance(line, Problem)]
    return problem.sentence
