"""Files as Prodigy’s `db-out` writes them: https://prodi.gy/docs/api-interfaces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from labeling.domain.judgments import Evidence
from tests.importing.tool_files import TEXT, drafts_of, said, votes_of, write_jsonl

OPTIONS = [{"id": "hedge", "text": "Hedge"}, {"id": "denial", "text": "Denial"}]
HASHES = {"_input_hash": -389790845, "_task_hash": -1395252260}


def choice(answer: str = "accept", *accept: str, who: str | None = "news-ines", **fields: Any) -> dict[str, Any]:
    session = {"_timestamp": 1707211049, "_annotator_id": who, "_session_id": who, "_view_id": "choice"}
    task = {"text": TEXT, "options": OPTIONS, "meta": {"source": "Gazette"}, **HASHES, **session}
    return {**task, "config": {"choice_style": "multiple"}, "accept": list(accept), "answer": answer, **fields}


def binary(label: str, answer: str, **fields: Any) -> dict[str, Any]:
    return {
        "text": TEXT,
        "label": label,
        "score": 0.63,
        "priority": 0.63,
        "spans": [],
        **HASHES,
        "answer": answer,
    } | fields


def test_an_accepted_choice_is_a_judgment_of_its_session(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path, choice("accept", "hedge", "denial"))
    assert said(path) == [[("news-ines", "labelled", ("hedge", "denial"))]]
    assert drafts_of(path)[0].article.metadata == {"source": "Gazette"}


def test_accepted_with_nothing_selected_is_none(tmp_path: Path) -> None:
    unselected = choice()
    del unselected["accept"]
    assert said(write_jsonl(tmp_path, choice(), unselected)) == [[("news-ines", "none", ())]] * 2


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_rejected_and_ignored_tasks_are_no_judgments(tmp_path: Path, answer: str) -> None:
    assert said(write_jsonl(tmp_path, choice(answer, "hedge"), choice(answer))) == [[], []]


def test_a_task_without_answer_is_no_judgment(tmp_path: Path) -> None:
    assert said(write_jsonl(tmp_path, {"text": TEXT, "options": OPTIONS}, {"text": TEXT, **HASHES})) == [[], []]


@pytest.mark.parametrize(
    ("session", "name"),
    [
        ({"_annotator_id": "a", "_session_id": "b"}, "a"),
        ({"_annotator_id": None, "_session_id": "b"}, "b"),
        ({"_annotator_id": "2024-02-06_10-17-19", "_session_id": "2024-02-06_10-17-19"}, None),
        ({"_annotator_id": "news-2024-02-06_10-17-19"}, None),
        ({}, None),
    ],
)
def test_a_session_that_has_only_a_time_names_nobody(tmp_path: Path, session: dict[str, Any], name: str | None) -> None:
    task = {"text": TEXT, "options": OPTIONS, "accept": ["hedge"], "answer": "accept"}
    assert said(write_jsonl(tmp_path, task | session)) == [[(name, "labelled", ("hedge",))]]


def test_options_by_number_are_called_by_their_texts(tmp_path: Path) -> None:
    options = [{"id": 1, "text": "hedge"}, {"id": -1, "text": "denial"}]
    path = write_jsonl(tmp_path, choice(options=options) | {"accept": [-1]})
    assert said(path) == [[("news-ines", "labelled", ("denial",))]]


def test_spans_count_code_points(tmp_path: Path) -> None:
    spans = [{"start": 5, "end": 8, "label": "hedge"}]
    (vote,) = votes_of(write_jsonl(tmp_path, choice("accept", "hedge", text="🐎 It may.", spans=spans)))[0]
    assert vote.verdict.evidence == (Evidence("hedge", 5, 8),)


def test_spans_with_a_selected_label_are_evidence(tmp_path: Path) -> None:
    spans = [{"start": 3, "end": 6, "label": "hedge", "token_start": 1}, {"start": 0, "end": 2, "label": "PERSON"}]
    (vote,) = votes_of(write_jsonl(tmp_path, choice("accept", "hedge", spans=spans)))[0]
    assert vote.verdict.evidence == (Evidence("hedge", 3, 6),)


def test_a_yes_to_one_label_adds_it_and_a_no_says_nothing(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path, binary("hedge", "accept"), binary("denial", "reject"), binary("denial", "accept"))
    assert said(path) == [[(None, "labelled", ("hedge",))], [], [(None, "labelled", ("denial",))]]
    assert all(vote.adds for of in votes_of(path) for vote in of)
    (draft,) = drafts_of(path)
    assert "a no says nothing of the others" in draft.notes[0]


def test_answers_to_other_tasks_say_nothing_of_labels(tmp_path: Path) -> None:
    entities = {"text": TEXT, "spans": [{"start": 0, "end": 2, "label": "PERSON"}], **HASHES, "answer": "accept"}
    path = write_jsonl(tmp_path, entities)
    assert said(path) == [[]]
    assert "without options or label" in drafts_of(path)[0].notes[0]


def test_answers_of_several_sessions_are_one_article(tmp_path: Path) -> None:
    path = write_jsonl(
        tmp_path,
        choice("ignore", who="news-leo"),
        choice("accept", "hedge"),
        choice("accept", "denial", who="news-tomas"),
        choice("accept", text="Nobody knows.", _input_hash=2),
    )
    first, second = drafts_of(path)
    assert [(vote.annotator, vote.verdict.labels) for vote in first.votes] == [
        ("news-ines", ("hedge",)),
        ("news-tomas", ("denial",)),
    ]
    assert len(first.sentences) == 1
    assert second.article.text == "Nobody knows."


def test_a_reviewed_task_has_everyones_answer_and_the_reviewers_decision(tmp_path: Path) -> None:
    versions = [
        choice("accept", "hedge", sessions=["news-ines", "news-leo"], default=True),
        choice("accept", "denial", sessions=["news-tomas"], default=False),
        choice("ignore", sessions=["news-ada"]),
    ]
    reviewed = choice("accept", "hedge", who="review-lead", versions=versions, sessions=["news-ines"], view_id="choice")
    (votes,) = votes_of(write_jsonl(tmp_path, reviewed))
    assert [(vote.annotator, vote.adjudication, vote.verdict.labels) for vote in votes] == [
        ("news-ines", False, ("hedge",)),
        ("news-leo", False, ("hedge",)),
        ("news-tomas", False, ("denial",)),
        ("review-lead", True, ("hedge",)),
    ]
