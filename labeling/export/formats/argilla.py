"""Argilla 2: a JSON list of records as `Dataset.records.from_json` takes it, with the settings of the dataset.

`Record.from_dict` makes a `Response` of each entry under `responses` (so these may hold `value`, `user_id` and `status`
only, and the id must be a user’s), `Settings.from_json` reads the settings: https://docs.argilla.io/latest/reference/
and `argilla/src/argilla/records/_resource.py` of https://github.com/argilla-io/argilla (2.8.0). The server refuses a
multi-label answer without labels (`validators/response_values.py`), so “none applies” and “not prose” are answers.
Both readers open their file in the encoding of the machine, so all is written in ASCII.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from labeling.domain.codebooks import Codebook
from labeling.domain.ids import named_id
from labeling.domain.judgments import State
from labeling.export.formats.tasks import Task, TaskList, decided, described, marks, settled
from labeling.export.pages import Page
from labeling.export.settling import Judged
from labeling.export.writers import FileForEachPart, Format, Plan, Writer
from labeling.store.votes import Vote

# Not the id of any label: ids are words.
_ANSWERS = {State.NONE.value: "none applies", State.EXCLUDED.value: "not prose"}
_TITLES = {"none applies": "None applies", "not prose": "Not prose of the article"}

_DESCRIPTION = (
    "A JSON list of Argilla’s records, one a sentence, with `settings.json`, the settings of a dataset that takes "
    "them, and `users.json`, the annotators’ names by user id: Argilla takes responses of users that it has, so make "
    "them with these ids first, as below. `responses` are everyone’s judgments, all of them submitted: `labels`, and "
    "where there is any, `evidence` (in code points of the sentence), `comment` and `certainty`. The answer "
    "`none applies` says that no label does, `not prose` that the sentence was excluded; where nobody judged there is "
    "no response. What the sentence was settled on is metadata and no suggestion, for suggestions are the guesses of "
    "programs and would be filled in for whoever answers: `gold`, `gold_state`, `gold_source`, and `gold_unknown`, "
    "labels that nobody was asked about. Versions of the codebook and judgments that decide nothing are not written."
)
_LOADING = (
    "import json\n"
    "from pathlib import Path\n\n"
    "import argilla\n\n"
    'client = argilla.Argilla(api_url="http://localhost:6900", api_key="owner.apikey")\n'
    'for user_id, name in json.loads(Path("users.json").read_text(encoding="utf-8")).items():\n'
    '    argilla.User(username=name, id=user_id, password="change me", client=client).create()\n'
    'settings = argilla.Settings.from_json("settings.json")\n'
    'dataset = argilla.Dataset("sentences", settings=settings, client=client).create()\n'
    'dataset.records.from_json("{file}")'
)


def _open(plan: Plan) -> Writer:
    plan.folder.put("settings.json", _pretty(_settings(plan.codebook, plan.labels)))
    plan.folder.put("users.json", _pretty({named_id(name): name for name in plan.annotators}))
    return FileForEachPart(plan, "json", lambda file, _: TaskList(file, _records, escaped=True))


def _records(page: Page) -> Iterator[Task]:
    for place in page.chosen:
        judged, about = page.judged[place], described(page, place)
        identifier = about.pop("sentence_id")
        around = {key: words for key in ("before", "after") if (words := about.pop(key))}
        yield {
            "id": identifier,
            "fields": {"text": page.texts[place], **around},
            "metadata": {"sentence_id": identifier, **_flat(about), **_settled(judged)},
            "suggestions": {},
            "responses": _responses(judged),
            "vectors": {},
        }


def _flat(about: dict[str, Any]) -> dict[str, Any]:
    """Argilla’s metadata hold single values and lists of terms, so what is neither is written as JSON."""
    metadata = about.pop("metadata", None)
    return about | ({"metadata": json.dumps(metadata, ensure_ascii=False)} if metadata else {})


def _settled(judged: Judged) -> dict[str, Any]:
    fields = {key: value for key, value in settled(judged.settlement).items() if value}
    voters = [vote.annotator for vote in decided(judged)]
    if voters:
        fields["annotators"] = voters
    if judged.adjudication is not None:
        verdict, note = judged.adjudication.verdict, judged.adjudication.note
        said = {"by": judged.adjudicator, "state": verdict.state.value, "labels": list(verdict.labels), "note": note}
        fields["adjudication"] = json.dumps(said, ensure_ascii=False)
    return fields


def _responses(judged: Judged) -> dict[str, list[dict[str, Any]]]:
    responses: dict[str, list[dict[str, Any]]] = {}
    for vote in decided(judged):
        for question, value in _answers(vote, judged):
            answer = {"value": value, "user_id": named_id(vote.annotator), "status": "submitted"}
            responses.setdefault(question, []).append(answer)
    return responses


def _answers(vote: Vote, judged: Judged) -> Iterator[tuple[str, Any]]:
    yield "labels", json.loads(vote.labels) or [_ANSWERS[vote.state]]
    spans = [{"label": mark.label, "start": mark.start, "end": mark.end} for mark in marks(vote, judged.sentence)]
    if spans:
        yield "evidence", spans
    if vote.comment:
        yield "comment", vote.comment
    if vote.unsure:
        yield "certainty", "unsure"


def _settings(codebook: Codebook, labels: Sequence[str]) -> dict[str, Any]:
    """Return the settings of a dataset, as `argilla.Settings` writes them."""
    known = {label.id: label.name or label.id for label in codebook.labels}
    options = [{"value": identifier, "text": known.get(identifier, identifier)} for identifier in labels]
    answers = [{"value": value, "text": title} for value, title in _TITLES.items()]
    spans = {"type": "span", "field": "text", "allow_overlapping": True, "options": options}
    sure = [{"value": value, "text": value.capitalize()} for value in ("sure", "unsure")]
    return {
        "guidelines": _guidelines(codebook),
        "fields": [_field("before", "Before"), _field("text", "Sentence", required=True), _field("after", "After")],
        "questions": [
            _question("labels", "Labels", {"type": "multi_label_selection", "options": options + answers}),
            _question("evidence", "Evidence", spans, required=False),
            _question("certainty", "Certainty", {"type": "label_selection", "options": sure}, required=False),
            _question("comment", "Comment", {"type": "text", "use_markdown": False}, required=False),
        ],
        "metadata": [_terms("gold", "Gold"), _terms("gold_state", "Gold: state"), _terms("kind", "Kind")],
        "vectors": [],
        "allow_extra_metadata": True,
        "distribution": {"strategy": "overlap", "min_submitted": 1},
        "mapping": None,
    }


def _guidelines(codebook: Codebook) -> str:
    labels = [
        "\n".join([f"## {label.name or label.id}", label.definition, *(f"- {rule}" for rule in label.rules)])
        for label in codebook.labels
    ]
    return "\n\n".join(part for part in (codebook.introduction, *labels) if part)


def _field(name: str, title: str, *, required: bool = False) -> dict[str, Any]:
    settings = {"type": "text", "use_markdown": False}
    return {"name": name, "title": title, "required": required, "settings": settings}


def _question(name: str, title: str, settings: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    return {"name": name, "title": title, "description": None, "required": required, "settings": settings}


def _terms(name: str, title: str) -> dict[str, Any]:
    return {"name": name, "title": title, "visible_for_annotators": False, "settings": {"type": "terms"}}


def _pretty(content: object) -> bytes:
    return json.dumps(content, indent=2).encode() + b"\n"


FORMAT = Format(
    open=_open,
    suffix="json",
    title="Argilla: records with everyone’s responses",
    description=_DESCRIPTION,
    loading=_LOADING,
)
