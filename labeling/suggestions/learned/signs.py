"""What else tells of a sentence: its place, quotations, and what the cue rules find in it and beside it.

Names of a sentence's own signs begin with `s=`, those of its neighbours' with `p=`: `s=kind:heading`, `s=place:first`,
`s=quote:is`, `s=length:3`; `s=sources:name`, a part of a finding; `s=rule:hedge=7`, the rules' score in tenths, and
`s=rule:hedge` where it is sure; `p=before:…` and `p=after:…` for the same parts and scores of the neighbours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from labeling.domain.articles import Sentence, Span
from labeling.suggestions.quotations import find_quotations
from labeling.suggestions.rules import Findings

SURE = 0.5
# Too many, and each too seldom, to tell anything of the sentence beside theirs.
_OWN = ("verb.", "word.")
_TOKENS_A_STEP = 8
_MOST_STEPS = 6
_QUOTATION = 0.8  # from this share of its characters on, a sentence is a quotation


def signs(
    text: str,
    sentences: Sequence[Sentence],
    findings: Sequence[Findings],
    scores: Sequence[Mapping[str, float]],
    lengths: Sequence[int],
) -> list[set[str]]:
    """Return the signs of each sentence. `scores` are the rules' by label, `lengths` the numbers of tokens."""
    quoted = _quoted(sentences, find_quotations(text, sentences))
    last = len(sentences) - 1
    found = []
    for place, sentence in enumerate(sentences):
        own = {f"s={sign}" for sign in _cues(findings[place], scores[place])}
        own.add(f"s=kind:{sentence.kind}")
        own.add(f"s=length:{min(_MOST_STEPS, lengths[place] // _TOKENS_A_STEP)}")
        own.update(_of_place(sentences, place))
        if quoted[place]:
            own.add("s=quote:has")
        if quoted[place] >= _QUOTATION:
            own.add("s=quote:is")
        for name, beside in (("before", place - 1), ("after", place + 1)):
            if 0 <= beside <= last:
                near = _cues(findings[beside], scores[beside])
                own.update(f"p={name}:{sign}" for sign in near if not sign.partition(":")[2].startswith(_OWN))
        found.append(own)
    return found


def _of_place(sentences: Sequence[Sentence], place: int) -> Iterator[str]:
    if place == 0:
        yield "s=place:first"
    elif sentences[place - 1].paragraph == sentences[place].paragraph:
        yield "s=place:goes-on"
    if place == len(sentences) - 1:
        yield "s=place:last"


def _cues(findings: Findings, scores: Mapping[str, float]) -> set[str]:
    found = {
        f"{group}:{part}"
        for group, of_group in zip(findings._fields, findings, strict=True)
        for finding in of_group
        for part in finding.parts
    }
    for label, score in scores.items():
        found.add(f"rule:{label}={min(9, int(score * 10))}")
        if score >= SURE:
            found.add(f"rule:{label}")
    return found


def _quoted(sentences: Sequence[Sentence], quotations: Sequence[Span]) -> list[float]:
    """Return the share of each sentence that stands in a quotation; both are in order and do not overlap."""
    starts = [sentence.start for sentence in sentences]
    inside = [0] * len(sentences)
    for quotation in quotations:
        place = max(0, bisect_right(starts, quotation.start) - 1)
        while place < len(sentences) and sentences[place].start < quotation.end:
            sentence = sentences[place]
            inside[place] += max(0, min(sentence.end, quotation.end) - max(sentence.start, quotation.start))
            place += 1
    return [count / max(1, sentence.end - sentence.start) for count, sentence in zip(inside, sentences, strict=True)]
