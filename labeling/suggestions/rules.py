"""The cue rules: an article in, and for each of its sentences the labels that its words suggest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from labeling.domain.articles import Kind, Sentence
from labeling.suggestions.denying import find_denials, with_neighbours
from labeling.suggestions.finding import Finding
from labeling.suggestions.hedging import find_hedges
from labeling.suggestions.lexicon import Lexicon, standard_lexicon
from labeling.suggestions.reading import Reader
from labeling.suggestions.scoring import best
from labeling.suggestions.speakers import find_sources
from labeling.suggestions.suggestion import Cue, Suggestion

_LEAST = 0.1  # below this a suggestion says no more than that its words occur


class Findings(NamedTuple):
    """What the rules found in a sentence, before it is scored."""

    sources: list[Finding]
    hedges: list[Finding]
    denials: list[Finding]

    def of_labels(self) -> Mapping[str, list[Finding]]:
        """Return the findings that speak for or against each label of the standard codebook, in its order."""
        return {
            "anonymous_source": self.sources,
            "on_record": self.sources,
            "hedge": self.hedges,
            "denial": self.denials,
        }


class CueRules:
    """Suggests labels from the words alone. Every article is read by itself, whatever was read before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._reader = Reader(lexicon)
        self.by = f"cues@{_version(lexicon)}"

    def suggest(self, text: str, sentences: Sequence[Sentence]) -> list[tuple[Suggestion, ...]]:
        """Return the suggestions for each sentence of an article, in the order of the codebook; none for furniture."""
        return [
            () if sentence.kind is Kind.FURNITURE else self._suggestions(text, findings)
            for sentence, findings in zip(sentences, self.find(text, sentences), strict=True)
        ]

    def find(self, text: str, sentences: Sequence[Sentence]) -> list[Findings]:
        """Return what the rules find in each sentence of an article."""
        article = self._reader.read(text, sentences)
        sources = find_sources(article)
        denials = with_neighbours(
            [
                find_denials(tokens, each.attributions, speaks=each.speaks)
                for tokens, each in zip(article, sources, strict=True)
            ]
        )
        return [
            Findings(each.findings, find_hedges(tokens), denied)
            for tokens, each, denied in zip(article, sources, denials, strict=True)
        ]

    def _suggestions(self, text: str, findings: Findings) -> tuple[Suggestion, ...]:
        found = []
        for label, of_label in findings.of_labels().items():
            value, finding = best(self._lexicon.scores[label], of_label)
            if finding is not None and value >= _LEAST:
                spans = sorted(set(finding.cues))
                cues = tuple(Cue(start, end, text[start:end]) for start, end in spans if start < end)
                found.append(Suggestion(label, value, cues, self.by))
        return tuple(found)


def _version(lexicon: Lexicon) -> str:
    """Return twelve hexadecimal digits that are others once the cues or the rules are: suggestions are kept by them."""
    digest = hashlib.sha256(lexicon.digest.encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_text(encoding="utf-8").encode())  # line ends as everywhere
    return digest.hexdigest()[:12]


@cache
def standard_rules() -> CueRules:
    """Return the rules of this process, made the first time that they are asked for."""
    return CueRules(standard_lexicon())
