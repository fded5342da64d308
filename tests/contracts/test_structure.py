"""The rules of the structure that no other tool checks; the layers are import-linter's, in pyproject.toml."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("labeling", "desktop")
MOST_LINES = 300
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TEMP\s+)?"
    r"(TABLE|VIEW|INDEX|TRIGGER|VIRTUAL)|PRAGMA\s+\w+|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|ATTACH\s+DATABASE)\b",
    re.IGNORECASE | re.DOTALL,
)


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string constant that is not a docstring; the pieces of an f-string count as one."""
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            pieces = [piece.value if isinstance(piece, ast.Constant) else "x" for piece in node.values]
            yield node.lineno, "".join(map(str, pieces))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.lineno, node.value


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_sql_is_written_in_the_store_only() -> None:
    found = [
        f"{name(path)}:{line}: {text.strip()[:60]}"
        for path in sources(*PACKAGES)
        if "labeling/store/" not in name(path)
        for line, text in strings(parse(path))
        if SQL.search(text)
    ]
    assert not found, "\n".join(found)


def test_only_the_store_opens_and_asks_a_database() -> None:
    asking = {"execute", "executemany", "executescript"}
    found = [
        f"{name(path)}:{node.lineno}: {ast.unparse(node.func)}"
        for path in sources(*PACKAGES)
        if "labeling/store/" not in name(path)
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in asking or ast.unparse(node.func) == "sqlite3.connect"
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text", ["select id from articles", "DELETE FROM judgments", "PRAGMA journal_mode", "BEGIN IMMEDIATE"]
)
def test_the_search_for_sql_finds_sql(text: str) -> None:
    tree = ast.parse(f"run(f'  {text} {{x}}')")
    assert any(SQL.search(found) for _, found in strings(tree))


def test_the_store_does_hold_sql() -> None:
    assert any(SQL.search(text) for path in sources("labeling/store") for _, text in strings(parse(path)))


def test_the_core_does_not_know_the_window() -> None:
    found = [
        f"{name(path)} imports {module}"
        for path in sources("labeling")
        for module in imported(parse(path))
        if module.split(".")[0] in {"PySide6", "shiboken6", "desktop"}
    ]
    assert not found, "\n".join(found)


def test_the_domain_uses_the_standard_library_only() -> None:
    found = [
        f"{name(path)} imports {module}"
        for path in sources("labeling/domain")
        for module in imported(parse(path))
        if module.split(".")[0] not in sys.stdlib_module_names and not module.startswith("labeling.domain")
    ]
    assert not found, "\n".join(found)


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(*PACKAGES, "tests")}
    assert not {path: length for path, length in lengths.items() if length > MOST_LINES}


def test_every_module_says_what_it_is() -> None:
    assert not [name(path) for path in sources(*PACKAGES) if not ast.get_docstring(parse(path))]


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
    texts = [*sources(*PACKAGES, "tests"), *ROOT.glob("*.md"), *(ROOT / "resources").rglob("*.[mt][do]*")]
    assert not [name(path) for path in texts if marks.search(path.read_text(encoding="utf-8"))]


def test_test_files_have_unique_names() -> None:
    names = [path.name for path in sources("tests") if path.name.startswith("test_")]
    assert len(names) == len(set(names)), sorted({each for each in names if names.count(each) > 1})
