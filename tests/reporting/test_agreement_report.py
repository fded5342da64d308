"""The report on agreement: what is in it, that it is safe to open, and that it is the same each time."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.operations import judging
from labeling.operations.agreement_report import PAGE, write_report
from labeling.operations.naming import numbers
from labeling.store.connection import Project
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id

EVIL = article_of(
    ["<script>alert(1)</script> may sail & “sink”.", "=SUM(1) he said.", "It sailed.", "It sank."],
    name="evil.txt",
    title='<img src="x"> & Co',
)
MALLORY = Annotator("01890a5d-ac96-774b-bcce-b302099a805c", "<b>Mallory</b>")
TABLES = {
    "labels", "pairs", "rates", "against_rest", "against_gold", "without", "confusions", "batches", "articles",
    "disagreements", "suggestions", "suggestion_counts",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would see: elements, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = project_with(tmp_path, EVIL, name="news")
    for place in range(4):
        for person in (INES, MALLORY):
            labels = ["hedge"] if place < 2 and person is INES else ["denial"]
            for label in labels:
                judging.toggle_label(project, person, sentence_id(EVIL, place), label)
    return project


def table(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / f"{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_folder_has_one_page_and_all_tables(project: Project, tmp_path: Path) -> None:
    with project:
        assert write_report(project, tmp_path / "out")
    assert {file.name for file in (tmp_path / "out").iterdir()} == {PAGE, *(f"{name}.csv" for name in TABLES)}


def test_what_people_wrote_is_text_and_nothing_else(project: Project, tmp_path: Path) -> None:
    with project:
        write_report(project, tmp_path / "out")
    page = Page((tmp_path / "out" / PAGE).read_text(encoding="utf-8"))
    assert not page.open
    assert not {"script", "img", "link", "iframe"} & set(page.elements)
    assert not [value for name, value in page.attributes if name.startswith("on") or name in {"src", "href"}]
    assert "<script>alert(1)</script> may sail & “sink”." in page.text
    assert '<img src="x"> & Co' in page.text
    assert "<b>Mallory</b>" in page.text


def test_a_page_says_what_it_was_made_from(project: Project, tmp_path: Path) -> None:
    with project:
        write_report(project, tmp_path / "out", draws=30, seed=4)
    text = Page((tmp_path / "out" / PAGE).read_text(encoding="utf-8")).text
    for words in ("Agreement in news", "30 draws", "seed 4", "Codebook (SHA-256)", "Project (digest)", "Krippendorff"):
        assert words in text


def test_the_same_project_and_seed_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    with project:
        for name in ("one", "two"):
            write_report(project, tmp_path / name, draws=50, seed=3)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_numbers_hide_names(project: Project, tmp_path: Path) -> None:
    with project:
        write_report(project, tmp_path / "out", naming=numbers)
    for file in (tmp_path / "out").iterdir():
        content = file.read_text(encoding="utf-8")
        assert "Ines" not in content
        assert "Mallory" not in content
    assert {row["annotator"] for row in table(tmp_path / "out", "rates")} == {"Annotator 1", "Annotator 2"}


def test_tables_hold_figures_as_programs_read_them_and_no_formulas(project: Project, tmp_path: Path) -> None:
    with project:
        write_report(project, tmp_path / "out")
    (pair,) = [row for row in table(tmp_path / "out", "pairs") if row["label"] == "hedge"]
    assert [pair[name] for name in ("both", "only_a", "only_b", "neither")] == ["0", "0", "2", "2"]
    assert float(pair["cohen_kappa"]) == 0.0
    undefined = [row for row in table(tmp_path / "out", "labels") if row["label"] == "on_record"]
    assert {row["value"] for row in undefined if row["measure"] == "krippendorff_alpha"} == {""}
    quotes = table(tmp_path / "out", "disagreements")
    assert {row["text"] for row in quotes} == {"<script>alert(1)</script> may sail & “sink”.", "'=SUM(1) he said."}
    assert {(row["annotator"], row["labels"]) for row in quotes} == {("Ines", "hedge"), ("<b>Mallory</b>", "denial")}


def test_an_empty_project_and_one_annotator_are_told_in_words(tmp_path: Path) -> None:
    with project_with(tmp_path) as empty:
        write_report(empty, tmp_path / "out")
    text = Page((tmp_path / "out" / PAGE).read_text(encoding="utf-8")).text
    assert "judged by nobody" in text
    assert "there is nothing to compare" in text
    assert table(tmp_path / "out", "disagreements") == []


def test_what_exists_is_not_written_over_and_a_cancel_leaves_nothing(project: Project, tmp_path: Path) -> None:
    with project:
        assert not write_report(project, tmp_path / "out", cancelled=lambda: True)
        assert not (tmp_path / "out").exists()
        (tmp_path / "out").mkdir()
        with pytest.raises(Refused, match="exists already"):
            write_report(project, tmp_path / "out")


def test_the_command_writes_it(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project.close()
    out = tmp_path / "out"
    assert run(app, ["agreement", str(project.path), "--report", str(out), "--bootstrap", "20", "--pseudonyms"]) == 0
    assert capsys.readouterr().out.strip() == str(out / PAGE)
    assert "Annotator 1" in (out / PAGE).read_text(encoding="utf-8")
    assert TOMAS.name not in (out / PAGE).read_text(encoding="utf-8")
