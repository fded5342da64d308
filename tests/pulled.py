"""A project in which suggestions were on screen for some, for whatever shows the pull of suggestions."""

from __future__ import annotations

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator, Origin
from labeling.operations import judging
from labeling.operations.judging import Circumstances
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, sentence_id

MAY, AIDE, DENIED, NOBODY = (sentence_id(FERRY, index) for index in range(4))
SEEMS, MILLER = (sentence_id(MILL, index) for index in range(2))


def judge_with_suggestions(project: Project) -> None:
    """Ines has suggestions on screen, Tomás sees them once he has decided, and then changes one answer of three.

    Hedge is suggested for one sentence of each article; both times Ines gives it, with Enter and by hand.
    """
    _answer(project, INES, MAY, "hedge", shown="hedge", seconds=2.0, origin=Origin.SUGGESTION)
    _answer(project, INES, AIDE, "on_record", shown="anonymous_source", seconds=4.0)
    _answer(project, INES, SEEMS, "hedge", shown="hedge", seconds=3.0)
    _answer(project, INES, NOBODY)
    _answer(project, TOMAS, MAY, seconds=5.0)
    _answer(project, TOMAS, MAY, "hedge", shown="hedge", seconds=9.0)
    _answer(project, TOMAS, AIDE, "anonymous_source", seconds=6.0)
    _answer(project, TOMAS, SEEMS, seconds=7.0)


def _answer(
    project: Project,
    who: Annotator,
    sentence: SentenceId,
    label: str = "",
    *,
    shown: str = "",
    seconds: float | None = None,
    origin: Origin = Origin.HAND,
) -> None:
    on_screen = ({"label": shown, "score": 0.9, "by": "cues@1"},) if shown else ()
    circumstances = Circumstances(seconds, origin, on_screen)
    if label:
        judging.set_only_label(project, who, sentence, label, None, circumstances)
    else:
        judging.judge_none(project, who, sentence, circumstances)
