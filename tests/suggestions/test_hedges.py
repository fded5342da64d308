"""Hedges are told by meaning: the same words with another sense are none."""

from __future__ import annotations

import pytest

from tests.suggestions.reading_cues import labels, suggestions


@pytest.mark.parametrize(
    "sentence",
    [
        "The log may have been lost.",
        "The pier might settle by a hand’s breadth.",
        "The deal could be signed before Sunday.",
        "The vote will probably be close.",
        "The chairman has reportedly bought a crane.",
        "The fragments seem to match the roller.",
        "The log appears to record ten boreholes.",
        "Its number suggests that the memo came from the treasury.",
        "“I believe he meant well,” Mrs Arlen said.",
        "It is unclear whether the valve was open.",
        "Neither account could be independently verified.",
        "The alleged payment was made in May.",
        "The painting is believed to be a copy.",
        "Police have not ruled out arson.",
        "“Perhaps they thought it was the meter,” Arlen said.",
        "The bill could well be higher.",
    ],
)
def test_doubt_is_a_hedge(sentence: str) -> None:
    assert "hedge" in labels(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "From the tower you could see as far as Oxmere.",
        "“I couldn’t lift my head,” she said.",
        "Residents may park on the quay until noon.",
        "Visitors may borrow a lamp.",
        "You may return opened bags.",
        "In May the club refused the lease.",
        "Theresa May opened the bridge.",
        "Mark May, the harbour master, left on Monday.",
        "In winter she would walk to the mill before dawn.",
        "About 40 boats were on the water.",
        "Some of them will leave tomorrow.",
        "The singer appeared on the stage in June.",
        "The might of the fleet lay at anchor.",
        "They were asked to reply as soon as possible.",
        "Everyone is supposed to leave by noon.",
    ],
)
def test_other_senses_of_the_words_are_no_hedge(sentence: str) -> None:
    assert "hedge" not in labels(sentence)


def test_the_cue_is_the_word_of_doubt() -> None:
    (found,) = suggestions(["The log may have been lost."])
    assert [cue.text for cue in found["hedge"].cues] == ["may"]
