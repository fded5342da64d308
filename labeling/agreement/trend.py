"""Agreement over time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import numpy as np

from labeling.agreement.figures import Batch
from labeling.agreement.judged import Judged
from labeling.agreement.labels import by_label
from labeling.agreement.measuring import groups_of

MOST_BATCHES = 10
FEWEST_ARTICLES = 5


def by_batch(judged: Judged, moments: Mapping[str, datetime], draws: int = 1000, seed: int = 0) -> tuple[Batch, ...]:
    """Return the agreement on batches of articles, in the order of the moments at which these were judged.

    Articles on which annotators met are cut into up to MOST_BATCHES batches of the same number of articles (or one
    more), of at least FEWEST_ARTICLES; fewer articles than that are one batch. `moments` are by article's id; articles
    without one are left out. Intervals as in `by_label`, from a bootstrap over the articles of the batch.
    """
    met = [judged.articles[row] for row in groups_of(judged)[0] if judged.articles[row] in moments]
    ordered = sorted(met, key=lambda article: (moments[article], article))
    if not ordered:
        return ()
    batches = max(1, min(MOST_BATCHES, len(ordered) // FEWEST_ARTICLES))
    parts = [tuple(map(str, part)) for part in np.array_split(np.array(ordered), batches)]
    return tuple(
        Batch(moments[part[0]], moments[part[-1]], part, by_label(judged.among(part), draws, seed)) for part in parts
    )
