"""Prodigy’s answers, as `db-out` writes them: tasks of `choice` and `textcat`, and reviewed ones.

`answer` is “accept”, “reject” or “ignore”; `accept` are the options selected, and an accepted task with none selected
says that no label applies: https://prodi.gy/docs/api-interfaces#choice, https://support.prodi.gy/t/at-least-one-label/2145.
A task with one `label` asks about that label only. A reviewed task has everyone’s answers as `versions`, each with its
`sessions`: https://prodi.gy/docs/review. Whoever answered is `_annotator_id`, in older versions `_session_id`; that is
only a time where the session had no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from labeling.importing.interchange.dialects.translations import (
    Translation,
    annotation,
    span,
    texts_of,
    translation,
)
from labeling.importing.interchange.fields import objects_of
from labeling.importing.interchange.json_lines import Malformed

_ANSWERS = ("accept", "reject", "ignore")
_TIME = re.compile(r"\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d$")
_ONE_LABEL = (
    "Answers to one label at a time were added to each other: a yes gives the label, a no says nothing of the others."
)
_NO_CHOICE = "Answers to tasks without options or label were left out: they say nothing of labels."


def knows(fields: Mapping[str, Any]) -> bool:
    """Whether it is a text with options, with an answer, or with both of Prodigy’s hashes."""
    if not isinstance(fields.get("text"), str) or isinstance(fields.get("label"), list):
        return False
    options = fields.get("options")
    asks = isinstance(options, list) and any(isinstance(option, dict) and "id" in option for option in options)
    return asks or fields.get("answer") in _ANSWERS or {"_input_hash", "_task_hash"} <= fields.keys()


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return a task with its answer; what was rejected or ignored is no judgment."""
    meta = fields.get("meta")
    about = dict(meta) if isinstance(meta, dict) else {}
    if "sentence_id" in about and "metadata" in fields:
        about["metadata"] = fields["metadata"]
    said, adjudication = _said(fields)
    one_label, answered = _asks_one_label(fields), fields.get("answer") in _ANSWERS
    notes = [_ONE_LABEL] if one_label and answered else []
    if fields.get("answer") == "accept" and not (one_label or _is_choice(fields) or "votes" in fields):
        notes.append(_NO_CHOICE)
    task = f"prodigy {fields['_input_hash']}" if isinstance(fields.get("_input_hash"), int) else ""
    return translation(
        fields["text"],
        about,
        said,
        adjudication=adjudication,
        task=task,
        answered=answered,
        adds=one_label,
        notes=notes,
    )


def _said(fields: Mapping[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """Return everyone’s judgments, and what they were settled on.

    A task that Hedgerow exported has its settled labels as the answer, until somebody answers it in Prodigy.
    """
    who = _annotator(fields)
    said, adjudication = _votes(fields)
    versions = objects_of(fields, "versions")
    said += [judged for version in versions for judged in _version(version)]
    if versions and who:
        judged = next(_answer(fields, who), None)
        return said, {"by": who, **_verdict(judged)} if judged else adjudication
    if who or "votes" not in fields:
        said += _answer(fields, who)
    return said, adjudication


def _version(version: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    sessions = texts_of(version, "sessions")
    for who in map(_named, sessions) if sessions else [_annotator(version)]:
        yield from _answer(version, who)


def _votes(fields: Mapping[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """Return the votes and the adjudication of a task that Hedgerow exported; there, what is ignored is excluded."""
    said, adjudication = [], None
    for vote in objects_of(fields, "votes"):
        if vote.get("answer") not in _ANSWERS:
            raise Malformed("one of its “votes” has no “answer”")
        labels = _selected(vote)
        state = "excluded" if vote.get("answer") == "ignore" else ""
        more = {key: vote.get(key) for key in ("unsure", "comment", "seconds")}
        judged = annotation(vote.get("annotator"), labels, state, _spans(vote, labels), **more)
        if vote.get("adjudication") is True:
            adjudication = {"by": vote.get("annotator"), **_verdict(judged), "note": vote.get("note")}
        else:
            said.append(judged)
    return said, adjudication


def _answer(fields: Mapping[str, Any], who: str | None) -> Iterator[dict[str, Any]]:
    if fields.get("answer") != "accept":
        return
    if _is_choice(fields):
        labels = _selected(fields)
        yield annotation(who, labels, evidence=_spans(fields, labels))
    elif _asks_one_label(fields):
        yield annotation(who, [fields["label"]])


def _is_choice(fields: Mapping[str, Any]) -> bool:
    return "accept" in fields or isinstance(fields.get("options"), list)


def _asks_one_label(fields: Mapping[str, Any]) -> bool:
    return not _is_choice(fields) and isinstance(fields.get("label"), str)


def _selected(fields: Mapping[str, Any]) -> list[str]:
    """Return the ids of the options selected, or, where ids are numbers, their texts."""
    accept = fields.get("accept", [])
    chosen = accept if isinstance(accept, list) else [accept]
    if not all(isinstance(one, (str, int)) for one in chosen):
        raise Malformed("its “accept” is not a list of the options’ ids")
    words = {str(option.get("id")): option.get("text") for option in objects_of(fields, "options")}
    return [one if isinstance(one, str) else str(words.get(str(one), one)) for one in chosen]


def _spans(fields: Mapping[str, Any], labels: list[str]) -> list[dict[str, Any]]:
    return [
        mark
        for one in objects_of(fields, "spans")
        if one.get("label") in labels
        for mark in span(one["label"], one.get("start"), one.get("end"))
    ]


def _verdict(judged: Mapping[str, Any]) -> dict[str, Any]:
    return {key: judged[key] for key in ("state", "labels")}


def _annotator(fields: Mapping[str, Any]) -> str | None:
    names = (fields.get("_annotator_id"), fields.get("_session_id"))
    return _named(next((name for name in names if isinstance(name, str) and name.strip()), ""))


def _named(session: str) -> str | None:
    return None if not session or _TIME.search(session) else session
