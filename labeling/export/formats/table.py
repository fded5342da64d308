"""The table from the name of a format to what it is. To add one: a module beside this one, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from labeling.export.formats import (
    argilla,
    csv_table,
    doccano,
    fasttext,
    huggingface,
    json_lines,
    label_studio,
    parquet,
    prodigy,
    spacy_docs,
    votes,
)
from labeling.export.writers import Format

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "jsonl": json_lines.FORMAT,
        "csv": csv_table.FORMAT,
        "parquet": parquet.FORMAT,
        "huggingface": huggingface.FORMAT,
        "spacy": spacy_docs.FORMAT,
        "label-studio": label_studio.FORMAT,
        "doccano": doccano.FORMAT,
        "prodigy": prodigy.FORMAT,
        "argilla": argilla.FORMAT,
        "fasttext": fasttext.FORMAT,
        "votes": votes.FORMAT,
    }
)
