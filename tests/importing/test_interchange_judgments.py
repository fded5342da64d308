from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.articles import Kind, Sentence, SentenceId, Span, make_article
from labeling.domain.errors import Refused
from labeling.domain.judgments import Evidence, State, Verdict
from labeling.importing.drafts import Vote
from labeling.importing.interchange import Line, moved, read_judgments
from labeling.importing.problems import Problem
from tests.importing.interchange_lines import Fields, exported, write_lines
from tests.importing.reading import only_draft, write

A: Fields = {"article": "ferry", "text": "It may have sailed."}
WHOLE = Span(0, 19)
ID = "0" * 64


def votes_of(folder: Path, **fields: object) -> tuple[Vote, ...]:
    return only_draft(write_lines(folder, A | fields)).votes


def lines_of(folder: Path, *lines: Fields | str | bytes) -> list[Line | Problem]:
    return list(read_judgments(write_lines(folder, *lines)))


def test_labels_are_of_the_annotator_who_is_named_elsewhere(tmp_path: Path) -> None:
    assert votes_of(tmp_path, labels=["hedge", "denial", "hedge"]) == (
        Vote(WHOLE, Verdict(State.LABELLED, ("hedge", "denial"))),
    )


@pytest.mark.parametrize("state", [State.NONE, State.EXCLUDED, State.CLEARED])
def test_a_state_without_labels_is_a_judgment(tmp_path: Path, state: State) -> None:
    assert votes_of(tmp_path, labels=[], state=state) == (Vote(WHOLE, Verdict(state)),)


@pytest.mark.parametrize(
    "fields", [{}, {"labels": []}, {"labels": [], "state": None}, {"labels": None, "annotations": []}]
)
def test_what_nobody_looked_at_is_no_judgment(tmp_path: Path, fields: Fields) -> None:
    assert votes_of(tmp_path, **fields) == ()


def test_labels_beside_annotations_are_derived_from_them(tmp_path: Path) -> None:
    assert votes_of(tmp_path, labels=["hedge"], state="labelled", annotations=[]) == ()


def test_each_annotation_is_a_judgment(tmp_path: Path) -> None:
    first = {
        "annotator": "a1",
        "state": "labelled",
        "labels": ["hedge"],
        "unsure": True,
        "comment": "may",
        "seconds": 4,
    }
    first |= {"codebook": "abc", "evidence": [{"label": "hedge", "start": 3, "end": 6}]}
    found = votes_of(tmp_path, annotations=[first, {"annotator": "a2", "state": "cleared", "comment": "later"}])
    verdict = Verdict(State.LABELLED, ("hedge",), True, "may", (Evidence("hedge", 3, 6),))
    assert found == (
        Vote(WHOLE, verdict, "a1", 4.0, "abc"),
        Vote(WHOLE, Verdict(State.CLEARED, comment="later"), "a2"),
    )


def test_an_adjudication_has_its_author_and_note(tmp_path: Path) -> None:
    adjudication = {"by": "lead", "state": "labelled", "labels": ["denial"], "note": "It denies."}
    (vote,) = votes_of(tmp_path, annotations=[], adjudication=adjudication)
    assert vote == Vote(WHOLE, Verdict(State.LABELLED, ("denial",)), "lead", adjudication=True, note="It denies.")


def test_spans_and_evidence_are_those_of_the_new_text(tmp_path: Path) -> None:
    article = make_article("One.\n\nIt may have sailed.", "ferry.txt")
    sentences = (Sentence(0, 4, Kind.BODY, 0), Sentence(6, 25, Kind.BODY, 1))
    annotations = [{"annotator": "a1", "labels": ["hedge"], "evidence": [{"label": "hedge", "start": 9, "end": 12}]}]
    lines = exported(article, sentences)
    lines[1]["annotations"] = annotations
    whole = only_draft(write_lines(tmp_path, *lines))
    assert whole.votes[0].span == sentences[1].span
    assert whole.votes[0].verdict.evidence == (Evidence("hedge", 9, 12),)
    part = only_draft(write_lines(tmp_path, lines[1]))
    assert part.votes[0].span == Span(0, 19)
    assert part.votes[0].verdict.evidence == (Evidence("hedge", 3, 6),)
    assert part.article.text[3:6] == "may"


@pytest.mark.parametrize(("start", "end"), [(0, 3), (8, 12), (25, 40), (100, 104)])
def test_evidence_outside_its_sentence_is_left_out_and_said(tmp_path: Path, start: int, end: int) -> None:
    annotation = {"annotator": "a1", "labels": ["hedge"], "evidence": [{"label": "hedge", "start": start, "end": end}]}
    draft = only_draft(write_lines(tmp_path, A | {"start": 10, "end": 29, "annotations": [annotation]}))
    assert draft.votes[0].verdict == Verdict(State.LABELLED, ("hedge",))
    assert draft.notes == ("Evidence that lies outside its sentence was left out.",)


def test_evidence_follows_its_words_into_canonical_text(tmp_path: Path) -> None:
    annotation = {"annotator": "a1", "labels": ["hedge"], "evidence": [{"label": "hedge", "start": 8, "end": 11}]}
    line = {"article": "x", "text": "  Cafe\u0301 may close. ", "annotations": [annotation]}
    draft = only_draft(write_lines(tmp_path, line))
    (mark,) = draft.votes[0].verdict.evidence
    assert draft.article.text[mark.start : mark.end] == "may"


def test_judgments_are_read_line_by_line(tmp_path: Path) -> None:
    annotation = {"annotator": "a1", "labels": ["hedge"], "evidence": [{"label": "hedge", "start": 214, "end": 217}]}
    first, second, third = lines_of(
        tmp_path,
        A | {"id": f"{ID}:211-230", "start": 211, "end": 230, "annotations": [annotation]},
        A | {"labels": ["denial"], "name": "ferry.txt"},
        {"id": f"{ID}:211-230", "annotations": [annotation]},
    )
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert isinstance(third, Line)
    assert (first.number, first.id, first.article, first.text) == (1, SentenceId(ID, 211, 230), "ferry", A["text"])
    assert (first.start, first.end) == (211, 230)
    assert first.votes[0].verdict.evidence == (Evidence("hedge", 3, 6),)
    assert moved(first.votes[0], 211).span == Span(211, 230)
    assert moved(first.votes[0], 211).verdict.evidence == (Evidence("hedge", 214, 217),)
    assert (second.number, second.id, second.start) == (2, None, None)
    assert second.votes == (Vote(WHOLE, Verdict(State.LABELLED, ("denial",))),)
    assert third.text == ""
    assert third.votes == first.votes


@pytest.mark.parametrize("identity", ["x", 5, f"{ID}:5-5", "short:0-19", f"{ID}:a-b", None])
def test_ids_of_other_programs_are_passed_over(tmp_path: Path, identity: object) -> None:
    (line,) = lines_of(tmp_path, A | {"id": identity, "labels": ["hedge"]})
    assert isinstance(line, Line)
    assert line.id is None


def test_a_bad_line_stops_no_other(tmp_path: Path) -> None:
    found = lines_of(
        tmp_path, A | {"labels": ["hedge"]}, "nonsense", A | {"state": "labelled"}, {"labels": ["hedge"]}, "", A
    )
    assert [type(item).__name__ for item in found] == ["Line", "Problem", "Problem", "Problem", "Line"]
    assert [item.where for item in found if isinstance(item, Problem)] == ["line 2", "line 3", "line 4"]


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\0", b"[]"])
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused, match=r"“a\.jsonl”"):
        list(read_judgments(write(tmp_path, "a.jsonl", content)))
