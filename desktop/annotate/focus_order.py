"""Which control has the focus next: F6 from panel to panel, Tab from control to control."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QWidget

from desktop.annotate.articles.article_list import ArticleList
from desktop.annotate.inspector.inspector import Inspector
from desktop.annotate.text_column import AnnotateText


def order_tabs(articles: ArticleList, text: AnnotateText, inspector: Inspector) -> None:
    """Let Tab lead through the text, the inspector and the list."""
    for before, after in pairwise([text.view, *inspector.stops, *articles.stops]):
        QWidget.setTabOrder(before, after)


def next_panel(articles: ArticleList, text: AnnotateText, inspector: Inspector) -> QWidget | None:
    """Return what gets the focus after the panel that has it; None when that lies outside of the workspace."""
    focused = QApplication.focusWidget()
    if focused is not None and text.isAncestorOf(focused):
        return inspector.stops[0] if inspector.stops else articles.view
    if focused is not None and inspector.isAncestorOf(focused):
        return articles.view
    if focused is not None and articles.isAncestorOf(focused):
        return None
    return text.view
