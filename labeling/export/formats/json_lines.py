"""JSON Lines, one sentence a line: the interchange format, which an import reads back.

The lines are put together from parts that are quoted once (a text stands in three lines) instead of through one
`json.dumps` a line: half the time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from labeling.domain.articles import Article
from labeling.domain.judgments import Adjudication
from labeling.export.gold import Rating, Reason
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.settling import Judged, Settlement
from labeling.export.writers import FileForEachPart, Format, Plan
from labeling.store.votes import Said

# Valid in JSON, but a line end for `str.splitlines` and some readers of lines.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_read = json.JSONDecoder().raw_decode  # half the time of `json.loads`, which looks for white space around it
_DESCRIPTION = (
    "One JSON object a line, in UTF-8. `labels`, `state` and `source` are what the sentence was settled on, `unknown` "
    "(where there are any) the labels that nobody who judged it was asked about, and `shares` the share of annotators "
    "who gave each label; `annotations` holds every annotator’s current judgment, `adjudication` the team’s decision "
    "where there is one. `start` and `end` count code points of the article, also in `evidence`. `before` and `after` "
    "are the neighbouring sentences. `gap` is the white space before the sentence where it is neither one space nor, "
    "at a new paragraph, a blank line."
)
_LOADING = 'import pandas\n\nsentences = pandas.read_json("{file}", lines=True, dtype=False)'


class JsonLines:
    """Writes pages as JSON Lines in UTF-8."""

    def __init__(self, file: Sink, plan: Plan) -> None:
        self._file = file
        self._labels = tuple(plan.labels)

    def write(self, page: Page) -> None:
        """Write the chosen sentences of an article."""
        texts = [quoted(text) for text in page.texts]
        neighbours = ['""', *texts, '""']
        head, tail = _head(page.article), _tail(page.article)
        written = []
        for place in page.chosen:
            judged = page.judged[place]
            sentence = judged.sentence
            written.append(
                f'{{"id": "{page.article.id}:{sentence.start}-{sentence.end}", {head}"index": {place}, '
                f'"paragraph": {sentence.paragraph}, "start": {sentence.start}, "end": {sentence.end}, '
                f'"kind": "{sentence.kind!s}", "text": {texts[place]}, "before": {neighbours[place]}, '
                f'"after": {neighbours[place + 2]}, {self._settled(judged)}{tail}{_gap(page, place)}}}\n'
            )
        lines = "".join(written)
        for line_end, escape in _LINE_ENDS.items():
            if line_end in lines:  # finding none is twenty times as fast as replacing none
                lines = lines.replace(line_end, escape)
        self._file.write(lines.encode())

    def close(self) -> None:
        """Nothing follows the last line."""

    def _settled(self, judged: Judged) -> str:
        votes = ", ".join([_annotation(*vote) for vote in judged.votes])
        outcome = _outcome(judged.settlement, self._labels)
        adjudication = _adjudication(judged, judged.adjudication) if judged.adjudication else "null"
        return f'{outcome}, "adjudication": {adjudication}, "annotations": [{votes}]'


def _head(article: Article) -> str:
    return f'"article": "{article.id}", "name": {quoted(article.name)}, "title": {quoted(article.title)}, '


def _tail(article: Article) -> str:
    return f', "metadata": {json.dumps(dict(article.metadata), ensure_ascii=False)}' if article.metadata else ""


def _gap(page: Page, place: int) -> str:
    """Return the white space before a sentence where it isn't what a reader of these lines puts there by itself."""
    if not place:
        return ""
    before, sentence = page.judged[place - 1].sentence, page.judged[place].sentence
    usual = " " if sentence.paragraph == before.paragraph else "\n\n"
    gap = page.article.text[before.end : sentence.start]
    return f', "gap": {quoted(gap)}' if gap != usual else ""


@lru_cache(maxsize=1024)
def _outcome(settlement: Settlement, labels: tuple[str, ...]) -> str:
    """Return what was settled on, with the soft labels; labels that nobody was asked about are named as unknown."""
    outcome = settlement.outcome
    shares = f', "shares": {_shares(labels, settlement.ratings)}' if settlement.annotators else ""
    if isinstance(outcome, Reason):
        return f'"labels": [], "state": null, "source": null{shares}'
    unknown = f', "unknown": {_names(outcome.unknown)}' if outcome.unknown else ""
    settled = f'"labels": {_names(outcome.labels)}, "state": "{outcome.state}", "source": "{outcome.source}"'
    return settled + unknown + shares


def _shares(labels: Sequence[str], ratings: Sequence[Rating]) -> str:
    shares = {label: rating.share for label, rating in zip(labels, ratings, strict=True)}
    return json.dumps(shares, ensure_ascii=False)


def _adjudication(judged: Judged, adjudication: Adjudication) -> str:
    verdict = adjudication.verdict
    earlier = f', "codebook": "{judged.earlier_codebook}"' if judged.earlier_codebook else ""
    return (
        f'{{"by": {quoted(judged.adjudicator)}, "state": "{verdict.state}", "labels": {_names(verdict.labels)}, '
        f'"note": {quoted(adjudication.note)}{earlier}}}'
    )


def _annotation(annotator: str, said: Said, comment: str, evidence: str, seconds: float | None) -> str:
    return (
        f'{_voted(annotator, said)}"comment": {quoted(comment)}, '
        f'"evidence": {evidence if evidence == "[]" else _evidence(evidence)}, '
        f'"seconds": {"null" if seconds is None else seconds}, "codebook": "{said.codebook}"}}'
    )


@lru_cache(maxsize=1024)  # most votes of a project are one of a few
def _voted(annotator: str, said: Said) -> str:
    return (
        f'{{"annotator": {quoted(annotator)}, "state": "{said.state}", "labels": {said.labels}, '
        f'"unsure": {"true" if said.unsure else "false"}, '
    )


def _evidence(evidence: str) -> str:
    words, _ = _read(evidence)
    marks = [f'{{"label": {quoted(label)}, "start": {start}, "end": {end}}}' for label, start, end in words]
    return f"[{', '.join(marks)}]"


def _names(labels: tuple[str, ...]) -> str:
    return json.dumps(labels, ensure_ascii=False)


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "jsonl", JsonLines),
    suffix="jsonl",
    title="JSON Lines: everything, and Hedgerow reads it back",
    description=_DESCRIPTION,
    loading=_LOADING,
)
