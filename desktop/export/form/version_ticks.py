"""Which versions of the codebook votes may come from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desktop.export.fields import caption_label
from desktop.theme.style import set_role
from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused

_HASH_SHOWN = 6


class VersionTicks(QWidget):
    """A check box for each version; nothing at all while there is only one. `changed`: others are ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._wanted: tuple[str, ...] = ()  # until it is known which there are
        heading = QLabel(self.tr("Versions of the codebook"))
        set_role(heading, "heading")
        caption = caption_label(self.tr("Judgments made under another version have no vote."))
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(heading)
        column.addLayout(self._ticks)
        column.addWidget(caption)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return list(self._boxes.values())

    def set_versions(self, versions: Sequence[Codebook]) -> None:
        """Offer these, the one in use first; a version that is new is ticked."""
        if list(self._boxes) == [version.hash for version in versions]:
            return
        wanted, self._wanted = self._wanted, ()
        ticked = {name: box.isChecked() for name, box in self._boxes.items()}
        for box in self._boxes.values():
            self._ticks.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for place, version in enumerate(versions):
            words = self.tr("{version}, in use") if not place else "{version}"
            box = QCheckBox(words.format(version=version.hash[:_HASH_SHOWN]))
            box.setAccessibleDescription(version.title)
            box.setToolTip(version.title)
            box.setChecked(ticked.get(version.hash, True))
            self._ticks.addWidget(box)
            self._boxes[version.hash] = box
        if wanted:
            self.choose(wanted)
        for box in self._boxes.values():
            box.toggled.connect(self.changed)
        self.setVisible(len(versions) > 1)

    def chosen(self) -> tuple[str, ...]:
        """Return the hashes of those that are ticked, none when all are. Refused when no version is."""
        if all(box.isChecked() for box in self._boxes.values()):
            return self._wanted
        ticked = tuple(name for name, box in self._boxes.items() if box.isChecked())
        if not ticked:
            raise Refused(self.tr("Tick at least one version of the codebook."))
        return ticked

    def choose(self, hashes: Sequence[str]) -> None:
        """Tick these; all of them when there is none."""
        if not self._boxes:
            self._wanted = tuple(hashes)
        for name, box in self._boxes.items():
            box.setChecked(not hashes or any(name.startswith(wanted) for wanted in hashes))
