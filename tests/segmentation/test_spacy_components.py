"""The spaCy pipeline gives the sentences that `segment` gives, and tokens."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.matcher import Matcher
from spacy.tokens import Doc

from labeling.domain.articles import Block, Kind, canonical_text
from labeling.resources import SEEDS
from labeling.segmentation import segment
from labeling.segmentation.components import pipeline

MARKS = "aB.!?…\"'“”«»()[]1 \n\x0b\x1c\xa0\u2028\u200b😀。"
PIECES = st.sampled_from([*MARKS, "\n\n", "The ", "end.", "U.S. ", "can't"])


def analyse(text: str, blocks: Sequence[Block] = ()) -> Doc:
    document = pipeline().make_doc(text)
    document._.blocks = blocks
    return pipeline()(document)


def check_agreement(text: str, document: Doc) -> None:
    sentences = segment(text)
    assert document.text == text
    assert document._.sentences == sentences
    assert [(span.start_char, span.text.rstrip()) for span in document.sents] == [
        (sentence.start, text[sentence.start : sentence.end]) for sentence in sentences
    ]


@pytest.mark.parametrize("story", sorted(SEEDS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_both_paths_agree_on_the_seeds(story: Path) -> None:
    lines = [json.loads(line)["text"] for line in story.read_text(encoding="utf-8").splitlines()]
    for text in (" ".join(lines), "\n".join(lines)):
        check_agreement(text, analyse(text))


@given((st.text() | st.lists(PIECES, max_size=40).map("".join)).map(canonical_text))
def test_both_paths_agree_on_any_text(text: str) -> None:
    check_agreement(text, analyse(text))


def test_blocks_reach_the_pipeline() -> None:
    text = "The dam held. Nobody slept."
    document = analyse(text, [Block(0, 13, Kind.HEADING), Block(14, 27)])
    assert document._.sentences == segment(text, [Block(0, 13, Kind.HEADING), Block(14, 27)])
    assert [span._.kind for span in document.sents] == [Kind.HEADING, Kind.BODY]


def test_a_match_knows_its_sentence_and_its_kind() -> None:
    document = pipeline()("Dam holds\n\nThe dam held. The mayor said so.\n\nBy Fenna Loosely")
    matcher = Matcher(pipeline().vocab)
    matcher.add("words", [[{"LOWER": word}] for word in ("holds", "said", "fenna")])
    spans = matcher(document, as_spans=True)
    assert [(span.sent.text.strip(), span._.kind) for span in spans] == [
        ("Dam holds", Kind.HEADING),
        ("The mayor said so.", Kind.BODY),
        ("By Fenna Loosely", Kind.FURNITURE),
    ]


def test_a_token_in_which_a_sentence_starts_is_cut() -> None:
    document = pipeline()("The dam held.“Nobody slept.”")
    assert [span.text for span in document.sents] == ["The dam held.", "“Nobody slept.”"]


def test_a_text_longer_than_the_default_limit_is_taken() -> None:
    assert len(pipeline()("a" * 1_000_001)._.sentences) == 1


def test_there_is_one_pipeline() -> None:
    assert pipeline() is pipeline()
