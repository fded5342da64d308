"""All figures of a project’s agreement, with what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from labeling.agreement.anchoring.figures import Anchoring
from labeling.agreement.figures import Agreement, AnnotatorFigures, Batch, Confusion, Differences
from labeling.domain.codebooks import Codebook


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of a project. `codebook` is the one in use, `titles` are of the articles that several judged.

    `anchoring` is None as long as it was not computed.
    """

    agreement: Agreement
    annotators: AnnotatorFigures
    confusions: tuple[Confusion, ...]
    batches: tuple[Batch, ...]
    differences: Differences
    codebook: Codebook
    titles: Mapping[str, str]
    anchoring: Anchoring | None = None

    def name_of(self, label_id: str) -> str:
        """Return what a label is called; its id where the codebook in use does not have it."""
        label = self.codebook.label(label_id)
        return label.name if label else label_id

    @property
    def intervals_by(self) -> frozenset[str]:
        """How the intervals of labels and sets were made: `bca`, `percentile`, both or neither."""
        measures = [self.agreement.sets.krippendorff_alpha_masi]
        for found in self.agreement.labels.values():
            measures += [found.krippendorff_alpha, found.gwet_ac1]
        return frozenset(measure.interval_by for measure in measures if measure.interval_by)
