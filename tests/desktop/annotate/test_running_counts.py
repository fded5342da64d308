"""The counts that follow each key press are those that the project would count."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.annotate.tally import Tally, totals_after
from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.judgments import State, Verdict
from labeling.operations import judging, undoing
from labeling.operations.projects import create_project, open_project
from labeling.store import articles, progress
from labeling.store.progress import Totals
from tests.factories import FERRY, INES, MILL, article_of, sentence_id, small_codebook

VERDICTS = st.builds(
    Verdict,
    st.sampled_from([State.NONE, State.EXCLUDED, State.CLEARED]),
    unsure=st.booleans(),
    comment=st.sampled_from(["", "why?"]),
)


@given(st.lists(st.tuples(st.integers(0, 3), VERDICTS), max_size=30))
def test_a_tally_that_follows_is_the_tally_of_the_end(changes: list[tuple[int, Verdict]]) -> None:
    said = dict.fromkeys(range(4), Verdict())
    tally = Tally(4)
    for index, verdict in changes:
        tally = tally.after(said[index], verdict)
        said[index] = verdict
    assert tally == Tally.of(4, said.values())


def test_totals_count_articles_that_become_done_unsure_or_commented() -> None:
    before = Totals(articles=2, done=0, unsure=0, commented=1, sentences=6, judged=3)
    after = totals_after(before, Tally(4, 3, 0, 1), Tally(4, 4, 1, 0))
    assert after == Totals(articles=2, done=1, unsure=1, commented=0, sentences=6, judged=4)
    assert totals_after(after, Tally(4, 4, 1, 0), Tally(4, 3, 0, 1)) == before


def test_the_workspace_counts_what_the_project_holds(window: Window, workspace: AnnotateWorkspace) -> None:
    def stored() -> Totals:
        return progress.totals(window.session.project.connection, window.session.annotator.id)

    run = window.session.run
    for operation, content, index in (
        (judging.judge_none, FERRY, 0),
        (judging.toggle_unsure, FERRY, 1),
        (judging.exclude, MILL, 0),
        (judging.judge_none, MILL, 1),
        (judging.toggle_unsure, MILL, 1),
    ):
        run(operation, sentence_id(content, index))
        assert workspace.totals == stored()
    run(judging.set_comment, sentence_id(FERRY, 2), "who?")
    assert workspace.totals == stored()
    for _ in range(6):
        workspace.undo()
        assert workspace.totals == stored()
    workspace.join_with_next()
    assert workspace.totals == stored()


@pytest.mark.parametrize("same_annotator", [True, False])
def test_work_of_another_window_is_counted(window: Window, workspace: AnnotateWorkspace, same_annotator: bool) -> None:
    who = window.session.annotator if same_annotator else INES
    with open_project(window.session.project.path) as other:
        judging.judge_none(other, who, sentence_id(FERRY, 0))
        judging.judge_none(other, who, sentence_id(MILL, 0))
        undoing.undo(other, who)
    window.session.look_elsewhere()
    assert workspace.totals is not None
    assert workspace.totals.judged == (1 if same_annotator else 0)
    assert workspace.tally.judged == (1 if same_annotator else 0)
    assert workspace.current == sentence_id(FERRY, 0)


def test_articles_imported_elsewhere_are_counted_and_listed(window: Window, workspace: AnnotateWorkspace) -> None:
    late = article_of(["A late one."], name="late.txt")
    with open_project(window.session.project.path) as other, other.write() as db:
        articles.insert(db, *late)
    window.session.look_elsewhere()
    assert workspace.totals is not None
    assert workspace.totals.articles == 3
    assert workspace.article_place == (1, 3)


def test_the_first_article_of_an_empty_project_opens_when_it_comes(closed_window: Window, tmp_path: Path) -> None:
    window = closed_window
    window.adopt_project(create_project(tmp_path / "empty.hedgerow", small_codebook()))
    assert not window.annotate.has_sentence
    with window.session.project.write() as db:
        articles.insert(db, *FERRY)
    window.session.tell(ChangeSet(Act.IMPORTED, articles=(FERRY[0].id,)))
    assert window.annotate.current == sentence_id(FERRY, 0)
    assert window.annotate.articles.view.isVisible()
