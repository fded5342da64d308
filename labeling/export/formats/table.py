"""The table from the name of a format to what it is. To add one: a module beside this one, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from labeling.export.formats import csv_table, fasttext, huggingface, json_lines, parquet, spacy_docs, votes
from labeling.export.writers import Format

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "jsonl": json_lines.FORMAT,
        "csv": csv_table.FORMAT,
        "parquet": parquet.FORMAT,
        "huggingface": huggingface.FORMAT,
        "spacy": spacy_docs.FORMAT,
        "fasttext": fasttext.FORMAT,
        "votes": votes.FORMAT,
    }
)
