"""`README.md`: the dataset card, for whoever trains on the dataset or reviews it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from labeling.domain.codebooks import Label
from labeling.export.gold import Policy, Reason
from labeling.export.summary import Summary
from labeling.export.writers import FORMATS, file_name

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_SOURCES_SHOWN = 20

_POLICIES: Mapping[Policy, str] = {
    Policy.ADJUDICATED: "Only sentences that were adjudicated are settled.",
    Policy.MAJORITY: (
        "An adjudication wins where there is one. Else a label is set when more than half of the annotators who did "
        "not exclude the sentence gave it; a label that exactly half of them gave leaves the sentence unsettled."
    ),
    Policy.UNANIMOUS: "An adjudication wins where there is one. Else all annotators must have said the same.",
    Policy.ANY: "An adjudication wins where there is one. Else every label that any annotator gave is set.",
}
_REASONS: Mapping[Reason, str] = {
    Reason.UNJUDGED: "nobody has looked at them",
    Reason.NOT_ADJUDICATED: "nobody has adjudicated them",
    Reason.TIE: "as many annotators were for as against a label, or for excluding them",
    Reason.NOT_UNANIMOUS: "the annotators did not all say the same",
    Reason.EXCLUDED: "they are not prose of the article (captions, bylines, links)",
}


def card(summary: Summary) -> str:
    """Return the content of `README.md`: the same for the same project, options and version of Hedgerow."""
    sections = (_opening, _meanings, _counts, _people, _gold, _left_out, _origin, _use)
    return "\n".join(line for section in sections for line in (*section(summary), ""))


def _opening(summary: Summary) -> Iterator[str]:
    whole = summary.whole
    yield f"# {_plain(summary.codebook.title)}: a dataset of labelled sentences"
    yield ""
    yield (
        f"{whole.sentences} sentences of {whole.articles} news articles, each judged by people as it stands in its "
        f"article. Made with Hedgerow {summary.version}; `manifest.json` has the same figures as data, and the hash of "
        "each file."
    )


def _meanings(summary: Summary) -> Iterator[str]:
    codebook = summary.codebook
    yield "## What the labels mean"
    yield ""
    yield f"A sentence may have any of the labels, or none. Codebook `{codebook.hash}` (`codebook.toml`)."
    if codebook.introduction:
        yield f"\n{_plain(codebook.introduction)}"
    for label in codebook.labels:
        yield from _meaning(label)
    if len(summary.codebooks) > 1:
        others = ", ".join(f"`{name}`" for name, other in summary.codebooks.items() if other != codebook)
        yield f"\nSome judgments were made under earlier versions of it: {others}."


def _meaning(label: Label) -> Iterator[str]:
    yield f"\n### {_plain(label.name)} (`{label.id}`)\n"
    yield _plain(label.definition)
    if label.rules or label.examples:
        yield ""
    for rule in label.rules:
        yield f"- {_plain(rule)}"
    for example in label.examples:
        why = f" ({_plain(example.why)})" if example.why else ""
        yield f"- {'Yes' if example.applies else 'No'}: “{_plain(example.text)}”{why}"


def _counts(summary: Summary) -> Iterator[str]:
    yield "## What is in it"
    yield ""
    states = sorted(summary.whole.states)
    yield from _table(
        ("split", "articles", "sentences", *states, *(f"`{label}`" for label in summary.labels)),
        [
            (
                split.value,
                tally.articles,
                tally.sentences,
                *(tally.states[state] for state in states),
                *(tally.labels[label] for label in summary.labels),
            )
            for split, tally in summary.tallies.items()
        ],
    )
    if summary.options.split:
        yield (
            f"\nSplit {summary.options.split} by article, never by sentence: articles are ordered by a hash of their "
            f"content and the seed {summary.options.seed}."
        )


def _people(summary: Summary) -> Iterator[str]:
    yield "## Who judged"
    yield ""
    people = summary.whole.people()
    yield from _table(
        ("annotator", "judgments", *(people[0][1] if people else ())),
        [(_plain(name), sum(states.values()), *states.values()) for name, states in people],
    )
    yield "\nJudgments of the sentences of this dataset; `none` means that the annotator looked and no label applies."


def _gold(summary: Summary) -> Iterator[str]:
    yield f"## How the labels were settled: `{summary.options.gold}`"
    yield ""
    yield _POLICIES[summary.options.gold]
    if summary.options.gold is not Policy.ADJUDICATED:
        yield "A sentence that more than half exclude is not prose. Unsure judgments count as they are."


def _left_out(summary: Summary) -> Iterator[str]:
    yield "## What was left out"
    yield ""
    if summary.options.include_unjudged:
        yield (
            "Nothing: every sentence was written. One without a state was not settled, and is no example of “no label”."
        )
        return
    if not summary.left_out:
        yield "Nothing."
        return
    rows = [(reason, count, _REASONS[reason]) for reason, count in summary.left_out.items()]
    yield from _table(("reason", "sentences", "that is"), rows)


def _origin(summary: Summary) -> Iterator[str]:
    yield "## Where the texts come from"
    yield ""
    sources = sorted(summary.whole.sources.items(), key=lambda item: (-item[1], item[0]))
    rows: list[tuple[object, ...]] = [(_plain(name) or "none given", count) for name, count in sources[:_SOURCES_SHOWN]]
    if len(sources) > _SOURCES_SHOWN:
        others = sources[_SOURCES_SHOWN:]
        rows.append((f"{len(others)} others", sum(count for _, count in others)))
    yield from _table(("source", "articles"), rows)
    yield (
        "\nThe copyright of the texts stays with their publishers. Labels and texts are two things: before you pass "
        "this dataset on, make sure that you may pass on the texts."
    )


def _use(summary: Summary) -> Iterator[str]:
    chosen = FORMATS[summary.options.format]
    split = next(iter(summary.tallies))
    yield "## How to load it"
    yield ""
    yield chosen.description
    yield f"\n```python\n{chosen.loading.format(file=file_name(split, summary.options.format))}\n```"


def _table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(str(cell) for cell in row)} |"


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
