"""The results of one annotation of Label Studio -> a judgment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from labeling.importing.interchange.dialects.translations import annotation, span, texts_of
from labeling.importing.interchange.dialects.utf16 import code_points_before

# Controls of the labelling configuration that Hedgerow exports.
_FLAGS, _COMMENT, _NAME = "flags", "comment", "annotator_name"
_FLAG_NAMES = frozenset({"excluded", "unsure", "adjudicated"})


@dataclass(slots=True)
class Said:
    """What one annotation says of a text, gathered from its results.

    `other` says whether it has results that are neither choices nor labels, nor Hedgerow’s own; `true` whether it is a
    ground truth.
    """

    text: str
    annotator: str | None = None
    seconds: Any = None
    true: bool = False
    labels: list[str] = field(default_factory=list)
    evidence: list[dict[str, Any]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    comment: str = ""
    other: bool = False

    @property
    def excluded(self) -> bool:
        return "excluded" in self.flags

    @property
    def adjudicated(self) -> bool:
        return "adjudicated" in self.flags

    @property
    def says_something(self) -> bool:
        return bool(self.labels or self.flags) or not self.other

    def add_result(self, result: Mapping[str, Any]) -> None:
        """Take an entry of `result`, as JSON has it."""
        kind, value = result.get("type"), result.get("value")
        control = str(result.get("from_name", ""))
        if kind in ("choices", "labels", "textarea") and isinstance(value, dict):
            self._add(control, value)
        elif kind != "relation":
            self.other = True

    def add_value(self, control: str, value: object) -> None:
        """Take what a control came to, as JSON_MIN has it: one result or a list, a single choice or text as a text."""
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, str):
                self._add(control, {"text" if control in {_COMMENT, _NAME} else "choices": [entry]})
            elif isinstance(entry, dict):
                self._add(control, entry)

    def annotation(self) -> dict[str, Any]:
        """Return it as an annotation of the interchange."""
        more = {"unsure": "unsure" in self.flags, "comment": self.comment, "seconds": self.seconds}
        if self.excluded:
            return annotation(self.annotator, (), "excluded", **more)
        return annotation(self.annotator, self.labels, evidence=self.evidence, **more)

    def adjudication(self) -> dict[str, Any]:
        """Return it as an adjudication of the interchange."""
        said = self.annotation()
        note = self.comment if self.adjudicated else ""
        return {"by": said["annotator"], "state": said["state"], "labels": said["labels"], "note": note}

    def _add(self, control: str, value: Mapping[str, Any]) -> None:
        if value.get("choices") is not None:
            chosen = texts_of(value, "choices")
            if control == _FLAGS and _FLAG_NAMES.issuperset(chosen):
                self.flags.update(chosen)
            else:
                self.labels += chosen
        elif value.get("labels") is not None:
            self._add_region(value)
        elif control == _COMMENT and "text" in value:
            self.comment = "\n".join(texts_of(value, "text"))
        elif control == _NAME and "text" in value:
            self.annotator = "".join(texts_of(value, "text")[:1]) or None
        else:
            self.other = True

    def _add_region(self, value: Mapping[str, Any]) -> None:
        """Marked words carry their labels, as in Hedgerow."""
        for label in texts_of(value, "labels"):
            self.labels.append(label)
            for mark in span(label, value.get("start"), value.get("end")):
                self.evidence.append(mark | self._code_points(mark, value.get("text")))

    def _code_points(self, mark: Mapping[str, Any], words: object) -> dict[str, int]:
        """Return where marked words are in code points; as they are, unless their text shows that they aren’t."""
        start, end = mark["start"], mark["end"]
        if isinstance(words, str) and self.text[start:end] != _one_line(words):
            first, last = code_points_before(self.text, start), code_points_before(self.text, end)
            if first is not None and last is not None and self.text[first:last] == _one_line(words):
                start, end = first, last
        return {"start": start, "end": end}


def _one_line(words: str) -> str:
    """Label Studio writes a line end in marked words as a backslash and an n."""
    return words.replace("\\n", "\n")
