"""All figures of agreement with what they are called, and the way back to their sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from labeling.agreement.behind import OF_SUGGESTIONS, Behind
from labeling.domain.articles import SentenceId
from labeling.operations.agreeing import Report, agree
from labeling.operations.anchoring import Anchored
from labeling.operations.naming import Naming, names
from labeling.operations.reporting import Progress
from labeling.reporting.overview import Overview
from labeling.store import annotators, articles, codebooks
from labeling.store.connection import Project


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """The figures of a project, and the judgments that they were computed from. `people` are ids by name.

    Those of suggestions come later, with `with_suggestions`: they take longer.
    """

    overview: Overview
    report: Report
    people: Mapping[str, str]
    anchored: Anchored | None = None

    def with_suggestions(self, anchored: Anchored) -> Review:
        """Return all of this and what is said of suggestions."""
        return replace(self, anchored=anchored, overview=replace(self.overview, anchoring=anchored.figures))

    def sentences(self, behind: Behind) -> list[SentenceId]:
        """Return the sentences that a figure counts, in the order of the project."""
        if behind.count in OF_SUGGESTIONS:
            return self.anchored.sentences(behind) if self.anchored else []
        from labeling.agreement.tracing import patterns  # imports numpy

        found = self.report.sentences(patterns(self.report.judged, behind))
        return [each for each in found if each.article in behind.articles] if behind.articles else found


def review(
    project: Project,
    *,
    draws: int = 1000,
    seed: int = 0,
    naming: Naming = names,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Review | None:
    """Return all figures of the agreement on what was judged, as `agree` computes them; None after a cancel."""
    from labeling.agreement.differences import differences  # imports numpy

    report = agree(project, draws=draws, seed=seed, naming=naming, on_progress=on_progress, cancelled=cancelled)
    if report is None or cancelled():
        return None
    found = differences(report.judged)
    with project.read() as db:
        rows = articles.rows(db, "", [each.article for each in found.articles])
        codebook, called = codebooks.current(db), naming(db)
        people = {called[annotators.key_of(db, person.id)]: person.id for person in annotators.everyone(db)}
    overview = Overview(
        agreement=report.agreement,
        annotators=report.annotators,
        confusions=report.confusions,
        batches=report.batches,
        differences=found,
        codebook=codebook,
        titles={row.id: row.title or row.name for row in rows},
    )
    return Review(overview, report, people)
