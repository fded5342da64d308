"""The sentences of one article, as lines of the interchange have them -> its text, with their boundaries kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from labeling.domain.articles import Article, Kind, Sentence, article_id, canonical_text, make_article
from labeling.importing.drafts import Draft
from labeling.importing.interchange.fields import is_article_id
from labeling.importing.interchange.json_lines import Malformed
from labeling.importing.interchange.lines import Line
from labeling.importing.interchange.votes import moved

_SPACE, _BLANK_LINE = " ", "\n\n"
_NOT_WHOLE = "The lines are not the whole article that they were exported from, so they make another article."
_SEVERAL_PARAGRAPHS = "A sentence has a blank line in it: to have a whole article split, leave its “article” out."


def draft_of_lines(lines: Sequence[Line], article: str) -> Draft:
    """Return the draft of an article from all of its lines, in order; `article` is the value that they share.

    An article that was exported whole is made anew: same text, same id, name and title. Any other has `article` as its
    name. Malformed when the sentences cannot be joined without changing one.
    """
    lines = list(_sentence_by_sentence(lines))
    gaps = list(_gaps(lines))
    text = "".join(gap + line.text for gap, line in zip(gaps, lines, strict=True))
    if canonical_text(text) != text:
        raise Malformed("a sentence begins with a mark that joins the letter before it")
    sentences = tuple(_sentences(lines, gaps))
    votes = tuple(
        moved(vote, sentence.start) for line, sentence in zip(lines, sentences, strict=True) for vote in line.votes
    )
    return Draft(_article(lines, article, text), sentences=sentences, votes=votes, notes=_notes(lines, article, text))


def _sentence_by_sentence(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield one line a sentence: those with the same task say what several people said of it."""
    sentences: dict[str | int, Line] = {}
    for number, line in enumerate(lines):
        key = line.task or number
        known = sentences.get(key)
        if known is None:
            sentences[key] = line
        else:
            sentences[key] = replace(known, votes=known.votes + line.votes, notes=known.notes + line.notes)
    yield from sentences.values()


def _gaps(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the white space before each sentence."""
    yield ""
    for before, line in pairwise(lines):
        usual = _SPACE if line.paragraph == before.paragraph else _BLANK_LINE
        yield usual if line.gap is None else line.gap


def _sentences(lines: Sequence[Line], gaps: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences in the text; paragraphs are counted anew from 0."""
    position = paragraph = 0
    before = lines[0]
    for line, gap in zip(lines, gaps, strict=True):
        start = position + len(gap)
        position = start + len(line.text)
        paragraph += line.paragraph != before.paragraph
        yield Sentence(start, position, line.kind, paragraph)
        before = line


def _article(lines: Sequence[Line], article: str, text: str) -> Article:
    metadata = next((line.metadata for line in lines if line.metadata is not None), {})
    title = next((line.title for line in lines if line.title), "")
    if article_id(text) == article:
        name = next((line.name for line in lines if line.name), article)
        return make_article(text, name, title, metadata)
    heading = next((line.text for line in lines if line.kind is Kind.HEADING), "")
    return make_article(text, article, title or " ".join(heading.split()) or article, metadata)


def _notes(lines: Sequence[Line], article: str, text: str) -> tuple[str, ...]:
    notes = [note for line in lines for note in line.notes]
    if is_article_id(article) and article_id(text) != article:
        notes.append(_NOT_WHOLE)
    if any(_BLANK_LINE in line.text for line in lines):
        notes.append(_SEVERAL_PARAGRAPHS)
    return tuple(dict.fromkeys(notes))
