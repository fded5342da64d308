"""What is suggested by what was learned."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Kind, make_article
from labeling.segmentation import segment
from labeling.suggestions.learned import LearnedSuggester, Way, digest_of
from labeling.suggestions.rules import standard_rules
from labeling.suggestions.suggestion import Suggestion
from tests.suggestions.learned.storms import LESSONS, PLAIN, STORMY, article, trained

SUGGESTER = LearnedSuggester(standard_rules(), trained().model)
WORDS = st.sampled_from([*PLAIN, *STORMY, "may", "said", "“", "”", ".", ",", "\n\n", "A", "İ", "🛶", "’s", "denied"])
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(min_size=1, max_size=200))


def suggested(*lines: str) -> list[dict[str, Suggestion]]:
    read = article("new", ["Photo", *lines], [{}] * (len(lines) + 1))
    found = SUGGESTER.suggest(read.text, read.sentences)
    return [{each.label: each for each in of_sentence} for of_sentence in found[1:]]


def test_the_words_that_tell_are_shown() -> None:
    storm, calm = suggested("The old boat left a gale behind.", "The old boat left the pier behind.")
    assert storm["weather"].score > 0.8
    assert "gale" in " ".join(cue.text for cue in storm["weather"].cues)
    assert len(storm["weather"].cues) <= 3
    assert storm["weather"].by == SUGGESTER.by == f"model@{digest_of(trained().model)}"
    assert "weather" not in calm or calm["weather"].score < 0.5


def test_the_label_of_the_rules_is_theirs() -> None:
    rules = standard_rules()
    (unsure,) = suggested("The boat may have left a storm behind.")
    assert list(unsure) == ["weather", "hedge"]
    assert unsure["hedge"].by == rules.by
    assert [cue.text for cue in unsure["hedge"].cues] == ["may"]


def test_labels_that_were_not_trained_are_those_of_the_rules() -> None:
    (denied,) = suggested("The ministry denied the report.")
    assert denied["denial"].by == standard_rules().by


def learned_of_hedges(slopes: tuple[float, float, float]) -> LearnedSuggester:
    """What says of storms that they are hedges, together with the rules."""
    model = trained().model
    (weather,) = model.weighed
    hedge = replace(weather, label="hedge", way=Way.BOTH, slopes=slopes)
    return LearnedSuggester(standard_rules(), replace(model, learned=(hedge,)))


def hedges(suggester: LearnedSuggester, line: str) -> list[Suggestion]:
    read = article("new", ["Photo", line], [{}, {}])
    return [each for each in suggester.suggest(read.text, read.sentences)[1] if each.label == "hedge"]


def test_both_together_show_the_cues_of_the_rules_where_there_are_some() -> None:
    both = learned_of_hedges((3.0, 1.0, 0.5))
    (unsure,) = hedges(both, "The boat may have left a storm behind.")
    assert [cue.text for cue in unsure.cues] == ["may"]
    assert unsure.by == both.by
    (storm,) = hedges(both, "The storm left.")
    assert "storm" in storm.cues[0].text
    (calm,) = hedges(learned_of_hedges((0.0, 0.0, 1.0)), "The boat may have left.")
    assert calm.score > 0.5


def test_what_is_known_better_takes_a_suggestion_of_the_rules_away() -> None:
    line = "The boat may have left."
    read = article("new", ["Photo", line], [{}, {}])
    assert [each.label for each in standard_rules().suggest(read.text, read.sentences)[1]] == ["hedge"]
    assert hedges(learned_of_hedges((-9.0, 0.0, 1.0)), line) == []


def test_furniture_gets_none() -> None:
    lesson = LESSONS[0]
    found = SUGGESTER.suggest(lesson.text, lesson.sentences)
    assert lesson.sentences[0].kind is Kind.FURNITURE
    assert found[0] == ()
    assert any(found[1:])


def test_other_rules_than_it_was_trained_with_are_told() -> None:
    model = trained().model
    assert not SUGGESTER.outdated
    other = replace(model, rules="cues@000000000000")
    outdated = LearnedSuggester(standard_rules(), other)
    assert outdated.outdated
    assert outdated.by == f"model@{digest_of(other)}+{standard_rules().by}"
    lesson = LESSONS[0]
    assert [
        [replace(each, by="") for each in of_sentence]
        for of_sentence in outdated.suggest(lesson.text, lesson.sentences)
    ] == [
        [replace(each, by="") for each in of_sentence]
        for of_sentence in SUGGESTER.suggest(lesson.text, lesson.sentences)
    ]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_suggestions_of_any_article_are_in_order(text: str) -> None:
    read = make_article(f"x {text}", "any")
    sentences = segment(read.text)
    found = SUGGESTER.suggest(read.text, sentences)
    order = ["weather", "hedge", "rare", "anonymous_source", "on_record", "denial"]
    assert len(found) == len(sentences)
    for sentence, of_sentence in zip(sentences, found, strict=True):
        places = [order.index(each.label) for each in of_sentence]
        assert places == sorted(set(places))
        for each in of_sentence:
            assert 0.05 <= each.score <= 1
            assert each.score == round(each.score, 3)
            assert list(each.cues) == sorted(each.cues, key=lambda cue: cue.start)
            for cue in each.cues:
                assert sentence.start <= cue.start < cue.end <= sentence.end
                assert read.text[cue.start : cue.end] == cue.text
