"""The Go menu: moving, judging nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions.action import Action, Menu, When
from desktop.words import marked
from desktop.workspaces import Workspace

if TYPE_CHECKING:
    from desktop.window import Window


def _show_list(window: Window) -> None:
    if window.pages.shown not in (Workspace.ANNOTATE, Workspace.REVIEW):
        window.show_workspace()
    window.pages.reader.show_list()


ACTIONS = (
    Action(
        "go.next_sentence",
        marked("actions", "Next sentence"),
        marked("actions", "Go to the next sentence, judging nothing"),
        Menu.GO,
        lambda window: window.pages.reader.next_sentence(),
        ("Down", "J"),
        When.SENTENCE,
        plain=True,
    ),
    Action(
        "go.previous_sentence",
        marked("actions", "Previous sentence"),
        marked("actions", "Go to the previous sentence, judging nothing"),
        Menu.GO,
        lambda window: window.pages.reader.previous_sentence(),
        ("Up", "K"),
        When.SENTENCE,
        plain=True,
    ),
    Action(
        "go.next_unjudged",
        marked("actions", "Next unjudged sentence"),
        marked(
            "actions",
            "Go to the next sentence, in whatever article, that you have not judged, or that is not settled",
        ),
        Menu.GO,
        lambda window: window.pages.reader.next_unjudged(),
        ("Space",),
        When.READING,
        plain=True,
    ),
    Action(
        "go.next_article",
        marked("actions", "Next article"),
        marked("actions", "Go to the next article of the list"),
        Menu.GO,
        lambda window: window.pages.reader.next_article(),
        ("PgDown",),
        When.READING,
        plain=True,
        section=1,
    ),
    Action(
        "go.previous_article",
        marked("actions", "Previous article"),
        marked("actions", "Go to the previous article of the list"),
        Menu.GO,
        lambda window: window.pages.reader.previous_article(),
        ("PgUp",),
        When.READING,
        plain=True,
        section=1,
    ),
    Action(
        "go.next_hit",
        marked("actions", "Next hit"),
        marked("actions", "Go to the next sentence of this article that has the words searched for"),
        Menu.GO,
        lambda window: window.annotate.next_hit(),
        ("F3",),
        When.JUDGING,
        section=1,
    ),
    Action(
        "go.previous_hit",
        marked("actions", "Previous hit"),
        marked("actions", "Go to the previous sentence of this article that has the words searched for"),
        Menu.GO,
        lambda window: window.annotate.previous_hit(),
        ("Shift+F3",),
        When.JUDGING,
        section=1,
    ),
    Action(
        "go.articles",
        marked("actions", "Article list"),
        marked("actions", "Go to the list at the left; in a narrow window, open it over the text"),
        Menu.GO,
        _show_list,
        ("Ctrl+L",),
        section=1,
    ),
    Action(
        "go.text",
        marked("actions", "Back to the text"),
        marked("actions", "Put the focus into the article, where the label keys work; in Export, back to the choices"),
        Menu.GO,
        lambda window: window.pages.go_back(),
        ("Esc",),
        section=2,
    ),
    Action(
        "go.panels",
        marked("actions", "Next panel"),
        marked("actions", "Move the focus to the next part of the window, such as the inspector, a list or the header"),
        Menu.GO,
        lambda window: window.pages.cycle_panels(),
        ("F6",),
        section=2,
    ),
    Action(
        "go.annotate",
        marked("actions", "Annotate"),
        marked("actions", "Show the workspace in which sentences are labelled"),
        Menu.GO,
        lambda window: window.show_workspace(),
        ("Ctrl+1",),
        section=3,
    ),
    Action(
        "go.review",
        marked("actions", "Review"),
        marked("actions", "Show the workspace in which the team settles what people differ on"),
        Menu.GO,
        lambda window: window.show_workspace(Workspace.REVIEW),
        ("Ctrl+2",),
        section=3,
    ),
    Action(
        "go.export",
        marked("actions", "Export"),
        marked("actions", "Show the workspace in which a dataset is made"),
        Menu.GO,
        lambda window: window.show_workspace(Workspace.EXPORT),
        ("Ctrl+3",),
        section=3,
    ),
    Action(
        "go.measures",
        marked("actions", "All measures"),
        marked("actions", "Show every figure of agreement as a table that can be copied, or the overview again"),
        Menu.GO,
        lambda window: window.pages.review.toggle_measures(),
        ("Ctrl+M",),
        When.REVIEW,
        section=3,
    ),
)
