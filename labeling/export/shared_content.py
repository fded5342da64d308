"""The check of a dataset against itself: what two of its parts have in common."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from labeling.export.near_copies import NearCopies, pairs_across

_PAIRS_NAMED = 20
# Who has to give way to whom where a sentence is repeated; among folds, the later to the earlier.
_FIRST_TO_KEEP = ("test", "validation", "train")


@dataclass(frozen=True, slots=True)
class Identical:
    """Sentences with the same words in two parts: `texts` different ones, `sentences` in all."""

    parts: tuple[str, str]
    texts: int
    sentences: int


@dataclass(frozen=True, slots=True)
class Leaks:
    """What two parts have in common: articles by id, near copies of articles, sentences with the same words."""

    articles: tuple[str, ...] = ()
    copies: tuple[NearCopies, ...] = ()
    identical: tuple[Identical, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it for the manifest; of many near copies only the first are named."""
        return {
            "shared_articles": list(self.articles),
            "near_copies": len(self.copies),
            "near_copies_named": [
                {"articles": [pair.one, pair.other], "estimate": round(pair.estimate, 2)}
                for pair in self.copies[:_PAIRS_NAMED]
            ],
            "identical_sentences": [
                {"splits": list(one.parts), "texts": one.texts, "sentences": one.sentences} for one in self.identical
            ],
        }

    def words(self) -> tuple[str, ...]:
        """Return what was found, in sentences; empty when there is nothing."""
        return tuple(self._found())

    def assurances(self) -> tuple[str, ...]:
        """Return what was looked for and not found, in sentences."""
        found = (
            (self.articles, "No article is in two splits."),
            (self.copies, "No near copy of an article is in another split."),
            (self.identical, "No sentence has the same words as one in another split."),
        )
        return tuple(sentence for leaks, sentence in found if not leaks)

    def _found(self) -> Iterator[str]:
        if self.articles:
            yield f"{len(self.articles):,} articles are in two splits."
        if self.copies:
            yield f"{len(self.copies):,} pairs of near copies of an article are in different splits."
        for one in self.identical:
            yield (
                f"{one.sentences:,} sentences of {one.parts[0]} and {one.parts[1]} have the same words as one in the "
                "other."
            )


class LeakCheck:
    """Takes what is written, article by article; eight bytes a sentence."""

    def __init__(self) -> None:
        self._parts_of: dict[str, str] = {}
        self._twice: list[str] = []
        self._hashes: dict[str, array[int]] = {}

    def add(self, part: str, article_id: str, texts: Iterable[str]) -> None:
        """Take the written sentences of an article."""
        if self._parts_of.setdefault(article_id, part) != part:
            self._twice.append(article_id)
        self._hashes.setdefault(part, array("q")).extend([_hash(text) for text in texts])

    def found(self, groups: Sequence[Sequence[str]], signatures: Sequence[tuple[str, bytes]]) -> Leaks:
        """Return what two parts have in common. `groups` are near copies, `signatures` the articles’ by id."""
        copies = pairs_across(groups, signatures, self._parts_of)
        return Leaks(tuple(sorted(self._twice)), tuple(copies), tuple(self._identical()))

    def _identical(self) -> Iterator[Identical]:
        import numpy as np

        hashes = {part: np.frombuffer(found, dtype=np.int64) for part, found in self._hashes.items() if found}
        different = {part: np.unique(found) for part, found in hashes.items()}
        for one, other in combinations(hashes, 2):
            shared = np.intersect1d(different[one], different[other], assume_unique=True)
            if shared.size:
                sentences = sum(int(np.isin(hashes[part], shared).sum()) for part in (one, other))
                yield Identical((one, other), int(shared.size), sentences)


class HeldOut:
    """Knows the sentences that others must not repeat: those of test, then of validation; of folds, the first ones."""

    def __init__(self, parts: Sequence[str]) -> None:
        first = [part for part in _FIRST_TO_KEEP if part in parts]
        self._order = [*first, *(part for part in parts if part not in first)]
        self._hashes: Mapping[str, set[int]] = {part: set() for part in self._order}

    def wants(self, part: str) -> bool:
        """Whether other parts have to give way to this one."""
        return part != self._order[-1]

    def add(self, part: str, texts: Iterable[str]) -> None:
        """Take sentences of a part."""
        self._hashes[part].update(_hash(text) for text in texts)

    def repeats(self, part: str, text: str) -> bool:
        """Whether a sentence of this part has the words of one that it has to give way to."""
        before = self._order[: self._order.index(part)]
        return any(_hash(text) in self._hashes[other] for other in before)


def _hash(text: str) -> int:
    """Return 64 bits that are the same for texts that differ in case and white space only, within this process."""
    plain = text.casefold()
    if "  " in plain or not plain.isprintable() or plain.strip() != plain:
        plain = " ".join(plain.split())
    return hash(plain)
