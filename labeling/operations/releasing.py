"""The releases of a project: datasets that were exported, and what changed from one to another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from labeling.domain.errors import Refused
from labeling.domain.ids import time_of
from labeling.store import releases
from labeling.store.connection import Project
from labeling.store.releases import Release

_OPTIONS_NAMED_SO = {"by_time": "split by time", "include": "also written"}


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """What a list shows of a release. `digest` is the SHA-256 of its manifest."""

    name: str
    made: datetime
    line: str
    format: str
    sentences: int
    articles: int
    digest: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same in two releases, in words and figures."""

    what: str
    before: str
    after: str


def list_releases(project: Project) -> list[ReleaseRow]:
    """Return all releases, the newest first."""
    return [_row(release) for release in reversed(releases.everything(project.connection))]


def release_named(project: Project, name: str) -> Release:
    """Return a release. Refused when the project has none of that name."""
    found = releases.named(project.connection, name)
    if found is None:
        names = [release.name for release in releases.everything(project.connection)]
        there = f"it has {', '.join(names)}" if names else "it has none yet"
        raise Refused(f"The project has no release “{name}”; {there}.")
    return found


def check_name(project: Project, name: str) -> None:
    """Raise Refused when the project has a release of that name already."""
    if name and releases.named(project.connection, name):
        raise Refused(f"The project has a release “{name}” already; choose another name.")


def free_name(db: sqlite3.Connection, wanted: str) -> str:
    """Return the name, or the next one with a number that no release has."""
    taken = {release.name for release in releases.everything(db)}
    candidates = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in candidates if name not in taken)


def fixed_articles(db: sqlite3.Connection, line: str) -> dict[str, str]:
    """Return where the releases of a line have put articles, by article’s id; the earliest one counts."""
    if not line:
        return {}
    fixed: dict[str, str] = {}
    for release in releases.of_line(db, line):
        fixed = {**json.loads(release.manifest)["articles"], **fixed}
    return fixed


def differences(project: Project, one: str, other: str) -> list[Difference]:
    """Return what is not the same in the release `other` as in `one`: choices, counts, and where articles are."""
    before, after = (json.loads(release_named(project, name).manifest) for name in (one, other))
    found = [
        Difference(what, _words(before_value), _words(after_value))
        for what, before_value, after_value in _compared(before, after)
        if before_value != after_value
    ]
    return found + list(_moves(before["articles"], after["articles"]))


def _row(release: Release) -> ReleaseRow:
    content = json.loads(release.manifest)
    parts = content["splits"].values()
    return ReleaseRow(
        release.name,
        time_of(release.id),
        release.line,
        content["options"]["format"],
        sum(part["sentences"] for part in parts),
        sum(part["articles"] for part in parts),
        release.digest,
    )


def _compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, object, object]]:
    yield "Hedgerow", before["hedgerow"], after["hedgerow"]
    yield "codebook", before["codebook"][:12], after["codebook"][:12]
    for option in before["options"]:
        name = _OPTIONS_NAMED_SO.get(option, option.replace("_", " "))
        yield name, before["options"][option], after["options"].get(option)
    for part in dict.fromkeys((*before["splits"], *after["splits"])):
        yield from _counts(part, before["splits"].get(part), after["splits"].get(part))
    for reason in dict.fromkeys((*before["left_out"], *after["left_out"])):
        yield f"left out: {reason}", before["left_out"].get(reason, 0), after["left_out"].get(reason, 0)
    people = [content["annotators"] for content in (before, after)]
    yield "annotators", [one["name"] for one in people[0]], [one["name"] for one in people[1]]
    yield "judgments", sum(one["judgments"] for one in people[0]), sum(one["judgments"] for one in people[1])


def _counts(
    part: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> Iterator[tuple[str, object, object]]:
    nothing: dict[str, Any] = {"articles": 0, "sentences": 0, "labels": {}}
    before, after = before or nothing, after or nothing
    for what in ("articles", "sentences"):
        yield f"{part}: {what}", before[what], after[what]
    for label in dict.fromkeys((*before["labels"], *after["labels"])):
        yield f"{part}: {label}", before["labels"].get(label, 0), after["labels"].get(label, 0)


def _moves(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    moved = sum(before[article] != after[article] for article in before.keys() & after.keys())
    added, gone = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    for what, count in (("articles that are new", added), ("articles that are no longer in it", gone)):
        if count:
            yield Difference(what, "", f"{count:,}")
    if moved:
        yield Difference("articles in another part than before", "", f"{moved:,}")


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return str(value) if value not in ("", None) else "–"
