"""`manifest.json`: what a dataset holds and how it came about, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from labeling.export.gold import Reason
from labeling.export.hashed_files import FileFacts
from labeling.export.summary import Summary, Tally

NAME = "manifest.json"


def manifest(summary: Summary, files: Mapping[str, FileFacts]) -> str:
    """Return the content of `manifest.json`: the same for the same project, options and version of Hedgerow.

    `files` are all the others by name.
    """
    content = {
        "hedgerow": summary.version,
        "options": summary.options.as_dict(),
        "codebook": summary.codebook.hash,
        "codebooks": {name: codebook.hash for name, codebook in summary.codebooks.items()},
        "labels": list(summary.labels),
        "splits": {part: _figures(summary, tally) for part, tally in summary.tallies.items()},
        "left_out": {reason.value: count for reason, count in summary.left_out.items()},
        "annotators": [
            {
                "name": work.name,
                "judgments": work.judgments,
                "states": dict(work.states),
                "shared": work.shared,
                "median_seconds": work.seconds,
            }
            for work in summary.whole.people()
        ],
        "votes": {str(votes): count for votes, count in sorted(summary.whole.annotators_each.items())},
        "agreement": {label: agreement._asdict() for label, agreement in summary.agreement.items()},
        "near_copies": summary.copies._asdict(),
        "leaks": summary.leaks.as_dict(),
        "cautions": list(summary.cautions),
        "files": {name: {"sha256": f.sha256, "bytes": f.bytes} for name, f in sorted(files.items())},
        "articles": dict(summary.parts),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _figures(summary: Summary, tally: Tally) -> dict[str, Any]:
    unknown = tally.unknown
    return {
        "articles": tally.articles,
        "sentences": tally.sentences,
        "states": dict(sorted(tally.states.items())),
        "labels": {label: tally.labels[label] for label in summary.labels},
        "left_out": {reason.value: tally.left_out[reason] for reason in Reason if tally.left_out[reason]},
        "unknown": {label: unknown[label] for label in summary.labels if unknown[label]},
    }
