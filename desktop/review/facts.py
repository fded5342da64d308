"""What the status bar says while one settles: how far it is, who settles, by which codebook."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.review.docket import Docket
from desktop.review.place import ReviewPlace
from desktop.session import Session
from labeling.operations.disagreeing import Wanted

translate = QCoreApplication.translate

_HASH_SHOWN = 6


def facts_of(session: Session, place: ReviewPlace, docket: Docket, *, roomy: bool) -> dict[str, str]:
    """Return it in order; in a narrow window only what matters most."""
    facts = {}
    settled, differing = place.settled_here()
    if differing and roomy:
        words = translate("review", "In this article {settled:,} of {all:,} settled")
        facts["article"] = words.format(settled=settled, all=differing)
    if docket.survey is not None:
        counts = docket.survey.counts(Wanted())
        all_in = translate("review", "In all {settled:,} of {all:,}")
        words = all_in if roomy else translate("review", "{settled:,} of {all:,} settled")
        facts["all"] = words.format(settled=counts.settled, all=counts.all)
    name = session.annotator.name
    facts["adjudicator"] = translate("review", "Adjudicator {name}").format(name=name) if roomy else name
    if roomy:
        version = session.codebook.hash[:_HASH_SHOWN]
        facts["codebook"] = translate("review", "Codebook {version}").format(version=version)
    return facts
