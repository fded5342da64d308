"""Prodigy: JSON Lines of `choice` tasks, the settled labels as `accept`.

`options`, `accept` and `answer` are as https://prodi.gy/docs/api-interfaces#choice has them; a multiple choice that was
accepted with nothing selected says that no label applies (https://support.prodi.gy/t/at-least-one-label/2145).
`_input_hash` and `_task_hash` are left to Prodigy, which adds them where they are missing. Spans count code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from labeling.domain.judgments import State
from labeling.export.formats.tasks import Task, TaskLines, decided, described, marks, settled
from labeling.export.pages import Page
from labeling.export.settling import Judged
from labeling.export.writers import FileForEachPart, Format, Plan
from labeling.store.votes import Vote

# Prodigy lists `meta` on the card of a task, where there is room for single values.
_BESIDE_META = ("before", "after", "metadata")
_DESCRIPTION = (
    "JSON Lines of Prodigy’s `choice` interface, one sentence a line. `accept` holds the labels that the sentence was "
    "settled on, and `answer` is `accept`; an empty `accept` then says that no label applies. What is not prose of the "
    "article has the answer `ignore`, which training passes over. Where nothing was settled there is neither `accept` "
    "nor `answer`, and Prodigy asks for them. `meta` names the sentence and says how it was settled; its "
    "`gold_unknown` lists labels that nobody was asked about, which Prodigy itself takes for labels that do not apply. "
    "`votes` is Hedgerow’s own: everyone’s answer, with evidence as `spans` (in code points of the sentence), and the "
    "adjudication. Versions of the codebook and judgments that decide nothing are not written. Prodigy’s setting "
    '`"hide_meta": true` keeps the card of a task small.'
)
_LOADING = (
    "# In a shell: prodigy db-in sentences {file}\n"
    "import srsly\n\n"
    'answered = [task for task in srsly.read_jsonl("{file}") if task.get("answer") == "accept"]'
)


class _Tasks:
    """Makes the tasks of one file."""

    def __init__(self, plan: Plan) -> None:
        labels = ((identifier, plan.codebook.label(identifier)) for identifier in plan.labels)
        self._options = [
            {"id": identifier, "text": label.name if label else identifier} for identifier, label in labels
        ]

    def __call__(self, page: Page) -> Iterator[Task]:
        for place in page.chosen:
            judged, meta = page.judged[place], described(page, place)
            beside = {key: meta.pop(key) for key in _BESIDE_META if key in meta}
            gold = settled(judged.settlement)
            answer = _answer(gold["gold_state"], gold.pop("gold")) if gold["gold_state"] else {}
            told = {key: value for key, value in gold.items() if value is not None}
            yield {
                "text": page.texts[place],
                "options": self._options,
                **answer,
                "_view_id": "choice",
                "config": {"choice_style": "multiple"},
                "meta": {**meta, **told},
                **beside,
                "votes": [*_votes(judged)],
            }


def _answer(state: str, labels: list[str]) -> dict[str, Any]:
    return {"accept": labels, "answer": "ignore" if state == State.EXCLUDED else "accept"}


def _votes(judged: Judged) -> Iterator[dict[str, Any]]:
    for vote in decided(judged):
        yield _vote(vote, judged)
    if judged.adjudication is not None:
        verdict, note = judged.adjudication.verdict, judged.adjudication.note
        answer = _answer(verdict.state, list(verdict.labels))
        yield {"annotator": judged.adjudicator, **answer, "adjudication": True, "note": note}


def _vote(vote: Vote, judged: Judged) -> dict[str, Any]:
    said: dict[str, Any] = {"annotator": vote.annotator, **_answer(vote.state, json.loads(vote.labels))}
    spans = [{"start": mark.start, "end": mark.end, "label": mark.label} for mark in marks(vote, judged.sentence)]
    rest = {"spans": spans, "unsure": bool(vote.unsure), "comment": vote.comment, "seconds": vote.seconds}
    return said | {key: value for key, value in rest.items() if value}


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "jsonl", lambda file, _: TaskLines(file, _Tasks(plan))),
    suffix="jsonl",
    title="Prodigy: multiple-choice tasks with the settled answers",
    description=_DESCRIPTION,
    loading=_LOADING,
)
