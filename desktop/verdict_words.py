"""What was said of a sentence, in words: for the inspector, the history and the status bar."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from labeling.domain.changes import Act
from labeling.domain.codebooks import Codebook
from labeling.domain.ids import time_of
from labeling.domain.judgments import Judgment, Origin, State, Verdict

translate = QCoreApplication.translate


def verdict_in_words(verdict: Verdict, codebook: Codebook) -> str:
    """Return, for example, “Anonymous source, Hedge; unsure; comment”."""
    said = [decision_in_words(verdict, codebook)]
    if verdict.evidence:
        said.append(translate("verdict", "words marked"))
    if verdict.unsure:
        said.append(translate("verdict", "unsure"))
    if verdict.comment:
        said.append(translate("verdict", "comment"))
    return "; ".join(said)


def state_in_words(judgment: Judgment | None, now: datetime) -> str:
    """Return the line under the place of a sentence: “Labelled 14:07 · by hand”, “Not judged yet”."""
    if judgment is None or not judgment.verdict.decided:
        return translate("verdict", "Not judged yet")
    state = {
        State.LABELLED: translate("verdict", "Labelled {time}"),
        State.NONE: translate("verdict", "None applies {time}"),
        State.EXCLUDED: translate("verdict", "Excluded {time}"),
    }[judgment.verdict.state]
    return f"{state.format(time=time_in_words(judgment.id, now))} · {origin_in_words(judgment.origin)}"


def origin_in_words(origin: Origin) -> str:
    """Return where a judgment came from."""
    return {
        Origin.HAND: translate("verdict", "by hand"),
        Origin.SUGGESTION: translate("verdict", "suggestion accepted"),
        Origin.IMPORT: translate("verdict", "imported"),
        Origin.UNDO: translate("verdict", "by undo or redo"),
    }[origin]


def time_in_words(judgment_id: str, now: datetime) -> str:
    """Return when a judgment was made: the time, with the date unless it is today. `now` is in local time."""
    moment = time_of(judgment_id).astimezone(now.tzinfo)
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    pattern = "d MMM" if moment.year == now.year else "d MMM yyyy"
    return f"{QLocale().toString(QDate(moment.year, moment.month, moment.day), pattern)} {moment:%H:%M}"


def act_in_words(act: Act, number: int, verdict: Verdict, codebook: Codebook, origin: Origin = Origin.HAND) -> str:
    """Return what was just done to a sentence, for the status bar: “Sentence 6: none applies”."""
    if act is Act.SPLIT:
        return translate("verdict", "Sentence {number} split in two").format(number=number)
    if act is Act.JOINED:
        return translate("verdict", "Sentence {number} joined with the next").format(number=number)
    said = {
        Act.COMMENTED: translate("verdict", "comment") if verdict.comment else translate("verdict", "no comment"),
        Act.FLAGGED: translate("verdict", "unsure") if verdict.unsure else translate("verdict", "no longer unsure"),
    }.get(act, decision_in_words(verdict, codebook))
    if origin is Origin.SUGGESTION and act is Act.JUDGED:
        said = f"{said} ({origin_in_words(origin)})"
    return translate("verdict", "Sentence {number}: {said}").format(number=number, said=said)


def step_in_words(step: int, act: Act, number: int, verdict: Verdict, codebook: Codebook) -> str:
    """Return what an undo (`step` -1) or redo (1) has brought back: “Undone: sentence 6 is not judged”."""
    if act in (Act.SPLIT, Act.JOINED):
        said = translate("verdict", "boundaries of sentence {number}").format(number=number)
    else:
        said = translate("verdict", "sentence {number} is now: {said}").format(
            number=number, said=verdict_in_words(verdict, codebook)
        )
    return (translate("verdict", "Undone: {said}") if step < 0 else translate("verdict", "Redone: {said}")).format(
        said=said
    )


def decision_in_words(verdict: Verdict, codebook: Codebook) -> str:
    """Return what was decided: “Anonymous source, Hedge”, “none applies”, “not judged”."""
    if verdict.labels:
        return ", ".join(label.name if (label := codebook.label(name)) else name for name in verdict.labels)
    return {
        State.NONE: translate("verdict", "none applies"),
        State.EXCLUDED: translate("verdict", "excluded"),
    }.get(verdict.state, translate("verdict", "not judged"))
