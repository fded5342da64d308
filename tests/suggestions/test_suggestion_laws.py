"""What holds of the suggestions for any article."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Article, Kind, Sentence, make_article
from labeling.resources import SEEDS
from labeling.segmentation import segment
from labeling.suggestions import reading
from labeling.suggestions.lexicon import standard_lexicon
from labeling.suggestions.rules import CueRules, standard_rules
from labeling.suggestions.suggestion import Suggestion
from tests.factories import article_of

WORDS = st.sampled_from(
    [
        *(
            "Arlen",
            "said",
            "the",
            "ministry",
            "officials",
            ",",
            ".",
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "may",
            "could",
            "not",
        ),
        *(
            "denied",
            "he",
            "who",
            "of",
            "Mr.",
            "-",
            "—",
            ":",
            ";",
            "according",
            "to",
            "told",
            "May",
            "a",
            "source",
            "it",
        ),
        *("two", "them", "no", "never", "reports", "House", "believe", "seems", "false", "\n\n", "A", "(R-Vale)", "’s"),
        *(
            "said.",
            "é",
            "🛶",
            "x.Y",
            "I’m",
            "cannot",
            "There",
            "was",
            "by",
            "ASTREY",
            "one",
            "untrue",
            "&",
            "Secretary",
        ),
    ]
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(min_size=1, max_size=200))
LABELS = ["anonymous_source", "on_record", "hedge", "denial"]


def seed_articles() -> list[tuple[Article, tuple[Sentence, ...]]]:
    found = []
    for path in sorted(SEEDS.glob("*.jsonl"))[:6]:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found.append(article_of(*([line["text"]] for line in lines), name=path.stem))
    return found


def suggest(text: str) -> tuple[str, tuple[Sentence, ...], list[tuple[Suggestion, ...]]]:
    article = make_article(text, "any")
    sentences = segment(article.text)
    return article.text, sentences, standard_rules().suggest(article.text, sentences)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_cues_lie_in_their_sentence_and_scores_are_shares(text: str) -> None:
    text, sentences, found = suggest(text)
    assert len(found) == len(sentences)
    for sentence, of_sentence in zip(sentences, found, strict=True):
        assert [each.label for each in of_sentence] == [
            label for label in LABELS if label in {e.label for e in of_sentence}
        ]
        for each in of_sentence:
            assert 0 <= each.score <= 1
            assert each.by == standard_rules().by
            for cue in each.cues:
                assert sentence.start <= cue.start < cue.end <= sentence.end
                assert cue.text == text[cue.start : cue.end]


def test_suggestions_do_not_depend_on_what_was_read_before() -> None:
    articles = seed_articles()
    alone = [CueRules(standard_lexicon()).suggest(article.text, sentences) for article, sentences in articles[:3]]
    rules = CueRules(standard_lexicon())
    backwards = [rules.suggest(article.text, sentences) for article, sentences in reversed(articles)]
    assert backwards[::-1][:3] == alone


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 60))
def test_long_texts_are_read_in_pieces_that_change_nothing(text: str, size: int) -> None:
    whole = suggest(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "_PIECE", size)
        assert suggest(text) == whole


def test_suggestions_are_the_same_in_every_process() -> None:
    script = (
        "from tests.suggestions.test_suggestion_laws import seed_articles\n"
        "from labeling.suggestions.rules import standard_rules\n"
        "article, sentences = seed_articles()[0]\n"
        "print(standard_rules().suggest(article.text, sentences))"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_only_the_beginning_of_an_endless_sentence_is_read() -> None:
    text = "word " * 1000 + "which may be so"
    assert standard_rules().suggest(text, [Sentence(0, len(text), Kind.BODY, 0)]) == [()]
    assert standard_rules().suggest(text[-500:], [Sentence(0, 500, Kind.BODY, 0)]) != [()]


def test_furniture_has_no_suggestions() -> None:
    text = "By Ada Brume, who said so"
    sentence = Sentence(0, len(text), Kind.FURNITURE, 0)
    assert standard_rules().suggest(text, [sentence]) == [()]


def test_an_article_without_sentences_has_no_suggestions() -> None:
    assert standard_rules().suggest("", []) == []
