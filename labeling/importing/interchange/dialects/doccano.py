"""doccano’s exports: text classification, and sequence labelling, whose spans are labels with evidence.

An object is `{"id", "text", **metadata, "label": [...], "Comments": [...]}`, `data` in the place of `text` before 1.6:
`backend/data_export/models.py`, `pipeline/factories.py` and `formatters.py` of https://github.com/doccano/doccano. Not
one of them says whether an example was confirmed (that is a choice when exporting), so an empty list is no judgment.
Versions before 1.3 wrote `labels` and `annotation_approver`, a name where somebody had approved the example, null where
nobody had (https://github.com/doccano/doccano/issues/1350); `is_confirmed` is what its API says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from labeling.importing.interchange.dialects.translations import Translation, annotation, span, texts_of, translation
from labeling.importing.interchange.json_lines import Malformed

_CONFIRMED = ("annotation_approver", "is_confirmed")
_OWN = frozenset({"id", "text", "data", "label", "labels", "Comments", "comments", "meta", "metadata", *_CONFIRMED})
_EMPTY = "Texts without labels were left unjudged: the file does not say whether anybody confirmed that none applies."
_STATES = ("none", "excluded")


def knows(fields: Mapping[str, Any]) -> bool:
    """Whether it has a text with a list of labels, as no other tool’s object has, or says who approved it."""
    if not isinstance(_text(fields), str) or "answer" in fields or "options" in fields or "annotations" in fields:
        return False
    return isinstance(fields.get("label"), list) or any(key in fields for key in _CONFIRMED)


def translate(fields: Mapping[str, Any]) -> Translation:
    """Return an example with its labels, which are of whoever is named when importing."""
    about = {key: value for key, value in fields.items() if key not in _OWN or key == "metadata"}
    meta = fields.get("meta")
    about |= meta if isinstance(meta, dict) else {}
    said = [*_said(fields, about)]
    listed = fields.get("label", fields.get("labels"))
    unsaid = not said and listed is not None and "gold_state" not in about
    return translation(_text(fields), about, said, notes=[_EMPTY] if unsaid else ())


def _said(fields: Mapping[str, Any], about: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    labels, evidence = [], []
    for label in _listed(fields):
        if isinstance(label, str):
            labels.append(label)
        elif isinstance(label, list) and len(label) == 3 and isinstance(label[2], str):
            labels.append(label[2])
            evidence += span(label[2], label[0], label[1])
        else:
            raise Malformed('its “label” is neither a list of labels nor of spans, such as ["hedge"]')
    comment = "\n".join(texts_of(fields.get("Comments", fields.get("comments"))))
    gold = about.get("gold_state")
    if labels:
        yield annotation(None, labels, evidence=evidence, comment=comment)
    elif gold in _STATES:
        yield annotation(None, (), gold, comment=comment)
    elif any(fields.get(key) for key in _CONFIRMED):
        yield annotation(None, (), comment=comment)
    elif comment:
        yield annotation(None, (), "cleared", comment=comment)


def _listed(fields: Mapping[str, Any]) -> list[Any]:
    value = fields.get("label", fields.get("labels"))
    return value if isinstance(value, list) else []


def _text(fields: Mapping[str, Any]) -> Any:
    return fields.get("text", fields.get("data"))
