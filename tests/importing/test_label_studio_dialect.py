"""Files as Label Studio writes them: https://labelstud.io/guide/task_format and the SDK’s converter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from labeling.domain.judgments import Evidence, State, Verdict
from tests.importing.tool_files import TEXT, drafts_of, problem_of, said, votes_of, write_list


def choices(*labels: str, control: str = "sentiment") -> dict[str, Any]:
    value = {"choices": list(labels)}
    return {"id": "Dx_aB91ISN", "from_name": control, "to_name": "text", "type": "choices", "value": value}


def region(label: str, start: int, end: int, text: str) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"id": "q", "from_name": "ner", "to_name": "text", "type": "labels", "value": value, "origin": "manual"}


def annotation(*results: dict[str, Any], **fields: Any) -> dict[str, Any]:
    usual = {"id": 1001, "completed_by": 10, "was_cancelled": False, "ground_truth": False, "lead_time": 4.288}
    return {**usual, "result": list(results), "created_at": "2021-03-09T22:16:08.728353Z", "task": 1, **fields}


def task(*annotations: dict[str, Any], **fields: Any) -> dict[str, Any]:
    usual = {"id": 1, "created_at": "2021-03-09T21:52:49.513742Z", "project": 83, "data": {"text": TEXT}, "meta": {}}
    return {**usual, "annotations": list(annotations), "drafts": [], "predictions": [], **fields}


def row(**controls: Any) -> dict[str, Any]:
    """A row of JSON_MIN: data, id, controls, and what is known of the annotation, in this order."""
    about = {"annotator": 1, "annotation_id": 7, "created_at": "2021", "updated_at": "2021", "lead_time": 2.5}
    return {"text": TEXT, "source": "Gazette", "id": 1, **controls, **about}


def test_each_submitted_annotation_is_a_judgment_of_its_author(tmp_path: Path) -> None:
    path = write_list(
        tmp_path,
        task(
            annotation(choices("hedge")),
            annotation(choices("hedge", "denial"), completed_by={"id": 2, "email": "ada@example.org"}),
            annotation(completed_by={"id": 3, "email": "", "first_name": "Ada", "last_name": "Oll"}),
            annotation(choices("denial"), completed_by=None),
        ),
    )
    assert said(path) == [
        [
            ("user 10", "labelled", ("hedge",)),
            ("ada@example.org", "labelled", ("hedge", "denial")),
            ("Ada Oll", "none", ()),
            (None, "labelled", ("denial",)),
        ]
    ]
    assert votes_of(path)[0][0].seconds == 4.288


def test_skipped_annotations_drafts_and_predictions_are_none(tmp_path: Path) -> None:
    guess = {"model_version": "one", "score": 0.9, "result": [choices("hedge")]}
    skipped = annotation(choices("hedge"), was_cancelled=True)
    path = write_list(tmp_path, task(skipped, drafts=[annotation(choices("hedge"))], predictions=[guess]), task())
    assert said(path) == [[], []]


def test_a_ground_truth_settles_the_sentence_as_well(tmp_path: Path) -> None:
    (votes,) = votes_of(write_list(tmp_path, task(annotation(choices("hedge"), ground_truth=True))))
    assert [(vote.annotator, vote.adjudication, vote.verdict.labels) for vote in votes] == [
        ("user 10", False, ("hedge",)),
        ("user 10", True, ("hedge",)),
    ]


def test_marked_words_carry_their_label(tmp_path: Path) -> None:
    path = write_list(tmp_path, task(annotation(choices("denial"), region("hedge", 3, 6, "may"))))
    (vote,) = votes_of(path)[0]
    assert vote.verdict == Verdict(State.LABELLED, ("denial", "hedge"), evidence=(Evidence("hedge", 3, 6),))


@pytest.mark.parametrize(("start", "end"), [(2, 5), (3, 6)], ids=["code points", "UTF-16 units"])
def test_the_text_of_a_region_tells_the_units_of_its_offsets(tmp_path: Path, start: int, end: int) -> None:
    """Label Studio counts code points; before October 2021 it counted UTF-16 units."""
    path = write_list(tmp_path, task(annotation(region("hedge", start, end, "may")), data={"text": "🐎 may"}))
    (vote,) = votes_of(path)[0]
    assert vote.verdict.evidence == (Evidence("hedge", 2, 5),)


def test_results_that_say_nothing_of_labels_are_no_judgment(tmp_path: Path) -> None:
    rating = {"from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": 4}}
    words = {"from_name": "summary", "to_name": "text", "type": "textarea", "value": {"text": ["It sailed."]}}
    path = write_list(
        tmp_path, task(annotation(rating)), task(annotation(words)), task(annotation(rating, choices("x")))
    )
    assert said(path) == [[], [], [("user 10", "labelled", ("x",))]]
    assert "neither choices nor labels" in drafts_of(path)[0].notes[0]


def test_the_text_is_the_one_named_so_else_the_only_one(tmp_path: Path) -> None:
    only = task(annotation(choices("hedge")), data={"review": TEXT, "stars": 4})
    (draft,) = drafts_of(write_list(tmp_path, only))
    assert (draft.article.text, draft.article.metadata) == (TEXT, {"stars": "4"})
    several = task(annotation(choices("hedge")), data={"review": TEXT, "shop": "Mill"})
    assert "the texts review, shop; call the one that was labelled “text”" in problem_of(write_list(tmp_path, several))
    assert "holds no text" in problem_of(write_list(tmp_path, task(data={"image": 7})))


def test_other_data_become_metadata(tmp_path: Path) -> None:
    data = {"text": TEXT, "source": "Gazette", "title": "The ferry", "words": [1]}
    (draft,) = drafts_of(write_list(tmp_path, task(annotation(choices("hedge")), data=data)))
    assert (draft.article.title, draft.article.metadata) == ("The ferry", {"source": "Gazette"})
    assert draft.article.name == "tasks.json:1"


@pytest.mark.parametrize("found", [17, {"id": 17}])
def test_annotations_exported_as_ids_are_refused(tmp_path: Path, found: object) -> None:
    assert "export them whole" in problem_of(write_list(tmp_path, task() | {"annotations": [found]}))


def test_two_tasks_of_the_same_text_are_one_sentence(tmp_path: Path) -> None:
    """The later annotation of one person is the current one."""
    (draft,) = drafts_of(
        write_list(
            tmp_path,
            task(annotation(choices("hedge")), annotation(choices("hedge"), completed_by=11)),
            task(annotation(choices("denial")), id=2),
        )
    )
    assert len(draft.sentences) == 1
    assert [(vote.annotator, vote.verdict.labels) for vote in draft.votes] == [
        ("user 10", ("hedge",)),
        ("user 11", ("hedge",)),
        ("user 10", ("denial",)),
    ]


@pytest.mark.parametrize(
    ("controls", "labels"),
    [
        ({"sentiment": "hedge"}, ("hedge",)),
        ({"sentiment": {"choices": ["hedge", "denial"]}}, ("hedge", "denial")),
        ({"sentiment": {"choices": ["hedge"]}, "topic": "denial"}, ("hedge", "denial")),
        ({"ner": [{"start": 3, "end": 6, "text": "may", "labels": ["hedge"]}]}, ("hedge",)),
        ({}, ()),
    ],
    ids=["one choice", "several choices", "two controls", "regions", "none"],
)
def test_a_row_of_json_min_is_a_judgment(tmp_path: Path, controls: dict[str, Any], labels: tuple[str, ...]) -> None:
    path = write_list(tmp_path, row(**controls))
    assert said(path) == [[("user 1", "labelled" if labels else "none", labels)]]
    assert votes_of(path)[0][0].seconds == 2.5
    assert drafts_of(path)[0].article.metadata == {"source": "Gazette"}


def test_a_row_without_annotation_is_no_judgment(tmp_path: Path) -> None:
    nothing = dict.fromkeys(("annotator", "annotation_id", "created_at", "updated_at", "lead_time"))
    assert said(write_list(tmp_path, row() | nothing)) == [[]]


def test_rows_of_one_text_are_one_article_with_everyones_judgment(tmp_path: Path) -> None:
    path = write_list(
        tmp_path,
        row(sentiment="hedge"),
        row(sentiment="denial") | {"annotator": "ada@example.org", "annotation_id": 8},
        row() | {"text": "Nobody knows.", "id": 2},
    )
    first, second = drafts_of(path)
    assert [(vote.annotator, vote.verdict.labels) for vote in first.votes] == [
        ("user 1", ("hedge",)),
        ("ada@example.org", ("denial",)),
    ]
    assert [sentence.span for sentence in first.sentences] == [(0, len(TEXT))]
    assert second.article.name == "tasks.json:3"
