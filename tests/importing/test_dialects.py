"""Which objects are whose, and which are nobody’s but Hedgerow’s."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.importing.interchange.dialects import is_readable, translate
from labeling.importing.interchange.dialects.table import DIALECTS

TEXT = "It may have sailed."
ID = f"{'a' * 64}:211-230"
ROW = {"annotator": 1, "annotation_id": 7, "created_at": "2021", "updated_at": "2021", "lead_time": 2}
OBJECTS: dict[str, dict[str, Any]] = {
    "label studio": {"id": 1, "data": {"text": TEXT}, "annotations": [], "predictions": [], "state": "CREATED"},
    "label studio, to be annotated": {"data": {"text": TEXT}},
    "json_min": {"text": TEXT, "id": 1, "labels": {"choices": ["hedge"]}, **ROW},
    "json_min with a choice for each region": {"text": TEXT, "id": 1, "labels": ["hedge", "denial"], **ROW},
    "json_min with other data": {"text": TEXT, "state": "CA", "id": 1, "labels": "hedge", **ROW},
    "argilla": {"id": "1", "fields": {"text": TEXT}, "metadata": {}, "responses": {}, "suggestions": {}},
    "argilla, flat": {"id": "1", "text": TEXT, "labels.responses": [["hedge"]], "labels.responses.users": ["ada"]},
    "doccano, intents": {"id": 1, "text": TEXT, "cats": ["hedge"], "entities": [], "Comments": []},
    "doccano, relations": {"id": 1, "text": TEXT, "entities": [], "relations": [], "Comments": []},
    "doccano": {"id": 1, "text": TEXT, "label": ["hedge"], "Comments": []},
    "doccano 1.2": {"id": 1, "text": TEXT, "labels": [], "meta": {}, "annotation_approver": "admin"},
    "prodigy": {"text": TEXT, "options": [{"id": "hedge"}], "accept": [], "answer": "accept", "meta": {}},
    "prodigy, binary": {"text": TEXT, "label": "hedge", "answer": "reject", "_input_hash": 1, "_task_hash": 2},
    "prodigy, to be answered": {"text": TEXT, "options": [{"id": "hedge", "text": "Hedge"}]},
}


@pytest.mark.parametrize("fields", OBJECTS.values(), ids=OBJECTS)
def test_an_object_is_of_one_tool(fields: dict[str, Any]) -> None:
    assert [dialect.knows(fields) for dialect in DIALECTS].count(True) == 1
    assert is_readable(fields)
    assert translate(fields).fields["text"] == TEXT


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
WORDS = ("label", "options", "accept", "answer", "meta", "data", "fields", "responses", "suggestions", "spans")
MORE_WORDS = ("_input_hash", "_task_hash", "predictions", "vectors", "Comments", "versions", "annotator", "lead_time")
foreign = st.dictionaries(st.sampled_from(WORDS + MORE_WORDS), anything)
sentences = st.fixed_dictionaries({"text": st.just(TEXT)}) | st.fixed_dictionaries({"id": st.just(ID)})
said = st.sampled_from(
    [
        {"labels": ["hedge"]},
        {"labels": []},
        {"labels": [], "state": "none"},
        {"labels": [], "state": None, "annotations": []},
        {"annotations": [{"annotator": "a", "state": "none", "labels": []}]},
        {"adjudication": None, "annotations": []},
        {"state": "excluded"},
    ]
)


@given(sentences, said, foreign)
def test_a_line_of_hedgerow_is_its_own_whatever_another_tool_added(
    sentence: dict[str, Any], judged: dict[str, Any], added: dict[str, Any]
) -> None:
    fields = {**added, **sentence, **judged}
    assert translate(fields) == (fields, "", False, ())


@pytest.mark.parametrize("fields", [{"text": TEXT}, {"text": TEXT, "article": "a"}, {"a": 1}, {}])
def test_what_nobody_knows_is_taken_as_it_is(fields: dict[str, Any]) -> None:
    assert translate(fields).fields is fields
