"""What team work comes to, in the words that the window and the command line share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labeling.merging.contribution import Contribution
    from labeling.operations.assigning import Assignments
    from labeling.operations.merging import MergeReport
    from labeling.operations.sampling import Draw, Sample

_NAMED = 3  # articles that a sentence names; of the others it says how many there are


def report_in_words(report: MergeReport) -> str:
    """Return what a merge brings in all, as one sentence."""
    if not report.brought:
        return "There is nothing to merge."
    if report.empty:
        return "The project has all of it already; there is nothing to merge."
    brings = "brings" if len(report.brought) == 1 else "bring"
    judgments = sum(brought.judgments for brought in report.brought)
    people = {name for brought in report.brought for name, share in brought.people.items() if share.new}
    parts = [count_of(judgments, "new judgment", "new judgments")]
    if people:
        parts[0] += f" of {count_of(len(people), 'annotator', 'annotators')}"
    articles = sum(len(brought.articles) for brought in report.brought)
    if articles:
        parts.append(count_of(articles, "new article", "new articles"))
    return f"{count_of(len(report.brought), 'file', 'files')} {brings} {_listed(parts)}."


def contribution_in_words(brought: Contribution) -> str:
    """Return what one file brings, with the name of the file before it."""
    new = ", ".join(
        (
            count_of(brought.judgments, "new judgment", "new judgments"),
            count_of(len(brought.articles), "new article", "new articles"),
            count_of(brought.edits, "split or join", "splits and joins"),
        )
    )
    known = f"{count_of(brought.known, 'judgment was', 'judgments were')} there already"
    return f"{brought.file}: {new}; {known}"


def differences(brought: Contribution) -> Iterator[str]:
    """Yield where a file and the project differ, and what then counts, a sentence each."""
    if brought.foreign:
        yield "It is a file of another project."
    if brought.codebook:
        yield f"Its codebook “{brought.codebook}” comes into use, as it was chosen last."
    if brought.bounded_differently:
        has = "has" if len(brought.bounded_differently) == 1 else "have"
        yield f"{_named(brought.bounded_differently)} {has} other sentences in it; those of the earlier import count."
    if brought.contested:
        was = "was" if len(brought.contested) == 1 else "were"
        yield f"{_named(brought.contested)} {was} split or joined at the same place in both; the later one counts."
    if brought.unplaced == 1:
        yield "1 judged sentence has other boundaries now; its judgment stays in the history."
    elif brought.unplaced:
        yield f"{brought.unplaced:,} judged sentences have other boundaries now; their judgments stay in the history."


def assignments_in_words(found: Assignments) -> Iterator[str]:
    """Yield who has what to do, a line each."""
    for each in found.people:
        done = f"{each.judged:,} of {count_of(each.sentences, 'sentence', 'sentences')} judged"
        yield f"annotator {each.annotator.name}: {count_of(each.articles, 'article', 'articles')}, {done}"
    for (one, other), count in found.shared.items():
        yield f"{one} and {other} share {count_of(count, 'article', 'articles')}"
    yield unassigned_in_words(found)


def unassigned_in_words(found: Assignments) -> str:
    """Return how many articles nobody has."""
    verb = "is" if found.unassigned == 1 else "are"
    return f"{count_of(found.unassigned, 'article', 'articles')} {verb} assigned to nobody"


def plan_in_words(now: Assignments, then: Assignments) -> str:
    """Return what sharing out comes to, as one sentence, from what people have and what they would have."""
    before = {each.annotator.id: each.articles for each in now.people}
    more = [each.articles - before.get(each.annotator.id, 0) for each in then.people]
    given, people = now.unassigned - then.unassigned, sum(count > 0 for count in more)
    go = "goes" if given == 1 else "go"
    words = f"{count_of(given, 'article', 'articles')} {go} to {count_of(people, 'annotator', 'annotators')}"
    twice = sum(more) - given
    return f"{words}, {twice:,} of them to two each." if twice else f"{words}."


def sample_in_words(found: Sample) -> str:
    """Return what the random sample has, and how far it is judged, as one sentence."""
    if not found.articles:
        return "There is no random sample."
    size = f"{count_of(found.articles, 'article', 'articles')}, {count_of(found.sentences, 'sentence', 'sentences')}"
    return f"The random sample has {size}; someone has judged {found.judged:,} of them."


def draw_in_words(draw: Draw) -> str:
    """Return what drawing would add to the random sample, as one sentence."""
    if not draw.among:
        return "There is no article left that it could be drawn from."
    if not draw.articles:
        return "The sample has as many sentences already."
    drawn = f"{count_of(draw.articles, 'article', 'articles')} with {count_of(draw.sentences, 'sentence', 'sentences')}"
    return f"{drawn}, drawn from {count_of(draw.among, 'article', 'articles')}."


def count_of(number: int, one: str, many: str) -> str:
    """Return a number with its noun: “1 article”, “1,196 articles”."""
    return f"{number:,} {one if number == 1 else many}"


def _named(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        quoted.append(f"{len(names) - _NAMED:,} more")
    return _listed(quoted)


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
