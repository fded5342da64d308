"""Argilla’s records, as `Dataset.records.to_json` and its API write them.

`to_json` writes responses by question, `{"labels": [{"value", "user_id"}]}`, and leaves their status out: see
`RecordResponses.to_dict` in `argilla/src/argilla/records/_resource.py`, https://github.com/argilla-io/argilla (2.8.0).
Hedgerow’s export has it, and so has the API: `[{"user_id", "status", "values": {question: {"value"}}}]`. Suggestions
are guesses of programs, and no judgments. Argilla takes no empty answer to a multi-label question, so “none applies”
and “not prose” are answers of Hedgerow’s export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from labeling.domain.ids import named_id
from labeling.importing.interchange.dialects.translations import (
    Translation,
    annotation,
    object_in,
    objects_in,
    span,
    texts_of,
    translation,
)
from labeling.importing.interchange.json_lines import Malformed

Responses = Mapping[str, list[Mapping[str, Any]]]

_ASIDE = ("evidence", "comment", "certainty")
_NO_STATUS = (
    "The file does not say which responses were submitted, so all with labels were taken; "
    "before writing it, choose those whose response.status is “submitted”."
)


def knows(fields: Mapping[str, Any]) -> bool:
    """Whether it has fields of a record, and what people or programs answered."""
    answered = any(key in fields for key in ("responses", "suggestions", "vectors", "_server_id"))
    return isinstance(fields.get("fields"), dict) and answered and "text" not in fields


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return a record with its submitted responses."""
    about = dict(object_in(fields.get("metadata")))
    names = {named_id(name): name for name in texts_of(about.pop("annotators", None))}
    responses = _responses(fields)
    labels = _question(responses)
    said = [judged for entry in responses.get(labels, ()) for judged in _said(entry, responses, labels, names)]
    adjudication = object_in(about.pop("adjudication", None))
    identifier = fields.get("id")
    return translation(
        _text(fields["fields"]),
        about,
        said,
        adjudication=adjudication or None,
        task=f"argilla {identifier}" if identifier is not None else "",
        notes=[_NO_STATUS] if any(entry.get("status") is None for entry in responses.get(labels, ())) else (),
    )


def _responses(fields: Mapping[str, Any]) -> Responses:
    """Return the responses by question."""
    responses = fields.get("responses")
    if isinstance(responses, dict):
        return {question: objects_in(entries) for question, entries in responses.items()}
    by_question: dict[str, list[Mapping[str, Any]]] = {}
    for response in objects_in(responses):
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
    value, status, user = entry.get("value"), entry.get("status"), entry.get("user_id")
    if not (isinstance(value, str) or _is_list_of_texts(value)) or status not in {None, "submitted"}:
        return
    given = texts_of(value)
    if status is None and not given:
        return
    state = "excluded" if "not prose" in given else ""
    labels = [] if state else [label for label in given if label != "none applies"]
    aside = {name: _answer(responses.get(name, ()), user) for name in _ASIDE if name != question}
    spans = [
        mark
        for one in objects_in(aside.get("evidence"))
        if one.get("label") in labels
        for mark in span(one["label"], one.get("start"), one.get("end"))
    ]
    comment, unsure = "\n".join(texts_of(aside.get("comment"))), aside.get("certainty") == "unsure"
    yield annotation(_annotator(entry, names), labels, state, spans, comment=comment, unsure=unsure)


def _answer(entries: list[Mapping[str, Any]] | tuple[()], user: object) -> Any:
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
