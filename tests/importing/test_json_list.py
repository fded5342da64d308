from __future__ import annotations

import codecs
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.importing.interchange import json_list
from labeling.importing.interchange.json_list import opened_list
from tests.importing.reading import drafts_and_problems, refusal, write
from tests.importing.tool_files import TEXT, drafts_of, write_list

DAMAGED = [
    b'[{"text": "a"}',
    b'[{"text": "a"}, {"te',
    b'[{"text": "a"} {"text": "b"}]',
    b'[{"text": "a"}] x',
    b'[{"text": "a"},]',
    b'[{"text": "caf\xe9"}]',
    b"[" * 100_000,
    b'[{"text": "a"}, ' + b"9" * 5000 + b"]",
]


def lines_of(path: Path) -> list[object]:
    with opened_list(path) as lines:
        return [json.loads(line) for line in lines]


@pytest.mark.parametrize("chunk", [1, 2, 7, 1 << 20])
def test_entries_are_read_however_the_file_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(json_list, "_CHUNK", chunk)
    entries = [{"text": 'é🐎\n\u2028[{]}\\"'}, {"text": "b", "n": -1.5e3, "list": [[], {}]}, 12345, None, [1], "x"]
    path = tmp_path / "a.json"
    for indent in (None, 2):
        path.write_text(f" \r\n{json.dumps(entries, ensure_ascii=False, indent=indent)}\n ", encoding="utf-8")
        assert lines_of(path) == entries
    path.write_bytes(codecs.BOM_UTF8 + json.dumps(entries).encode())
    assert lines_of(path) == entries


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.floats(-1, 1))), min_size=1))
def test_any_list_comes_back(tmp_path_factory: pytest.TempPathFactory, entries: list[dict[str, object]]) -> None:
    first: dict[str, object] = {"text": TEXT}
    path = tmp_path_factory.mktemp("list") / "a.json"
    path.write_text(json.dumps([first, *entries]), encoding="utf-8")
    assert lines_of(path) == [first, *entries]


@pytest.mark.parametrize(
    "content",
    DAMAGED,
)
def test_a_damaged_list_is_refused_whole(tmp_path: Path, content: bytes) -> None:
    assert "damaged or was cut short" in refusal(write(tmp_path, "a.json", content))


@pytest.mark.parametrize(
    "content", [b"{}", b'{"data": {"text": "a"}}', b"17", b'"text"', b"[1, 2]", b'[{"a": 1}]', b'["x"]', b"null"]
)
def test_a_file_of_something_else_is_refused_with_what_is_expected(tmp_path: Path, content: bytes) -> None:
    assert "Label Studio, doccano and Argilla" in refusal(write(tmp_path, "a.json", content))


def test_an_empty_list_and_utf_16_are_refused(tmp_path: Path) -> None:
    assert "empty list" in refusal(write(tmp_path, "a.json", b"[ ]"))
    assert "UTF-16" in refusal(write(tmp_path, "b.json", '[{"text": "a"}]'.encode("utf-16")))


def test_a_bad_entry_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = write_list(tmp_path, {"text": "One."}, 17, {"data": {"a": "x", "b": "y"}}, {"text": "Two."})
    drafts, problems = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == ["One.", "Two."]
    assert [problem.where for problem in problems] == ["entry 2", "entry 3"]
    assert problems[0].sentence.startswith("Entry 2 of “tasks.json” was left out: ")


def test_an_entry_without_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_list, "LINE_LIMIT", 3_000_000)
    assert "an entry of over 3 MB" in refusal(write(tmp_path, "a.json", b'[{"text": "' + b"x" * 20_000_000))


def test_a_long_list_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    entry = json.dumps({"id": 1, "data": {"text": TEXT, "more": "x" * 1000}, "annotations": []})
    path.write_text(f"[{', '.join([entry] * 30_000)}]", encoding="utf-8")
    tracemalloc.start()
    with opened_list(path) as lines:
        assert sum(1 for _ in lines) == 30_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000 < path.stat().st_size


def test_lines_of_the_interchange_may_stand_in_a_list(tmp_path: Path) -> None:
    (draft,) = drafts_of(write_list(tmp_path, {"article": "a", "text": "One."}, {"article": "a", "text": "Two."}))
    assert draft.article.text == "One. Two."
