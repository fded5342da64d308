"""A project exported to JSON Lines and imported again says the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Article, Kind, Sentence, SentenceId, Span, make_article
from labeling.domain.judgments import Annotator
from labeling.export.options import Options
from labeling.export.parting.shares import parse_shares
from labeling.operations import boundaries, judging
from labeling.operations.digests import digest
from labeling.operations.exporting import export
from labeling.operations.importing import import_files
from labeling.operations.projects import create_project
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook

Content = tuple[Article, tuple[Sentence, ...]]

# White space inside sentences and between them that is not what an import of sentences would put there.
WRAPPED: Content = (
    make_article(
        "A title\n\n\nThe mill\nclosed.  “It may,” 🐎 said.\n \nEnd", "wrapped.txt", "A title", {"source": "Lantern"}
    ),
    (
        Sentence(0, 7, Kind.HEADING, 0),
        Sentence(10, 26, Kind.BODY, 1),
        Sentence(28, 45, Kind.BODY, 1),
        Sentence(48, 51, Kind.FURNITURE, 2),
    ),
)
EVERYTHING = Options(format="jsonl", split=parse_shares("none"), include_unjudged=True)


def _again(project: Project, folder: Path) -> Project:
    export(project, folder / "out", EVERYTHING)
    copy = create_project(folder / "copy.hedgerow", small_codebook())
    report = import_files(copy, None, [folder / "out" / "all.jsonl"])
    assert report.refused == []
    return copy


def test_all_that_was_said_comes_back(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL, WRAPPED) as project:
        judging.toggle_label(project, INES, sentence_id(WRAPPED, 2), "hedge", Span(32, 35))
        judging.toggle_unsure(project, INES, sentence_id(FERRY, 0))
        judging.set_comment(project, TOMAS, sentence_id(FERRY, 1), "“Who”, he asked?\nTwice.")
        judging.exclude(project, TOMAS, sentence_id(WRAPPED, 3))
        judging.judge_none(project, INES, sentence_id(MILL, 0))
        boundaries.join_with_next(project, INES, sentence_id(FERRY, 1))
        with _again(project, tmp_path) as copy:
            assert digest(copy) == digest(project)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from([FERRY, MILL, WRAPPED]),
            st.integers(0, 1),
            st.sampled_from([INES, TOMAS]),
            st.sampled_from(["label", "none", "exclude", "unsure", "comment", "clear"]),
            st.text(max_size=8),
        ),
        max_size=10,
    )
)
def test_whatever_was_said_comes_back(said: list[tuple[Content, int, Annotator, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name, project_with(Path(name), FERRY, MILL, WRAPPED) as project:
        for content, index, who, act, words in said:
            _say(project, who, sentence_id(content, index), act, words)
        with _again(project, Path(name)) as copy:
            assert digest(copy) == digest(project)


def _say(project: Project, who: Annotator, sentence: SentenceId, act: str, words: str) -> None:
    first_letter = Span(sentence.start, sentence.start + 1)
    acts = {
        "label": lambda: judging.toggle_label(project, who, sentence, "denial", first_letter),
        "none": lambda: judging.judge_none(project, who, sentence),
        "exclude": lambda: judging.exclude(project, who, sentence),
        "unsure": lambda: judging.toggle_unsure(project, who, sentence),
        "comment": lambda: judging.set_comment(project, who, sentence, words),
        "clear": lambda: judging.toggle_label(project, who, sentence, "denial"),
    }
    acts[act]()
