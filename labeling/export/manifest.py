"""`manifest.json`: what a dataset holds and how it came about, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from labeling.export.hashed_files import FileFacts
from labeling.export.summary import Summary, Tally


def manifest(summary: Summary, digest: str, files: Mapping[str, FileFacts]) -> str:
    """Return the content of `manifest.json`: the same for the same project, options and version of Hedgerow.

    `digest` is that of the project, `files` are all the others by name.
    """
    content = {
        "hedgerow": summary.version,
        "options": summary.options.as_dict(),
        "project": {"digest": digest, "codebook": summary.codebook.hash},
        "codebooks": {name: codebook.hash for name, codebook in summary.codebooks.items()},
        "labels": list(summary.labels),
        "splits": {split.value: _figures(summary, tally) for split, tally in summary.tallies.items()},
        "annotators": [
            {"name": name, "judgments": sum(states.values()), "states": states}
            for name, states in summary.whole.people()
        ],
        "left_out": {reason.value: count for reason, count in summary.left_out.items()},
        "files": {name: {"sha256": f.sha256, "bytes": f.bytes} for name, f in files.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _figures(summary: Summary, tally: Tally) -> dict[str, Any]:
    return {
        "articles": tally.articles,
        "sentences": tally.sentences,
        "states": dict(sorted(tally.states.items())),
        "labels": {label: tally.labels[label] for label in summary.labels},
    }
