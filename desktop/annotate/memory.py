"""Where one was in a project, as plain values that the settings keep until it is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop.annotate.articles.article_list import ArticleList
from desktop.annotate.place import Place
from desktop.annotate.text_column import AnnotateText
from desktop.panels import Panels
from labeling.store.articles import ArticleFilter, Progress


def remembered(place: Place, text: AnnotateText, articles: ArticleList, panels: Panels) -> dict[str, Any]:
    """Return where one is: article and sentence, how far it is scrolled, filter, widths of the panels by screen."""
    state: dict[str, Any] = {"filter": asdict(articles.filter), "widths": panels.widths}
    if place.article is not None and place.current is not None:
        state |= {"article": place.article.id, "position": place.current.start, "scroll": text.view.scroll_state()}
    return state


def go_back(state: Mapping[str, Any], place: Place, text: AnnotateText, articles: ArticleList, panels: Panels) -> None:
    """Open what was open, else the first sentence of all. Values that make no sense are passed over."""
    panels.set_widths(_widths(state.get("widths")))
    articles.prepare(_filter(state.get("filter")))
    article_id, position, scroll = (state.get(name) for name in ("article", "position", "scroll"))
    if isinstance(article_id, str) and isinstance(position, int) and place.try_open(article_id, position):
        if isinstance(scroll, int | float):
            text.view.restore_scroll(scroll)
    else:
        place.open_first()


def _filter(value: object) -> ArticleFilter:
    if not isinstance(value, Mapping):
        return ArticleFilter()
    try:
        progress = Progress(str(value.get("progress", "")))
    except ValueError:
        progress = Progress.ALL
    return ArticleFilter(progress, str(value.get("label", "")), str(value.get("query", "")))


def _widths(value: object) -> dict[str, dict[str, int]]:
    if not isinstance(value, Mapping):
        return {}
    return {
        str(screen): {str(name): int(width) for name, width in widths.items() if isinstance(width, int)}
        for screen, widths in value.items()
        if isinstance(widths, Mapping)
    }
