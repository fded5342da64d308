"""What formats call the source, date, byline and address of an article -> the names that the project uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from labeling.importing.dates import iso_date

_NAMES = {
    "source": ("source", "publisher", "publication", "newspaper", "outlet", "site", "sitename", "site name"),
    "date": ("date", "published", "published at", "publication date", "pubdate", "publish date", "created"),
    "byline": ("byline", "author", "authors", "by", "writer", "creator"),
    "url": ("url", "link", "permalink", "canonical"),
}
_KNOWN = {alias: name for name, aliases in _NAMES.items() for alias in aliases}
_BY = re.compile(r"by\s+", re.IGNORECASE)


def article_metadata(fields: Mapping[str, object]) -> dict[str, str]:
    """Return fields that a format has under the names `source`, `date`, `byline` and `url`; others keep their own.

    Only single values are taken. White space is collapsed; a date becomes ISO where it can be read.
    """
    result: dict[str, str] = {}
    for field, content in scalars(fields).items():
        name = _KNOWN.get(re.sub(r"[\s_-]+", " ", field).strip().lower(), field)
        text = " ".join(content.split())
        if text and name not in result:
            result[name] = _settled(name, text)
    return result


def scalars(fields: Mapping[str, object]) -> dict[str, str]:
    """Return what is one value and not empty, as text that can be stored, exactly as it is written."""
    return {_storable(str(name)): _as_text(value) for name, value in fields.items() if _as_text(value)}


def _settled(name: str, text: str) -> str:
    if name == "date":
        return iso_date(text) or text
    return _BY.sub("", text, count=1) if name == "byline" and _BY.match(text) else text


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return _storable(str(value)) if isinstance(value, (str, int, float)) else ""


def _storable(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode()
