"""A real article, as a careful reader splits it. Its text is not in the repository: lengths and a hash stand for it."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from labeling.domain.articles import Kind, Sentence, canonical_text
from labeling.segmentation import segment

ARTICLE = Path(__file__).parents[2] / "../shared/article/embassy-threats.txt"
LENGTHS = [
    *(90, 241, 259, 234, 120, 156, 126, 109, 200, 278, 175, 277, 22, 337, 200, 219, 49, 222, 105, 31, 149, 23, 26, 121),
    *(
        156,
        227,
        39,
        134,
        235,
        136,
        114,
        175,
        147,
        69,
        149,
        157,
        277,
        116,
        185,
        173,
        154,
        85,
        214,
        152,
        99,
        308,
        210,
        326,
    ),
    *(238, 182, 104, 280, 120, 89, 11),
]
PARAGRAPH_SIZES = {2: [3, 4, 5, 6, 11, 16, 27, 29, 30, 35, 37], 3: [23], 4: [14]}  # by the number of sentences
HASH = "98f9d7f9fba571a4927abe4f7892022bd798955546699d70c9f78c413fc53824"  # of the sentences, a line each

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the article lies beside the repository")


@pytest.fixture(scope="module")
def text() -> str:
    return canonical_text(ARTICLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sentences(text: str) -> tuple[Sentence, ...]:
    return segment(text)


def test_it_has_the_sentences_that_a_reader_sees(text: str, sentences: tuple[Sentence, ...]) -> None:
    assert [sentence.end - sentence.start for sentence in sentences] == LENGTHS
    assert len(sentences) == 55
    lines = "\n".join(text[sentence.start : sentence.end] for sentence in sentences)
    assert hashlib.sha256(lines.encode()).hexdigest() == HASH


def test_the_title_and_the_cross_headings_are_headings(sentences: tuple[Sentence, ...]) -> None:
    assert [place for place, sentence in enumerate(sentences) if sentence.kind is Kind.HEADING] == [0, 12, 18, 26]


def test_the_link_at_the_end_is_furniture(sentences: tuple[Sentence, ...]) -> None:
    assert [place for place, sentence in enumerate(sentences) if sentence.kind is Kind.FURNITURE] == [54]


def test_its_paragraphs_are_those_of_the_page(sentences: tuple[Sentence, ...]) -> None:
    sizes = Counter(sentence.paragraph for sentence in sentences)
    assert len(sizes) == 39
    assert {size: [p for p in sizes if sizes[p] == size] for size in (2, 3, 4)} == PARAGRAPH_SIZES
