"""What holds for the sentences of every text, and how the paragraphs that a source states are kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.articles import Block, Kind, Sentence, canonical_text
from labeling.segmentation import segment

MARKS = "aB.!?…\"'“”‘’«»„()[]-—,:1•"
ODD = "\n \t\x0b\x0c\x1c\x1f\x85\xa0\u2028\u2029\u200b\ufeff\u3000\u0301😀。漢"
PIECES = st.sampled_from([*MARKS, *ODD, "\n\n", "The ", "end.", "U.S. ", "Mr. ", "said ", "Image: ", "By A"])
TEXTS = (st.text() | st.lists(PIECES, max_size=60).map("".join)).map(canonical_text)


@st.composite
def texts_with_blocks(draw: st.DrawFn) -> tuple[str, list[Block]]:
    text = draw(TEXTS)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = zip(edges[::2], edges[1::2], strict=False)
    return text, [Block(start, end, draw(st.none() | st.sampled_from(Kind))) for start, end in spans]


def check_tiling(text: str, sentences: Sequence[Sentence]) -> None:
    """Check that nothing but white space is outside the sentences, and that none has outer white space."""
    position = 0
    for sentence in sentences:
        assert position <= sentence.start < sentence.end
        assert not text[position : sentence.start].strip()
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        position = sentence.end
    assert not text[position:].strip()


def check_paragraphs(sentences: Sequence[Sentence]) -> None:
    """Check that paragraphs count from 0 without a gap and that a paragraph has one kind."""
    kinds: dict[int, Kind] = {}
    for sentence in sentences:
        assert kinds.setdefault(sentence.paragraph, sentence.kind) is sentence.kind
    assert list(kinds) == list(range(len(kinds)))


@given(TEXTS)
def test_sentences_tile_the_text(text: str) -> None:
    sentences = segment(text)
    check_tiling(text, sentences)
    check_paragraphs(sentences)


@given(texts_with_blocks())
def test_sentences_tile_the_text_and_keep_to_the_blocks(item: tuple[str, list[Block]]) -> None:
    text, blocks = item
    sentences = segment(text, blocks)
    check_tiling(text, sentences)
    check_paragraphs(sentences)
    for block in blocks:
        inside = [s for s in sentences if s.start < block.end and s.end > block.start]
        assert all(block.start <= s.start and s.end <= block.end for s in inside)
        assert len({s.paragraph for s in inside}) == bool(text[block.start : block.end].strip())
        assert block.kind is None or {s.kind for s in inside} <= {block.kind}


def test_blocks_outrank_what_the_text_looks_like() -> None:
    text = "Dam holds\nagain\n\n“Why?” he asked. Nobody knew.\nBy Fenna Loosely"
    blocks = [Block(0, 15, Kind.BODY), Block(17, 33), Block(34, 46, Kind.HEADING)]
    assert [(text[s.start : s.end], s.kind, s.paragraph) for s in segment(text, blocks)] == [
        ("Dam holds\nagain", Kind.BODY, 0),
        ("“Why?” he asked.", Kind.BODY, 1),
        ("Nobody knew.", Kind.HEADING, 2),
        ("By Fenna Loosely", Kind.FURNITURE, 3),
    ]


def test_a_stated_heading_is_one_sentence() -> None:
    text = "The dam held. Nobody slept.\n\nIt rained. It stopped."
    assert [s.span for s in segment(text, [Block(0, 27, Kind.HEADING), Block(29, 51)])] == [(0, 27), (29, 39), (40, 51)]


@pytest.mark.parametrize(
    "blocks", [[Block(0, 5), Block(4, 6)], [Block(5, 6), Block(0, 2)], [Block(0, 99)], [Block(3, 2)]]
)
def test_blocks_that_overlap_or_leave_the_text_are_an_error(blocks: list[Block]) -> None:
    with pytest.raises(ValueError, match="block"):
        segment("It held.", blocks)


def test_an_empty_text_has_no_sentences() -> None:
    assert segment("") == ()


HOSTILE = {
    "10 MB in a line": (
        "The dam held. Nobody slept, not even the mayor, who had said that he would. " + "It rained " * 9
    )
    * 62_000
    + "x",
    "newlines": "a" + "\n" * 100_000 + "b",
    "lines": "a\n" * 100_000 + "b",
    "blank lines": "a" + "\n " * 100_000 + "b",
    "full stops": "a" + "." * 1_000_000,
    "quotes behind a full stop": "a." + '"' * 1_000_000,
    "quotes": "“" * 1_000_000,
    "quotes between spaces": '. " ' * 100_000 + "x",
    "brackets": "(. " * 100_000 + "x",
    "abbreviations": "U.S. " * 100_000 + "x",
    "no spaces": "a.B" * 100_000,
    "half bylines": ("by A, " * 45 + "\n\n") * 1_000 + "x.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_cut_like_any_other(text: str) -> None:
    check_tiling(text, segment(text))


def test_spacy_is_not_imported_for_it() -> None:
    code = (
        "import sys; from labeling.segmentation import segment; segment('It held.'); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
