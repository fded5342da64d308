"""`README.md`: the dataset card, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from labeling.domain.codebooks import Label
from labeling.export.cards.making import agreement, gold, left_out, people
from labeling.export.cards.markdown import plain, table
from labeling.export.cards.splits import leaks, splits
from labeling.export.formats.table import FORMATS
from labeling.export.summary import Summary

_SOURCES_SHOWN = 20


def card(summary: Summary) -> str:
    """Return the content of `README.md`: the same for the same project, options and version of Hedgerow."""
    sections = (_opening, _cautions, _meanings, splits, leaks, people, agreement, gold, left_out, _origin, _use)
    written = [[*section(summary), ""] for section in sections]
    return _front_matter(summary) + "\n".join(line for lines in written if len(lines) > 1 for line in lines)


def _front_matter(summary: Summary) -> str:
    """Return the YAML at the head, where the format’s consumer reads one."""
    made = FORMATS[summary.options.format].front_matter
    parts = {part: tally.sentences for part, tally in summary.tallies.items()}
    votes = {part: tally.votes.total() for part, tally in summary.tallies.items()}
    return f"{made(parts, summary.labels, votes)}\n" if made else ""


def _opening(summary: Summary) -> Iterator[str]:
    whole = summary.whole
    yield f"# {plain(summary.codebook.title)}: a dataset of labelled sentences"
    yield ""
    yield (
        f"{whole.sentences:,} sentences of {whole.articles:,} news articles, each judged by people as it stands in its "
        f"article. Made with Hedgerow {summary.version}; `manifest.json` has the same figures as data, and the hash of "
        "each file."
    )


def _cautions(summary: Summary) -> Iterator[str]:
    if summary.cautions:
        yield "## Before you conclude anything from it"
        yield ""
        yield from (f"- {plain(sentence)}" for sentence in summary.cautions)


def _meanings(summary: Summary) -> Iterator[str]:
    codebook = summary.codebook
    yield "## What the labels mean"
    yield ""
    yield f"A sentence may have any of the labels, or none. Codebook `{codebook.hash}` (`codebook.toml`)."
    if codebook.introduction:
        yield f"\n{plain(codebook.introduction)}"
    for label in codebook.labels:
        yield from _meaning(label)
    if len(summary.codebooks) > 1:
        others = ", ".join(f"`{name}`" for name, other in summary.codebooks.items() if other != codebook)
        yield (
            f"\nSome judgments were made under earlier versions of it: {others}. A label that an annotator’s version "
            "did not have is unknown for what they judged, not negative."
        )


def _meaning(label: Label) -> Iterator[str]:
    yield f"\n### {plain(label.name)} (`{label.id}`)\n"
    yield plain(label.definition)
    if label.rules or label.examples:
        yield ""
    for rule in label.rules:
        yield f"- {plain(rule)}"
    for example in label.examples:
        why = f" ({plain(example.why)})" if example.why else ""
        yield f"- {'Yes' if example.applies else 'No'}: “{plain(example.text)}”{why}"


def _origin(summary: Summary) -> Iterator[str]:
    yield "## Where the texts come from"
    yield ""
    sources = sorted(summary.whole.sources.items(), key=lambda item: (-item[1], item[0]))
    rows: list[tuple[object, ...]] = [(plain(name) or "none given", count) for name, count in sources[:_SOURCES_SHOWN]]
    if len(sources) > _SOURCES_SHOWN:
        others = sources[_SOURCES_SHOWN:]
        rows.append((f"{len(others)} others", sum(count for _, count in others)))
    yield from table(("source", "articles"), rows)
    if summary.options.articles:
        yield f"\nOnly articles for which this holds: `{plain(summary.options.articles)}`."
    yield (
        "\nThe copyright of the texts stays with their publishers. Labels and texts are two things: before you pass "
        "this dataset on, make sure that you may pass on the texts."
    )


def _use(summary: Summary) -> Iterator[str]:
    chosen = FORMATS[summary.options.format]
    yield "## How to load it"
    yield ""
    yield chosen.description
    yield f"\n```python\n{chosen.loading.format(file=chosen.file_name(next(iter(summary.tallies))))}\n```"
