"""Warnings in words where the data can't carry a conclusion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from labeling.domain.codebooks import Codebook
from labeling.export.near_copies import count_copies
from labeling.export.settling import Settlement
from labeling.export.shared_content import Leaks

FEWEST_TO_TRAIN = 50
FEWEST_TO_TEST = 20
# A group of near copies below either can’t make two parts differ by more than chance does.
LARGE_GROUP = 10
LARGE_SHARE = 0.05


def cautions(
    codebook: Codebook,
    positives: Mapping[str, Mapping[str, int]],
    annotators: int,
    settlements: Sequence[Settlement],
    leaks: Leaks,
    groups: Sequence[Sequence[str]],
) -> tuple[str, ...]:
    """Return the sentences in the order of their weight. `positives` are sentences by label, by part.

    `settlements` are all that occur in the dataset, `groups` all its articles, near copies together.
    """
    labels = tuple(next(iter(positives.values()), {}))
    named = {label: _name(codebook, label) for label in labels}
    return (
        *_of_people(labels, named, annotators, settlements),
        *_of_numbers(labels, named, positives),
        *_of_copies(groups),
        *leaks.words(),
    )


def _of_people(
    labels: Sequence[str], named: Mapping[str, str], annotators: int, settlements: Sequence[Settlement]
) -> Iterator[str]:
    if annotators == 1:
        yield "One annotator made all judgments, so nobody knows whether another one would agree."
        return
    unknown = [named[label] for place, label in enumerate(labels) if not _comparable(place, settlements)]
    if unknown and annotators:
        yield f"Agreement is unknown for {_listed(unknown)}: too few sentences were judged by two annotators."


def _comparable(place: int, settlements: Sequence[Settlement]) -> bool:
    """Whether alpha is defined: two were asked about one sentence, and among such both answers occur."""
    pairable = [one.ratings[place] for one in settlements if sum(one.ratings[place]) > 1]
    return any(rating.yes for rating in pairable) and any(rating.no for rating in pairable)


def _of_numbers(
    labels: Sequence[str], named: Mapping[str, str], positives: Mapping[str, Mapping[str, int]]
) -> Iterator[str]:
    for label in labels:
        counts = {part: by_label[label] for part, by_label in positives.items()}
        trained, tested = _fewest(counts)
        few = []
        if trained < FEWEST_TO_TRAIN:
            few.append(f"{_sentences(trained)} to train on (fewer than {FEWEST_TO_TRAIN})")
        if tested is not None and tested < FEWEST_TO_TEST:
            few.append(f"{_sentences(tested)} to test on (fewer than {FEWEST_TO_TEST})")
        if few:
            yield f"{named[label]} has {' and '.join(few)}: a score for it would say little."


def _fewest(counts: Mapping[str, int]) -> tuple[int, int | None]:
    """Return how many sentences train and test; with folds, in the worst of the trainings that they are made for."""
    if any(part.startswith("fold") for part in counts):
        return sum(counts.values()) - max(counts.values()), min(counts.values())
    return counts.get("train", counts.get("all", 0)), counts.get("test")


def _of_copies(groups: Sequence[Sequence[str]]) -> Iterator[str]:
    articles = sum(map(len, groups))
    large = count_copies(groups, max(LARGE_GROUP, int(LARGE_SHARE * articles) + 1))
    if large.groups:
        several = f"{large.groups} groups of near copies, the largest of {large.largest:,}"
        form = several if large.groups > 1 else "one group of near copies"
        yield (
            f"{large.articles:,} of {articles:,} articles form {form}: each shares much of its wording with another "
            "one of its group, though not every two do (copies of one story, or stories written from one template). A "
            "split keeps a group together, so parts may differ for that reason alone."
        )


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count:,} sentences"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _name(codebook: Codebook, label_id: str) -> str:
    label = codebook.label(label_id)
    return label.name if label else label_id
