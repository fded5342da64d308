"""What a file said at an earlier moment, whatever came later."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labeling.domain.articles import Sentence
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.operations import boundaries, judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.undoing import undo
from labeling.store import annotators, articles, releases
from labeling.store.connection import Project
from labeling.store.releases import Moment
from labeling.store.snapshots import Snapshot
from labeling.store.votes import Vote
from tests.export.datasets import adjudicate
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id, small_codebook

Said = list[tuple[str, list[tuple[Sentence, list[Vote]]], list[tuple[int, int, str]]]]


def now(project: Project) -> Moment:
    with project.write() as db:
        return releases.moment(db, releases.begin_epoch(db))


def said(project: Project, at: Moment | None = None) -> Said:
    snapshot = Snapshot(project.connection, at)
    return [
        (
            article_id,
            list(snapshot.votes_of(article_id)),
            [(*record.sentence.span, record.verdict.state) for record in snapshot.adjudications_of(article_id)],
        )
        for article_id in snapshot.article_ids()
    ]


def act(project: Project, choice: tuple[int, int, int]) -> None:
    """Do one of many things that change what a project says."""
    what, who, where = choice
    person, sentences = (INES, TOMAS)[who], articles.sentences_of(project.connection, FERRY[0].id)
    one = sentences[where % len(sentences)]
    sentence = sentence_id((FERRY[0], (one,)), 0)
    if what == 0:
        judging.toggle_label(project, person, sentence, "hedge")
    elif what == 1:
        judging.judge_none(project, person, sentence)
    elif what == 2:
        adjudicate(project, sentence, Verdict(State.NONE))
    elif what == 3 and one.end - one.start > 12:
        boundaries.split_sentence(project, person, sentence, one.start + 8)
    elif what == 4 and where % len(sentences) + 1 < len(sentences):
        following = sentences[where % len(sentences) + 1]
        if following.paragraph == one.paragraph:
            boundaries.join_with_next(project, person, sentence)
    else:
        with suppress(Refused):  # the other one may have moved the boundaries since
            undo(project, person)


ACTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 1), st.integers(0, 6)), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories=st.lists(ACTS, min_size=1, max_size=4))
def test_every_moment_stays_as_it_was(tmp_path: Path, histories: list[list[tuple[int, int, int]]]) -> None:
    (tmp_path / "small.hedgerow").unlink(missing_ok=True)
    with project_with(tmp_path, FERRY) as project:
        moments = []
        for history in histories:
            for choice in history:
                act(project, choice)
            expected = said(project)
            moments.append((now(project), expected))
        for at, expected in moments:
            assert said(project, at) == expected


def test_articles_names_and_codebooks_of_later_are_not_in_it(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        at = now(project)
        replace_codebook(project, INES, small_codebook("hedge"))
        with project.write() as db:
            articles.insert(db, *MILL)
            annotators.add(db, Annotator(INES.id, "Inês"))
        then, today = Snapshot(project.connection, at), Snapshot(project.connection)
        assert then.article_ids() == [FERRY[0].id]
        assert [len(snapshot.codebook.labels) for snapshot in (then, today)] == [4, 1]
        names = [next(snapshot.votes_of(FERRY[0].id))[1][0].annotator for snapshot in (then, today)]
        assert names == ["Ines", "Inês"]


def test_annotators_can_be_called_by_other_names(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for person in (INES, TOMAS):
            judging.judge_none(project, person, sentence_id(FERRY, 0))
        snapshot = Snapshot(project.connection)
        snapshot.rename({INES.id: "zz", TOMAS.id: "aa"})
        assert [vote.annotator for vote in next(snapshot.votes_of(FERRY[0].id))[1]] == ["aa", "zz"]


def test_a_judgment_that_arrives_later_is_not_in_an_earlier_moment_whatever_its_id(tmp_path: Path) -> None:
    story = article_of(["One.", "Two."], name="story.txt")
    with project_with(tmp_path, story) as project:
        judging.judge_none(project, INES, sentence_id(story, 0))
        at = now(project)
        old_id = "01890a5d-0000-7000-8000-000000000000"
        row = 'SELECT article, start, "end", annotator, ?, state, labels, unsure, comment, evidence, seconds, origin'
        with project.write() as db:
            db.execute(
                'INSERT INTO judgments (article, start, "end", annotator, id, state, labels, unsure, comment, '
                f"evidence, seconds, origin, shown, codebook, arrived) {row}, shown, codebook, 1 FROM judgments",
                (old_id,),
            )
        assert len(said(project)[0][1][0][1]) == len(said(project, at)[0][1][0][1]) == 1
