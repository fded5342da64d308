"""Suggestions: what the words of each sentence speak for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from labeling.cli.projects import ProjectPath
from labeling.cli.terminal import progress, say
from labeling.operations.projects import open_project
from labeling.operations.suggesting import Suggested, suggest


def show_suggestions(project: ProjectPath) -> None:
    """Print a line of JSON for each sentence: the labels that its words suggest, with scores and cues."""
    with open_project(project) as opened, progress("Article") as show:
        for each in suggest(opened, on_progress=show):
            say(json.dumps(as_dict(each), ensure_ascii=False))


def as_dict(each: Suggested) -> dict[str, Any]:
    """Return a sentence and its suggestions in the form of `suggest`."""
    return {
        "id": str(each.sentence),
        "name": each.name,
        "index": each.number,
        "text": each.text,
        "suggestions": [asdict(suggestion) for suggestion in each.suggestions],
    }


COMMANDS: Mapping[str, Callable[..., object]] = {"suggest": show_suggestions}
