"""The report as one page of HTML: figures, heat map, the worst disagreements, method and versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from labeling.agreement.figures import LabelAgreement, Measure
from labeling.reporting import html, method, words
from labeling.reporting.cells import rate, reasoned, valued
from labeling.reporting.content import Content, Opinion, Quote
from labeling.reporting.drawings import Axis, Spot, axis_of, heat_map, interval, scale
from labeling.reporting.html import Cell, Markup, heading, paragraph, table, whole
from labeling.reporting.overview import Overview
from labeling.reporting.suggestions_page import on_suggestions

MOST_QUOTES = 50
_MOST_PAIRS = 60  # in the drawing: the CSV has them all
_LEAST = 0.2  # agreement at which a ground is lightest
_STATES = {"none": "none applies", "excluded": "excluded", "labelled": ""}


def report(content: Content) -> str:
    """Return the page. The same content gives the same text."""
    title = f"Agreement in {content.facts.project}"
    overview = content.overview
    parts = _head(content, title), _figures(overview), on_suggestions(overview), _quotes(content), _ground(content)
    return html.page(title, chain.from_iterable(parts))


def _head(content: Content, title: str) -> Iterator[str]:
    overview, facts = content.overview, content.facts
    agreement, found = overview.agreement, overview.differences
    yield heading(title, 1)
    if facts.date:
        yield paragraph(f"Judgments up to {facts.date}", "small")
    people = words.listed(agreement.annotators, most=20)
    said = f"{agreement.sentences:,} sentences of {agreement.articles:,} articles were judged by {people or 'nobody'}"
    shared = f"{found.shared:,} of them by two or more, {found.excluded_by_all:,} of which all excluded"
    yield paragraph(
        f"{said}; {shared}. {words.about_intervals(agreement.draws, agreement.seed, overview.intervals_by)}"
    )


def _figures(overview: Overview) -> Iterator[str]:
    if not overview.differences.shared:
        yield paragraph("No sentence was judged by two people, so there is nothing to compare.")
        return
    yield from _labels(overview)
    yield from _further(overview)
    yield from _pairs(overview)
    yield from _annotators(overview)
    yield from _batches(overview)
    yield from _articles(overview)


def _labels(overview: Overview) -> Iterator[str]:
    agreement, counts = overview.agreement, overview.differences
    shown = [found.krippendorff_alpha for found in agreement.labels.values()]
    axis = axis_of([*shown, agreement.sets.krippendorff_alpha_masi, agreement.excluded.krippendorff_alpha])
    rows = [
        _label_row(overview.name_of(label), found, axis, counts.labels.get(label, 0))
        for label, found in agreement.labels.items()
    ]
    sets, excluded = agreement.sets, agreement.excluded
    same = words.percent(sets.exact_match.value)
    rows.append(
        [whole("All as a set (MASI)"), "", *_alpha(sets.krippendorff_alpha_masi, axis), "", same, f"{counts.sets:,}"]
    )
    applied, same = (words.percent(each.value) for each in (excluded.prevalence, excluded.percent_agreement))
    rows.append(
        [
            whole("Excluded or not"),
            applied,
            *_alpha(excluded.krippendorff_alpha, axis),
            "",
            same,
            f"{counts.exclusions:,}",
        ]
    )
    yield heading("Labels")
    yield table(
        [
            "Label",
            "Applied",
            whole("Krippendorff’s α"),
            Markup(scale(axis)),
            whole("Gwet’s AC1"),
            whole("Same answer"),
            "Differ",
        ],
        rows,
        numbers=(1, 5, 6),
    )


def _label_row(name: str, found: LabelAgreement, axis: Axis, differ: int) -> list[Cell]:
    applied, same = (words.percent(each.value) for each in (found.prevalence, found.percent_agreement))
    return [whole(name), applied, *_alpha(found.krippendorff_alpha, axis), valued(found.gwet_ac1), same, f"{differ:,}"]


def _alpha(measure: Measure, axis: Axis) -> tuple[Cell, Cell]:
    drawn: Cell = measure.why if measure.value is None else Markup(interval(measure, axis))
    return valued(measure), drawn


def _further(overview: Overview) -> Iterator[str]:
    yield heading("Further measures")
    yield table(
        ["Label", "Fleiss’ κ", "Positive agreement", "Negative agreement", "Sentences with two judgments"],
        [
            [
                whole(overview.name_of(label)),
                reasoned(found.fleiss_kappa),
                reasoned(found.positive_agreement),
                reasoned(found.negative_agreement),
                f"{found.percent_agreement.sentences:,}",
            ]
            for label, found in overview.agreement.labels.items()
        ],
        numbers=(4,),
    )


def _pairs(overview: Overview) -> Iterator[str]:
    rows: dict[str, list[Spot]] = {}
    for pair in overview.agreement.pairs:
        value = pair.cohen_kappa.value
        strength = None if value is None else (value - _LEAST) / (1 - _LEAST)
        rows.setdefault(f"{pair.a} and {pair.b}", []).append(Spot(words.coefficient(value), strength))
    shown = dict(list(rows.items())[:_MOST_PAIRS])
    heads = [overview.name_of(label) for label in overview.agreement.labels]
    yield heading("Pairs")
    more = "" if len(shown) == len(rows) else f" The first {len(shown)} of {len(rows)} pairs; pairs.csv has them all."
    yield paragraph(f"Cohen’s κ; darker agrees more. Intervals are in pairs.csv.{more}", "small")
    yield paragraph(Markup(heat_map(list(shown), heads, list(shown.values()))))


def _annotators(overview: Overview) -> Iterator[str]:
    yield heading("Annotators")
    yield paragraph(
        "How often each gives a label; κ with the majority of the others and with what was settled; and α of the label "
        "without them. Where rates differ, people read the rule differently.",
        "small",
    )
    figures = overview.annotators
    rest = {(each.annotator, each.label): each.cohen_kappa for each in figures.against_rest}
    gold = {(each.annotator, each.label): each.cohen_kappa for each in figures.against_gold}
    without = {(each.annotator, label): alpha for each in figures.without for label, alpha in each.labels.items()}
    rows: list[Sequence[Cell]] = []
    for rates in figures.rates:
        for label, share in rates.labels.items():
            key = rates.annotator, label
            figures_of = (valued(rest[key]), valued(gold[key]), valued(without[key]))
            rows.append([rates.annotator, overview.name_of(label), rate(share), *figures_of])
    yield table(["Annotator", "Label", "Gives it", "κ with the rest", "κ with gold", "α without"], rows)


def _batches(overview: Overview) -> Iterator[str]:
    if len(overview.batches) < 2:
        return
    labels = list(overview.agreement.labels)
    yield heading("Over time")
    yield paragraph("Krippendorff’s α of batches of articles in the order in which they were judged.", "small")
    yield table(
        ["Judged", "Articles", *(overview.name_of(label) for label in labels)],
        [
            [
                f"{batch.first.date()} to {batch.last.date()}",
                f"{len(batch.articles):,}",
                *(valued(batch.labels[label].krippendorff_alpha) for label in labels if label in batch.labels),
            ]
            for batch in overview.batches
        ],
        numbers=(1,),
    )


def _articles(overview: Overview) -> Iterator[str]:
    found = [each for each in overview.differences.articles if each.sets][:20]
    yield heading("Articles where they differ most")
    yield table(
        ["Article", "Sentences", "Differ"],
        [[overview.titles.get(each.article, ""), f"{each.sentences:,}", f"{each.sets:,}"] for each in found],
        numbers=(1, 2),
    )


def _quotes(content: Content) -> Iterator[str]:
    shown = content.quotes[:MOST_QUOTES]
    if not shown:
        return
    yield heading("The worst disagreements")
    counted = f"{len(shown)} of {len(content.quotes):,} sentences on which people differ"
    yield paragraph(f"{counted}, those first with the most at stake; disagreements.csv has them all.", "small")
    for quote in shown:
        yield _quote(content.overview, quote)


def _quote(overview: Overview, quote: Quote) -> str:
    said = "; ".join(f"{opinion.annotator}: {_said(overview, opinion)}" for opinion in quote.opinions)
    settled = ", settled" if quote.settled else ""
    lines = (
        paragraph(" ".join(quote.text.split()), "quote"),
        paragraph(said),
        paragraph(f"{quote.article}{settled}", "small"),
    )
    return f'<div class="entry">{"".join(lines)}</div>'


def _said(overview: Overview, opinion: Opinion) -> str:
    names = ", ".join(overview.name_of(label) for label in opinion.labels)
    return names or _STATES.get(opinion.state, opinion.state)


def _ground(content: Content) -> Iterator[str]:
    facts, agreement = content.facts, content.overview.agreement
    yield heading("Method")
    for words_ in (method.COUNTED, method.INTERVALS, method.LIMITS):
        yield paragraph(words_)
    yield table(["Figure", "Formula", "Source"], method.FORMULAE)
    yield heading("Versions")
    yield table(
        ["What", "Which"],
        [
            ("Hedgerow", facts.hedgerow),
            ("Codebook (SHA-256)", facts.codebook),
            ("Project (digest)", facts.digest),
            ("Judgments up to", facts.date or words.NONE),
            ("Draws", f"{agreement.draws:,} of whole articles"),
            ("Seed", str(agreement.seed)),
        ],
    )
