"""A folder that `datasets.load_dataset` takes as it is: sentences with label vectors, and the votes beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from labeling.export.formats.arrow_rows import Sentences, given, pooled, settled
from labeling.export.formats.long_form import COLUMNS, Ballot, Ballots
from labeling.export.formats.row_groups import TableOfPages
from labeling.export.gold import targets
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.settling import Settlement
from labeling.export.writers import Format, Plan

Feature = Mapping[str, Any]  # as `datasets` writes it as JSON

_SIZES = (("n<1K", 10**3), ("1K<n<10K", 10**4), ("10K<n<100K", 10**5), ("100K<n<1M", 10**6), ("1M<n<10M", 10**7))
_REPEATED = (
    "article", "kind", "labels.list.element", "target.list.element", "soft.list.element", "state", "source",
)  # fmt: skip
_REPEATED_IN_VOTES = ("id", "article", "annotator", "state", "label", "codebook")

_DESCRIPTION = (
    "A folder that `load_dataset` takes as it is, also from the Hub. `labels` are classes by name: empty where none "
    "applies, null where nothing was settled or the sentence is not prose. `target` has 1.0 or 0.0 for each label, "
    "`soft` the share of the `annotators` who gave it, both in the order of the classes; null stands, inside the list, "
    "where that is not known (NaN as a NumPy array or a tensor). `before` and `after` are the neighbouring sentences. "
    "The configuration `votes` has a row for each sentence, annotator and label: `value` is 1 where the annotator gave "
    "it, 0 where they did not, null where they excluded the sentence or their version of the `codebook` did not have "
    "the label. It has the votes on the sentences of this dataset only: to measure agreement, take the format `votes`, "
    "which also has those on sentences that were left out. "
    "A dataset that isn’t split is called `train`, since `all` means something else to `datasets`, and a "
    "part without sentences is no split."
)
_LOADING = (
    "from datasets import load_dataset\n\n"
    'sentences = load_dataset("dataset")  # the path of this folder; “.” does not do\n'
    'votes = load_dataset("dataset", "votes")'
)


class HuggingFace:
    """Writes `PART.parquet` and `votes/PART.parquet`."""

    def __init__(self, plan: Plan) -> None:
        self._writers = {
            part: (
                _open_sentences(plan.folder.open(f"{part}.parquet"), plan),
                _open_votes(plan.folder.open(f"votes/{part}.parquet"), plan),
            )
            for part in plan.parts
        }

    def write(self, part: str, page: Page) -> None:
        """Write the chosen sentences of an article, and the votes on them."""
        for writer in self._writers[part]:
            writer.write(page)

    def close(self) -> None:
        """Write what is left, and the ends of the files."""
        for writers in self._writers.values():
            for writer in writers:
                writer.close()


class _SentencePortion:
    """Sentences with the labels that they were settled on."""

    def __init__(self, labels: Sequence[str], schema: Any) -> None:
        self._labels = labels
        self._schema = schema
        self._sentences = Sentences()

    def __len__(self) -> int:
        return len(self._sentences)

    def add(self, page: Page) -> None:
        """Take the chosen sentences of an article."""
        self._sentences.add(page)

    def table(self) -> Any:
        """Return them as a table."""
        import pyarrow as pa

        columns = self._sentences.columns() | self._sentences.outcomes(self._outcomes, self._schema)
        return pa.table([columns[name] for name in self._schema.names], schema=self._schema)

    def _outcomes(self, settlements: Sequence[Settlement]) -> dict[str, Sequence[Any]]:
        labels = [given(one.outcome) for one in settlements]
        return {
            **settled(settlements),
            "labels": [None if one is None else [self._labels.index(label) for label in one] for one in labels],
            "target": [targets(one.outcome, self._labels) for one in settlements],
            "soft": [[rating.share for rating in one.ratings] for one in settlements],
        }


class _VotePortion:
    """Votes, a row for each label."""

    def __init__(self, labels: Sequence[str], ballots: Ballots, schema: Any) -> None:
        self._labels = labels
        self._ballots = ballots
        self._schema = schema
        self._gathered: list[list[Any]] = [[] for _ in Ballot._fields]

    def __len__(self) -> int:
        return len(self._gathered[0]) * len(self._labels)

    def add(self, page: Page) -> None:
        """Take the votes on the chosen sentences of an article."""
        ballots = list(self._ballots.of_page(page))
        if ballots:
            for column, values in zip(self._gathered, zip(*ballots, strict=True), strict=True):
                column.extend(values)

    def table(self) -> Any:
        """Return them as a table."""
        import pyarrow as pa
        from pyarrow import compute

        *told, answers = self._gathered
        kind = pa.list_(pa.int8(), len(self._labels))
        values = pooled(answers, lambda distinct: pa.array(distinct, kind))
        ballots = compute.list_parent_indices(values)
        columns = {
            name: pa.array(column, self._schema.field(name).type).take(ballots)
            for name, column in zip(COLUMNS, told, strict=True)
        }
        columns["label"] = pa.array([*range(len(self._labels))] * len(answers), self._schema.field("label").type)
        columns["value"] = values.flatten()
        return pa.table([columns[name] for name in self._schema.names], schema=self._schema)


def front_matter(parts: Mapping[str, int], _labels: Sequence[str], votes: Mapping[str, int] | None = None) -> str:
    """Return the YAML at the head of `README.md` that says which files are which split of which configuration.

    `parts` have so many sentences, and so many `votes` that decide something; unless these are given, there are some
    wherever there are sentences. A split without rows is not named: `datasets` refuses to load it, and all others. Nor
    are votes where there are none.
    """
    votes = parts if votes is None else votes
    of_votes = [_configuration("votes", "votes/", votes)] if any(votes.values()) else []
    content = {
        "annotations_creators": ["expert-generated"],
        "language": ["en"],
        "license": "other",
        "size_categories": [_size(sum(parts.values()))],
        "task_categories": ["text-classification"],
        "task_ids": ["multi-label-classification"],
        "configs": [_configuration("default", "", parts), *of_votes],
    }
    return f"---\n{yaml.safe_dump(content, sort_keys=False)}---\n"


def _size(sentences: int) -> str:
    """Return the Hub’s name for so many rows."""
    return next((name for name, limit in _SIZES if sentences < limit), "10M<n<100M")


def _configuration(name: str, folder: str, parts: Mapping[str, int]) -> dict[str, object]:
    files = [{"split": _split(part), "path": f"{folder}{part}.parquet"} for part, rows in parts.items() if rows]
    return {"config_name": name, "data_files": files}


def _split(part: str) -> str:
    """Return what a part is called: `datasets` refuses a split with the name `all`."""
    return "train" if part == "all" else part


def _open_sentences(file: Sink, plan: Plan) -> TableOfPages:
    labels = list(plan.labels)
    text, vector = _value("string"), _vector(_value("float32"), len(labels))
    schema = _schema(
        {
            "id": text,
            "article": text,
            "index": _value("int32"),
            "kind": text,
            "text": text,
            "before": text,
            "after": text,
            "labels": _list(_classes(labels)),
            "target": vector,
            "soft": vector,
            "state": text,
            "source": text,
            "annotators": _value("int32"),
        }
    )
    return TableOfPages(file, plan, schema, _REPEATED, lambda: _SentencePortion(labels, schema))


def _open_votes(file: Sink, plan: Plan) -> TableOfPages:
    labels, ballots = list(plan.labels), Ballots(plan.labels, plan.asked)
    text = _value("string")
    schema = _schema(
        {
            "id": text,
            "article": text,
            "index": _value("int32"),
            "annotator": text,
            "state": text,
            "label": _classes(labels),
            "value": _value("int8"),
            "unsure": _value("bool"),
            "seconds": _value("float64"),
            "codebook": text,
        }
    )
    return TableOfPages(file, plan, schema, _REPEATED_IN_VOTES, lambda: _VotePortion(labels, ballots, schema))


def _value(kind: str) -> Feature:
    return {"dtype": kind, "_type": "Value"}


def _classes(labels: Sequence[str]) -> Feature:
    return {"names": list(labels), "_type": "ClassLabel"}


def _list(feature: Feature) -> Feature:
    return {"feature": feature, "_type": "List"}


def _vector(feature: Feature, length: int) -> Feature:
    return {"feature": feature, "length": length, "_type": "List"}


def _schema(features: Mapping[str, Feature]) -> Any:
    """Return the schema of a file, with the features where `datasets` looks for them."""
    import pyarrow as pa

    known = json.dumps({"info": {"features": features}}, ensure_ascii=False)
    return pa.schema([(name, _type(feature)) for name, feature in features.items()], {"huggingface": known})


def _type(feature: Feature) -> Any:
    """Return the pyarrow type in which `datasets` stores a feature."""
    import pyarrow as pa

    match feature:
        case {"_type": "List", "feature": inner}:
            return pa.list_(_type(inner), feature.get("length", -1))
        case {"_type": "ClassLabel"}:
            return pa.int64()
        case _:
            return pa.type_for_alias(feature["dtype"])


FORMAT = Format(
    open=HuggingFace,
    suffix="parquet",
    title="Hugging Face: a folder for load_dataset",
    description=_DESCRIPTION,
    loading=_LOADING,
    front_matter=front_matter,
)
