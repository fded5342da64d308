"""When suggestions are shown, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from labeling.domain.showing import Showing

translate = QCoreApplication.translate


def showing_in_words(showing: Showing) -> str:
    """Return when suggestions are shown, to end a sentence with."""
    return {
        Showing.OFF: translate("showing", "never"),
        Showing.AFTER: translate("showing", "after one’s own judgment"),
        Showing.ALWAYS: translate("showing", "from the start"),
    }[showing]


def choices_in_words() -> dict[str, str]:
    """Return the ways of showing suggestions by their values, as a choice names them."""
    words = {showing: showing_in_words(showing) for showing in (Showing.ALWAYS, Showing.AFTER, Showing.OFF)}
    return {showing.value: said[:1].upper() + said[1:] for showing, said in words.items()}


def effect_in_words(showing: Showing | None) -> str:
    """Return what it means for those who work in the file; None is that everyone chooses."""
    if showing is None:
        return translate(
            "showing",
            "Each annotator chooses in the View menu. Who does not, sees them from the start, and after their own "
            "judgment in articles that several people judge, that are in the sample or that a dataset tests on.",
        )
    return {
        Showing.OFF: translate("showing", "Nobody sees suggestions, nor notes that rest on them."),
        Showing.AFTER: translate(
            "showing", "First everyone judges, then they see what was suggested: so agreement measures people."
        ),
        Showing.ALWAYS: translate("showing", "Enter accepts what is suggested. Each judgment says what was on screen."),
    }[showing]
