"""A team shares out articles, labels them apart, unites what came back, measures, settles and exports."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import console
from desktop.main import Arguments, make_window
from desktop.review.views import View
from labeling.agreement import finding
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import State, Verdict
from labeling.operations import identity
from labeling.operations.agreeing import agree
from labeling.operations.projects import open_project
from labeling.resources import SEEDS
from labeling.store import adjudications, annotators, articles, judgments
from labeling.store.connection import Project

STORIES = ("border-drones", "brenn-tram-vote", "orme-embassy", "quarry-dust", "sele-harbour-deal", "tarrow-ferry")
LENGTH = 16  # sentences of a story: enough for all labels
LABELS = ("anonymous_source", "on_record", "hedge", "denial")
# What each of them never sees, so that every pair differs.
BLIND = {"Ana": "", "Ben": "hedge", "Cleo": "denial"}
NONE, EXCLUDED = Verdict(State.NONE), Verdict(State.EXCLUDED)


class Told(NamedTuple):
    """What a story says of a sentence, which the lead takes for right."""

    text: str
    verdict: Verdict


def verdict_of(labels: list[str]) -> Verdict:
    return Verdict(State.LABELLED, tuple(labels)) if labels else NONE


def write_stories(folder: Path) -> Mapping[str, list[Told]]:
    """Write the beginnings of the stories without their labels; return what they say, by the name of the article."""
    folder.mkdir()
    told: dict[str, list[Told]] = {}
    for story in STORIES:
        written = (SEEDS / f"{story}.jsonl").read_text(encoding="utf-8").splitlines()[:LENGTH]
        lines: list[dict[str, Any]] = [json.loads(line) for line in written]
        told[story] = [
            Told(line["text"], EXCLUDED if line["state"] == "excluded" else verdict_of(line["labels"]))
            for line in lines
        ]
        bare = [{key: line[key] for key in line if key not in ("labels", "state")} for line in lines]
        (folder / f"{story}.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in bare), encoding="utf-8")
    return told


def seen_by(name: str, verdict: Verdict) -> Verdict:
    """Return what someone says of a sentence of which the story says `verdict`."""
    if verdict.state is not State.LABELLED:
        return verdict
    return verdict_of([label for label in verdict.labels if label != BLIND[name]])


def keys_for(verdict: Verdict) -> list[str]:
    """Return the keys that say a verdict and go on."""
    if verdict.state is State.EXCLUDED:
        return ["X"]
    places = [LABELS.index(label) for label in verdict.labels]
    if len(places) < 2:
        return ["QWER"[place] for place in places] or ["0"]
    return [*(str(place + 1) for place in places), "Space"]


def press(*keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keySequence(focus, QKeySequence(key))


def label_by_keys(qtbot: QtBot, path: Path, name: str, told: Mapping[str, list[Told]]) -> int:
    """Label all articles of a handout in the window, with a slip taken back; return how many sentences they have."""
    machine = path.with_name(f"machine of {name}")
    machine.mkdir()
    window = make_window(Arguments(path, name), machine)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    db, person = window.session.project.connection, window.session.annotator
    assert [each.name for each in annotators.everyone(db)] == [name], "a handout names nobody else"
    press("R", "Ctrl+Z")
    ordered = [(article, tell) for article in articles.ids(db) for tell in told[articles.fetch(db, article).name]]
    for article, tell in ordered:
        assert window.annotate.article_id == article
        press(*keys_for(seen_by(name, tell.verdict)))
    said = [j.verdict for article in articles.ids(db) for j in judgments.current_of_article(db, article, person.id)]
    assert said == [seen_by(name, tell.verdict) for _, tell in ordered]
    window.close()
    return len(ordered)


def run(*words: object) -> None:
    assert console.run([str(word) for word in words]) == 0


def json_of(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    capsys.readouterr()
    run(*words, "--json")
    content: dict[str, Any] = json.loads(capsys.readouterr().out)
    return content


def differing(project: Project) -> list[SentenceId]:
    """Return the sentences on which annotators differ, in the order of the project."""
    report = agree(project, draws=0)
    assert report is not None
    found = {place for label in LABELS for place in report.sentences(finding.disagreements(report.judged, label))}
    places = {article: place for place, article in enumerate(articles.ids(project.connection))}
    return sorted(found, key=lambda sentence: (places[sentence.article], sentence.start))


def settle_by_keys(qtbot: QtBot, path: Path, settings_folder: Path, wanted: Mapping[SentenceId, Verdict]) -> None:
    """Settle sentences in the Review workspace, each with its reason, going down the list of disagreements."""
    window = make_window(Arguments(path), settings_folder)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    press("Ctrl+2")
    review, db = window.pages.review, window.session.project.connection
    review.show_view(View.DISAGREEMENTS)
    qtbot.waitUntil(lambda: review.docket.survey is not None and not review.docket.is_reading)
    for sentence, verdict in wanted.items():
        while review.current != sentence:
            press("Down")
            assert review.current is not None
        if verdict == NONE:
            press("0", "Up")
        for place, label in enumerate(LABELS):
            if (label in verdict.labels) != (label in settled_on(db, sentence).labels):
                press(str(place + 1))
        assert settled_on(db, sentence) == verdict
        assert review.current == sentence
        press("C")
        QTest.keyClicks(review.inspector.note.field, "Read again together.")
        press("Esc")
    window.close()


def settled_on(db: sqlite3.Connection, sentence: SentenceId) -> Verdict:
    record = adjudications.current(db, sentence)
    return record.verdict if record else Verdict()


def right(project: Project, told: Mapping[str, list[Told]], sentence: SentenceId) -> Verdict:
    article = articles.fetch(project.connection, sentence.article)
    (verdict,) = {
        tell.verdict for tell in told[article.name] if tell.text == article.text[sentence.start : sentence.end]
    }
    return verdict


def check_gold(path: Path, settled: Mapping[SentenceId, Verdict]) -> None:
    """The dataset has what was settled, as it was settled, and nothing else."""
    lines: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {line["id"]: (line["state"], tuple(line["labels"])) for line in lines} == {
        str(sentence): (verdict.state.value, verdict.labels) for sentence, verdict in settled.items()
    }
    assert len(lines) == len(settled)
    assert {line["source"] for line in lines} == {"adjudicated"}
    assert {(line["adjudication"]["by"], line["adjudication"]["note"]) for line in lines} == {
        ("Halina", "Read again together.")
    }


def check_sent_back(path: Path, settled: Mapping[SentenceId, Verdict]) -> None:
    """An annotator's own file learns what became of their sentences, and nothing of what others said."""
    with open_project(path) as project:
        db = project.connection
        mine = articles.ids(db)
        came = {record.sentence: record.verdict for one in mine for record in adjudications.current_of_article(db, one)}
        assert came == {sentence: verdict for sentence, verdict in settled.items() if sentence.article in mine}
        assert 0 < len(came) < len(settled)
        judges = {judgment.annotator for one in mine for judgment in judgments.current_of_article(db, one)}
        assert judges == {annotators.by_name(db, "Ben").id}


def test_a_team_labels_apart_and_settles_together(
    qtbot: QtBot, tmp_path: Path, settings_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    identity.name_annotator("Halina", settings_folder)
    told = write_stories(tmp_path / "stories")
    news, files = tmp_path / "news.hedgerow", {name: tmp_path / f"{name}.hedgerow" for name in BLIND}

    run("new", news)
    run("import", news, tmp_path / "stories")
    run("assign", news, "--annotators", ",".join(BLIND), "--overlap", "1")
    for name, path in files.items():
        run("handout", news, path, "--annotator", name)
    counts = {name: label_by_keys(qtbot, path, name, told) for name, path in files.items()}
    assert sum(counts.values()) == 2 * LENGTH * len(STORIES)

    other = tmp_path / "other.hedgerow"
    shutil.copyfile(news, other)
    run("merge", news, files["Ana"], files["Ben"], files["Cleo"])
    for name in ("Cleo", "Ana", "Ben", "Cleo"):
        run("merge", other, files[name])
    status = json_of(capsys, "status", news)
    assert status["digest"] == json_of(capsys, "status", other)["digest"]
    assert {person["name"]: person["judged"] for person in status["annotators"]} == counts

    agreement = json_of(capsys, "agreement", news, "--bootstrap", "50")
    with open_project(news) as project:
        differ = differing(project)
        body = LENGTH * len(STORIES) - sum(tell.verdict == EXCLUDED for tells in told.values() for tell in tells)
        assert agreement["annotators"] == ["Ana", "Ben", "Cleo"]
        assert agreement["sentences"] == LENGTH * len(STORIES)
        assert agreement["sets"]["exact_match"]["value"] == pytest.approx(1 - len(differ) / body)
        assert agreement["labels"]["on_record"]["krippendorff_alpha"]["value"] == 1
        assert all(agreement["labels"][label]["krippendorff_alpha"]["value"] < 1 for label in ("hedge", "denial"))

        ten = {sentence: right(project, told, sentence) for sentence in differ[::2][:9]}
        ten[differ[-1]] = verdict_of([*LABELS])  # which nobody said
        assert len(ten) == 10
    settle_by_keys(qtbot, news, settings_folder, ten)

    run("export", news, tmp_path / "gold", "--format", "jsonl", "--gold", "adjudicated", "--split", "none")
    check_gold(tmp_path / "gold" / "all.jsonl", ten)
    run("handout", news, tmp_path / "back.hedgerow", "--annotator", "Ben")
    run("merge", files["Ben"], tmp_path / "back.hedgerow")
    check_sent_back(files["Ben"], ten)
