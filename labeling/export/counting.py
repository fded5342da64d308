"""What is found out about a dataset while it is written, page after page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from labeling.export.cautions import cautions
from labeling.export.dataset import Dataset
from labeling.export.gold import FOUND_LATE, Reason
from labeling.export.pages import Page
from labeling.export.shared_content import LeakCheck, Leaks
from labeling.export.summary import Tally, total
from labeling.export.survey import Survey


class Count:
    """Counts pages as they pass. `tallies` are by part."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._check = LeakCheck()
        self.tallies: Mapping[str, Tally] = {part: Tally() for part in dataset.parts}

    def passing(self, pages: Iterable[tuple[str, Page]]) -> Iterator[tuple[str, Page]]:
        """Yield the pages as they come, and count them."""
        for part, page in pages:
            self.tallies[part].add(page)
            if page.chosen:
                self._check.add(part, page.article.id, page.chosen_texts)
            yield part, page

    def leaks(self, groups: Sequence[Sequence[str]], signed: Sequence[tuple[str, bytes]]) -> Leaks:
        """Return what two parts share. `groups` are near copies, `signed` the articles’ signatures by id."""
        return self._check.found(groups, signed)

    def left_out(self, found: Survey) -> dict[Reason, int]:
        """Return how many sentences were left out, by reason."""
        late = total(self.tallies.values()).left_out
        return {**found.left_out, **{reason: late[reason] for reason in FOUND_LATE if late[reason]}}

    def cautions(self, found: Survey, leaks: Leaks, groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """Return the warnings in words. `groups` are all articles, near copies together."""
        labels = self._dataset.labels
        positives = {part: {label: tally.labels[label] for label in labels} for part, tally in self.tallies.items()}
        people, settlements = len(found.annotators), list(found.settlements)
        return cautions(self._dataset.codebook, positives, people, settlements, leaks, groups)
