"""Whatever stands in the place of what a tool writes, a file is read or refused in one sentence: nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.domain.judgments import State
from labeling.importing.drafts import Draft
from labeling.importing.interchange import Line, read_judgments
from labeling.importing.problems import Problem
from labeling.importing.readers import read_file

TEXT = "🐎 It may have sailed."
REGION = {"start": 5, "end": 8, "text": "may", "labels": ["hedge"]}
CHOICE = {"from_name": "labels", "to_name": "text", "type": "choices", "value": {"choices": ["hedge"]}}
ANSWER = {"value": ["hedge"], "user_id": "01890a5d-ac96-774b-bcce-b302099a8057", "status": "submitted"}
OPTIONS = [{"id": "hedge", "text": "Hedge"}]
SPAN = {"start": 5, "end": 8, "label": "hedge"}
OBJECTS: list[dict[str, Any]] = [
    {
        "id": 1,
        "data": {"text": TEXT, "title": "The ferry"},
        "annotations": [
            {
                "completed_by": {"id": 2, "email": "ada@example.org"},
                "result": [CHOICE, {**CHOICE, "type": "labels", "from_name": "ner", "value": REGION}],
                "was_cancelled": False,
                "ground_truth": True,
                "lead_time": 4.5,
            }
        ],
    },
    {
        "text": TEXT,
        "id": 1,
        "labels": {"choices": ["hedge"]},
        "ner": [REGION],
        "annotator": 1,
        "annotation_id": 7,
        "created_at": "2021",
        "updated_at": "2021",
        "lead_time": 2,
    },
    {
        "id": "7",
        "fields": {"text": TEXT},
        "metadata": {
            "sentence_id": f"{'a' * 64}:5-26",
            "annotators": ["Ada"],
            "adjudication": {"by": "Ada", "state": "labelled", "labels": ["x"]},
        },
        "suggestions": {},
        "responses": {"labels": [ANSWER], "evidence": [{**ANSWER, "value": [SPAN]}]},
    },
    {
        "id": "7",
        "fields": {"text": TEXT},
        "responses": [{**ANSWER, "values": {"labels": {"value": ["hedge"]}}}],
        "suggestions": [],
    },
    {
        "id": "7",
        "text": TEXT,
        "labels.responses": [["hedge"]],
        "labels.responses.users": ["ada"],
        "labels.responses.status": ["submitted"],
    },
    {"id": 1, "text": TEXT, "label": [[6, 9, "hedge"]], "Comments": ["Sure?"], "source": "Gazette"},
    {"id": 1, "text": TEXT, "label": [], "annotation_approver": "admin", "meta": {"page": 3}},
    {"id": 1, "text": TEXT, "cats": ["hedge"], "entities": [{"start_offset": 6, "end_offset": 9, "label": "hedge"}]},
    {
        "text": TEXT,
        "options": OPTIONS,
        "accept": ["hedge"],
        "spans": [SPAN],
        "answer": "accept",
        "_input_hash": 1,
        "_annotator_id": "news-ada",
        "meta": {"source": "Gazette"},
    },
    {
        "text": TEXT,
        "options": OPTIONS,
        "accept": ["hedge"],
        "answer": "accept",
        "_session_id": "lead",
        "versions": [{"accept": ["hedge"], "options": OPTIONS, "answer": "accept", "sessions": ["news-ada"]}],
        "votes": [{"annotator": "Ada", "accept": ["hedge"], "answer": "accept", "spans": [SPAN], "seconds": 3}],
    },
    {"text": TEXT, "label": "hedge", "answer": "accept", "_input_hash": 1, "_task_hash": 2},
]

words = st.sampled_from(["hedge", "accept", "text", "", " ", "\ud83d", "\x00", "A\n\nB", "9" * 30])
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 30) | st.floats() | st.just(10**40) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)


def places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where there is something in an object, from it inwards."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in inner:
        yield (*above, key)
        yield from places(entry, (*above, key))


def replaced(value: dict[str, Any], place: tuple[Any, ...], by: Any) -> dict[str, Any]:
    changed = copy.deepcopy(value)
    inner: Any = changed
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = by
    return changed


changes = st.sampled_from([(fields, place) for fields in OBJECTS for place in places(fields)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tasks")


@given(changes, anything)
def test_a_value_of_another_kind_is_read_or_refused(
    folder: Path, change: tuple[dict[str, Any], tuple[Any, ...]], value: Any
) -> None:
    path = folder / "tasks.json"
    path.write_text(json.dumps([OBJECTS[0], replaced(*change, value)]), encoding="utf-8")
    lines = list(read_judgments(path))
    assert len(lines) == 2
    assert all(isinstance(line, Line | Problem) for line in lines)
    try:
        assert all(isinstance(item, Draft | Problem) for item in read_file(path))
    except Refused:
        pytest.fail("one wrong object is no reason to refuse the file")


@pytest.mark.parametrize("by", [None, 5, True, {"x": 1}, [None], [5], [{"x": 1}]])
@pytest.mark.parametrize("fields", [fields for fields in OBJECTS if "annotation_approver" not in fields])
def test_a_null_or_a_value_of_another_kind_never_says_that_no_label_applies(
    tmp_path: Path, fields: dict[str, Any], by: Any
) -> None:
    at = list(places(fields))
    changed = [replaced(fields, place, by) for place in at]
    path = tmp_path / "tasks.jsonl"
    path.write_text("".join(f"{json.dumps(entry)}\n" for entry in changed), encoding="utf-8")
    said = [
        place
        for place, line in zip(at, read_judgments(path), strict=True)
        if isinstance(line, Line) and any(vote.verdict.state is State.NONE for vote in line.votes)
    ]
    assert said == []


@pytest.mark.parametrize("fields", OBJECTS)
def test_half_a_character_is_refused_wherever_it_would_be_stored(tmp_path: Path, fields: dict[str, Any]) -> None:
    """JSON can write one half of a surrogate pair, which no file in UTF-8 can hold."""
    for place in places(fields):
        path = tmp_path / "tasks.json"
        path.write_text(json.dumps([replaced(fields, place, "\ud83d")]), encoding="utf-8")
        try:
            stored = str([*read_judgments(path), *read_file(path)]).encode()
        except Refused as refused:
            stored = str(refused).encode()
        assert b"ud83d" not in stored.lower(), place
