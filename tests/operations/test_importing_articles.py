from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.domain.judgments import State, Verdict
from labeling.operations.importing import ROWS_AT_ONCE, import_files, import_text
from labeling.operations.projects import create_project, load_codebook, standard_codebook
from labeling.store import annotators, articles, codebooks, integrity, judgments, progress
from labeling.store.connection import Project
from tests.factories import INES

STORY = "Ferry runs late\n\nThe ferry may sail on Monday. An aide said so.\n\nNobody was on board."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "a.hedgerow") as project:
        yield project


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*sentences: dict[str, object]) -> str:
    return "".join(json.dumps(sentence) + "\n" for sentence in sentences)


def test_good_files_are_kept_and_bad_ones_named(project: Project, tmp_path: Path) -> None:
    good = write(tmp_path, "ferry.txt", STORY)
    bad = [
        write(tmp_path, "empty.txt", ""),
        write(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        tmp_path / "gone.txt",
    ]
    report = import_files(project, None, [bad[0], good, *bad[1:]])
    assert [(a.name, a.title, a.sentences) for a in report.added] == [("ferry.txt", "Ferry runs late", 4)]
    assert len(report.refused) == 3
    for problem, path in zip(report.refused, bad, strict=True):
        assert path.name in problem.sentence
        assert problem.sentence.endswith(".")
    assert report.changes.articles == (report.added[0].id,)


def test_the_same_article_twice_is_one(project: Project, tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.txt", STORY), write(tmp_path, "b.txt", STORY.replace("\n", "\r\n") + "\r\n")]
    report = import_files(project, None, paths)
    assert (len(report.added), report.known) == (1, ["b.txt"])
    assert import_files(project, None, paths).known == ["a.txt", "b.txt"]
    assert articles.count(project.connection) == (1, 4)


def test_a_guessed_encoding_is_said(project: Project, tmp_path: Path) -> None:
    report = import_files(project, None, [write(tmp_path, "old.txt", "“Café” said nothing.".encode("cp1252"))])
    (note,) = report.notes
    assert "Windows-1252" in note.sentence
    assert articles.fetch(project.connection, report.added[0].id).text == "“Café” said nothing."


def test_after_a_cancel_what_was_imported_is_whole(project: Project, tmp_path: Path) -> None:
    count = ROWS_AT_ONCE
    for number in range(count):
        write(tmp_path, f"{number:04}.txt", f"Story {number}\n\n" + "It rained. " * 9 + "It stopped.")
    seen: list[int] = []
    report = import_files(
        project,
        None,
        [tmp_path],
        on_progress=lambda done, _total, _name: seen.append(done),
        cancelled=lambda: len(seen) > count // 2,
    )
    assert report.cancelled
    assert 0 < len(report.added) < count
    assert articles.count(project.connection)[0] == len(report.added)
    assert list(integrity.findings(project.connection)) == []


def test_labels_become_judgments_of_whoever_is_named(project: Project, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "votes.jsonl",
        lines(
            {"article": "s", "text": "He may go.", "labels": ["hedge"]},
            {"article": "s", "text": "It rained.", "labels": [], "state": "none"},
            {"article": "s", "text": "By Ann Oll", "labels": [], "state": "excluded", "kind": "furniture"},
            {"article": "s", "text": "Nobody looked.", "labels": []},
        ),
    )
    report = import_files(project, INES, [path])
    assert report.refused == []
    (article,) = report.added
    verdicts = [j.verdict for j in judgments.current_of_article(project.connection, article.id)]
    assert verdicts == [Verdict(State.LABELLED, ("hedge",)), Verdict(State.NONE), Verdict(State.EXCLUDED)]
    assert progress.totals(project.connection, INES.id).judged == 3


def test_labels_of_nobody_are_refused(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path, "votes.jsonl", lines({"article": "s", "text": "He may go.", "labels": ["hedge"]}))
    report = import_files(project, None, [path])
    assert "name the annotator" in report.refused[0].sentence
    assert articles.count(project.connection) == (0, 0)


def test_a_label_that_no_codebook_has_leaves_its_article_out_whole(project: Project, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "votes.jsonl",
        lines(
            {"article": "bad", "text": "He may go.", "labels": ["rumour"]},
            {"article": "good", "text": "It rained.", "labels": ["hedge"]},
        ),
    )
    report = import_files(project, INES, [path])
    assert "“rumour”" in report.refused[0].sentence
    assert [article.name for article in report.added] == ["good"]
    assert annotators.everyone(project.connection) == [INES]


def test_an_export_brings_its_own_version_of_the_codebook(project: Project, tmp_path: Path) -> None:
    other = 'title = "Other"\n[[labels]]\nid = "rumour"\nname = "Rumour"\ndefinition = "Heard somewhere."\n'
    version = load_codebook(write(tmp_path, "codebook.toml", other))
    vote = {"annotator": "a1", "state": "labelled", "labels": ["rumour"], "codebook": version.hash}
    path = write(tmp_path, "all.jsonl", lines({"article": "s", "text": "They say so.", "annotations": [vote]}))
    report = import_files(project, None, [path])
    assert report.refused == []
    assert codebooks.hashes(project.connection) == [standard_codebook().hash, version.hash]
    (judgment,) = judgments.current_of_article(project.connection, report.added[0].id)
    assert judgment.codebook == version.hash
    assert codebooks.current(project.connection) == standard_codebook()


def test_pasted_text_is_an_article(project: Project) -> None:
    report = import_text(project, INES, STORY, "Pasted")
    assert report.added[0].title == "Ferry runs late"
    with pytest.raises(Refused):
        import_text(project, INES, " \n ", "Pasted")
