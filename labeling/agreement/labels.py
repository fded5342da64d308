"""The agreement on each label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from labeling.agreement.coefficients import (
    fleiss_kappa,
    gwet_ac1,
    krippendorff_alpha,
    percent_agreement,
    prevalence,
    specific_agreement,
)
from labeling.agreement.figures import ExclusionAgreement, LabelAgreement, Measure, SetAgreement, Why
from labeling.agreement.judged import Floats, Ints, Judged
from labeling.agreement.measuring import Sample, take_samples
from labeling.agreement.sets import SetTable
from labeling.agreement.tables import Table, tabulate_label

CellCoefficient = Callable[[Ints, Floats], Floats]

_WITHOUT, _GIVEN = 0, 1


def by_label(judged: Judged, draws: int = 1000, seed: int = 0) -> Mapping[str, LabelAgreement]:
    """Return the agreement on each label by its id, in the order of `judged.labels`.

    Intervals are of `draws` samples of articles (none: no intervals), the same samples for all labels and measures.
    Draws in which a measure is undefined are dropped; where they are more than 5 %, or all its sentences are of one
    article, it has no interval. The same ratings and seed (not negative) give the same digits, in whatever order
    articles, sentences and annotators came.
    """
    tables = [tabulate_label(judged, place) for place in range(len(judged.labels))]
    samples = take_samples(judged, [table.counts for table in tables], draws, seed)
    return {
        label: measure_label(table, sample) for label, table, sample in zip(judged.labels, tables, samples, strict=True)
    }


def measure_label(table: Table, sample: Sample) -> LabelAgreement:
    """Return all measures of one label."""
    shared = partial(measure_table, table, sample)
    return LabelAgreement(
        prevalence=measure_prevalence(table, sample),
        percent_agreement=shared(percent_agreement),
        positive_agreement=shared(partial(specific_agreement, category=_GIVEN), undefined=Why.NEVER_GIVEN),
        negative_agreement=shared(partial(specific_agreement, category=_WITHOUT), undefined=Why.ALWAYS_GIVEN),
        krippendorff_alpha=shared(krippendorff_alpha, undefined=Why.ONE_CATEGORY),
        fleiss_kappa=_measure_fleiss(table, sample),
        gwet_ac1=_measure_gwet(table, sample),
    )


def measure_exclusion(table: Table, sample: Sample) -> ExclusionAgreement:
    """Return the measures of the decision to exclude sentences."""
    return ExclusionAgreement(
        prevalence=measure_prevalence(table, sample),
        percent_agreement=measure_table(table, sample, percent_agreement),
        krippendorff_alpha=measure_table(table, sample, krippendorff_alpha, undefined=Why.ONE_CATEGORY),
    )


def measure_sets(table: SetTable, sample: Sample) -> SetAgreement:
    """Return the measures of whole sets of labels."""
    measure = partial(sample.measure, counting=table.sentences(), nothing=_why_nothing_counts(table.annotators))
    return SetAgreement(
        labels=table.labels,
        krippendorff_alpha_masi=measure(table.alpha, undefined=Why.ONE_CATEGORY),
        exact_match=measure(table.exact_match),
    )


def measure_prevalence(table: Table, sample: Sample) -> Measure:
    """Return the prevalence, which rests on all judged sentences."""
    return measure_table(table, sample, partial(prevalence, category=_GIVEN), annotators=1)


def measure_table(
    table: Table,
    sample: Sample,
    coefficient: CellCoefficient,
    *,
    annotators: int = 2,
    undefined: Why = Why.NO_OVERLAP,
) -> Measure:
    """Return a coefficient that rests on the sentences that so many annotators judged."""
    return sample.measure(
        partial(coefficient, table.cells),
        table.judged_by(annotators),
        nothing=_why_nothing_counts(table.annotators),
        undefined=undefined,
    )


def _measure_fleiss(table: Table, sample: Sample) -> Measure:
    """Return Fleiss' kappa of the complete sentences: those with a judgment of everybody who judged for this label.

    Fleiss needs the same number of judgments of every sentence. To leave out whatever misses one is what is usually
    done, by `kappam.fleiss` of the R package irr for one. Where people share their sentences out so that none is
    complete, it is undefined; alpha and AC1 use all judgments.
    """
    nothing = Why.NOT_COMPLETE if table.judged_by(2).any() else _why_nothing_counts(table.annotators)
    cells = np.where(table.complete[:, None], table.cells, 0)
    return sample.measure(partial(fleiss_kappa, cells), table.complete, nothing=nothing, undefined=Why.ONE_CATEGORY)


def _measure_gwet(table: Table, sample: Sample) -> Measure:
    """Return Gwet's AC1. Its categories are those that occur, as for the other coefficients; one alone is no choice."""
    if not table.cells.any(axis=0).all():
        return measure_table(table, sample, _nowhere, undefined=Why.ONE_CATEGORY)
    return measure_table(table, sample, gwet_ac1)


def _nowhere(_: Ints, counts: Floats) -> Floats:
    return np.full(counts.shape[1], np.nan)


def _why_nothing_counts(annotators: int) -> Why:
    return {0: Why.NOBODY, 1: Why.ONE_ANNOTATOR}.get(annotators, Why.NO_OVERLAP)
