"""What the card says of how the labels came about: who judged, how far they agree, how they were settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from labeling.export.cards.markdown import plain, table
from labeling.export.gold import ADJUDICATED, Policy, Reason
from labeling.export.summary import Agreement, Summary, Work

_POLICIES: Mapping[Policy, str] = {
    Policy.ADJUDICATED: "Only sentences that were adjudicated are settled.",
    Policy.MAJORITY: (
        "An adjudication wins where there is one. Else a label is set when more than half of the annotators who did "
        "not exclude the sentence gave it; a label that exactly half of them gave leaves the sentence unsettled."
    ),
    Policy.UNANIMOUS: "An adjudication wins where there is one. Else all annotators must have said the same.",
    Policy.ANY: "An adjudication wins where there is one. Else every label that any annotator gave is set.",
}
REASONS: Mapping[Reason, str] = {
    Reason.ARTICLE: "their articles are not among the chosen ones",
    Reason.UNDATED: "their articles have no date, and the split is by time",
    Reason.KIND: "they are of a kind that was not chosen (headings, captions, bylines, links)",
    Reason.UNJUDGED: "nobody has looked at them",
    Reason.NO_VOTE: "nobody but an adjudicator has judged them",
    Reason.OTHER_CODEBOOK: "they were judged under a version of the codebook that was not chosen",
    Reason.UNSURE: "too few annotators were sure",
    Reason.TOO_FEW: "fewer annotators than wanted have judged them",
    Reason.NOT_ADJUDICATED: "nobody has adjudicated them",
    Reason.TIE: "as many annotators were for as against a label, or for excluding them",
    Reason.NOT_UNANIMOUS: "the annotators did not all say the same",
    Reason.EXCLUDED: "they are not prose of the article (captions, bylines, links)",
    Reason.REPEATED: "they have the words of a sentence that is held out",
    Reason.NO_LABEL_KNOWN: (
        "the format has no place for them: nobody was asked about any of the labels, nothing was settled, or they are "
        "not prose"
    ),
    Reason.LABEL_UNKNOWN: "the format has no place for them: nobody who judged them was asked about some label",
}


def people(summary: Summary) -> Iterator[str]:
    """Yield who judged how much, and how many judged each sentence."""
    yield "## Who judged"
    yield ""
    works = summary.whole.people()
    states = tuple(works[0].states) if works else ()
    rows = [(plain(work.name), work.judgments, *work.states.values(), work.shared, _pace(work)) for work in works]
    yield from table(("annotator", "judgments", *states, "shared", "median seconds"), rows)
    yield (
        "\nJudgments of the sentences of this dataset; `none` means that the annotator looked and no label applies, "
        "`shared` counts those of sentences that another one judged too. Seconds are measured without idle time."
    )
    counts = sorted(summary.whole.annotators_each.items())
    listed = "; ".join(f"{_votes(votes)}: {count:,}" for votes, count in counts)
    yield f"\nSentences by the number of judgments that count: {listed}."
    if summary.options.pseudonyms:
        yield (
            "\nThe annotators have pseudonyms, which are the same in every dataset of this project. Their comments are "
            "written as they are, and may name people."
        )


def agreement(summary: Summary) -> Iterator[str]:
    """Yield how well the annotators agree on each label."""
    yield "## How far they agree"
    yield ""
    rows = [(f"`{label}`", *_figures(measured)) for label, measured in summary.agreement.items()]
    yield from table(("label", "Krippendorff’s α", "95 % interval", "sentences judged by two or more"), rows)
    yield (
        "\nNominal α over the judgments of all sentences of the chosen articles and kinds, also of those that were "
        "left out because the annotators differ. A sentence not looked at is missing, `none` is a vote against every "
        "label, a judgment that excludes the sentence is left out. Interval: percentile bootstrap over articles, "
        "1,000 draws; with fewer than about 40 articles it is too narrow. Where it is undefined, the reason stands in "
        "its place."
    )
    differing = sum(summary.left_out.get(reason, 0) for reason in (Reason.TIE, Reason.NOT_UNANIMOUS))
    if differing:
        yield (
            f"\n{_sentences(differing)} left out because the annotators differ. On the votes of the others alone, "
            "agreement would come out too high: measure it on the format `votes`, which has every vote."
        )


def gold(summary: Summary) -> Iterator[str]:
    """Yield how several judgments became one label."""
    options = summary.options
    yield f"## How the labels were settled: `{options.gold}`"
    yield ""
    yield _POLICIES[options.gold]
    if options.gold is not Policy.ADJUDICATED:
        yield "A sentence that more than half exclude is not prose."
        unsure = "Unsure judgments count as they are." if options.unsure else "Unsure judgments have no vote."
        yield unsure + (f" At least {options.annotators} votes were wanted." if options.annotators > 1 else "")
    if options.codebooks:
        yield f"Only judgments under these versions of the codebook count: {', '.join(options.codebooks)}."
    sources = summary.whole.settled_by
    if sources[ADJUDICATED]:
        yield f"\n{sources[ADJUDICATED]:,} sentences were adjudicated."


def left_out(summary: Summary) -> Iterator[str]:
    """Yield what is not in the dataset, and why."""
    yield "## What was left out"
    yield ""
    if any(isinstance(settlement.outcome, Reason) for settlement in summary.whole.settlements):
        yield ("Sentences that were not settled are in it, without a state; they are no examples of “no label”.")
        yield ""
    if not summary.left_out:
        yield "Nothing was left out."
        return
    rows = [(reason, f"{count:,}", REASONS[reason]) for reason, count in summary.left_out.items()]
    yield from table(("reason", "sentences", "that is"), rows)


def _figures(measured: Agreement) -> tuple[str, str, str]:
    if measured.value is None:
        return "undefined", plain(measured.why), f"{measured.sentences:,}"
    known = measured.low is not None and measured.high is not None
    interval = f"{measured.low:.3f} to {measured.high:.3f}" if known else plain(measured.why)
    return f"{measured.value:.3f}", interval, f"{measured.sentences:,}"


def _pace(work: Work) -> str:
    return "–" if work.seconds is None else f"{work.seconds}"


def _sentences(count: int) -> str:
    return "1 sentence was" if count == 1 else f"{count:,} sentences were"


def _votes(votes: int) -> str:
    return "1 judgment" if votes == 1 else f"{votes} judgments"
