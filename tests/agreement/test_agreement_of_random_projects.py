"""Random histories of judging, against what the textbook makes of the last words said."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from labeling.agreement.figures import Agreement, Measure
from labeling.agreement.sets import masi_distance
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator
from labeling.operations import judging
from labeling.operations.agreeing import agree
from labeling.store.connection import Project
from tests.agreement import textbook
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id

UMA = Annotator("01890a5d-ac96-774b-bcce-b302099a805a", "Uma")
PEOPLE = (INES, TOMAS, UMA)
LABELS = ("anonymous_source", "on_record", "hedge", "denial")
CONTENTS = [
    article_of([f"Sentence {number} of article {article}." for number in range(size)], name=f"{article}.txt")
    for article, size in enumerate((1, 4, 7))
]
SENTENCES = [sentence_id(content, index) for content in CONTENTS for index in range(len(content[1]))]
Words = dict[SentenceId, dict[str, frozenset[str] | None]]  # by sentence and name; None is excluded


def judge_at_random(project: Project, choice: random.Random) -> Words:
    """Let people judge, change their minds and take things back; return their last words."""
    said: Words = {sentence: {} for sentence in SENTENCES}
    for _ in range(120):
        person, sentence = choice.choice(PEOPLE), choice.choice(SENTENCES)
        before = said[sentence].get(person.name) or frozenset()
        key = choice.choice(("toggle", "toggle", "none", "exclude", "unsure"))
        if key == "toggle":
            label = choice.choice(LABELS)
            judging.toggle_label(project, person, sentence, label)
            said[sentence][person.name] = before ^ {label}
            if not said[sentence][person.name]:
                del said[sentence][person.name]
        elif key == "none":
            judging.judge_none(project, person, sentence)
            said[sentence][person.name] = frozenset()
        elif key == "exclude":
            judging.exclude(project, person, sentence)
            said[sentence][person.name] = None
        else:
            judging.toggle_unsure(project, person, sentence)
    return said


@pytest.mark.parametrize("seed", range(4))
def test_figures_are_those_of_the_last_words(tmp_path: Path, seed: int) -> None:
    with project_with(tmp_path, *CONTENTS) as project:
        said = judge_at_random(project, random.Random(seed))
        report = agree(project, draws=20)
    assert report is not None
    found = report.agreement
    assert found.sentences == sum(bool(words) for words in said.values())
    check_labels(found, said)
    check_sets_and_exclusion(found, said)
    check_pairs(found, said)


def check_labels(found: Agreement, said: Words) -> None:
    for label, measured in found.labels.items():
        votes = [
            {name: label in given for name, given in words.items() if given is not None} for words in said.values()
        ]
        units = [list(unit.values()) for unit in votes]
        people = {name for unit in votes for name in unit}
        complete = [unit for unit in units if len(unit) == len(people) > 1]
        used = sorted({value for unit in units for value in unit})
        same(measured.prevalence, textbook.prevalence(units, True))
        same(measured.percent_agreement, textbook.percent_agreement(units))
        same(measured.positive_agreement, textbook.specific_agreement(units, True))
        same(measured.negative_agreement, textbook.specific_agreement(units, False))
        same(measured.krippendorff_alpha, textbook.alpha(units))
        same(measured.fleiss_kappa, textbook.fleiss_kappa(complete))
        same(measured.gwet_ac1, textbook.gwet_ac1(units, used))
        assert measured.fleiss_kappa.sentences == len(complete)


def check_sets_and_exclusion(found: Agreement, said: Words) -> None:
    sets = [[given for given in words.values() if given is not None] for words in said.values()]
    excluded = [[given is None for given in words.values()] for words in said.values()]
    same(found.sets.krippendorff_alpha_masi, textbook.alpha_of_distances(sets, masi_distance))
    same(found.sets.exact_match, textbook.percent_agreement(sets))
    same(found.excluded.prevalence, textbook.prevalence(excluded, True))
    same(found.excluded.krippendorff_alpha, textbook.alpha(excluded))


def check_pairs(found: Agreement, said: Words) -> None:
    def voted(words: Mapping[str, frozenset[str] | None], name: str) -> Callable[[str], bool] | None:
        given = words.get(name)
        return None if given is None else given.__contains__

    for pair in found.pairs:
        both = [(voted(words, pair.a), voted(words, pair.b)) for words in said.values()]
        pairs = [(one(pair.label), other(pair.label)) for one, other in both if one and other]
        same(pair.cohen_kappa, textbook.cohen_kappa(pairs))
        assert pair.sentences == len(pairs)


def same(measure: Measure, expected: float | None) -> None:
    assert (measure.value is None) == (expected is None)
    assert (measure.value or 0) == pytest.approx(expected or 0, abs=1e-12)
