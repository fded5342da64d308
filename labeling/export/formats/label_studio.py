"""Label Studio: a JSON list of tasks with everyone’s annotations, and the labelling configuration that they fit.

What is written, and why so:

- tasks, `was_cancelled`, `lead_time`: https://labelstud.io/guide/task_format. The server takes an annotation without
  `ground_truth` for a true one, and refuses a file in which `completed_by` is no member of its organization; it knows
  people by e-mail address only (`label_studio/tasks/serializers.py`, `add_annotations`, `_insert_valid_completed_by`).
  So a name that is no address stands in a hidden field of the configuration.
- `id` of task and annotation: `label_studio_sdk.converter` fails without the first, and tells by the second whether a
  row of JSON_MIN was annotated.
- offsets of regions count code points, not UTF-16 units (`web/libs/editor/src/utils/selection-tools.js`,
  `charsToCodePoints`; older versions than of October 2021 counted UTF-16 units, see pull request 1559).
- `alias` of a choice or label is what results hold in the place of the words on screen: https://labelstud.io/tags/choice
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from labeling.domain.codebooks import Codebook, Label
from labeling.domain.judgments import Adjudication, State
from labeling.export.formats.tasks import Task, TaskList, decided, described, marks, settled
from labeling.export.pages import Page
from labeling.export.settling import Judged
from labeling.export.writers import FileForEachPart, Format, Plan, Writer
from labeling.store.votes import Vote

_CONFIGURATION = "label_config.xml"
_FLAGS = {"excluded": "Not prose of the article", "unsure": "Unsure", "adjudicated": "Settled by the team"}
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PALE = "opacity: 0.6"

_DESCRIPTION = (
    "A JSON list of Label Studio’s tasks, one a sentence, and `label_config.xml`, the labelling configuration of the "
    "project to import them into. `data` holds the sentence, its place and its neighbours, and what it was settled on "
    "(`gold`, `gold_state`, `gold_source`; null where nothing was; `gold_unknown` lists labels that nobody was asked "
    "about). `annotations` are what people said, one each: `labels` are the choices, `evidence` the marked words (in "
    "code points of the sentence), `flags` and `comment` the rest, `annotator_name` who it was; `completed_by` is "
    "there only for names that are e-mail addresses, which Label Studio must know as members. An annotation without "
    "`labels` says that no label applies. An excluded sentence has the flag `excluded` and `was_cancelled`, as a "
    "skipped one, so Label Studio’s own exports leave it out. An adjudication is an annotation with the flag "
    "`adjudicated` and `ground_truth`. A task that nobody judged has no annotations. Versions of the codebook and "
    "judgments that decide nothing are not written."
)
_LOADING = (
    "from label_studio_sdk.converter import Converter\n\n"
    'Converter("label_config.xml", project_dir=None).convert("{file}", "annotations.csv", "CSV", is_dir=False)'
)


class _Tasks:
    """Makes the tasks of one file; tasks and annotations are numbered from 1."""

    def __init__(self) -> None:
        self._tasks = 0
        self._annotations = 0

    def __call__(self, page: Page) -> Iterator[Task]:
        for place in page.chosen:
            judged, text = page.judged[place], page.texts[place]
            self._tasks += 1
            data = {"text": text, **described(page, place), **settled(judged.settlement)}
            annotations = [self._numbered(annotation) for annotation in _annotations(judged, text)]
            yield {"id": self._tasks, "data": data, "annotations": annotations}

    def _numbered(self, annotation: dict[str, Any]) -> dict[str, Any]:
        self._annotations += 1
        return {"id": self._annotations, **annotation}


def _open(plan: Plan) -> Writer:
    plan.folder.put(_CONFIGURATION, _configuration(plan))
    return FileForEachPart(plan, "json", lambda file, _: TaskList(file, _Tasks()))


def _annotations(judged: Judged, text: str) -> Iterator[dict[str, Any]]:
    for vote in decided(judged):
        yield _vote(vote, judged, text)
    if judged.adjudication is not None:
        yield _adjudication(judged.adjudication, judged.adjudicator)


def _vote(vote: Vote, judged: Judged, text: str) -> dict[str, Any]:
    flags = [State.EXCLUDED.value] if vote.state == State.EXCLUDED else []
    results = [*_said(json.loads(vote.labels), [*flags, *(["unsure"] if vote.unsure else [])], vote.comment)]
    for number, mark in enumerate(marks(vote, judged.sentence)):
        value = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end], "labels": [mark.label]}
        results.append(_result("evidence", "labels", value, f"evidence-{number}"))
    annotation = _annotation(vote.annotator, results, vote.state == State.EXCLUDED)
    return annotation if vote.seconds is None else annotation | {"lead_time": vote.seconds}


def _adjudication(adjudication: Adjudication, author: str) -> dict[str, Any]:
    verdict = adjudication.verdict
    excluded = verdict.state is State.EXCLUDED
    flags = ["excluded", "adjudicated"] if excluded else ["adjudicated"]
    results = [*_said(list(verdict.labels), flags, adjudication.note)]
    return _annotation(author, results, excluded) | {"ground_truth": True}


def _annotation(name: str, results: list[dict[str, Any]], excluded: bool) -> dict[str, Any]:
    named = [_result("annotator_name", "textarea", {"text": [name]}), *results]
    annotation = {"result": named, "was_cancelled": excluded, "ground_truth": False}
    return annotation | {"completed_by": {"email": name}} if _ADDRESS.fullmatch(name) else annotation


def _said(labels: list[str], flags: list[str], comment: str) -> Iterator[dict[str, Any]]:
    if labels:
        yield _result("labels", "choices", {"choices": labels})
    if flags:
        yield _result("flags", "choices", {"choices": flags})
    if comment:
        yield _result("comment", "textarea", {"text": [comment]})


def _result(control: str, kind: str, value: dict[str, Any], identifier: str = "") -> dict[str, Any]:
    return {"id": identifier or control, "from_name": control, "to_name": "text", "type": kind, "value": value}


def _configuration(plan: Plan) -> bytes:
    """Return the labelling configuration: the sentence between its neighbours, and what can be said of it."""
    view = Element("View")
    SubElement(view, "Header", value="$title")
    _neighbour(view, "before")
    evidence = SubElement(view, "Labels", name="evidence", toName="text")
    for label in plan.labels:
        known = plan.codebook.label(label)
        keys = {"hotkey": plan.codebook.set_key(known).lower()} if known else {}
        SubElement(evidence, "Label", _shown(plan.codebook, label) | keys)
    SubElement(view, "Text", name="text", value="$text")
    _neighbour(view, "after")
    choices = SubElement(view, "Choices", name="labels", toName="text", choice="multiple")
    for label in plan.labels:
        known = plan.codebook.label(label)
        SubElement(choices, "Choice", _shown(plan.codebook, label) | _keyed(plan.codebook, known))
    flags = SubElement(view, "Choices", name="flags", toName="text", choice="multiple")
    for flag, words in _FLAGS.items():
        SubElement(flags, "Choice", value=words, alias=flag)
    SubElement(view, "TextArea", name="comment", toName="text", placeholder="Comment")
    SubElement(SubElement(view, "View", style="display: none"), "TextArea", name="annotator_name", toName="text")
    indent(view)
    # In ASCII, with references to other characters: the converter reads it in the encoding of the machine.
    return bytes(tostring(view, encoding="us-ascii")) + b"\n"


def _neighbour(view: Element, key: str) -> None:
    pale = SubElement(view, "View", style=_PALE)
    SubElement(pale, "Text", name=key, value=f"${key}", selectionEnabled="false")


def _shown(codebook: Codebook, identifier: str) -> dict[str, str]:
    label = codebook.label(identifier)
    name = _NOT_IN_XML.sub("", label.name) if label else ""
    return {"value": name or identifier, "alias": identifier}


def _keyed(codebook: Codebook, label: Label | None) -> dict[str, str]:
    if label is None:
        return {}
    return {"hotkey": codebook.toggle_key(label), "hint": _NOT_IN_XML.sub("", label.definition)}


FORMAT = Format(
    open=_open,
    suffix="json",
    title="Label Studio: tasks with everyone’s annotations",
    description=_DESCRIPTION,
    loading=_LOADING,
)
