"""doccano’s exports: text classification, and sequence labelling, whose spans are labels with evidence.

An object is `{"id", "text", **metadata, "label": [...], "Comments": [...]}`, `data` in the place of `text` before 1.6.
Projects with relations have spans as `entities`, those of intents have the labels as `cats` beside `entities`:
`backend/data_export/models.py`, `pipeline/factories.py` and `formatters.py` of https://github.com/doccano/doccano. Not
one of them says whether an example was confirmed (that is a choice when exporting), so an empty list is no judgment.
Versions before 1.3 wrote `labels` and `annotation_approver`, a name where somebody had approved the example, null where
nobody had (https://github.com/doccano/doccano/issues/1350); `is_confirmed` is what its API says.

Spans count UTF-16 units: https://github.com/doccano/doccano/issues/2290.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from labeling.importing.interchange.dialects.translations import Translation, annotation, span, texts_of, translation
from labeling.importing.interchange.dialects.utf16 import code_points_before
from labeling.importing.interchange.json_lines import Malformed

_TEXTS, _LABELS, _CONFIRMED = ("text", "data"), ("label", "labels", "cats"), ("annotation_approver", "is_confirmed")
_BESIDE = ("id", "entities", "relations", "Comments", "comments", "meta")
_OF_OTHERS = ("answer", "options", "annotations")
_OWN = frozenset({*_TEXTS, *_LABELS, *_CONFIRMED, *_BESIDE})
_EMPTY = "Texts without labels were left unjudged: the file does not say whether anybody confirmed that none applies."
_STATES = ("none", "excluded")


class _Span(NamedTuple):
    label: str
    start: object
    end: object


def knows(fields: Mapping[str, Any]) -> bool:
    """Whether it has a text with a list of labels, as no other tool’s object has, or says who approved it."""
    if not isinstance(_first(fields, _TEXTS), str) or any(key in fields for key in _OF_OTHERS):
        return False
    listed = any(isinstance(fields.get(key), list) for key in ("label", "cats", "entities"))
    return listed or says_whether_approved(fields)


def says_whether_approved(fields: Mapping[str, Any]) -> bool:
    """Whether it says if somebody approved it. Versions that did wrote `labels`, as lines of the interchange do."""
    return any(key in fields for key in _CONFIRMED)


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return an example with its labels, which are of whoever is named when importing."""
    meta = fields.get("meta")
    about = {key: value for key, value in fields.items() if key not in _OWN} | (meta if isinstance(meta, dict) else {})
    said = [*_said(fields, about)]
    unsaid = not said and "gold_state" not in about
    return translation(_first(fields, _TEXTS), about, said, notes=[_EMPTY] if unsaid else ())


def _said(fields: Mapping[str, Any], about: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    listed, spans = _listed(fields, _LABELS), [_span(entry) for entry in _listed(fields, ("entities",))]
    spans += [_span(entry) for entry in listed if not isinstance(entry, str)]
    named = [entry for entry in listed if isinstance(entry, str)]
    labels = named if "cats" in fields else named + [one.label for one in spans]
    comment = "\n".join(_comments(fields))
    gold = about.get("gold_state")
    if labels:
        evidence = _evidence([one for one in spans if one.label in labels], str(_first(fields, _TEXTS)))
        yield annotation(None, labels, evidence=evidence, comment=comment)
    elif gold in _STATES:
        yield annotation(None, (), gold, comment=comment)
    elif _is_confirmed(fields) and isinstance(_first(fields, (*_LABELS, "entities")), list):
        yield annotation(None, (), comment=comment)
    elif comment:
        yield annotation(None, (), "cleared", comment=comment)


def _comments(fields: Mapping[str, Any]) -> list[str]:
    """Return the comments, which are objects in projects with relations."""
    listed = _listed(fields, ("Comments", "comments"))
    return texts_of({"Comments": [one.get("comment") if isinstance(one, dict) else one for one in listed]}, "Comments")


def _evidence(spans: list[_Span], text: str) -> Iterator[dict[str, Any]]:
    for label, start, end in spans:
        for mark in span(label, start, end):
            yield from span(label, code_points_before(text, mark["start"]), code_points_before(text, mark["end"]))


def _span(entry: object) -> _Span:
    if isinstance(entry, dict):
        entry = [entry.get("start_offset"), entry.get("end_offset"), entry.get("label")]
    if isinstance(entry, list) and len(entry) == 3 and isinstance(entry[2], str):
        return _Span(entry[2], entry[0], entry[1])
    raise Malformed('its “label” is neither a list of labels nor of spans, such as ["hedge"] or [[3, 6, "hedge"]]')


def _is_confirmed(fields: Mapping[str, Any]) -> bool:
    return bool(fields.get("annotation_approver")) or fields.get("is_confirmed") is True


def _listed(fields: Mapping[str, Any], keys: tuple[str, ...]) -> list[Any]:
    value = _first(fields, keys)
    if not isinstance(value, list | None):
        raise Malformed(f"its “{keys[0]}” is not a list")
    return value or []


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((fields[key] for key in keys if key in fields), None)
