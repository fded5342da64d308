"""Values of a JSON object with the type that they must have. Each function raises Malformed where they have another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from labeling.domain.articles import SentenceId
from labeling.domain.errors import Refused
from labeling.importing.encodings import check_storable
from labeling.importing.interchange.json_lines import Malformed

_LONGEST = 1e9  # seconds: thirty years
_ARTICLE_ID = re.compile(r"[0-9a-f]{64}")


def text_of(fields: Mapping[str, Any], key: str) -> str:
    """Return a text, empty where there is none or null."""
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Malformed(f"its “{key}” is not a text")
    return _storable(value, key)


def name_of(fields: Mapping[str, Any], key: str) -> str:
    """Return a text that must not be empty."""
    value = text_of(fields, key)
    if not value.strip():
        raise Malformed(f"its “{key}” is missing or empty")
    return value


def count_of(fields: Mapping[str, Any], key: str) -> int | None:
    """Return a whole number from 0, None where there is none."""
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Malformed(f"its “{key}” is not a whole number from 0")
    return value


def flag_of(fields: Mapping[str, Any], key: str) -> bool:
    """Return true or false, false where there is none."""
    value = fields.get(key)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise Malformed(f"its “{key}” is neither true nor false")
    return value


def seconds_of(fields: Mapping[str, Any], key: str) -> float | None:
    """Return a duration, None where there is none."""
    value = fields.get(key)
    if value is None:
        return None
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not 0 <= value < _LONGEST:  # false for NaN too
        raise Malformed(f"its “{key}” is not a number of seconds")
    return float(value)


def object_of(fields: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
    """Return an object, None where there is none."""
    value = fields.get(key)
    if value is not None and not isinstance(value, dict):
        raise Malformed(f"its “{key}” is not an object")
    return value


def objects_of(fields: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """Return a list of objects, empty where there is none."""
    value = fields.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise Malformed(f"its “{key}” is not a list of objects")
    return value


def labels_of(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of labels, each once, empty where there are none."""
    value = fields.get("labels")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(label, str) and label for label in value):
        raise Malformed('its “labels” are not a list of label ids, such as ["hedge"]')
    return tuple(dict.fromkeys(_storable(label, "labels") for label in value))


def is_article_id(text: str) -> bool:
    """Whether a text has the form of an article's id in a project."""
    return _ARTICLE_ID.fullmatch(text) is not None


def is_sentence_id(value: object) -> bool:
    """Whether it has the form of a sentence's id in a project."""
    return sentence_id_of({"id": value}) is not None


def sentence_id_of(fields: Mapping[str, Any]) -> SentenceId | None:
    """Return the `id` of a sentence. Ids of other programs are passed over: they name nothing in a project."""
    value = fields.get("id")
    try:
        identity = SentenceId.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return identity if identity and is_article_id(identity.article) and 0 <= identity.start < identity.end else None


def _storable(text: str, key: str) -> str:
    try:
        check_storable(text, f"its “{key}”")
    except Refused as refused:
        raise Malformed(str(refused).rstrip(".")) from refused
    return text
