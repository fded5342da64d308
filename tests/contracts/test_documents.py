"""What the documents say is so: links, keys, commands, formats and examples."""

from __future__ import annotations

import re
import runpy
import sqlite3
import tomllib
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from labeling.domain.codebooks import COLOURS, SET_KEYS, TOGGLE_KEYS, UNDERLINES, read_codebook
from labeling.domain.judgments import Annotator
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.export.parting.shares import parse_shares
from labeling.importing.readers import READERS
from labeling.operations.exporting import export
from labeling.operations.identity import settings_folder
from labeling.operations.importing import import_files
from labeling.operations.projects import create_project, standard_codebook
from labeling.operations.samples import make_sample
from labeling.resources import RESOURCES
from labeling.store.backup import folder_of
from tests.contracts.markdown import blocks, code, rows

ROOT = Path(__file__).parents[2]
HELP = RESOURCES / "help"
PAGES = sorted(HELP.glob("*.md"))
DOCUMENTS = [*PAGES, *ROOT.glob("*.md"), ROOT / "seeds" / "README.md"]
LINK = re.compile(r"\]\(([^)\s]+)\)|src(?:set)?=\"([^\"]+)\"")


def text_of(page: str) -> str:
    return (HELP / f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    targets = [first or second for first, second in LINK.findall(document.read_text(encoding="utf-8"))]
    local = [target for target in targets if not target.startswith("https://")]
    assert not [target for target in local if not (document.parent / target).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_help_page_has_one_title_at_its_top(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    fenced = False
    titles = []
    for number, line in enumerate(lines):
        fenced ^= line.startswith("```")
        if line.startswith("# ") and not fenced:
            titles.append(number)
    assert titles == [0]


def test_the_index_lists_every_help_page_once() -> None:
    listed = re.findall(r"\]\((\w[\w-]*)\.md\)", text_of("index"))
    assert sorted([*listed, "index"]) == [page.stem for page in PAGES]


def test_help_pages_link_to_help_pages_only() -> None:
    for page in PAGES:
        for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
            assert (HELP / target).parent == HELP, f"{page.name}: {target}"


def test_the_codebook_page_describes_the_form_of_a_codebook() -> None:
    page = text_of("codebook")
    fields = {code(row[0])[0]: code(row[1]) for row in rows(page) if code(row[0])}
    assert tuple(fields["colour"]) == COLOURS
    assert tuple(fields["underline"]) == UNDERLINES
    assert f"`{TOGGLE_KEYS[0]}` to `{TOGGLE_KEYS[-1]}` toggle" in page
    assert " ".join(f"`{key}`" for key in SET_KEYS) in page


def test_the_codebook_page_names_the_standard_labels() -> None:
    named = [re.findall(r"\*\*(.+)\*\* \((.)\)", row[0]) for row in rows(text_of("codebook"))]
    assert [found[0] for found in named if found] == [
        (label.name, label.letter) for label in standard_codebook().labels
    ]


def test_the_codebook_of_the_help_can_be_used() -> None:
    (example,) = blocks(text_of("codebook"), "toml")
    codebook = read_codebook(tomllib.loads(example), "The example")
    assert [label.id for label in codebook.labels] == ["claim", "opinion"]
    assert {one.applies for label in codebook.labels for one in label.examples} == {True, False}


def test_the_import_page_lists_the_suffixes_that_are_read() -> None:
    listed = [suffix for row in rows(text_of("importing")) for suffix in code(row[0])]
    assert sorted(listed) == sorted(READERS)


def test_the_import_page_states_the_limits() -> None:
    limits = {suffix: getattr(import_module(module), "LIMIT", None) for suffix, module in READERS.items()}
    stated = {suffix: row[2] for row in rows(text_of("importing")) for suffix in code(row[0])}
    for suffix, limit in limits.items():
        assert stated[suffix].startswith(f"{limit // 1_000_000} MB" if limit else "no limit")


def test_the_json_lines_of_the_import_page_can_be_imported(tmp_path: Path) -> None:
    lines = next(block for block in blocks(text_of("importing")) if block.startswith("{"))
    (tmp_path / "lines.jsonl").write_text(lines, encoding="utf-8")
    with create_project(tmp_path / "news.hedgerow") as project:
        report = import_files(project, Annotator("1", "Ines"), [tmp_path / "lines.jsonl"])
    assert [article.sentences for article in report.added] == [2]
    assert (report.judgments, report.refused, report.notes) == (2, [], [])


def test_the_views_of_the_project_page_can_be_read(tmp_path: Path) -> None:
    page = text_of("project-file")
    views = [name for row in rows(page) for name in code(row[0])]
    queries = [f"select * from {view}" for view in views] + re.findall(r'"(select [^"]+)"', page)
    make_sample(tmp_path / "news.hedgerow").close()
    with closing(sqlite3.connect(f"file:{tmp_path}/news.hedgerow?mode=ro", uri=True)) as other_tool:
        assert len(queries) == 5
        assert all(other_tool.execute(query).fetchone() for query in queries)


def test_the_export_pages_name_formats_and_policies() -> None:
    usual = Options()
    table = {code(row[0])[0]: row[1:] for row in rows(text_of("command-line")) if row[0].startswith("`--")}
    assert code(table["--format"][0]) == list(FORMATS)
    assert code(table["--gold"][0]) == [policy.value for policy in Policy]
    assert code(table["--gold"][1]) == [usual.gold.value]
    assert code(table["--split"][1]) == [str(usual.split)]
    assert table["--seed"][1] == str(usual.seed)
    explained = {name for row in rows(text_of("exporting")) for name in code(row[0])}
    assert explained >= {policy.value for policy in Policy}


@pytest.mark.parametrize("place", range(2))
def test_the_python_of_the_export_page_runs(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "load.py"
    script.write_text(blocks(text_of("exporting"), "python")[place], encoding="utf-8")
    with make_sample(tmp_path / "news.hedgerow") as project:
        export(project, tmp_path / "dataset", Options("jsonl", split=parse_shares("80/10/10")))
        export(project, tmp_path / "table", Options("csv", split=parse_shares("80/10/10")))
    monkeypatch.chdir(tmp_path)
    targets = runpy.run_path(str(script))["targets"]
    flat = [value for row in targets for value in (row if isinstance(row, list) else [row])]
    assert len(targets) > 500
    assert set(flat) == {0, 1}
    assert f"{len(targets)} sentences" in capsys.readouterr().out


def test_the_files_page_says_how_to_use_another_settings_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (variable,) = re.findall(r"environment variable `(\w+)`", text_of("files"))
    monkeypatch.setenv(variable, str(tmp_path))
    assert settings_folder() == tmp_path


def test_the_files_page_says_where_backup_copies_lie() -> None:
    assert f"`{folder_of(Path('NAME.hedgerow')).name}`" in text_of("files")


def test_contributing_names_every_package_and_paths_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    packages = [path.parent for folder in ("labeling", "desktop") for path in (ROOT / folder).glob("*/__init__.py")]
    assert not [package.name for package in packages if f"{package.name}/" not in text]
    paths = re.findall(r"`((?:labeling|desktop|tests|resources|seeds)/[\w./-]*)`", text)
    assert len(paths) > 10
    assert not [path for path in paths if not (ROOT / path).exists() and path != "labeling/importing/"]
