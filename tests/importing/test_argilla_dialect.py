"""Files as Argilla writes them: `Record.to_dict` of its SDK, and its API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.tool_files import TEXT, drafts_of, problem_of, said, votes_of, write_list

INES, TOMAS = "01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8058"


def record(responses: object, **fields: Any) -> dict[str, Any]:
    guess = {"topics": {"value": ["denial"], "score": 0.9, "agent": "model"}}
    usual = {"id": "7", "fields": {"text": TEXT}, "metadata": {"source": "Gazette"}, "suggestions": guess}
    return {**usual, "responses": responses, "vectors": {}, "_server_id": None, **fields}


def response(value: object, user: str = INES, **fields: Any) -> dict[str, Any]:
    return {"value": value, "user_id": user, **fields}


def test_only_submitted_responses_are_judgments(tmp_path: Path) -> None:
    answers = [
        response(["hedge", "denial"], status="submitted"),
        response([], TOMAS, status="submitted"),
        response(["hedge"], "3", status="draft"),
        response(["hedge"], "4", status="discarded"),
    ]
    path = write_list(tmp_path, record({"topics": answers}))
    assert said(path) == [[(INES, "labelled", ("hedge", "denial")), (TOMAS, "none", ())]]
    (draft,) = drafts_of(path)
    assert (draft.article.metadata, draft.notes) == ({"source": "Gazette"}, ())


def test_suggestions_are_no_judgments(tmp_path: Path) -> None:
    assert said(write_list(tmp_path, record({}))) == [[]]


def test_without_a_status_all_with_labels_are_taken_and_that_is_said(tmp_path: Path) -> None:
    """`to_json` of Argilla 2.8.0 leaves the status out."""
    path = write_list(tmp_path, record({"topics": [response(["hedge"]), response([], TOMAS)]}))
    assert said(path) == [[(INES, "labelled", ("hedge",))]]
    assert "does not say which responses were submitted" in drafts_of(path)[0].notes[0]


def test_responses_of_the_api_are_read_too(tmp_path: Path) -> None:
    answers = [
        {"user_id": INES, "status": "submitted", "values": {"topics": {"value": ["hedge"]}}},
        {"user_id": TOMAS, "status": "draft", "values": {"topics": {"value": ["denial"]}}},
        {"user_id": "3", "status": "discarded", "values": None},
    ]
    assert said(write_list(tmp_path, record(answers))) == [[(INES, "labelled", ("hedge",))]]


def test_a_flattened_record_says_what_was_submitted(tmp_path: Path) -> None:
    """As `to_list(flatten=True)` writes it, which fills what a record has not with nulls."""
    flat = {
        "id": "7",
        "_server_id": None,
        "text": TEXT,
        "source": "Gazette",
        "topics.responses": [["hedge"], ["denial"], ["denial"], ["hedge", "denial"]],
        "topics.responses.users": [INES, TOMAS, "3", "4"],
        "topics.responses.status": ["submitted", "draft", "discarded", "submitted"],
        "topics.suggestion": ["denial"],
        "topics.suggestion.score": 0.9,
        "topics.suggestion.agent": "model",
    }
    unanswered = {**flat, "id": "8", "text": "Nobody knows."} | {
        key: None for key in flat if key.startswith("topics.responses")
    }
    path = write_list(tmp_path, flat, unanswered)
    assert said(path) == [[(INES, "labelled", ("hedge",)), ("4", "labelled", ("hedge", "denial"))], []]
    first, *_ = drafts_of(path)
    assert (first.article.text, first.article.metadata, first.notes) == (TEXT, {"source": "Gazette"}, ())


def test_columns_of_unlike_length_are_refused(tmp_path: Path) -> None:
    flat = {"id": "7", "text": TEXT, "topics.responses": [["hedge"]], "topics.responses.users": [INES, TOMAS]}
    assert "not lists of the same length" in problem_of(write_list(tmp_path, flat))


def test_metadata_that_are_called_like_ours_are_the_persons_own(tmp_path: Path) -> None:
    about = {"annotators": 3, "adjudication": "pending"}
    (draft,) = drafts_of(
        write_list(tmp_path, record({"topics": [response(["hedge"], status="submitted")]}, metadata=about))
    )
    assert draft.article.metadata == {"annotators": "3", "adjudication": "pending"}


@pytest.mark.parametrize(
    ("responses", "labels"),
    [
        ({"labels": [response(["hedge"])], "topics": [response(["denial"])]}, ("hedge",)),
        ({"topic": [response("hedge")], "stars": [response(4)]}, ("hedge",)),
        ({"topics": [response(["hedge"])], "why": [response("It may.")]}, ("hedge",)),
        ({"stars": [response(4)]}, None),
    ],
    ids=["named labels", "one label", "the one with lists", "none"],
)
def test_the_question_that_labels_answer_is_found(
    tmp_path: Path, responses: dict[str, Any], labels: tuple[str, ...] | None
) -> None:
    judged = [[(INES, "labelled", labels)]] if labels else [[]]
    assert said(write_list(tmp_path, record(responses))) == judged


def test_several_such_questions_are_refused(tmp_path: Path) -> None:
    responses = {"topic": [response("hedge")], "tone": [response("denial")]}
    assert "questions topic, tone; call the one that is meant “labels”" in problem_of(
        write_list(tmp_path, record(responses))
    )


def test_a_username_is_better_than_an_id(tmp_path: Path) -> None:
    path = write_list(tmp_path, record({"topics": [response(["hedge"], username="ines")]}))
    assert votes_of(path)[0][0].annotator == "ines"


def test_the_text_is_the_field_named_so_else_the_only_one(tmp_path: Path) -> None:
    (draft,) = drafts_of(write_list(tmp_path, record({}, fields={"review": TEXT})))
    assert draft.article.text == TEXT
    several = record({}, fields={"prompt": TEXT, "reply": TEXT})
    assert "its fields are prompt, reply" in problem_of(write_list(tmp_path, several))
