"""The main job as keys: a new project, import, twenty sentences, undo, redo, a suggestion, comment, restart, export."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.dialogs.palette import Palette
from desktop.main import make_application
from desktop.tour.driver import Driver, type_and_accept
from desktop.tour.story import Expected, labels_of, text_of
from labeling.domain.articles import SentenceId
from labeling.domain.errors import Refused
from labeling.domain.judgments import Judgment, Origin, State, Verdict
from labeling.operations.digests import digest
from labeling.store import articles, judgments, progress

STORY = "orme-embassy"
SENTENCES = 20
ANNOTATOR = "Tour"
COMMENT = "Who says so? Compare sentence 1"  # its last character is a label’s key


def tour(out: Path) -> int:
    """Run the tour; leave pictures, a dataset and a log in the new folder `out`. Return 1 if a check failed, else 0.

    Raises Refused when `out` exists or can't be made.
    """
    try:
        out.mkdir(parents=True)
    except OSError as error:
        raise Refused(f"The folder “{out}” could not be made: {error.strerror}.") from error
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application = make_application()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as settings:
        driver = Driver(out.absolute(), Path(settings))
        try:
            _Tour(driver, out.absolute()).run()
        except Exception as error:  # noqa: BLE001  # whatever it was, the log must say how far the tour came
            driver.check(f"no error: {type(error).__name__}: {error}", holds=False)
    del application
    (out / "log.txt").write_text("\n".join([*driver.log, _summary(driver), ""]), encoding="utf-8")
    return 1 if driver.failures else 0


def _summary(driver: Driver) -> str:
    return f"{len(driver.log)} checks, {driver.failures} failed"


class _Tour:
    """The steps, in order; each is what a person would do next."""

    def __init__(self, driver: Driver, out: Path) -> None:
        self._driver = driver
        self._out = out
        self._project = out / "tour.hedgerow"
        self._expected = labels_of(STORY)

    def run(self) -> None:
        self._make_project()
        self._import()
        self._label()
        self._undo_and_redo()
        self._accept_suggestion()
        self._comment()
        self._mark_evidence()
        self._look_round()
        self._restart()
        self._export()
        self._driver.stop()

    def _make_project(self) -> None:
        driver = self._driver
        driver.start()
        driver.picture("welcome")
        driver.answer(type_and_accept(ANNOTATOR), type_and_accept(str(self._project)))
        driver.press("Ctrl+N")
        driver.check("a new project is open", driver.wait_until(lambda: driver.window.session.is_open))
        driver.check("the name was kept", driver.window.session.annotator.name == ANNOTATOR)
        driver.picture("empty-project")

    def _import(self) -> None:
        driver, folder = self._driver, self._out / "articles"
        folder.mkdir()
        for name in (STORY, "tarrow-ferry", "island-clinic"):
            (folder / f"{name}.txt").write_text(text_of(name), encoding="utf-8")
        names = " ".join(f'"{path}"' for path in sorted(folder.iterdir()))
        driver.answer(type_and_accept(names))
        driver.press("Ctrl+I")
        driver.check("three articles were imported", driver.wait_until(lambda: self._counts()[0] == 3))
        driver.wait_until(lambda: driver.window.annotate.has_sentence)
        while self._article_name() != f"{STORY}.txt" and self._counts()[0] == 3:
            before = driver.window.annotate.article_id
            driver.press("PgDown")
            if driver.window.annotate.article_id == before:
                break
        driver.check("the story is shown", self._article_name() == f"{STORY}.txt")
        driver.picture("imported")

    def _label(self) -> None:
        driver = self._driver
        for number in range(SENTENCES):
            sentence = self._current()
            expected = self._expected.get(self._text(sentence))
            driver.check(f"sentence {number + 1} is one of the story’s", expected is not None)
            if expected is None:
                driver.press("0")
                continue
            driver.press(*self._keys(expected))
            verdict = self._verdict(sentence)
            said = verdict is not None and (verdict.state, verdict.labels) == (expected.state, expected.labels)
            driver.check(f"sentence {number + 1} is {', '.join(expected.labels) or expected.state.value}", said)
            driver.check("the next sentence is current", self._current() != sentence)
        driver.check(f"{SENTENCES} sentences are judged", self._judged() == SENTENCES)
        driver.picture("labelled")

    def _keys(self, expected: Expected) -> tuple[str, ...]:
        codebook = self._driver.window.session.codebook
        labels = [label for label in codebook.labels if label.id in expected.labels]
        if expected.state is State.NONE:
            return ("0",)
        if expected.state is State.EXCLUDED:
            return ("X",)
        if len(labels) == 1:
            return (codebook.set_key(labels[0]),)
        return (*(codebook.toggle_key(label) for label in labels), "Space")

    def _undo_and_redo(self) -> None:
        driver = self._driver
        before = self._digest()
        driver.press("Ctrl+Z", "Ctrl+Z")
        driver.check("undo took something back", self._digest() != before)
        driver.picture("undone")
        driver.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
        driver.check("redo brought everything back", self._digest() == before)

    def _accept_suggestion(self) -> None:
        driver, slot = self._driver, self._driver.window.annotate.inspector.slot
        driver.press("Space")
        driver.wait_until(lambda: slot.card.isVisible() or bool(slot.empty_words))
        for _ in range(SENTENCES):
            if slot.card.isVisible():
                break
            driver.press("Down")
        driver.check("a suggestion is shown", slot.card.isVisible())
        driver.picture("suggestion")
        sentence, before = self._current(), self._digest()
        driver.press("Return")
        judgment = self._judgment(sentence)
        driver.check("Enter accepts it", judgment is not None and judgment.origin is Origin.SUGGESTION)
        on_screen = {str(each["label"]) for each in judgment.shown} if judgment else set()
        kept = judgment is not None and on_screen == set(judgment.verdict.labels) != set()
        driver.check("the judgment keeps what was on screen", kept)
        driver.check("the next unjudged sentence is current", self._current() != sentence)
        driver.press("Ctrl+Z")
        driver.check("undo takes it back", self._digest() == before and self._current() == sentence)

    def _comment(self) -> None:
        driver = self._driver
        sentence = self._current()
        before = self._verdict(sentence) or Verdict()
        driver.press("U", "C")
        driver.type(COMMENT)
        driver.picture("comment")
        driver.press("Esc")
        verdict = self._verdict(sentence)
        driver.check("the comment is kept", verdict is not None and verdict.comment == COMMENT)
        driver.check("unsure is kept", verdict is not None and verdict.unsure)
        driver.check("a key in the comment labelled nothing", verdict is not None and verdict.labels == before.labels)

    def _mark_evidence(self) -> None:
        driver = self._driver
        sentence = self._current()
        view = driver.window.annotate.text.view
        beginning = view.document().find(self._text(sentence)[:12])
        beginning.setPosition(beginning.selectionStart() + 1)
        driver.click(view.viewport(), view.cursorRect(beginning).center(), double=True)
        driver.press("3")
        verdict = self._verdict(sentence)
        marked = verdict is not None and any(words.label == "hedge" for words in verdict.evidence)
        driver.check("the selected word is evidence", marked)
        driver.picture("evidence")
        driver.press("Ctrl+Z")

    def _look_round(self) -> None:
        driver = self._driver
        driver.press("Ctrl+F")
        driver.type("embassy")
        driver.picture("search")
        driver.press("Ctrl+A", "Del", "Esc")
        self._show_dialog("Ctrl+K", "commands")
        self._show_dialog("F1", "keys")
        self._show_dialog("Shift+F1", "help")
        driver.window.resize(1024, 700)
        driver.settle()
        driver.picture("small-window")
        driver.window.resize(1440, 900)
        driver.settle()

    def _show_dialog(self, key: str, name: str) -> None:
        driver = self._driver
        driver.press(key)
        others = (w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not driver.window)
        dialog = next(others, None) or driver.window.findChild(Palette)
        driver.check(f"{key} shows something", dialog is not None)
        if dialog is not None:
            driver.picture(name, dialog)
            dialog.close()
            driver.settle()
        driver.window.activateWindow()
        driver.press("Esc")

    def _restart(self) -> None:
        driver = self._driver
        place, said = self._current(), self._digest()
        driver.stop()
        driver.start(self._project)
        driver.check("after a restart, the same sentence is current", self._current() == place)
        driver.check("after a restart, the project says the same", self._digest() == said)
        driver.press("Ctrl+Z")
        driver.check("undo works after a restart", self._digest() != said)
        driver.press("Ctrl+Shift+Z")
        driver.check("redo works after a restart", self._digest() == said)
        driver.picture("restarted")

    def _export(self) -> None:
        driver, folder = self._driver, self._out / "dataset"
        driver.press("Ctrl+3")
        export = driver.window.pages.export
        driver.check("Ctrl+3 shows Export", export.isVisible())
        driver.press("Tab", "Tab", "End")  # from format to gold to split, whose last choice is one file
        labels = export.findChildren(QLabel)
        counted = driver.wait_until(lambda: any(label.text().endswith("all.jsonl") for label in labels))
        driver.check("what would be written is counted", counted)
        driver.picture("export")
        field = next(f for f in export.findChildren(QLineEdit) if f.accessibleName() == "Folder")
        field.setFocus()
        driver.press("Ctrl+A")
        driver.type(str(folder))
        driver.press("Ctrl+Enter")
        driver.check("the dataset is written", driver.wait_until((folder / "manifest.json").is_file))
        driver.wait_until(lambda: not driver.window.jobs.running)
        said = any(label.text().startswith("Written: ") for label in labels)
        driver.check("Export says how much it was", said)
        driver.picture("written")
        written = [json.loads(line) for line in (folder / "all.jsonl").read_text(encoding="utf-8").splitlines()]
        settled = [line for line in written if line["text"] in self._expected]
        driver.check("the dataset holds the judged sentences", len(written) == len(settled) > 0)
        right = all(tuple(line["labels"]) == self._expected[line["text"]].labels for line in settled)
        driver.check("the labels in the dataset are those given", right)

    # What the project says

    def _current(self) -> SentenceId:
        current = self._driver.window.annotate.current
        if current is None:
            raise RuntimeError("no sentence is current")
        return current

    def _text(self, sentence: SentenceId) -> str:
        article = articles.fetch(self._driver.window.session.project.connection, sentence.article)
        return article.text[sentence.start : sentence.end]

    def _verdict(self, sentence: SentenceId) -> Verdict | None:
        judgment = self._judgment(sentence)
        return judgment.verdict if judgment else None

    def _judgment(self, sentence: SentenceId) -> Judgment | None:
        session = self._driver.window.session
        return judgments.current(session.project.connection, sentence, session.annotator.id)

    def _article_name(self) -> str:
        annotate, session = self._driver.window.annotate, self._driver.window.session
        return articles.fetch(session.project.connection, annotate.article_id).name if annotate.article_id else ""

    def _counts(self) -> tuple[int, int]:
        return articles.count(self._driver.window.session.project.connection)

    def _judged(self) -> int:
        session = self._driver.window.session
        return progress.totals(session.project.connection, session.annotator.id).judged

    def _digest(self) -> str:
        return digest(self._driver.window.session.project)
