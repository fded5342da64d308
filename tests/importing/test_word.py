from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from labeling.importing import word
from tests.importing.reading import blocks_of, only_draft, refusal, write

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def story() -> Document:
    document = docx.Document()
    document.add_heading("Harbour deal denied", 0)
    paragraph = document.add_paragraph("The port ")
    paragraph.add_run("never").bold = True
    paragraph.add_run(" offered it,\tofficials\nsaid.")
    return document


def rewritten(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the archive with one part changed, or added when it was not there."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = [*old.namelist(), *({part} - set(old.namelist()))]
        for name in names:
            data = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(data) if name == part else data)
    return stream.getvalue()


def test_headings_captions_and_tables_are_read_in_order(tmp_path: Path) -> None:
    document = story()
    document.add_heading("What next", 2)
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Tons by year"
    table.cell(1, 0).text, table.cell(1, 1).text = "2019", "40"
    document.add_paragraph("The quay at dawn", style="Caption")
    document.add_paragraph("First point", style="List Bullet")
    document.add_paragraph("  ")
    draft = only_draft(write(tmp_path, "a.docx", saved(document)))
    assert blocks_of(draft) == [
        ("heading", "Harbour deal denied"),
        (None, "The port never offered it, officials said."),
        ("heading", "What next"),
        (None, "Tons by year"),
        (None, "2019"),
        (None, "40"),
        ("furniture", "The quay at dawn"),
        (None, "First point"),
    ]
    assert draft.article.title == "Harbour deal denied"


def test_what_the_document_says_of_itself_is_metadata(tmp_path: Path) -> None:
    document = story()
    document.core_properties.title = "A stated title"
    document.core_properties.author = "Ada Brook"
    document.core_properties.created = datetime(2021, 3, 4, 10, tzinfo=UTC)
    article = only_draft(write(tmp_path, "a.docx", saved(document))).article
    assert article.title == "A stated title"
    assert article.metadata == {"byline": "Ada Brook", "date": "2021-03-04"}


def test_what_a_library_says_of_itself_is_not(tmp_path: Path) -> None:
    assert only_draft(write(tmp_path, "a.docx", saved(story()))).article.metadata == {}


def test_a_style_derived_from_a_heading_is_one(tmp_path: Path) -> None:
    document = story()
    own = document.styles.add_style("Quay Kicker", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 3"]
    document.add_paragraph("Money", style="Quay Kicker")
    assert blocks_of(only_draft(write(tmp_path, "a.docx", saved(document))))[-1] == ("heading", "Money")


def test_changes_are_read_as_accepted_and_text_boxes_once(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>The port </w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>now</w:t></w:r>'
        '</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:t> said no'
        "<!-- --></w:t><w:noBreakHyphen/><w:t>one</w:t></w:r><w:hyperlink><w:r><w:t>.</w:t></w:r></w:hyperlink>"
        f'</w:p><w:p><w:r><mc:AlternateContent xmlns:mc="{COMPATIBILITY}">'
        '<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Choice>'
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    content = rewritten(saved(story()), "word/document.xml", lambda _: xml)
    assert blocks_of(only_draft(write(tmp_path, "a.docx", content))) == [
        (None, "The port now said no-one."),
        (None, "Boxed."),
    ]


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    assert "no text" in refusal(write(tmp_path, "a.docx", saved(docx.Document())))


def test_an_encrypted_document_is_refused(tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    assert "encrypted" in refusal(write(tmp_path, "a.docx", content))


def test_an_old_document_is_refused(tmp_path: Path) -> None:
    assert "old format" in refusal(write(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_document_that_was_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    content = saved(story())
    assert "cut short" in refusal(write(tmp_path, "a.docx", content[: int(len(content) * share)]))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_damaged_part_is_refused(tmp_path: Path, part: str) -> None:
    content = rewritten(saved(story()), part, lambda data: data[: len(data) // 2])
    assert "damaged" in refusal(write(tmp_path, "a.docx", content))


def test_a_byte_that_changed_in_a_part_is_refused(tmp_path: Path) -> None:
    content = bytearray(saved(story()))
    content[content.index(b"word/document.xml") + 200] ^= 0xFF
    assert "damaged" in refusal(write(tmp_path, "a.docx", bytes(content)))


@pytest.mark.parametrize("parts", [{"a.txt": b"x"}, {"word/document.xml": b"<a/>"}, {}])
def test_an_archive_that_is_no_document_is_refused(tmp_path: Path, parts: dict[str, bytes]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert "damaged" in refusal(write(tmp_path, "a.docx", stream.getvalue()))


def test_a_bomb_that_says_its_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "UNPACKED_LIMIT", 2_000_000)
    content = rewritten(saved(story()), "word/media/image.png", lambda _: b"\0" * 3_000_000)
    assert len(content) < 100_000
    assert "absurd" in refusal(write(tmp_path, "a.docx", content))


def test_a_bomb_in_the_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "XML_LIMIT", 1_000_000)
    content = rewritten(saved(story()), "word/document.xml", lambda data: data + b" " * 2_000_000)
    assert "absurd" in refusal(write(tmp_path, "a.docx", content))


def test_a_bomb_that_hides_its_size_is_refused(tmp_path: Path) -> None:
    """The archive says that the text has 100 bytes; unpacked it has five million."""
    size = 5_000_000
    content = bytearray(rewritten(saved(story()), "word/media/image.bin", lambda _: b"\0" * size))
    real, said = struct.pack("<I", size), struct.pack("<I", 100)
    assert content.count(real) == 2
    refusal(write(tmp_path, "a.docx", bytes(content.replace(real, said))))


def test_the_parser_never_sees_more_than_an_archive_says(tmp_path: Path) -> None:
    """A part with a false size and a checksum that fits it is cut off, and so the document is damaged."""
    document = b"<w:document/>" + b" " * 3_000_000
    content = bytearray(rewritten(saved(story()), "word/document.xml", lambda _: document))
    real, said = struct.pack("<I", len(document)), struct.pack("<I", 5)
    checksum, false = struct.pack("<I", zlib.crc32(document)), struct.pack("<I", zlib.crc32(document[:5]))
    refusal(write(tmp_path, "a.docx", bytes(content.replace(real, said).replace(checksum, false))))


def test_an_archive_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(saved(story()))
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(word.PART_LIMIT):
            archive.writestr(f"word/media/{number}.png", b"")
    assert "absurd" in refusal(write(tmp_path, "a.docx", stream.getvalue()))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused(tmp_path: Path, part: str, codec: str) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = (
        f'<?xml version="1.0" encoding="{codec}"?><!DOCTYPE w:document [<!ENTITY e0 "lol">{entities}]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>'
    )
    content = rewritten(saved(story()), part, lambda _: xml.encode(codec))
    assert "absurd" in refusal(write(tmp_path, "a.docx", content))


def test_an_entity_that_names_a_file_is_refused(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.txt", "the secret")
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="{W}"><w:body><w:p><w:r>'
        "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    refusal(write(tmp_path, "a.docx", rewritten(saved(story()), "word/document.xml", lambda _: xml.encode())))
