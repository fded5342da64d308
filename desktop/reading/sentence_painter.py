"""The states of a sentence, drawn under and over its words. None of them moves a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.reading.lines import LineBox
from desktop.reading.marks import Mark
from desktop.reading.outline import outline
from desktop.theme.signs import paint_underline
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.articles import Kind
from labeling.domain.codebooks import Codebook, Label
from labeling.domain.judgments import Evidence, State

Find = Callable[[int, int], Sequence[LineBox]]  # from a range of code points to the boxes of the words

_TINT_SIDE = 3.0
_EVIDENCE_SIDE = 1.0
_EVIDENCE_INSET = 2.0  # from the tint's upper and lower edge
_EVIDENCE_RADIUS = 3.0
_CROWD = 4  # labels whose lines would reach the next line of text
_ROOM_FOR_LINES, _ROOM_FOR_STRIPS = 9.0, 14.0
_STRIKE_AT = 6.0  # above the baseline
_HIT_WIDTH = 1.5
_DASHES = (3.0, 3.0)  # round what is not settled


class SentencePainter:
    """Draws the marks of sentences in a theme, with a codebook's colours and underlines."""

    def __init__(self, theme: Theme, codebook: Codebook) -> None:
        self._theme = theme
        self._labels = {label.id: label for label in codebook.labels}

    def ink(self, kind: Kind, mark: Mark) -> QColor | None:
        """Return the colour of a sentence's letters, None for that of text."""
        if mark.labels or mark.unsettled:
            return None
        if kind is Kind.FURNITURE or mark.state is State.EXCLUDED:
            return self._theme.muted
        return self._theme.settled if mark.state is State.NONE else None

    def paint_under(self, painter: QPainter, mark: Mark, boxes: Sequence[LineBox], find: Find) -> None:
        """Draw what lies behind the words: tints, lines of labels, evidence."""
        labels = [] if mark.unsettled else self._known(mark.labels)
        for box in boxes:
            self._paint_tints(painter, box, labels)
            for place, label in enumerate(labels):
                self._paint_line(painter, label, box, self._offset(place, len(labels)), METRICS.underline_width)
        for evidence in mark.evidence:
            if evidence.label in self._labels:
                self._paint_evidence(painter, evidence, labels, boxes, find)

    def paint_over(self, painter: QPainter, mark: Mark, boxes: Sequence[LineBox], find: Find, *, current: bool) -> None:
        """Draw what lies over the words: the strike of an excluded sentence, the cues of a suggestion."""
        if mark.state is State.EXCLUDED:
            painter.setPen(QPen(self._theme.muted, 1))
            for box in boxes:
                y = round(box.baseline - _STRIKE_AT * box.scale) + 0.5
                painter.drawLine(QPointF(box.left, y), QPointF(box.right, y))
        if not current or mark.state is not None:
            return
        for cue in mark.cues:
            if label := self._labels.get(cue.label):
                above = {other.label for other in _before(cue.label, mark) if _overlap(cue, other)}
                offset = self._offset(len(above), len(mark.suggested))
                for box in find(cue.start, cue.end):
                    self._paint_line(painter, label, box, offset, METRICS.cue_width)

    def paint_outline(self, painter: QPainter, boxes: Sequence[LineBox], width: float) -> None:
        """Draw the outline of the current sentence."""
        pen = QPen(self._theme.accent, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = width % 2 / 2  # on whole pixels
        painter.drawPath(outline(boxes).translated(edge, edge))

    def paint_unsettled(self, painter: QPainter, boxes: Sequence[LineBox]) -> None:
        """Draw the outline of a sentence that is not settled."""
        pen = QPen(self._theme.control, 1)
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline(boxes).translated(0.5, 0.5))

    def paint_hit(self, painter: QPainter, boxes: Sequence[LineBox]) -> None:
        """Draw a box round words that a search found."""
        painter.setPen(QPen(self._theme.accent, _HIT_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in boxes:
            painter.drawRoundedRect(_around(box, _EVIDENCE_SIDE), _EVIDENCE_RADIUS, _EVIDENCE_RADIUS)

    def _known(self, labels: Sequence[str]) -> list[Label]:
        return [self._labels[name] for name in labels if name in self._labels]

    def _paint_tints(self, painter: QPainter, box: LineBox, labels: Sequence[Label]) -> None:
        """Fill the line with the first label's tint, and a strip at its foot with that of each further one."""
        if not labels or self._theme.strong > 1:
            return
        rect = box.tint.adjusted(-_TINT_SIDE, 0, _TINT_SIDE, 0)
        shape = QPainterPath()
        shape.addRoundedRect(rect, METRICS.sentence_radius, METRICS.sentence_radius)
        painter.fillPath(shape, self._theme.of(labels[0]).tint)
        others = labels[1:]
        strip = min(METRICS.tint_strip, _ROOM_FOR_STRIPS / max(len(others), 1)) * box.scale
        for place, label in enumerate(others):
            top = rect.bottom() - strip * (len(others) - place)
            painter.save()
            painter.setClipRect(QRectF(rect.left(), top, rect.width(), strip), Qt.ClipOperation.IntersectClip)
            painter.fillPath(shape, self._theme.of(label).tint)
            painter.restore()

    def _paint_evidence(
        self,
        painter: QPainter,
        evidence: Evidence,
        labels: Sequence[Label],
        sentence: Sequence[LineBox],
        find: Find,
    ) -> None:
        label = self._labels[evidence.label]
        offset = self._offset(labels.index(label), len(labels)) if label in labels else 0.0
        for box in find(evidence.start, evidence.end):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.of(label).evidence)
            painter.drawRoundedRect(_around(box, _EVIDENCE_SIDE), _EVIDENCE_RADIUS, _EVIDENCE_RADIUS)
            origin = next((line.left for line in sentence if line.baseline == box.baseline), box.left)
            self._paint_line(painter, label, box, offset, METRICS.evidence_width, origin)

    def _paint_line(
        self, painter: QPainter, label: Label, box: LineBox, offset: float, width: float, origin: float | None = None
    ) -> None:
        y = box.tint.bottom() + offset * box.scale
        colour, width = self._theme.of(label).solid, width * self._theme.strong
        paint_underline(painter, label.underline, box.left, box.right, y, colour, width, origin)

    def _offset(self, place: int, count: int) -> float:
        """Return how far below the first label's line that of the label at `place` lies, at a reading size of 18."""
        step = METRICS.underline_step_strong if self._theme.strong > 1 else METRICS.underline_step
        if count >= _CROWD:
            step = min(METRICS.underline_step_crowded, _ROOM_FOR_LINES / (count - 1))
        return place * step


def _around(box: LineBox, side: float) -> QRectF:
    inset = round(_EVIDENCE_INSET * box.scale)
    return box.tint.adjusted(-side, inset, side, -inset)


def _before(label: str, mark: Mark) -> list[Evidence]:
    """Return the cues of the labels that are suggested before this one."""
    earlier = mark.suggested[: mark.suggested.index(label)] if label in mark.suggested else ()
    return [cue for cue in mark.cues if cue.label in earlier]


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
