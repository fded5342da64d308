from __future__ import annotations

import contextlib
import logging
import socket
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from tests.importing.reading import blocks_of, only_draft, refusal, write

PARAGRAPHS = (
    "The port authority said on Monday that it had never offered the harbour to a company.",
    "People familiar with the talks said that the sale may go ahead &amp; that the price could change.",
)
STORY = f"""<!DOCTYPE html><html lang="en"><head><title>Harbour deal denied | The Quay Gazette</title>
<meta property="og:title" content="Harbour deal denied"><meta property="og:site_name" content="The Quay Gazette">
<meta name="author" content="Ada Brook"><meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://quay.example/news/harbour"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Harbour deal denied</h1><img src="http://127.0.0.1:9/a.png">
<p>{PARAGRAPHS[0]}</p><h2>What happens now</h2><p>{PARAGRAPHS[1]}</p>
<ul><li>The first point of the plan stands here.</li><li>The second point of the plan.</li></ul>
<p>The ministry declined
to comment.<br>It <em>always</em> does.</p></article></main>
<aside><h3>Most read</h3><a href="/a">Something else entirely</a></aside><footer>All rights reserved.</footer>
<script src="http://127.0.0.1:9/a.js">var text = "a script";</script></body></html>"""


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def article(*paragraphs: str) -> str:
    return "<article>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + "</article>"


def test_the_article_of_a_page_is_found(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.html", STORY))
    assert blocks_of(draft) == [
        ("heading", "Harbour deal denied"),
        (None, PARAGRAPHS[0]),
        ("heading", "What happens now"),
        (None, PARAGRAPHS[1].replace("&amp;", "&")),
        (None, "The first point of the plan stands here."),
        (None, "The second point of the plan."),
        (None, "The ministry declined to comment. It always does."),
    ]
    assert draft.article.title == "Harbour deal denied"
    assert draft.article.metadata == {
        "source": "The Quay Gazette",
        "date": "2021-03-04",
        "byline": "Ada Brook",
        "url": "https://quay.example/news/harbour",
    }


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object, **__: object) -> None:
        pytest.fail("the reader of HTML opened a connection")

    monkeypatch.setattr(socket, "socket", forbid)
    monkeypatch.setattr(socket, "create_connection", forbid)
    monkeypatch.setattr(socket, "getaddrinfo", forbid)
    doctype = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd">'
    only_draft(write(tmp_path, "a.html", STORY.replace("<!DOCTYPE html>", doctype)))


def test_a_headline_outside_the_article_is_put_first(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="Harbour deal denied">'
    body = f"<header><h1>Harbour <b>deal</b> denied</h1></header><main>{article(*PARAGRAPHS * 2)}</main>"
    draft = only_draft(write(tmp_path, "a.html", page(body, head)))
    assert blocks_of(draft)[0] == ("heading", "Harbour deal denied")
    assert blocks_of(draft)[1] == (None, PARAGRAPHS[0])


def test_line_breaks_that_leave_a_blank_line_divide_paragraphs(tmp_path: Path) -> None:
    body = "<div>The port said so on Monday, and nobody else did.<br><br>The ministry did not.<br>It never does.</div>"
    draft = only_draft(write(tmp_path, "a.html", page(body)))
    assert [text for _, text in blocks_of(draft)] == [
        "The port said so on Monday, and nobody else did.",
        "The ministry did not. It never does.",
    ]


QUOTED = "“We didn’t,” said the café’s owner, who had closed it on Monday and stayed at home since."


@pytest.mark.parametrize(
    ("codec", "head", "guessed"),
    [
        ("utf-8", "", False),
        ("utf-8-sig", '<meta charset="iso-8859-1">', False),
        ("utf-16", "", False),
        ("cp1252", '<meta charset="windows-1252">', False),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', False),
        ("cp1252", "", True),
        ("cp1252", '<meta charset="unicode_escape">', True),
        ("cp1252", '<meta charset="nonsense">', True),
    ],
)
def test_the_encoding_is_marked_or_stated_or_guessed(tmp_path: Path, codec: str, head: str, *, guessed: bool) -> None:
    draft = only_draft(write(tmp_path, "a.htm", page(article(QUOTED), head).encode(codec)))
    assert draft.article.text == QUOTED
    assert bool(draft.notes) == guessed


LINKS = "".join(f'<li><a href="/{number}">The link of number {number}.</a></li>' for number in range(30))


@pytest.mark.parametrize(
    "text",
    [
        page(f"<nav><ul>{LINKS}</ul></nav>"),
        page(f"<div>{LINKS}</div>"),
        page(
            '<div id="app"></div><noscript>Please switch on scripts.</noscript><script>render("He said so.")</script>'
        ),
        page(""),
        "<!-- nothing -->",
        "no page at all",
        "<",
    ],
    ids=["menu", "links", "script", "empty", "comment", "words", "bracket"],
)
def test_a_page_without_an_article_is_refused(tmp_path: Path, text: str) -> None:
    refusal(write(tmp_path, "a.html", text))


def test_refusing_logs_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        refusal(write(tmp_path, "a.html", page("<script>x</script>")))
    assert not [record for record in caplog.records if record.name.startswith(("trafilatura", "htmldate"))]


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "table><tr><td", "ul><li", "font", "q"])
def test_elements_nested_without_end_are_refused(tmp_path: Path, tag: str) -> None:
    assert "nested" in refusal(write(tmp_path, "a.html", page(f"<{tag}>" * 100_000 + PARAGRAPHS[0])))


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "ul><li", "b"])
def test_elements_nested_just_below_the_limit_do_not_crash(tmp_path: Path, tag: str) -> None:
    depth = 240 // (tag.count("<") + 1)
    text = page(f"<article>{f'<{tag}>' * depth}{article(*PARAGRAPHS)}</article>{article(*PARAGRAPHS)}")
    path = write(tmp_path, "a.html", text)
    with contextlib.suppress(Refused):
        assert blocks_of(only_draft(path))


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE html [<!ENTITY e0 "lol">{entities}]><html><body><p>&e11; {PARAGRAPHS[0]}</p></body></html>'
    assert "entities" in refusal(write(tmp_path, "a.html", text))


def test_a_page_of_far_too_many_elements_is_refused(tmp_path: Path) -> None:
    assert "elements" in refusal(write(tmp_path, "a.html", page(article("x<br>" * 26_000))))


def test_a_page_that_declares_xml_is_read(tmp_path: Path) -> None:
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">{page(article(QUOTED))}'
    assert only_draft(write(tmp_path, "a.html", text)).article.text == QUOTED


def test_a_page_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    text = page(article(*PARAGRAPHS))
    assert "cut short" in refusal(write(tmp_path, "a.html", text[: text.index("</p></article>")]))


def test_a_part_of_a_page_is_read(tmp_path: Path) -> None:
    assert only_draft(write(tmp_path, "a.html", f"<p>{QUOTED}</p>")).article.text == QUOTED
