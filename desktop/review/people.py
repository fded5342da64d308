"""What Review calls the annotators: by their names, or by numbers that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.review.names import short_names
from labeling.export.pseudonyms import pseudonyms

translate = QCoreApplication.translate


class People:
    """The annotators who have judged, by id. Columns of votes and lists are in the order of `all`.

    Names are in the order of the alphabet. Numbers follow the pseudonyms that an export gives: they are the same each
    time, and nothing about a person is in them; someone who judges for the first time may shift them.
    """

    def __init__(self, names: Mapping[str, str], project_id: str, *, hidden: bool) -> None:
        self._hidden = hidden
        if hidden:
            called = pseudonyms(names, project_id)
            self.all = tuple(sorted(names, key=lambda identifier: called[identifier]))
        else:
            self.all = tuple(sorted(names, key=lambda identifier: (names[identifier].casefold(), identifier)))
        self._names = {identifier: self._called(identifier, names) for identifier in self.all}
        self._short = short_names(self._names.values())

    def _called(self, identifier: str, names: Mapping[str, str]) -> str:
        if self._hidden:
            return translate("people", "Annotator {number}").format(number=self.all.index(identifier) + 1)
        alike = [each for each in self.all if names[each] == names[identifier]]
        number = alike.index(identifier) + 1
        return names[identifier] if number == 1 else f"{names[identifier]} ({number})"

    def name(self, identifier: str) -> str:
        """Return what an annotator is called; someone who has not judged is nobody in particular."""
        return self._names.get(identifier, translate("people", "Somebody"))

    def short(self, identifier: str) -> str:
        """Return it in few letters, for the head of a column and a button."""
        if self._hidden and identifier in self._names:
            return translate("people", "No. {number}").format(number=self.all.index(identifier) + 1)
        name = self.name(identifier)
        return self._short.get(name, name)

    def in_order(self, identifiers: Iterable[str]) -> list[str]:
        """Return annotators in the order in which they are shown."""
        places = {identifier: place for place, identifier in enumerate(self.all)}
        return sorted(identifiers, key=lambda identifier: (places.get(identifier, len(places)), identifier))
