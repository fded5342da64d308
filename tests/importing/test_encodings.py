from __future__ import annotations

import codecs
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.importing.encodings import check_storable, decode, find_encoding
from tests.importing.reading import only_draft, write

QUOTED = "“We didn’t,” said the café’s owner.\nNobody else spoke."
GUESS = "Read as {}, a guess: check the quotation marks."


@pytest.mark.parametrize(
    "content",
    [
        QUOTED.encode(),
        codecs.BOM_UTF8 + QUOTED.encode(),
        QUOTED.encode("utf-16"),
        codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"),
        QUOTED.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le with mark", "utf-16-be with mark", "utf-32 with mark"],
)
def test_what_a_file_states_is_no_guess(content: bytes) -> None:
    assert decode(content, "a.txt") == (QUOTED, None)


@pytest.mark.parametrize(
    ("codec", "text", "name"),
    [
        ("cp1252", QUOTED, "Windows-1252"),
        ("latin-1", "The café’s owner didn’t speak of the façade.".replace("’", "'"), "Latin-1"),
        ("utf-16-le", QUOTED, "UTF-16"),
        ("utf-16-be", QUOTED, "UTF-16"),
    ],
)
def test_a_guess_is_right_and_said(codec: str, text: str, name: str) -> None:
    assert decode(text.encode(codec), "a.txt") == (text, GUESS.format(name))


def test_letters_of_another_script_are_found_by_statistics() -> None:
    text = "Порт сообщил в понедельник, что паром никогда не отменяли. Никто не пострадал, сказал чиновник. " * 3
    decoded = decode(text.encode("cp1251"), "a.txt")
    assert decoded.text == text
    assert decoded.note is not None


def test_the_same_bytes_give_the_same_text() -> None:
    content = "Żółć i ćma, naïve – “so”".encode("cp1252", "replace")
    assert len({decode(content, "a.txt") for _ in range(3)}) == 1


def test_one_bad_byte_does_not_spoil_a_text_in_utf_8() -> None:
    text, note = decode(QUOTED.encode() + b" \x92 " + QUOTED.encode(), "a.txt")
    assert text == f"{QUOTED} \ufffd {QUOTED}"
    assert note is not None
    assert "damaged" in note


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"Some text and then\0a zero.",
        bytes(range(1, 32)) * 4,
        b"\0" * 100,
        b"\xff\xfe" + b"a\0\0\0b\0",
    ],
    ids=["picture", "zero", "controls", "zeros", "zero in utf-16"],
)
def test_binary_data_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match=r"“a\.txt”.*\.$"):
        decode(content, "a.txt")


@pytest.mark.parametrize("content", [QUOTED.encode()[: len("“We didn".encode()) + 1], QUOTED.encode("utf-16")[:-1]])
def test_a_text_cut_off_in_a_character_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="cut short"):
        decode(content, "a.txt")


def test_a_large_file_is_read_in_pieces_and_left_at_its_start() -> None:
    file = io.BytesIO(b"x" * (1 << 20) + "é".encode() * 1000)
    assert find_encoding(file, "a.csv").codec == "utf-8"
    assert file.tell() == 0
    late = io.BytesIO(b"word " * (1 << 18) + "“late”".encode("cp1252"))
    assert find_encoding(late, "a.csv").codec == "cp1252"


def test_a_character_that_lies_on_two_pieces_is_whole() -> None:
    file = io.BytesIO(b"x" * ((1 << 20) - 1) + "é".encode())
    assert find_encoding(file, "a.csv").note is None


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_no_project_could_hold_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="Its text"):
        check_storable(text, "Its text")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, None)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text = decode(content, "a.txt").text
    except Refused:
        return
    text.encode()
    assert "\0" not in text


def test_the_note_comes_with_the_article(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "old.txt", QUOTED.encode("cp1252")))
    assert draft.article.text == QUOTED
    assert draft.notes == (GUESS.format("Windows-1252"),)
