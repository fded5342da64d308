"""What the formats of other annotation tools share: what a task says of its sentence, and the files of tasks.

Each format puts these fields where its tool keeps data that it only passes on, so an import finds the sentence again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from labeling.domain.articles import Sentence, SentenceId
from labeling.domain.judgments import Evidence, State
from labeling.export.gold import Reason
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.settling import Judged, Settlement
from labeling.store.votes import Vote

Task = Mapping[str, Any]
# Makes the tasks of the chosen sentences of an article, in order.
MakeTasks = Callable[[Page], Iterable[Task]]

# Valid in JSON, but a line end for some readers of lines.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class TaskLines:
    """Writes tasks as JSON Lines in UTF-8, page after page."""

    def __init__(self, file: Sink, tasks: MakeTasks) -> None:
        self._file = file
        self._tasks = tasks

    def write(self, page: Page) -> None:
        """Write the chosen sentences of an article."""
        self._file.write("".join(f"{_line(task)}\n" for task in self._tasks(page)).encode())

    def close(self) -> None:
        """Nothing follows the last line."""


class TaskList:
    """Writes tasks as one JSON list in UTF-8, page after page, each on a line of its own.

    With `escaped`, it is in ASCII, for consumers that read it in the encoding of the machine.
    """

    def __init__(self, file: Sink, tasks: MakeTasks, *, escaped: bool = False) -> None:
        self._file = file
        self._tasks = tasks
        self._escaped = escaped
        self._before = "[\n"

    def write(self, page: Page) -> None:
        """Write the chosen sentences of an article."""
        for task in self._tasks(page):
            self._file.write(f"{self._before}{json.dumps(task, ensure_ascii=self._escaped)}".encode())
            self._before = ",\n"

    def close(self) -> None:
        self._file.write(b"[]\n" if self._before == "[\n" else b"\n]\n")


def described(page: Page, place: int) -> dict[str, Any]:
    """Return who a sentence is and where it stands, with the sentences around it.

    `gap` is the white space before it where that isn’t the usual, `metadata` what is known of the article.
    """
    article, sentence = page.article, page.judged[place].sentence
    fields: dict[str, Any] = {
        "sentence_id": str(SentenceId(article.id, sentence.start, sentence.end)),
        "article": article.id,
        "name": article.name,
        "title": article.title,
        "index": place,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "kind": sentence.kind.value,
        "before": page.texts[place - 1] if place else "",
        "after": page.texts[place + 1] if place + 1 < len(page.texts) else "",
    }
    gap = _gap(page, place)
    if gap is not None:
        fields["gap"] = gap
    if article.metadata:
        fields["metadata"] = dict(article.metadata)
    return fields


def settled(settlement: Settlement) -> dict[str, Any]:
    """Return what a sentence was settled on, nulls where it was not; labels that nobody was asked about are unknown."""
    outcome = settlement.outcome
    if isinstance(outcome, Reason):
        return {"gold": None, "gold_state": None, "gold_source": None}
    fields = {"gold": list(outcome.labels), "gold_state": outcome.state.value, "gold_source": outcome.source}
    return fields | ({"gold_unknown": list(outcome.unknown)} if outcome.unknown else {})


def decided(judged: Judged) -> list[Vote]:
    """Return the votes that settle something, by annotator’s name."""
    return [vote for vote in judged.votes if vote.state != State.CLEARED]


def marks(vote: Vote, sentence: Sentence) -> Iterator[Evidence]:
    """Yield the evidence of a vote that lies in its sentence, counted from the sentence’s first code point."""
    for label, start, end in json.loads(vote.evidence):
        if sentence.start <= start < end <= sentence.end:
            yield Evidence(label, start - sentence.start, end - sentence.start)


def _gap(page: Page, place: int) -> str | None:
    """Return the white space before a sentence where it isn’t what an import puts there by itself."""
    if not place:
        return None
    before, sentence = page.judged[place - 1].sentence, page.judged[place].sentence
    gap = page.article.text[before.end : sentence.start]
    usual = " " if sentence.paragraph == before.paragraph else "\n\n"
    return gap if gap != usual else None


def _line(task: Task) -> str:
    written = json.dumps(task, ensure_ascii=False)
    for line_end, escape in _LINE_ENDS.items():
        written = written.replace(line_end, escape)
    return written
