"""What the model learns from: articles with what is settled of their sentences, and how much of it there must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from labeling.domain.articles import Kind, Sentence

# With fewer, a figure of the cross-validation moves by a twentieth or more for each sentence: it would say nothing.
LEAST_SENTENCES = 20
# One for each fold, so that whatever is left out, other articles with the label are there to learn it from.
LEAST_ARTICLES = 5


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article to learn from. `article` is its id, which no other lesson has.

    `labels` has for each of its sentences whether it has a label (1) or not (0); None, and a label that is missing,
    where that is not settled: such a sentence is neither learned from nor measured on, but it is its neighbours'
    context. So is furniture, whatever is said of it. Near copies share a `group`, and so a fold; with an empty one, an
    article is by itself.
    """

    article: str
    text: str
    sentences: Sequence[Sentence]
    labels: Sequence[Mapping[str, int | None]]
    group: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What it has in common with its near copies, and with nothing else."""
        return ("group", self.group) if self.group else ("article", self.article)

    def settled(self, label: str) -> list[int]:
        """Return, for each sentence that is learned from, whether it has the label."""
        found = []
        for sentence, labels in zip(self.sentences, self.labels, strict=True):
            value = labels.get(label)
            if value is not None and sentence.kind is not Kind.FURNITURE:
                found.append(int(bool(value)))
        return found


@dataclass(frozen=True, slots=True)
class Need:
    """What a label lacks to be learned: the sentences that have it, those that do not, and the articles of each.

    Near copies count as one article.
    """

    label: str
    having: int
    articles_having: int
    lacking: int
    articles_lacking: int

    def sentence(self, name: str) -> str:
        """Say what is missing, in one sentence about the label that people call `name`."""
        if self.having < LEAST_SENTENCES or self.articles_having < LEAST_ARTICLES:
            what, count, articles = "have it", self.having, self.articles_having
        else:
            what, count, articles = "do not have it", self.lacking, self.articles_lacking
        where = f"{count} in {_articles(articles)}" if count else "none"
        verb = "is" if count <= 1 else "are"
        return (
            f"“{name}” needs {LEAST_SENTENCES} settled sentences that {what}, in at least {LEAST_ARTICLES} different"
            f" articles; there {verb} {where}."
        )


def needs(lessons: Sequence[Lesson], labels: Sequence[str]) -> dict[str, Need]:
    """Return what is missing, by label; a label that can be learned is left out."""
    found = {}
    for label in labels:
        need = _count(lessons, label)
        if min(need.having, need.lacking) < LEAST_SENTENCES or (
            min(need.articles_having, need.articles_lacking) < LEAST_ARTICLES
        ):
            found[label] = need
    return found


def _count(lessons: Sequence[Lesson], label: str) -> Need:
    sentences = [0, 0]
    groups: tuple[set[tuple[str, str]], set[tuple[str, str]]] = (set(), set())
    for lesson in lessons:
        for value in lesson.settled(label):
            sentences[value] += 1
            groups[value].add(lesson.key)
    return Need(label, sentences[1], len(groups[1]), sentences[0], len(groups[0]))


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
