"""Label Studio’s exports: JSON, a list of tasks with their annotations, and JSON_MIN, a row for each annotation.

JSON: https://labelstud.io/guide/task_format. A skipped annotation (`was_cancelled`) is no judgment, unless it has the
flag with which Hedgerow exports what isn’t prose; drafts and predictions are none either. An annotation without results
was submitted with nothing chosen, so it says that no label applies.

JSON_MIN, by `convert_to_json_min` of `label_studio_sdk.converter`: a task’s data, then its `id`, then what each control
came to, then `annotator`, `annotation_id`, `created_at`, `updated_at` and `lead_time`, in this order. One choice is a
text, several are `{"choices": [...]}`, none leaves its control out. Without an annotation, the last five are null.

Regions count code points; before October 2021 they counted UTF-16 units. Their `text` tells which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from labeling.importing.interchange.dialects.label_studio_results import Said
from labeling.importing.interchange.dialects.translations import Translation, translation
from labeling.importing.interchange.fields import objects_of
from labeling.importing.interchange.json_lines import Malformed

_ROW = ("annotator", "annotation_id", "created_at", "lead_time")
_ROW_ENDS = "annotator"
_NOT_DATA = frozenset({*_ROW, "updated_at", "id", "agreement", "history"})
_OTHER_RESULTS = "Annotations with neither choices nor labels were left out: they say nothing of labels."


def knows(fields: Mapping[str, Any]) -> bool:
    """Whether it is a task: it keeps what is labelled under `data`."""
    return isinstance(fields.get("data"), dict) and not isinstance(fields.get("text"), str)


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return a task with everyone’s submitted annotations."""
    data: Mapping[str, Any] = fields["data"]
    text = _text(data, data.keys(), "its data")
    said = [_annotation(entry, str(data[text])) for entry in _annotations(fields)]
    return _translated(data, text, [one for one in said if one is not None], fields.get("id"))


def knows_row(fields: Mapping[str, Any]) -> bool:
    """Whether it is a row of JSON_MIN."""
    return all(key in fields for key in _ROW) and "annotations" not in fields


def translate_row(fields: Mapping[str, Any]) -> Translation:
    """Return a row with the annotation that it shows, if there is one."""
    controls = [*_controls(fields)]
    text = _text(fields, [key for key in fields if key not in _NOT_DATA and key not in controls], "it")
    said = []
    if any(fields.get(key) is not None for key in _ROW):
        one = Said(str(fields[text]))
        for control in controls:
            one.add_value(control, fields[control])
        one.annotator, one.seconds = one.annotator or _person(fields["annotator"]), fields["lead_time"]
        said.append(one)
    about = {key: value for key, value in fields.items() if key not in controls and key not in _NOT_DATA}
    return _translated(about, text, said, fields.get("id"))


def _annotations(fields: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = fields.get("annotations", fields.get("completions"))
    found = [] if found is None else found
    if isinstance(found, list) and all(isinstance(one, dict) and "result" in one for one in found):
        return found
    raise Malformed("its “annotations” are not a list of objects with a “result”; export them whole")


def _annotation(annotation: Mapping[str, Any], text: str) -> Said | None:
    """Return what an annotation says, None where it was skipped."""
    said = Said(text)
    if annotation["result"] is None:
        raise Malformed("the “result” of one of its annotations is null; export it whole")
    for result in objects_of(annotation, "result"):
        said.add_result(result)
    if (annotation.get("was_cancelled") or annotation.get("skipped")) and not said.excluded:
        return None
    said.annotator = said.annotator or _person(annotation.get("completed_by"))
    said.seconds = annotation.get("lead_time")
    said.true = annotation.get("ground_truth") is True
    return said


def _translated(about: Mapping[str, Any], text: str, said: list[Said], task: object) -> Translation:
    """An annotation that Hedgerow exported as an adjudication is that only; any other ground truth is one as well."""
    kept = {key: value for key, value in about.items() if key != text}
    judged = [one for one in said if one.says_something]
    settled = [one for one in judged if one.annotator and (one.adjudicated or one.true)]
    return translation(
        about[text],
        kept,
        [one.annotation() for one in judged if not (one.adjudicated and one.annotator)],
        adjudication=settled[-1].adjudication() if settled else None,
        task="" if task is None else f"label studio {task}",
        notes=[_OTHER_RESULTS] if len(judged) < len(said) else (),
    )


def _text(fields: Mapping[str, Any], keys: Iterable[str], what: str) -> str:
    """Return the key of the text that was labelled: “text”, else that of the only text."""
    texts = [key for key in keys if isinstance(fields[key], str)]
    if "text" in texts:
        return "text"
    if len(texts) != 1:
        held = f"the texts {', '.join(texts)}" if texts else "no text"
        raise Malformed(f"{what} holds {held}; call the one that was labelled “text”")
    return texts[0]


def _controls(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of the controls of a row: they stand between `id` and `annotator`."""
    keys = list(fields)
    first = keys.index("id") + 1 if "id" in fields else 0
    for key in keys[first : keys.index(_ROW_ENDS)]:
        if key != "text" and key not in _NOT_DATA and (isinstance(fields[key], (str, list)) or _is_result(fields[key])):
            yield key


def _is_result(value: object) -> bool:
    return isinstance(value, dict) and any(key in value for key in ("choices", "labels", "text"))


def _person(value: object) -> str | None:
    """Return what to call the user of an annotation, None where it has none."""
    if isinstance(value, dict):
        name = " ".join(str(value[key]) for key in ("first_name", "last_name") if value.get(key))
        return str(value.get("email") or "") or name or _person(value.get("id"))
    if isinstance(value, int):
        return f"user {value}"
    if isinstance(value, str) or value is None:
        return value or None
    raise Malformed("the user of one of its annotations is neither a number nor a name")
