"""The laws of histories: undo returns to the same state, and what is derived agrees with the logs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Article, Sentence, SentenceId, Span
from labeling.domain.changes import ChangeSet
from labeling.domain.errors import Refused
from labeling.operations import boundaries, judging, undoing
from labeling.operations.digests import digest
from labeling.store import articles, integrity
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, project_with

LABELS = st.sampled_from(["anonymous_source", "on_record", "hedge", "denial"])
Content = tuple[Article, tuple[Sentence, ...]]
Step = Callable[[Project, SentenceId], ChangeSet]


def _steps() -> st.SearchStrategy[Step]:
    return st.one_of(
        LABELS.map(lambda label: lambda p, s: judging.toggle_label(p, INES, s, label)),
        LABELS.map(lambda label: lambda p, s: judging.set_only_label(p, INES, s, label)),
        LABELS.map(lambda label: lambda p, s: judging.toggle_label(p, INES, s, label, Span(s.start, s.start + 2))),
        st.just(lambda p, s: judging.judge_none(p, INES, s)),
        st.just(lambda p, s: judging.exclude(p, INES, s)),
        st.just(lambda p, s: judging.toggle_unsure(p, INES, s)),
        st.text(max_size=3).map(lambda words: lambda p, s: judging.set_comment(p, INES, s, words)),
        st.integers(0, 30).map(lambda at: lambda p, s: boundaries.split_sentence(p, INES, s, s.start + at)),
        st.just(lambda p, s: boundaries.join_with_next(p, INES, s)),
    )


HISTORIES = st.lists(st.tuples(st.sampled_from([FERRY, MILL]), st.integers(0, 9), _steps()), max_size=12)


def _live(history: list[tuple[Content, int, Step]], project: Project) -> list[str]:
    """Run a history; return the digest before the first and after each step that changed something."""
    digests = [digest(project)]
    for (article, _), index, step in history:
        sentences = articles.sentences_of(project.connection, article.id)
        sentence = sentences[index % len(sentences)]
        try:
            changes = step(project, SentenceId(article.id, sentence.start, sentence.end))
        except Refused:
            continue
        if changes:
            digests.append(digest(project))
    return digests


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES)
def test_undo_returns_step_by_step_and_redo_comes_back(history: list[tuple[Content, int, Step]]) -> None:
    with tempfile.TemporaryDirectory() as folder, project_with(Path(folder)) as project:
        digests = _live(history, project)
        for expected in reversed(digests[:-1]):
            assert undoing.undo(project, INES)
            assert digest(project) == expected
        assert undoing.undo(project, INES) is None
        for expected in digests[1:]:
            assert undoing.redo(project, INES)
            assert digest(project) == expected
        assert undoing.redo(project, INES) is None
        assert list(integrity.findings(project.connection)) == []
