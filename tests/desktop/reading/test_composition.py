"""An article becomes blocks: title, where it comes from, paragraphs of sentences with gaps between them."""

from __future__ import annotations

from desktop.reading.composition import BlockKind, compose
from labeling.domain.articles import Article, Kind, Sentence, make_article


def article_of(*paragraphs: tuple[Kind, list[str]], between: str = " ") -> tuple[Article, tuple[Sentence, ...]]:
    text = "\n\n".join(between.join(sentences) for _, sentences in paragraphs)
    article, sentences, at = make_article(text, "a.txt", "A title", {"source": "The Lantern", "date": "3 May"}), [], 0
    for number, (kind, words) in enumerate(paragraphs):
        for sentence in words:
            start = article.text.index(sentence, at)
            at = start + len(sentence)
            sentences.append(Sentence(start, at, kind, number))
    return article, tuple(sentences)


BODY = (Kind.BODY, ["One aide spoke.", "Another did not."])
HEADING = (Kind.HEADING, ["The mill may close"])
CAPTION = (Kind.FURNITURE, ["Photograph: museum"])


def lines(article: Article, sentences: tuple[Sentence, ...], *, show_title: bool) -> list[tuple[BlockKind, str]]:
    composition = compose(article, sentences, show_title=show_title)
    return [(block.kind, "".join(block.runs)) for block in composition.blocks]


def test_a_title_that_is_not_in_the_text_stands_above_it() -> None:
    assert lines(*article_of(BODY), show_title=True) == [
        (BlockKind.TITLE, "A title"),
        (BlockKind.META, "The Lantern · 3 May"),
        (BlockKind.BODY, "One aide spoke. Another did not."),
    ]


def test_a_heading_that_opens_the_text_is_the_title() -> None:
    assert lines(*article_of(HEADING, BODY, HEADING, CAPTION), show_title=False) == [
        (BlockKind.TITLE, "The mill may close"),
        (BlockKind.META, "The Lantern · 3 May"),
        (BlockKind.BODY, "One aide spoke. Another did not."),
        (BlockKind.HEADING, "The mill may close"),
        (BlockKind.FURNITURE, "Photograph: museum"),
    ]


def test_a_heading_below_a_title_of_its_own_stays_a_heading() -> None:
    kinds = [kind for kind, _ in lines(*article_of(HEADING, BODY), show_title=True)]
    assert kinds == [BlockKind.TITLE, BlockKind.META, BlockKind.HEADING, BlockKind.BODY]


def test_a_text_without_metadata_has_no_line_of_it() -> None:
    article, sentences = article_of(BODY)
    bare = Article(article.id, article.name, article.title, article.text)
    assert [kind for kind, _ in lines(bare, sentences, show_title=False)] == [BlockKind.BODY]


def test_the_gap_between_sentences_is_one_space_whatever_was_in_the_text() -> None:
    article, sentences = article_of(BODY, between=" \n ")
    block = compose(article, sentences, show_title=False).blocks[-1]
    assert block.runs == ("One aide spoke.", " ", "Another did not.")


def test_sentences_that_touch_have_no_gap() -> None:
    article, sentences = article_of((Kind.BODY, ["说了。", "没说。"]), between="")
    composition = compose(article, sentences, show_title=False)
    assert composition.blocks[-1].runs == ("说了。", "", "没说。")
    assert composition.ranges[1].start == composition.ranges[0].end


def test_ranges_count_in_the_document_with_its_title_and_fishes() -> None:
    article, sentences = article_of((Kind.BODY, ["A \N{FISH} swam.", "It ended."]))
    composition = compose(article, sentences, show_title=True)
    above = len("A title") + 1 + len("The Lantern · 3 May") + 1
    assert composition.ranges[0] == (above, above + 10)
    assert composition.ranges[1] == (above + 11, above + 20)


def test_every_place_in_the_document_has_its_sentence() -> None:
    article, sentences = article_of(HEADING, BODY)
    composition = compose(article, sentences, show_title=False)
    first, second, third = composition.ranges
    assert composition.sentence_at(first.start) == 0
    assert composition.sentence_at(first.end) == 0
    assert composition.sentence_at(first.end + 3) is None, "in the line of metadata"
    assert composition.sentence_at(second.end) == 1
    assert composition.sentence_at(third.start) == 2
    assert composition.sentence_at(third.end) == 2


def test_a_text_without_paragraphs_is_set_in_several_blocks() -> None:
    article, sentences = article_of((Kind.BODY, [f"Sentence number {n} ends." for n in range(150)]))
    composition = compose(article, sentences, show_title=False)
    covered = [index for block in composition.blocks for index in block.sentences]
    assert covered == list(range(150))
    assert max(len(block.sentences) for block in composition.blocks) <= 60


def test_an_article_without_sentences_has_no_places() -> None:
    article, _ = article_of(BODY)
    composition = compose(article, (), show_title=False)
    assert composition.sentence_at(0) is None
    assert composition.positions.to_document(5) == 0
