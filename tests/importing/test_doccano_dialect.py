"""Files as doccano writes them: `backend/data_export` of https://github.com/doccano/doccano."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from labeling.domain.judgments import Evidence, State, Verdict
from tests.importing.tool_files import TEXT, drafts_of, problem_of, said, votes_of, write_jsonl, write_list


def example(label: list[Any], **fields: Any) -> dict[str, Any]:
    return {"id": 1, "text": TEXT, "source": "Gazette", "label": label, "Comments": [], **fields}


def test_labels_are_of_whoever_is_named_when_importing(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path, example(["denial", "hedge"]))
    assert said(path) == [[(None, "labelled", ("denial", "hedge"))]]
    assert drafts_of(path)[0].article.metadata == {"source": "Gazette"}


def test_an_empty_list_is_no_judgment_and_that_is_said(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path, example([]))
    assert said(path) == [[]]
    assert "does not say whether anybody confirmed" in drafts_of(path)[0].notes[0]


@pytest.mark.parametrize(
    ("fields", "judged"),
    [
        ({"annotation_approver": "admin"}, True),
        ({"annotation_approver": None}, False),
        ({"is_confirmed": True}, True),
        ({"is_confirmed": False}, False),
    ],
)
@pytest.mark.parametrize("key", ["label", "labels"])
def test_an_empty_list_that_was_approved_is_a_judgment(
    tmp_path: Path, key: str, fields: dict[str, Any], judged: bool
) -> None:
    path = write_jsonl(tmp_path, {"id": 1, "text": TEXT, "meta": {"page": 3}, key: [], **fields})
    assert said(path) == [[(None, "none", ())] if judged else []]


def test_comments_come_along(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path, example(["hedge"], Comments=["Sure?", "Yes."]), example([], Comments=["Later."]))
    (first,), (second,) = votes_of(path)
    assert first.verdict == Verdict(State.LABELLED, ("hedge",), comment="Sure?\nYes.")
    assert second.verdict == Verdict(State.CLEARED, comment="Later.")


def test_spans_are_labels_with_evidence(tmp_path: Path) -> None:
    (vote,) = votes_of(write_jsonl(tmp_path, example([[3, 6, "hedge"]])))[0]
    assert vote.verdict == Verdict(State.LABELLED, ("hedge",), evidence=(Evidence("hedge", 3, 6),))


def test_spans_count_utf_16_units(tmp_path: Path) -> None:
    """https://github.com/doccano/doccano/issues/2290: what lies behind an emoji is one further on than in Python."""
    (vote,) = votes_of(write_jsonl(tmp_path, example([[6, 9, "hedge"]], text="🐎 It may.")))[0]
    assert vote.verdict.evidence == (Evidence("hedge", 5, 8),)
    (split,) = votes_of(write_jsonl(tmp_path, example([[1, 9, "hedge"]], text="🐎 It may.")))[0]
    assert split.verdict == Verdict(State.LABELLED, ("hedge",))


def test_spans_of_a_project_with_relations_are_entities(tmp_path: Path) -> None:
    spans = [{"id": 0, "label": "hedge", "start_offset": 3, "end_offset": 6}]
    fields = {"id": 1, "text": TEXT, "entities": spans, "relations": [], "Comments": [{"id": 1, "comment": "Sure?"}]}
    (vote,) = votes_of(write_jsonl(tmp_path, fields | {"Comments": []}))[0]
    assert vote.verdict == Verdict(State.LABELLED, ("hedge",), evidence=(Evidence("hedge", 3, 6),))
    (vote,) = votes_of(write_jsonl(tmp_path, fields))[0]
    assert vote.verdict.comment == "Sure?"


def test_of_intents_only_the_categories_are_labels(tmp_path: Path) -> None:
    spans = [[0, 2, "Ship"], [3, 6, "hedge"]]
    path = write_jsonl(tmp_path, {"id": 1, "text": TEXT, "cats": ["hedge"], "entities": spans, "Comments": []})
    (vote,) = votes_of(path)[0]
    assert vote.verdict == Verdict(State.LABELLED, ("hedge",), evidence=(Evidence("hedge", 3, 6),))


def test_a_null_that_was_approved_is_no_empty_list(tmp_path: Path) -> None:
    assert said(write_jsonl(tmp_path, {"id": 1, "text": TEXT, "labels": None, "annotation_approver": "admin"})) == [[]]


def test_the_text_was_called_data_once(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path, {"id": 1, "data": TEXT, "label": ["hedge"]})
    assert drafts_of(path)[0].article.text == TEXT


def test_a_list_is_read_like_lines(tmp_path: Path) -> None:
    examples = (example(["hedge"]), example(["denial"], text="Nobody knows."))
    assert said(write_list(tmp_path, *examples)) == said(write_jsonl(tmp_path, *examples))


def test_labels_of_another_kind_are_refused(tmp_path: Path) -> None:
    assert "“label”" in problem_of(write_jsonl(tmp_path, example([{"x": 1, "y": 2}])))


def test_numbers_that_pandas_made_fractions_are_whole(tmp_path: Path) -> None:
    """doccano writes through pandas, where one example without a number makes all of them fractions."""
    sentence = f"{'a' * 64}:211-230"
    path = write_jsonl(
        tmp_path, example(["hedge"], sentence_id=sentence, start=211.0, end=230.0, paragraph=2.0, gap=None)
    )
    (draft,) = drafts_of(path)
    assert [one.paragraph for one in draft.sentences] == [0]
    assert draft.votes[0].span == (0, 19)
