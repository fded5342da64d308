"""What translations into the interchange are made of, whichever tool they are from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from labeling.domain.articles import article_id, canonical_text
from labeling.importing.interchange.fields import is_sentence_id, name_of, sentence_id_of
from labeling.importing.interchange.json_lines import Malformed

# What Hedgerow’s own exports say of a sentence beside its `sentence_id`.
_WORDS = ("article", "name", "title", "kind", "gap")
_NUMBERS = ("paragraph", "start", "end")
_PARAGRAPHS = "\n\n"


class Translation(NamedTuple):
    """An object in the words of the interchange.

    Lines of an article that share a `task` are one sentence, about which several people said something; empty where
    each is its own. With `adds`, its labels are added to what the annotator said before: only they were asked about.
    """

    fields: Mapping[str, Any]
    task: str = ""
    adds: bool = False
    notes: tuple[str, ...] = ()


def translation(
    text: object,
    about: Mapping[str, Any],
    annotations: Iterable[Mapping[str, Any]],
    *,
    adjudication: Mapping[str, Any] | None = None,
    task: str = "",
    answered: bool = False,
    adds: bool = False,
    notes: Iterable[str] = (),
) -> Translation:
    """Return the translation of a text that was labelled.

    `about` is what the tool keeps with it; where Hedgerow exported it, that names the sentence. Evidence in
    `annotations` counts from the text’s first code point. A judged text of one paragraph that is of no article is an
    article of one sentence, the same one whoever judged it; so is one that somebody `answered` without a judgment.
    """
    words = name_of({"text": text}, "text")
    place = _place(about)
    base = _base(place)
    judged = [_moved(annotation, base) for annotation in annotations]
    fields = {"text": words, **place, "annotations": judged}
    if adjudication is not None:
        fields["adjudication"] = adjudication
    if "id" in fields:
        task = fields["id"]
    elif "article" not in fields and (judged or adjudication or answered) and _PARAGRAPHS not in canonical_text(words):
        task = fields["article"] = article_id(canonical_text(words))
    return Translation(fields, task, adds, tuple(dict.fromkeys(notes)))


def annotation(
    annotator: str | None,
    labels: Iterable[str],
    state: str = "",
    evidence: Iterable[Mapping[str, Any]] = (),
    **more: Any,
) -> dict[str, Any]:
    """Return what somebody said: without labels, that none applies, unless `state` is another.

    `annotator` is None where the tool does not say who it was; `more` are other fields of the interchange.
    """
    unique = list(dict.fromkeys(labels))
    if not all(isinstance(label, str) for label in unique):
        raise Malformed("one of its labels is not a text")
    said = {"annotator": annotator, "labels": unique, "state": state or ("labelled" if unique else "none")}
    return said | {"evidence": list(evidence)} | {key: value for key, value in more.items() if value}


def span(label: object, start: object, end: object) -> list[dict[str, Any]]:
    """Return words that were marked as evidence; nothing where that is no span."""
    whole = all(isinstance(value, int) and not isinstance(value, bool) for value in (start, end))
    return [{"label": label, "start": start, "end": end}] if whole and isinstance(label, str) else []


def texts_of(fields: Mapping[str, Any], key: str) -> list[str]:
    """Return the texts of a list, or of one alone, none where it is null. Malformed where there is another value."""
    value = fields.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(entry, str) for entry in values):
        raise Malformed(f"its “{key}” is neither a text nor a list of texts")
    return values


def object_in(value: object) -> Mapping[str, Any]:
    """Return an object, which may be written as JSON; an empty one where it is none."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return {}
    return value if isinstance(value, dict) else {}


def _place(about: Mapping[str, Any]) -> dict[str, Any]:
    """Return which sentence it is. What the tool keeps of a text that isn’t ours is taken for metadata."""
    identifier = about.get("sentence_id")
    if not is_sentence_id(identifier):
        title, article = about.get("title"), about.get("article")
        known = {"title": title} if isinstance(title, str) else {}
        if isinstance(article, (str, int)) and not isinstance(article, bool):
            known["article"] = str(article)
        return {**known, "metadata": {key: value for key, value in about.items() if key not in {"title", "article"}}}
    words = {"article": str(identifier).partition(":")[0]}
    words |= {key: about[key] for key in _WORDS if isinstance(about.get(key), str)}
    numbers = {key: int(about[key]) for key in _NUMBERS if _is_whole(about.get(key))}
    return {"id": identifier, **words, **numbers, "metadata": object_in(about.get("metadata"))}


def _is_whole(value: object) -> bool:
    """Whether it is a whole number: some tools write these as 3.0."""
    return not isinstance(value, bool) and isinstance(value, (int, float)) and value == value // 1


def _base(place: Mapping[str, Any]) -> int:
    start = place.get("start")
    if isinstance(start, int):
        return start
    identity = sentence_id_of(place)
    return identity.start if identity else 0


def _moved(said: Mapping[str, Any], by: int) -> dict[str, Any]:
    """Return an annotation with its evidence `by` code points further on, without what is no span."""
    marks = [
        mark | {"start": mark["start"] + by, "end": mark["end"] + by}
        for mark in said.get("evidence", ())
        if 0 <= mark["start"] < mark["end"]
    ]
    return {**said, "evidence": marks}
