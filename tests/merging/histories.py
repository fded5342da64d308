"""What people do in several copies of a project, drawn at random."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from hypothesis import strategies as st

from labeling.domain.articles import Article, Sentence, SentenceId
from labeling.domain.errors import Refused
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Adjudication, Annotator, State, Verdict
from labeling.operations import boundaries, judging, merging, undoing, uniting
from labeling.operations.codebooks import replace_codebook
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.store import adjudications, annotators, articles, codebooks, integrity, samples
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, small_codebook

MIRA = Annotator("01890a5d-ac96-774b-bcce-b302099a8059", "Mira")
PEOPLE = (INES, TOMAS, MIRA)
BRIDGE = article_of(["The bridge is shut.", "It could open in May.", "No date was given."], name="bridge.txt")
# The same text, cut and called otherwise, as another version of the program might.
OTHER_FERRY = article_of(
    ["The ferry may sail on Monday. An aide said so.", "The port denied it."], ["Nobody was on board."], name="boat.txt"
)
LABELS = ("anonymous_source", "on_record", "hedge", "denial")

Step = Callable[[Project, Annotator, SentenceId], object]
Content = tuple[Article, tuple[Sentence, ...]]


def _adjudicate(project: Project, annotator: Annotator, sentence: SentenceId) -> None:
    with project.write() as db:
        annotators.add(db, annotator)
        verdict, codebook = Verdict(State.LABELLED, ("hedge",)), codebooks.current(db)
        adjudications.append(db, Adjudication(uuid7(), sentence, annotator.id, verdict, codebook.hash, "why"))


def _import(project: Project, content: Content) -> None:
    with project.write() as db:
        articles.insert(db, *content)


def _sample(project: Project, sentence: SentenceId, *, sampled: bool) -> None:
    with project.write() as db:
        samples.put(db, sentence.article, sampled=sampled)


def _unite(project: Project, annotator: Annotator, other: Annotator) -> None:
    with project.write() as db:
        annotators.add(db, annotator)
        annotators.add(db, other)
    uniting.unite(project, annotator, other)


def steps() -> st.SearchStrategy[Step]:
    """One thing that a person does to a sentence, or to the project."""
    labels = st.sampled_from(LABELS)
    return st.one_of(
        labels.map(lambda label: lambda p, a, s: judging.toggle_label(p, a, s, label)),
        st.just(judging.judge_none),
        st.just(judging.toggle_unsure),
        st.integers(1, 20).map(lambda at: lambda p, a, s: boundaries.split_sentence(p, a, s, s.start + at)),
        st.just(boundaries.join_with_next),
        st.just(lambda p, a, _: undoing.undo(p, a)),
        st.just(_adjudicate),
        st.booleans().map(lambda sampled: lambda p, _, s: _sample(p, s, sampled=sampled)),
        st.sampled_from([BRIDGE, OTHER_FERRY]).map(lambda content: lambda p, _, __: _import(p, content)),
        labels.map(lambda label: lambda p, a, _: replace_codebook(p, a, small_codebook(label, "other"))),
        st.sampled_from(PEOPLE).map(lambda other: lambda p, a, _: _unite(p, a, other)),
        st.just(lambda p, a, s: judging.judge_none(p, Annotator(a.id, a.name + "’"), s)),
    )


Histories = Sequence[Sequence[tuple[Annotator, int, int, Step]]]


def histories(files: int) -> st.SearchStrategy[Histories]:
    """What is done in each of so many copies of a project."""
    moment = st.tuples(st.sampled_from(PEOPLE), st.integers(0, 2), st.integers(0, 5), steps())
    history = st.lists(moment, max_size=8)
    return st.tuples(*[history] * files)


def lived(folder: Path, done: Histories, *, copies: bool) -> list[Path]:
    """Make a project for each history, copies of one or each made anew, and live the histories in turns."""
    paths = [folder / f"{number}.hedgerow" for number in range(len(done))]
    for number, path in enumerate(paths):
        if number and copies:
            shutil.copyfile(paths[0], path)
        else:
            project_with(folder, *((FERRY, MILL) if number != 1 else (MILL, OTHER_FERRY)), name=path.stem).close()
    for path, history in zip(paths, done, strict=True):
        with open_project(path) as project:
            for annotator, article, sentence, step in history:
                live(project, annotator, article, sentence, step)
    return paths


def live(project: Project, annotator: Annotator, article: int, sentence: int, step: Step) -> None:
    """Take one step; one that can’t be taken is passed over."""
    found = articles.ids(project.connection)
    identifier = found[article % len(found)]
    sentences = articles.sentences_of(project.connection, identifier)
    chosen = sentences[sentence % len(sentences)]
    try:
        step(project, annotator, SentenceId(identifier, chosen.start, chosen.end))
    except Refused:
        return


def merged(path: Path, *others: Path, into: str) -> Path:
    """Merge files, in this order, into a copy of a project; return the copy."""
    target = path.with_name(into + ".hedgerow")
    shutil.copyfile(path, target)
    with open_project(target) as project:
        report = merging.merge(project, others)
        assert report.refused == []
        assert list(integrity.findings(project.connection)) == []
    return target


def digest_of(path: Path) -> tuple[str, frozenset[str]]:
    """Return what a file says, and the articles in its sample, which the digest leaves out."""
    with closing(open_project(path)) as project:
        return digest(project), frozenset(samples.everything(project.connection))
