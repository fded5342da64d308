"""Argilla’s records, as `Dataset.records.to_json`, `to_list` and its API write them.

`to_json` writes responses by question, `{"labels": [{"value", "user_id"}]}`, and leaves their status out: see
`RecordResponses.to_dict` in `argilla/src/argilla/records/_resource.py`, https://github.com/argilla-io/argilla (2.8.0).
Hedgerow’s export has it, and so have the API and the records of Argilla 1, `[{"user_id", "status", "values":
{question: {"value"}}}]`, and `to_list(flatten=True)`, whose columns are `labels.responses`, `labels.responses.users`
and `labels.responses.status` (`records/_io/_generic.py`) beside fields and metadata.

Suggestions are guesses of programs, and no judgments. Argilla takes no empty answer to a multi-label question, so “none
applies” and “not prose” are answers of Hedgerow’s export. Spans are read in code points, as its server checks them; its
window writes UTF-16 units, so behind an emoji they are off: https://github.com/argilla-io/argilla/issues/5729.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from labeling.domain.ids import named_id
from labeling.importing.interchange.dialects.translations import (
    Translation,
    annotation,
    object_in,
    span,
    texts_of,
    translation,
)
from labeling.importing.interchange.fields import is_sentence_id, name_of, objects_of
from labeling.importing.interchange.json_lines import Malformed

Responses = Mapping[str, list[Mapping[str, Any]]]

_ASIDE = ("evidence", "comment", "certainty")
_ANSWERED = ("responses", "suggestions", "vectors", "_server_id")
_COLUMN = re.compile(r"\.(responses|suggestion)(\.(users|status|score|agent))?$")
_OF_RECORD = frozenset({"id", "_server_id", "status", "score"})
_NO_STATUS = (
    "The file does not say which responses were submitted, so all with labels were taken; "
    "`records.to_list(flatten=True)` says it."
)


def knows(fields: Mapping[str, Any]) -> bool:
    """Whether it has fields of a record, and what people or programs answered."""
    return _is_nested(fields) or _is_flat(fields)


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return a record with its submitted responses."""
    record = fields if _is_nested(fields) else _nested(fields)
    about = object_in(record.get("metadata"))
    exported = is_sentence_id(about.get("sentence_id"))
    names = _names(about) if exported else {}
    responses = _responses(record)
    labels = _question(responses)
    said = [judged for entry in responses.get(labels, ()) for judged in _said(entry, responses, labels, names)]
    identifier = record.get("id")
    return translation(
        _text(record["fields"]),
        about,
        said,
        adjudication=object_in(about.get("adjudication")) or None if exported else None,
        task=f"argilla {identifier}" if identifier is not None else "",
        notes=[_NO_STATUS] if any(entry.get("status") is None for entry in responses.get(labels, ())) else (),
    )


def _is_nested(fields: Mapping[str, Any]) -> bool:
    return isinstance(fields.get("fields"), dict) and any(key in fields for key in _ANSWERED) and "text" not in fields


def _is_flat(fields: Mapping[str, Any]) -> bool:
    return any(_COLUMN.search(key) for key in fields)


def _nested(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return a flattened record as the others are. Fields and metadata lie side by side in it."""
    beside = {key: value for key, value in fields.items() if not _COLUMN.search(key) and key not in _OF_RECORD}
    questions = [key.removesuffix(".responses") for key in fields if key.endswith(".responses")]
    responses = {question: _of_columns(fields, f"{question}.responses") for question in questions}
    texts = {key: value for key, value in beside.items() if isinstance(value, str)}
    labelled = {"text": texts["text"]} if "text" in texts else texts
    metadata = {key: value for key, value in beside.items() if key not in labelled}
    return {"id": fields.get("id"), "fields": labelled, "metadata": metadata, "responses": responses}


def _of_columns(fields: Mapping[str, Any], column: str) -> list[dict[str, Any]]:
    """Return the responses to a question, whose values, users and statuses are lists of the same length, or null."""
    values = fields[column] or []
    nothing = [None] * len(values) if isinstance(values, list) else []
    columns = [values, *(fields.get(f"{column}.{what}") or nothing for what in ("users", "status"))]
    if not all(isinstance(entries, list) and len(entries) == len(nothing) for entries in columns):
        raise Malformed(f"its “{column}”, their users and their statuses are not lists of the same length")
    return [{"value": value, "user_id": user, "status": status} for value, user, status in zip(*columns, strict=True)]


def _names(about: Mapping[str, Any]) -> dict[str, str]:
    """Return the annotators’ names by user id, as Hedgerow’s export has them in its metadata."""
    names = [name_of({"annotators": name}, "annotators") for name in texts_of(about, "annotators")]
    return {named_id(name): name for name in names}


def _responses(record: Mapping[str, Any]) -> Responses:
    """Return the responses by question."""
    responses = record.get("responses")
    if isinstance(responses, dict):
        return {question: objects_of(responses, question) for question in responses}
    by_question: dict[str, list[Mapping[str, Any]]] = {}
    for response in objects_of(record, "responses"):
        for question, answer in object_in(response.get("values")).items():
            entry = {**response, "value": object_in(answer).get("value")}
            by_question.setdefault(question, []).append(entry)
    return by_question


def _question(responses: Responses) -> str:
    """Return the question that labels answer: “labels”, else the only one with lists of them, else with one each."""
    if "labels" in responses or not responses:
        return "labels"
    values = {question: [entry.get("value") for entry in entries] for question, entries in responses.items()}
    lists = [name for name, all_of in values.items() if all(_is_list_of_texts(value) for value in all_of)]
    single = [name for name, all_of in values.items() if all(isinstance(value, str) for value in all_of)]
    found = lists or [name for name in single if name not in _ASIDE]
    if len(found) > 1:
        raise Malformed(f"it answers the questions {', '.join(found)}; call the one that is meant “labels”")
    return found[0] if found else "labels"


def _said(
    entry: Mapping[str, Any], responses: Responses, question: str, names: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    status, user = entry.get("status"), entry.get("user_id")
    if entry.get("value") is None or status not in (None, "submitted"):
        return
    given = texts_of(entry, "value")
    if not given and status is None:
        return
    state = "excluded" if "not prose" in given else ""
    labels = [] if state else [label for label in given if label != "none applies"]
    aside = {name: _answer(responses.get(name, []), user) for name in _ASIDE if name != question}
    spans = [
        mark
        for one in objects_of(aside, "evidence")
        if one.get("label") in labels
        for mark in span(one["label"], one.get("start"), one.get("end"))
    ]
    comment, unsure = "\n".join(texts_of(aside, "comment")), aside.get("certainty") == "unsure"
    yield annotation(_annotator(entry, names), labels, state, spans, comment=comment, unsure=unsure)


def _answer(entries: list[Mapping[str, Any]], user: object) -> Any:
    return next((entry.get("value") for entry in entries if entry.get("user_id") == user), None)


def _annotator(entry: Mapping[str, Any], names: Mapping[str, str]) -> str | None:
    user = str(entry.get("user_id") or "")
    return names.get(user) or entry.get("username") or user or None


def _text(fields: Mapping[str, Any]) -> str:
    if isinstance(fields.get("text"), str):
        return str(fields["text"])
    texts = [key for key, value in fields.items() if isinstance(value, str)]
    if len(texts) != 1:
        raise Malformed(f"its fields are {', '.join(texts) or 'no texts'}; call the one that was labelled “text”")
    return str(fields[texts[0]])


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
