"""How far the annotators agree on each label, found out while a project is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat, starmap

from labeling.agreement.figures import Measure
from labeling.agreement.ratings import Ballot, Ratings
from labeling.domain.judgments import State
from labeling.export.dataset import Dataset
from labeling.export.summary import Agreement
from labeling.store.votes import Poll

_SILENT = frozenset((State.CLEARED.value, State.EXCLUDED.value))


class Agreements:
    """Takes what was said of the sentences of each article, settled or not."""

    def __init__(self, dataset: Dataset) -> None:
        self._asked = dataset.asked
        self._ratings: Ratings[Poll] = Ratings(dataset.labels, self._ballots)

    def add(self, article_id: str, polls: Iterable[tuple[Poll, int]]) -> None:
        self._ratings.add(article_id, chain.from_iterable(starmap(repeat, polls)))

    def by_label(self) -> Mapping[str, Agreement]:
        """Return Krippendorff’s alpha of each label with its interval, by the label’s id."""
        from labeling.agreement.judged import read  # imports numpy, as does the next
        from labeling.agreement.labels import by_label

        found = {label: measured.krippendorff_alpha for label, measured in by_label(read(self._ratings)).items()}
        return {label: _agreement(alpha) for label, alpha in found.items()}

    def _ballots(self, poll: Poll) -> Iterator[Ballot]:
        for annotator, said in zip(poll.annotators, poll.said, strict=True):
            if said.state not in _SILENT:
                yield Ballot(str(annotator), frozenset(json.loads(said.labels)), self._asked[said.codebook])


def _agreement(alpha: Measure) -> Agreement:
    """Return alpha with its percentile interval, which is the one that the dataset card describes."""
    low, high = alpha.percentile or (None, None)
    return Agreement(alpha.value, low, high, alpha.sentences, str(alpha.why))
