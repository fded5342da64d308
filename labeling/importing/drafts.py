"""What a reader makes of a file: articles that are not in a project yet."""

from __future__ import annotations

from dataclasses import dataclass

from labeling.domain.articles import Article, Block, Sentence, Span
from labeling.domain.judgments import Verdict


@dataclass(frozen=True, slots=True)
class Vote:
    """A judgment that a file brings, of the sentence with this span.

    `annotator` is a name; None means the one whom the person who imports names. `codebook` is the hash of the version
    that it was made under, empty when the file does not say. An adjudication has its author as `annotator`, and may
    have a note. With `adds`, its labels are added to those that the annotator gave before, for it says nothing of
    others.
    """

    span: Span
    verdict: Verdict
    annotator: str | None = None
    seconds: float | None = None
    codebook: str = ""
    adjudication: bool = False
    note: str = ""
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read, with what its file knows beyond the text.

    `blocks` are the paragraphs with the kinds that the format states (a heading of HTML); empty where it states none.
    `sentences` are boundaries that the file gives and that must be kept; empty where the text is still to be split.
    `notes` are sentences for the person, such as which encoding was guessed.
    """

    article: Article
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    votes: tuple[Vote, ...] = ()
    notes: tuple[str, ...] = ()
