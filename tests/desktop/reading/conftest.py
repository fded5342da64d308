"""A reading view on an article that is longer than it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.reading.marks import Mark
from desktop.reading.reading_view import ReadingView
from desktop.theme.tokens import ThemeName, load_theme
from labeling.domain.articles import Article, Sentence, make_article
from tests.factories import article_of, small_codebook

Content = tuple[Article, tuple[Sentence, ...]]


@pytest.fixture
def content() -> Content:
    """120 sentences. The first has a fish in it; the third has a line of its own; then come paragraphs of three."""
    paragraphs = [["A \N{FISH} swam by.", "The ferry may sail on Monday, an aide said."], ["The port denied it."]]
    for number in range(1, 40):
        aide = f"In paragraph {number} an aide said that the ferry would not sail before the morning of the next day."
        paragraphs.append([aide, f"The port of number {number} denied it.", "Nobody else would say anything at all."])
    article, sentences = article_of(*paragraphs)
    titled = make_article(article.text, article.name, "The ferry", {"source": "The Lantern"})
    return titled, sentences


@pytest.fixture
def view(qtbot: QtBot, content: Content) -> ReadingView:
    """The article on show, 828 × 600, with the keyboard, no sentence being current."""
    view = ReadingView(load_theme(ThemeName.LIGHT))
    qtbot.addWidget(view)
    view.resize(828, 600)
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    article, sentences = content
    view.show_article(article, sentences, [Mark(None)] * len(sentences), small_codebook(), True)
    return view
