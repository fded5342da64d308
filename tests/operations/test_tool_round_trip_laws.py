"""Whatever was decided comes back from a file of another annotation tool, as far as the tool can say it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Article, Kind, Sentence, Span, make_article
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.export.formats import argilla, doccano, label_studio, prodigy
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.export.writers import Format
from labeling.operations import judging
from labeling.operations.digests import digest
from labeling.operations.importing import import_files
from labeling.operations.labelling import label_sentences
from labeling.operations.projects import create_project
from labeling.store import judgments
from labeling.store.connection import Project
from tests.export.datasets import ODD, adjudicate, as_json_lines, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

Content = tuple[Article, tuple[Sentence, ...]]

EMOJI: Content = (
    make_article("🐎🐎 It may rain. 🌧 It may not.\n\n\nRain: a picture", "emoji.txt", "🐎", {"source": "Mill 🐎"}),
    (Sentence(0, 15, Kind.BODY, 0), Sentence(16, 29, Kind.BODY, 0), Sentence(32, 47, Kind.FURNITURE, 1)),
)
ADA = Annotator("01890a5d-ac96-774b-bcce-b302099a8060", "ada@example.org")
STORIES = (FERRY, ODD, EMOJI)
WITH_VOTES = {"label-studio": label_studio.FORMAT, "prodigy": prodigy.FORMAT, "argilla": argilla.FORMAT}
EVERYTHING = Options(include_unjudged=True, gold=Policy.ANY)


class Decision(NamedTuple):
    """What somebody decides on a sentence. Without labels, it is `state`; `marked` are words that carry the first."""

    story: Content
    place: int
    who: Annotator
    labels: tuple[str, ...]
    state: State
    marked: bool
    unsure: bool
    comment: str


stories, places = st.sampled_from(STORIES), st.integers(0, 2)
labels = st.lists(st.sampled_from(["hedge", "denial", "on_record"]), unique=True, max_size=3).map(tuple)
words = st.text(max_size=6).filter(str.isprintable) | st.just("“Who?”\nAsk.")
decisions = st.builds(
    Decision,
    stories,
    places,
    st.sampled_from([INES, TOMAS, ADA]),
    labels,
    st.sampled_from([State.NONE, State.EXCLUDED]),
    st.booleans(),
    st.booleans(),
    words,
)
rulings = st.tuples(stories, places, labels, st.sampled_from([State.NONE, State.EXCLUDED]), words)
Ruling = tuple[Content, int, tuple[str, ...], State, str]
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def decide(project: Project, decision: Decision) -> None:
    """Record a decision, which replaces what the person said before."""
    sentence, who = sentence_id(decision.story, decision.place), decision.who
    judging.judge_none(project, who, sentence)
    for label in decision.labels:
        marked = (
            Span(sentence.start + 2, sentence.start + 5) if decision.marked and label == decision.labels[0] else None
        )
        judging.toggle_label(project, who, sentence, label, marked)
    if not decision.labels and decision.state is State.EXCLUDED:
        judging.exclude(project, who, sentence)
    current = judgments.current(project.connection, sentence, who.id)
    if current and current.verdict.unsure != decision.unsure:
        judging.toggle_unsure(project, who, sentence)
    judging.set_comment(project, who, sentence, decision.comment)


def settle(project: Project, ruling: Ruling) -> None:
    story, place, chosen, state, note = ruling
    adjudicate(project, sentence_id(story, place), Verdict(State.LABELLED if chosen else state, chosen), note)


@contextmanager
def decided(decisions: list[Decision], rulings: list[Ruling]) -> Iterator[tuple[Project, Path]]:
    with tempfile.TemporaryDirectory() as name, project_with(Path(name), *STORIES) as project:
        for decision in decisions:
            decide(project, decision)
        for ruling in rulings:
            settle(project, ruling)
        yield project, Path(name)


def exported(project: Project, folder: Path, chosen: Format) -> Path:
    return written(project, folder / "out", chosen, EVERYTHING, ["all"]) / chosen.file_name("all")


@pytest.mark.parametrize("chosen", WITH_VOTES.values(), ids=WITH_VOTES)
@few
@given(st.lists(decisions, max_size=8), st.lists(rulings, max_size=3))
def test_articles_and_all_that_was_decided_come_back(
    chosen: Format, decisions: list[Decision], rulings: list[Ruling]
) -> None:
    with (
        decided(decisions, rulings) as (project, folder),
        create_project(folder / "copy.hedgerow", small_codebook()) as copy,
    ):
        report = import_files(copy, None, [exported(project, folder, chosen)])
        assert (report.refused, report.notes) == ([], [])
        assert digest(copy) == digest(project)


@pytest.mark.parametrize("chosen", WITH_VOTES.values(), ids=WITH_VOTES)
@few
@given(st.lists(decisions, max_size=8), st.lists(rulings, max_size=3))
def test_all_that_was_decided_comes_back_to_the_articles_once(
    chosen: Format, decisions: list[Decision], rulings: list[Ruling]
) -> None:
    with decided(decisions, rulings) as (project, folder), project_with(folder, *STORIES, name="copy") as copy:
        path = exported(project, folder, chosen)
        first, second = (label_sentences(copy, None, path) for _ in range(2))
        assert (first.refused, second.refused, second.added) == ([], [], 0)
        assert digest(copy) == digest(project)


@few
@given(st.lists(decisions, max_size=8), st.lists(rulings, max_size=3))
def test_of_doccano_what_was_settled_comes_back(decisions: list[Decision], rulings: list[Ruling]) -> None:
    with (
        decided(decisions, rulings) as (project, folder),
        create_project(folder / "copy.hedgerow", small_codebook()) as copy,
    ):
        report = import_files(copy, INES, [exported(project, folder, doccano.FORMAT)])
        rows = as_json_lines(project, EVERYTHING)
        assert report.refused == []
        assert {
            (str(one.sentence), one.verdict.state.value, one.verdict.labels)
            for story, _ in STORIES
            for one in judgments.current_of_article(copy.connection, story.id)
        } == {(row["id"], row["state"], tuple(row["labels"])) for row in rows if row["state"]}


@pytest.mark.parametrize("chosen", [label_studio.FORMAT, prodigy.FORMAT], ids=["label-studio", "prodigy"])
def test_the_seconds_spent_come_back(tmp_path: Path, chosen: Format) -> None:
    with project_with(tmp_path, FERRY) as project, project_with(tmp_path, FERRY, name="copy") as copy:
        spent = judging.Circumstances(seconds=4.25)
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0), spent)
        label_sentences(copy, None, exported(project, tmp_path, chosen))
        (judgment,) = judgments.current_of_article(copy.connection, FERRY[0].id)
        (made,) = judgments.history(copy.connection, judgment.sentence, judgment.annotator)
        assert made.seconds == 4.25
