"""Warnings in words: what the data can't carry is said, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.export.cautions import cautions
from labeling.export.options import Options
from labeling.export.settling import Settlement
from labeling.export.shared_content import Leaks
from labeling.operations import judging
from labeling.operations.exporting import export
from labeling.operations.previewing import preview
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id, small_codebook

ENOUGH = {"train": {"hedge": 50}, "test": {"hedge": 20}}
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
BRIEF = "The council of {} met on a quiet morning, heard the clerk read out what was left of the long list from the \
week before, and went home without a vote, as it had done so many times in that cold and wet spring. Nobody who came \
to listen had a question, said a woman at the door of the old hall, who would not give her name. The next meeting is \
to be held when the roof has been mended, perhaps in {}."


def warned(sizes: list[int], positives: dict[str, dict[str, int]] = ENOUGH) -> tuple[str, ...]:
    groups = [[f"{group}-{number}" for number in range(size)] for group, size in enumerate(sizes)]
    nobody: list[Settlement] = []
    return cautions(small_codebook("hedge"), positives, 0, nobody, Leaks(), groups)


def test_enough_of_everything_is_no_caution() -> None:
    assert warned([1] * 200) == ()


@pytest.mark.parametrize(("size", "alone"), [(9, 20), (9, 0), (10, 190), (15, 285)])
def test_a_small_group_of_near_copies_is_no_caution(size: int, alone: int) -> None:
    assert warned([size, *[1] * alone]) == ()


@pytest.mark.parametrize(("size", "alone"), [(10, 0), (10, 189), (16, 284)])
def test_a_group_of_ten_and_over_a_twentieth_of_the_articles_is_one(size: int, alone: int) -> None:
    (sentence,) = warned([size, *[1] * alone])
    assert sentence == (
        f"{size} of {size + alone} articles form one group of near copies: each shares much of its wording with "
        "another one of its group, though not every two do (copies of one story, or stories written from one "
        "template). A split keeps a group together, so parts may differ for that reason alone."
    )


def test_several_groups_are_one_caution() -> None:
    (sentence,) = warned([1200, 300, 2, *[1] * 100])
    assert sentence.startswith("1,500 of 1,602 articles form 2 groups of near copies, the largest of 1,200: each")


@pytest.mark.parametrize(
    ("train", "test", "said"),
    [
        (49, 20, "hedge has 49 sentences to train on (fewer than 50): a score for it would say little."),
        (50, 1, "hedge has 1 sentence to test on (fewer than 20): a score for it would say little."),
        (
            0, 0,
            "hedge has 0 sentences to train on (fewer than 50) and 0 sentences to test on (fewer than 20): a score for "
            "it would say little.",
        ),
    ],
)  # fmt: skip
def test_a_label_with_few_sentences_is_named(train: int, test: int, said: str) -> None:
    assert warned([1] * 20, {"train": {"hedge": train}, "test": {"hedge": test}}) == (said,)


def test_briefs_from_one_template_stay_together_and_card_and_manifest_say_so(tmp_path: Path) -> None:
    """They aren't one story, but most of what they say is the same word for word."""
    briefs = [article_of([BRIEF.format(f"ville{one}", f"month{one}")], name=f"{one}.txt") for one in ALPHABET]
    others = [article_of([" ".join(f"{one}{number}" for number in range(40))], name=f"{one}.txt") for one in "xyz"]
    with project_with(tmp_path, *briefs, *others) as project:
        for story in (*briefs, *others):
            for person in (INES, TOMAS):
                judging.judge_none(project, person, sentence_id(story, 0))
        seen = preview(project, Options())
        result = export(project, tmp_path / "out", Options())
    says = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert len({says["articles"][article.id] for article, _ in briefs}) == 1
    assert says["near_copies"] == {"groups": 1, "articles": 26, "largest": 26}
    (said,) = (sentence for sentence in result.cautions if "near copies" in sentence)
    assert said.startswith("26 of 29 articles form one group of near copies: each shares")
    assert said in says["cautions"]
    assert seen is not None
    assert seen.cautions == result.cautions
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert f"- {said}" in card
    assert "as MinHash estimates it: 26 articles in 1 group, the largest of 26)" in card
