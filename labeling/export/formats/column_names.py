"""What the columns of labels are called in tables of sentences: the same in every format."""

from __future__ import annotations

from collections.abc import Sequence

SENTENCE = (
    "id", "article", "name", "title", "index", "paragraph", "start", "end", "kind", "text", "before", "after",
)  # fmt: skip
# A format may have only some of these; a label is called the same in the others.
_OTHERS = ("state", "source", "labels", "annotators", "metadata", "adjudication", "votes")


def label_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the labels’ columns: their ids, with `label_` before them where a column has that name.

    Whoever can have their own id as a name has it, whatever the order of the labels is.
    """
    taken = {*SENTENCE, *_OTHERS, *share_names(labels)}
    names = {label: label for label in labels if label not in taken}
    taken.update(names)
    for label in sorted(set(labels) - set(names)):
        name = f"label_{label}"
        while name in taken:
            name = f"label_{name}"
        taken.add(name)
        names[label] = name
    return tuple(names[label] for label in labels)


def share_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns of soft labels."""
    return tuple(f"{label}_share" for label in labels)
