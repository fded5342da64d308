from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.importing import files, plain_text
from labeling.importing.readers import READERS, SUFFIXES, find_files, read_file, read_text
from tests.importing.reading import only_draft, refusal, write

SLOW = ("lxml", "trafilatura", "docx", "pypdfium2", "markdown_it", "yaml", "charset_normalizer", "csv", "defusedxml")


def test_the_table_of_readers_imports_no_library() -> None:
    code = f"import sys, labeling.importing.readers; print([m for m in {SLOW} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_every_format_of_the_contract_has_a_reader() -> None:
    assert (
        set(READERS) == SUFFIXES == {".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".jsonl", ".json", ".csv", ".tsv"}
    )


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    assert "empty" in refusal(write(tmp_path, f"a{suffix}", b""))


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_white_space_is_refused(tmp_path: Path, suffix: str) -> None:
    refusal(write(tmp_path, f"a{suffix}", b" \n\t\r\n "))


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_picture_with_the_suffix_of_a_text_is_refused(tmp_path: Path, suffix: str) -> None:
    refusal(write(tmp_path, f"a{suffix}", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1" + bytes(range(256)) * 4))


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_missing_file_is_refused(tmp_path: Path, suffix: str) -> None:
    assert "not there" in refusal(tmp_path / f"gone{suffix}")


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_folder_with_the_suffix_of_a_file_is_refused(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / f"a{suffix}"
    folder.mkdir()
    assert "folder" in refusal(folder)


def test_an_unknown_suffix_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    assert ".docx" in refusal(write(tmp_path, "a.odt", "text"))
    refusal(write(tmp_path, "README", "text"))


def test_a_suffix_in_capitals_is_known(tmp_path: Path) -> None:
    assert only_draft(write(tmp_path, "A.TXT", "It said so.")).article.title == "A"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "pipe" in refusal(tmp_path / "a.txt")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, "a.txt", "text")
    monkeypatch.setattr(Path, "open", forbid)
    assert "permission" in refusal(path)


def test_a_failing_disk_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    path = write(tmp_path, "a.txt", "text")
    monkeypatch.setattr(Path, "open", fail)
    assert "Input/output error" in refusal(path)


def test_a_file_that_is_absurdly_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(plain_text.LIMIT + 1)
    assert "50 MB" in refusal(path)


def test_a_name_that_is_not_unicode_can_still_be_stored(tmp_path: Path) -> None:
    name = files.file_name(tmp_path / os.fsdecode(b"caf\xe9.txt"))
    assert name == "caf\ufffd.txt"
    assert files.file_name(Path("cafe\u0301.txt")) == "caf\u00e9.txt"


def test_pasted_text_is_an_article() -> None:
    draft = read_text("\ufeffBig news\r\n\r\nIt said so.\r\n", "Clipboard")
    assert (draft.article.text, draft.article.title) == ("Big news\n\nIt said so.", "Big news")
    assert read_text("It said so.", "Clipboard").article.title == "Clipboard"


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "a\0b", "half \ud83d"])
def test_pasted_text_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="Clipboard"):
        read_text(text, "Clipboard")


def test_files_in_folders_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "notes.odt", "deep/c.csv", "deep/.git/d.txt", "z/e.PDF"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["a.md", "b.txt", "deep/c.csv", "z/e.PDF"]


def test_files_that_are_named_are_taken_as_they_are(tmp_path: Path) -> None:
    named = [tmp_path / "z.odt", tmp_path / ".hidden.txt", tmp_path / "gone.txt"]
    named[0].touch()
    named[1].touch()
    assert list(find_files(named)) == named


def test_a_folder_that_links_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").touch()
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    assert list(find_files([tmp_path])) == [tmp_path / "in" / "a.txt"]


def test_a_folder_that_cannot_be_opened_is_left_to_be_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    write(tmp_path, "open.txt", "text")
    listed = Path.iterdir

    def iterdir(self: Path) -> object:
        if self == closed:
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert list(find_files([tmp_path])) == [closed, tmp_path / "open.txt"]
    with pytest.raises(Refused, match="“closed”"):
        list(read_file(closed))
