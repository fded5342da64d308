from __future__ import annotations

import threading
from pathlib import Path

import pytest

from labeling.importing import pdf as reader
from labeling.importing.drafts import Draft
from tests.importing.pdf_files import Words, pdf
from tests.importing.reading import blocks_of, only_draft, refusal, write

FIRST = [
    Words(72, 815, "The Quay Gazette, page 1 of 2", 9),
    Words(72, 760, "Harbour deal denied", 18),
    Words(72, 730, "The port authority said on Monday that it had never of-"),
    Words(72, 716, "fered the harbour to a private company, officials said"),
    Words(72, 702, "after a meeting."),
    Words(72, 674, "“It was false,” a spokeswoman said of the report, and the"),
    Words(72, 660, "story went on at the foot of a page that was not yet the"),
    Words(300, 30, "1", 9),
]
SECOND = [
    Words(72, 815, "The Quay Gazette, page 2 of 2", 9),
    Words(72, 760, "last one of the paper."),
    Words(300, 30, "2", 9),
]


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.pdf", pdf([FIRST, SECOND])))
    heading, first, second = (text for _, text in blocks_of(draft))
    assert heading == draft.article.title == "Harbour deal denied"
    assert "Monday that it had never offered the harbour" in first
    assert first.endswith("company, officials said after a meeting.")
    assert second.startswith("“It was false,” a spokeswoman")
    assert second.endswith("the story went on at the foot of a page that was not yet the last one of the paper.")
    assert {kind for kind, _ in blocks_of(draft)} == {None}


def test_what_the_document_says_of_itself_is_metadata(tmp_path: Path) -> None:
    properties = {"Title": "A stated title", "Author": "Ada Brook", "CreationDate": "D:20210304103000Z"}
    article = only_draft(write(tmp_path, "a.pdf", pdf([FIRST], properties))).article
    assert article.title == "A stated title"
    assert article.metadata == {"byline": "Ada Brook", "date": "2021-03-04"}


def test_pages_without_text_are_said(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.pdf", pdf([[], FIRST, []])))
    assert draft.notes == ("No text on page 1, 3: empty, or a picture.",)


def test_a_scan_is_refused(tmp_path: Path) -> None:
    assert "text layer" in refusal(write(tmp_path, "a.pdf", pdf([[], []])))


def test_an_encrypted_document_is_refused(tmp_path: Path) -> None:
    assert "encrypted" in refusal(write(tmp_path, "a.pdf", pdf([FIRST], encrypted=True)))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.995])
def test_a_document_that_was_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    content = pdf([FIRST, SECOND])
    assert "cut short" in refusal(write(tmp_path, "a.pdf", content[: int(len(content) * share)]))


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n%%EOF\n", b"no document at all %%EOF", b"%PDF-1.4\n" + b"\0" * 99 + b"%%EOF"]
)
def test_what_is_no_document_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "damaged" in refusal(write(tmp_path, "a.pdf", content))


def test_a_document_of_absurdly_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PAGE_LIMIT", 1)
    assert "pages" in refusal(write(tmp_path, "a.pdf", pdf([FIRST, SECOND])))


def test_a_page_with_absurdly_many_characters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "CHARACTER_LIMIT", 50)
    assert "characters" in refusal(write(tmp_path, "a.pdf", pdf([FIRST])))


def test_threads_take_turns(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{number}.pdf", pdf([FIRST, SECOND] * 5)) for number in range(4)]
    drafts: list[Draft] = []
    threads = [threading.Thread(target=lambda path=path: drafts.append(only_draft(path))) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({draft.article.text for draft in drafts}) == 1
    assert len(drafts) == len(paths)
