"""spaCy’s binary documents, one a sentence, with the config that `spacy train` takes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from labeling.domain.articles import SentenceId
from labeling.export.gold import Reason, targets
from labeling.export.hashed_files import Folder
from labeling.export.pages import Page
from labeling.export.settling import Settlement
from labeling.export.writers import Format, Plan

DOCS = 20_000  # about ten megabytes of news: what an export holds of a part, and what spaCy reads at once
CONFIG = "config.cfg"

_SUFFIX = "spacy"
_BLOCK = 0xFFFF
_DESCRIPTION = (
    "One `Doc` a sentence, for `textcat_multilabel`. `doc.cats` has 1.0 where a label applies and 0.0 where it does "
    "not; a label that nobody who judged the sentence was asked about isn’t in it, and spaCy neither learns from it "
    "nor scores it. Sentences of which no label is known are not in the files, and were left out. "
    "`DocBin.flags` has the `id` of each, which begins with that of its article. The tokens are those "
    f'of `spacy.blank("en")`. A part of more than {DOCS:,} sentences is a folder of that name with several files, '
    "which spaCy takes like a file. `config.cfg` has spaCy’s usual settings for a bag of words on the CPU; in this "
    "folder, `python -m spacy train config.cfg --output ../model` trains. It chooses the best model on `validation`; "
    "without one on `test`, and then the score on `test` is too good. With folds the config names no files: each "
    "training wants `--paths.dev` (one fold) and `--paths.train` (a folder with copies of the others)."
)
_LOADING = (
    'import spacy\nfrom spacy.training import Corpus\n\nexamples = Corpus("{file}")(spacy.blank("en"))\n'
    "docs = [example.reference for example in examples]"
)


class Entry(NamedTuple):
    """A sentence to be written: its id, its text and what is known of its labels."""

    id: str
    text: str
    cats: Mapping[str, float]


class SpacyDocs:
    """Writes pages as serialized documents, and the config for training on them."""

    def __init__(self, plan: Plan) -> None:
        self._folder = plan.folder
        self._labels = tuple(plan.labels)
        self._parts = {part: _Part(plan.folder, part) for part in plan.parts}

    def write(self, part: str, page: Page) -> None:
        """Take the chosen sentences of an article."""
        for place in page.chosen:
            one = page.judged[place]
            identifier = str(SentenceId(page.article.id, one.sentence.start, one.sentence.end))
            self._parts[part].add(Entry(identifier, page.texts[place], _cats(one.settlement, self._labels)))

    def close(self) -> None:
        """Write what is left, and the config."""
        for part in self._parts.values():
            part.close()
        filled = [name for name, part in self._parts.items() if part.docs]
        self._folder.put(CONFIG, _config(filled, self._labels).encode())


class _Part:
    """The documents of a part: one file, or a folder of several when there are more than fit into one."""

    def __init__(self, folder: Folder, name: str) -> None:
        self.docs = 0
        self._folder = folder
        self._name = f"{name}.{_SUFFIX}"
        self._files = 0
        self._entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        if len(self._entries) == DOCS:
            self._put_numbered()
        self._entries.append(entry)
        self.docs += 1

    def close(self) -> None:
        if self._files:
            self._put_numbered()
        else:
            self._folder.put(self._name, packed(self._entries))

    def _put_numbered(self) -> None:
        self._files += 1
        self._folder.put(f"{self._name}/{self._files:05}.{_SUFFIX}", packed(self._entries))
        self._entries.clear()


def packed(entries: Sequence[Entry]) -> bytes:
    """Return the content of a `.spacy` file, as spaCy’s `DocBin` (version 0.1) reads it.

    It is put together here because `DocBin.add` asks every token for nine strings, of which blank tokens have one or
    two: half the time.
    """
    import numpy as np
    import spacy
    import srsly
    from spacy.attrs import ORTH, SPACY
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")  # a new one each time: its vocabulary would grow with every file
    columns = [nlp.tokenizer(entry.text).to_array([ORTH, SPACY]) for entry in entries]
    tokens = np.concatenate([np.empty((0, 2), np.uint64), *columns])
    content = {
        "version": DocBin().version,
        "attrs": [ORTH],
        "tokens": tokens[:, 0].tobytes(),
        "spaces": tokens[:, 1].astype(bool).tobytes(),
        "lengths": np.array([len(column) for column in columns], np.int32).tobytes(),
        "strings": sorted(nlp.vocab.strings[orth] for orth in np.unique(tokens[:, 0]).tolist()),
        "cats": [entry.cats for entry in entries],
        # The id stands here, not in the user data: spaCy would take twenty times as long to load them.
        "flags": [{"has_unknown_spaces": False, "id": entry.id} for entry in entries],
        "span_groups": [srsly.msgpack_dumps([])] * len(entries),
    }
    return stored(srsly.msgpack_dumps(content))


def stored(content: bytes) -> bytes:
    """Return a zlib stream of stored blocks (RFC 1950, RFC 1951): what compresses is not the same on all machines."""
    blocks = [content[start : start + _BLOCK] for start in range(0, len(content) or 1, _BLOCK)]
    framed = [
        struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ _BLOCK) + block
        for number, block in enumerate(blocks, 1)
    ]
    return b"\x78\x01" + b"".join(framed) + struct.pack(">I", zlib.adler32(content))


@lru_cache(maxsize=1024)
def _cats(settlement: Settlement, labels: tuple[str, ...]) -> Mapping[str, float]:
    answers = zip(labels, targets(settlement.outcome, labels), strict=True)
    return {label: float(answer) for label, answer in answers if answer is not None}


def _unfit(settlement: Settlement, labels: tuple[str, ...]) -> Reason | None:
    """Return why a sentence isn’t written: spaCy would take a document without labels for an example of nothing."""
    return None if _cats(settlement, labels) else Reason.NO_LABEL_KNOWN


def _config(parts: Sequence[str], labels: Sequence[str]) -> str:
    """Return the content of `config.cfg`. `parts` are those with sentences."""
    from spacy.cli.init_config import init_config

    config = init_config(lang="en", pipeline=["textcat_multilabel"], optimize="efficiency", gpu=False)
    train, dev = _corpora(parts)
    config["paths"] |= {"train": train, "dev": dev}
    config["initialize"]["components"]["textcat_multilabel"] = {"labels": list(labels)}
    return str(config.to_str())


def _corpora(parts: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the names of the files to train on and to choose the best model on; with folds none."""
    train = next((part for part in ("train", "all") if part in parts), None)
    dev = next((part for part in ("validation", "test") if part in parts), train)
    return (None, None) if train is None else (f"{train}.{_SUFFIX}", f"{dev}.{_SUFFIX}")


FORMAT = Format(
    open=SpacyDocs,
    suffix=_SUFFIX,
    title="spaCy: documents for training a text classifier",
    description=_DESCRIPTION,
    loading=_LOADING,
    unfit=_unfit,
)
