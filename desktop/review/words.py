"""What Review says of a sentence, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.verdict_words import time_in_words, verdict_in_words
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Adjudication, Judgment, Verdict
from labeling.operations.disagreeing import Survey
from labeling.operations.proposing import Proposal
from labeling.operations.ways import EXCLUDED

translate = QCoreApplication.translate


def label_name(label: str, codebook: Codebook) -> str:
    """Return what a label, or the decision to exclude, is called."""
    if label == EXCLUDED:
        return translate("review", "Excluded")
    found = codebook.label(label)
    return found.name if found else label


def labels_in_words(labels: Sequence[str], codebook: Codebook) -> str:
    """Return, for example, “Hedge, on record”."""
    names = [label_name(label, codebook) for label in labels]
    return ", ".join([*names[:1], *(_lowered(name) for name in names[1:])])


def state_of(said: Sequence[Judgment], differing: Sequence[str], settled: bool, codebook: Codebook) -> str:
    """Return the line under the place: “Three people judged it; they differ on hedge. Not settled yet.”"""
    judged = sum(judgment.verdict.decided for judgment in said)
    who = _people(judged)
    if differing:
        on = ", ".join(label_name(label, codebook) for label in differing)
        words = translate("review", "{who} judged it; they differ on {labels}.").format(who=who, labels=on)
    elif judged > 1:
        words = translate("review", "{who} judged it and agree.").format(who=who)
    else:
        words = translate("review", "{who} judged it.").format(who=who)
    return f"{words} {translate('review', 'Settled.') if settled else _open_in_words(differing)}".strip()


def _open_in_words(differing: Sequence[str]) -> str:
    return translate("review", "Not settled yet.") if differing else ""


def hint_of(record: Adjudication | None, author: str, proposal: Proposal, judged: bool, now: datetime) -> str:
    """Return what stands below the votes: who settled the sentence and when, or what the hollow letters are."""
    if record is not None:
        words = translate("review", "Settled by {name}, {time}. A key settles it otherwise.")
        return words.format(name=author, time=time_in_words(record.id, now))
    if not judged:
        return translate("review", "Nobody has judged this sentence. You can settle it all the same.")
    if proposal.verdict is None:
        return translate("review", "The votes are even: no majority. Nothing is settled until you press a key.")
    return translate("review", "Hollow: what the majority would give. Nothing is settled until you press a key.")


def settled_in_words(number: int, verdict: Verdict, codebook: Codebook) -> str:
    """Return what was just done: “Sentence 20 settled: on record”."""
    if not verdict.decided:
        return translate("review", "Sentence {number} is not settled any more").format(number=number)
    words = translate("review", "Sentence {number} settled: {said}")
    return words.format(number=number, said=_lowered(verdict_in_words(verdict, codebook)))


def undone_in_words(step: int, number: int, verdict: Verdict, codebook: Codebook) -> str:
    """Return what an undo (`step` -1) or redo (1) has brought back."""
    said = _lowered(settled_in_words(number, verdict, codebook))
    words = translate("review", "Undone: {said}") if step < 0 else translate("review", "Redone: {said}")
    return words.format(said=said)


def nothing_to_settle(survey: Survey, name: str) -> str:
    """Return why there is no disagreement in the project."""
    if not survey.people:
        return translate(
            "review",
            "Nothing to settle: nobody has judged a sentence yet. Two people who judge the same sentences can differ.",
        )
    if len(survey.people) == 1:
        return translate(
            "review",
            "Nothing to settle: only {name} has judged here. People can differ once the judgments of a second one "
            "are in this project, on the same sentences.",
        ).format(name=name)
    if not survey.judged:
        return translate(
            "review",
            "Nothing to settle: no sentence was judged by two people. Assign articles with an overlap, so that some "
            "are judged twice.",
        )
    words = translate("review", "Nothing to settle: on all {number:,} sentences that several people judged they agree.")
    return words.format(number=survey.judged)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _people(number: int) -> str:
    words = {
        0: translate("review", "Nobody"),
        1: translate("review", "One person"),
        2: translate("review", "Two people"),
        3: translate("review", "Three people"),
        4: translate("review", "Four people"),
    }
    return words.get(number, translate("review", "{number} people").format(number=number))
