"""The File menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions import imports, projects
from desktop.actions.action import Action, Menu, When
from desktop.team import commands as team
from desktop.words import marked
from desktop.workspaces import Workspace

if TYPE_CHECKING:
    from desktop.window import Window


def _show_codebook(window: Window) -> None:
    from desktop.dialogs.codebook import show_codebook

    show_codebook(window)


def _save_report(window: Window) -> None:
    from desktop.review.agreement.saving import save_report

    save_report(window)


ACTIONS = (
    Action(
        "file.new",
        marked("actions", "New project…"),
        marked("actions", "Make a project file and open it"),
        Menu.FILE,
        projects.new_project,
        ("Ctrl+N",),
        When.ALWAYS,
    ),
    Action(
        "file.open",
        marked("actions", "Open project…"),
        marked("actions", "Open a project file"),
        Menu.FILE,
        projects.open_project,
        ("Ctrl+O",),
        When.ALWAYS,
    ),
    Action(
        "file.sample",
        marked("actions", "Sample project"),
        marked("actions", "Open a project of invented news stories to try things out on"),
        Menu.FILE,
        projects.open_sample,
        when=When.ALWAYS,
    ),
    Action(
        "file.team_sample",
        marked("actions", "Sample team project"),
        marked("actions", "Open a project in which three invented annotators have judged news stories"),
        Menu.FILE,
        projects.open_team_sample,
        when=When.ALWAYS,
    ),
    Action(
        "file.import_files",
        marked("actions", "Import files…"),
        marked("actions", "Bring news articles into the project"),
        Menu.FILE,
        imports.import_files,
        ("Ctrl+I",),
        When.ALWAYS,
        section=1,
    ),
    Action(
        "file.import_folder",
        marked("actions", "Import folder…"),
        marked("actions", "Bring all news articles of a folder into the project"),
        Menu.FILE,
        imports.import_folder,
        ("Ctrl+Shift+I",),
        When.ALWAYS,
        section=1,
    ),
    Action(
        "file.export",
        marked("actions", "Export…"),
        marked("actions", "Choose what becomes a dataset, and see what would be written"),
        Menu.FILE,
        lambda window: window.show_workspace(Workspace.EXPORT),
        ("Ctrl+E",),
        section=1,
    ),
    Action(
        "file.write",
        marked("actions", "Write the dataset"),
        marked("actions", "Write what the Export workspace shows into its folder"),
        Menu.FILE,
        lambda window: window.pages.export.write(),
        ("Ctrl+Enter", "Ctrl+Return"),
        When.EXPORT,
        section=1,
    ),
    Action(
        "file.report",
        marked("actions", "Save a report…"),
        marked("actions", "Write the figures of agreement into a new folder: a page, the same as PDF, and all tables"),
        Menu.FILE,
        _save_report,
        section=1,
    ),
    Action(
        "file.train",
        marked("actions", "Train on our labels…"),
        marked("actions", "Learn from what is settled, see how right the suggestions are, and use them"),
        Menu.FILE,
        team.train,
        section=1,
    ),
    Action(
        "file.merge",
        marked("actions", "Merge files…"),
        marked("actions", "Bring what others have labelled into the project, after seeing what would come"),
        Menu.FILE,
        team.merge_files,
        section=2,
    ),
    Action(
        "file.share_out",
        marked("actions", "Share out articles…"),
        marked("actions", "See who has what to do, and give the articles that nobody has to annotators"),
        Menu.FILE,
        team.share_out,
        section=2,
    ),
    Action(
        "file.random_sample",
        marked("actions", "Random sample…"),
        marked("actions", "Draw articles at random to measure on, and see how far they are judged"),
        Menu.FILE,
        team.show_sample,
        section=2,
    ),
    Action(
        "file.hand_out",
        marked("actions", "Hand out…"),
        marked("actions", "Write a project file for each annotator, with their articles and nobody else’s judgments"),
        Menu.FILE,
        team.hand_out,
        section=2,
    ),
    Action(
        "file.people",
        marked("actions", "People…"),
        marked("actions", "See everyone who has worked in the project, and make two names one person"),
        Menu.FILE,
        team.show_people,
        section=2,
    ),
    Action(
        "file.suggestions",
        marked("actions", "Suggestions for everyone…"),
        marked("actions", "Fix when suggestions are shown to all who work in the project, or let everyone choose"),
        Menu.FILE,
        team.suggestions_for_everyone,
        section=2,
    ),
    Action(
        "file.codebook",
        marked("actions", "Codebook…"),
        marked("actions", "Read what the labels mean, or use another codebook"),
        Menu.FILE,
        _show_codebook,
        ("Ctrl+B",),
        When.ALWAYS,
        section=3,
    ),
    Action(
        "file.annotator",
        marked("actions", "Who is working…"),
        marked("actions", "Say under whose name sentences are judged"),
        Menu.FILE,
        projects.ask_who_works,
        when=When.ALWAYS,
        section=3,
    ),
    Action(
        "file.close",
        marked("actions", "Close project"),
        marked("actions", "Go back to the welcome page; everything is saved already"),
        Menu.FILE,
        lambda window: window.close_project(),
        ("Ctrl+W",),
        section=4,
    ),
    Action(
        "file.quit",
        marked("actions", "Quit"),
        marked("actions", "Close the window; everything is saved already"),
        Menu.FILE,
        lambda window: window.close(),
        ("Ctrl+Q",),
        When.ALWAYS,
        section=4,
    ),
)
