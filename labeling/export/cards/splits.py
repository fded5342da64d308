"""What the card says of the parts of a dataset, and of what they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labeling.export.cards.markdown import plain, table
from labeling.export.gold import FOUND_LATE, Reason
from labeling.export.near_copies import THRESHOLD, Copies
from labeling.export.options import Repeats
from labeling.export.summary import Summary, Tally


def splits(summary: Summary) -> Iterator[str]:
    """Yield the counts of each part, with the frequency of each label, and how the articles were parted."""
    yield "## What is in it"
    yield ""
    states = sorted(summary.whole.states)
    late = [reason for reason in FOUND_LATE if summary.left_out.get(reason)]
    head = ("split", "articles", "sentences", *states, *(f"`{label}`" for label in summary.labels))
    rows = [_row(name, tally, states, summary.labels, late) for name, tally in summary.tallies.items()]
    if len(rows) > 1:
        rows.append(_row("**all**", summary.whole, states, summary.labels, late))
    yield from table((*head, *(f"left out: {reason}" for reason in late)), rows)
    yield "\nA label’s share is that of the sentences for which it is known."
    if late:
        yield "All figures are of what is in the files; what was left out of them is explained below."
    yield f"\n{_how(summary)}"


def leaks(summary: Summary) -> Iterator[str]:
    """Yield what a check of the written files found in two parts at once."""
    if len(summary.tallies) < 2:
        return
    yield "## What the parts share"
    yield ""
    yield "The files were checked against each other after they were written."
    yield ""
    yield from (f"- {plain(sentence)}" for sentence in (*summary.leaks.words(), *summary.leaks.assurances()))
    if summary.options.repeats is Repeats.REMOVE:
        yield "- Sentences with the words of a sentence that is held out were removed."


def _row(
    name: str, tally: Tally, states: Sequence[str], labels: Sequence[str], late: Sequence[Reason]
) -> tuple[object, ...]:
    settled = tally.settled
    return (
        name,
        f"{tally.articles:,}",
        f"{tally.sentences:,}",
        *(f"{tally.states[state]:,}" for state in states),
        *(_with_share(tally.labels[label], settled - tally.unknown[label]) for label in labels),
        *(f"{tally.left_out[reason]:,}" for reason in late),
    )


def _with_share(count: int, known: int) -> str:
    return f"{count:,} ({100 * count / known:.1f} %)" if known else f"{count:,}"


def _how(summary: Summary) -> str:
    options = summary.options
    together = (
        "Articles were parted whole, never by sentence; near copies of an article are in one part with it "
        f"({_copies(summary.copies)})."
    )
    if options.split is None and not options.folds:
        return "The dataset was not split."
    if options.by_time:
        how = f"Split {options.split} by time: the earliest articles train, the latest ones test."
    else:
        made = f"{options.folds} folds" if options.folds else f"Split {options.split}"
        balance = f" and over “{plain(options.balance)}”" if options.balance else ""
        how = f"{made}, balanced over the labels{balance}, with the seed {options.seed}."
    kept = (
        f" Articles stay where earlier releases of the line “{plain(options.line)}” had them." if options.line else ""
    )
    return f"{how} {together}{kept}"


def _copies(found: Copies) -> str:
    what = f"articles that share {100 * THRESHOLD:.0f} % of their runs of five words or more, as MinHash estimates it"
    if not found.groups:
        return f"{what}: there are none"
    groups = "1 group" if found.groups == 1 else f"{found.groups:,} groups"
    return f"{what}: {found.articles:,} articles in {groups}, the largest of {found.largest:,}"
