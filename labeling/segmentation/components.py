"""The same rules as components of a spaCy pipeline, for whoever needs tokens. Importing this module imports spaCy.

`hedgerow_blocks` reads `Doc._.blocks`, the paragraphs that the source states, and leaves all paragraphs there with
their kinds. `hedgerow_sentences` splits them: it sets `Doc._.sentences`, exactly what `segment` returns, and the
sentence starts of the tokens, so that `Doc.sents` and every matcher see the same sentences. `Span._.kind` is the kind
of the sentence in which a span starts.

    document = pipeline().make_doc(article.text)
    document._.blocks = draft.blocks
    document = pipeline()(document)
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from operator import attrgetter

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from labeling.domain.articles import Kind, Sentence
from labeling.segmentation.segmenter import find_blocks, split_blocks


@cache
def pipeline() -> Language:
    """Return the pipeline of this process: the English tokenizer, blocks and sentences. It needs no trained model."""
    language = spacy.blank("en")
    language.max_length = sys.maxsize  # spaCy's limit protects parsers, which this pipeline does not have
    language.add_pipe("hedgerow_blocks")
    language.add_pipe("hedgerow_sentences")
    return language


@Language.component("hedgerow_blocks", assigns=["doc._.blocks"])
def find_blocks_of(document: Doc) -> Doc:
    document._.blocks = find_blocks(document.text, document._.blocks)
    return document


@Language.component("hedgerow_sentences", requires=["doc._.blocks"], assigns=["doc._.sentences", "token.is_sent_start"])
def split_blocks_of(document: Doc) -> Doc:
    document._.sentences = split_blocks(document.text, document._.blocks)
    starts = {sentence.start for sentence in document._.sentences}
    _cut_tokens(document, starts)
    for token in document:
        token.is_sent_start = token.idx in starts
    return document


def _cut_tokens(document: Doc, starts: set[int]) -> None:
    """Cut the tokens within which a sentence starts, as the tokenizer may leave them where a space was lost."""
    text, places = document.text, [token.idx for token in document]
    cuts: dict[int, list[int]] = {}
    for start in sorted(starts.difference(places)):
        cuts.setdefault(bisect_right(places, start) - 1, []).append(start)
    with document.retokenize() as retokenizer:
        for index, inner in cuts.items():
            token = document[index]
            parts = [text[start:end] for start, end in pairwise([token.idx, *inner, token.idx + len(token)])]
            retokenizer.split(token, parts, heads=[(token, part) for part in range(len(parts))])


def _kind_of(span: Span) -> Kind:
    sentences: tuple[Sentence, ...] = span.doc._.sentences
    return sentences[bisect_right(sentences, span.start_char, key=attrgetter("start")) - 1].kind


Doc.set_extension("blocks", default=(), force=True)
Doc.set_extension("sentences", default=(), force=True)
Span.set_extension("kind", getter=_kind_of, force=True)
