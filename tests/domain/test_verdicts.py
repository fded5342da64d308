from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain import verdicts
from labeling.domain.articles import Span
from labeling.domain.judgments import Evidence, State, Verdict
from tests.factories import small_codebook

CODEBOOK = small_codebook()
LABELS = st.sampled_from([label.id for label in CODEBOOK.labels])


def test_taking_the_only_label_away_clears_and_never_says_none() -> None:
    labelled = verdicts.with_label_toggled(Verdict(), "hedge", CODEBOOK)
    assert labelled == Verdict(State.LABELLED, ("hedge",))
    assert verdicts.with_label_toggled(labelled, "hedge", CODEBOOK) == Verdict(State.CLEARED)


def test_a_label_takes_the_place_of_none() -> None:
    none = verdicts.none_applies(Verdict(comment="Hm."), CODEBOOK)
    assert none == Verdict(State.NONE, comment="Hm.")
    assert verdicts.with_only_labels(none, ("denial",), CODEBOOK) == Verdict(State.LABELLED, ("denial",), comment="Hm.")


def test_the_same_words_again_are_unmarked_and_the_label_stays() -> None:
    marked = verdicts.with_evidence_toggled(Verdict(), "hedge", Span(10, 13), CODEBOOK)
    assert marked == Verdict(State.LABELLED, ("hedge",), evidence=(Evidence("hedge", 10, 13),))
    assert verdicts.with_evidence_toggled(marked, "hedge", Span(10, 13), CODEBOOK) == Verdict(
        State.LABELLED, ("hedge",)
    )


def test_evidence_goes_with_its_label() -> None:
    marked = verdicts.with_evidence_toggled(Verdict(State.LABELLED, ("denial",)), "hedge", Span(10, 13), CODEBOOK)
    assert verdicts.with_label_toggled(marked, "hedge", CODEBOOK) == Verdict(State.LABELLED, ("denial",))
    assert verdicts.excluded(marked, CODEBOOK) == Verdict(State.EXCLUDED)


def test_a_comment_is_text_without_what_no_file_can_hold() -> None:
    assert verdicts.with_comment(Verdict(), " a\0b \ud800c\n").comment == "ab c"
    assert verdicts.with_comment(Verdict(comment="x"), "\0 ") == Verdict()


def test_labels_fit_the_state() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Verdict(State.NONE, ("hedge",))
    with pytest.raises(ValueError, match="do not fit"):
        Verdict(State.LABELLED)


@given(st.lists(LABELS, max_size=12))
def test_toggling_leaves_what_was_toggled_an_odd_number_of_times(toggled: list[str]) -> None:
    verdict = Verdict()
    for label in toggled:
        verdict = verdicts.with_label_toggled(verdict, label, CODEBOOK)
    odd = {label for label in toggled if toggled.count(label) % 2}
    assert verdict.labels == CODEBOOK.in_order(odd)
    assert verdict.decided == bool(odd)
