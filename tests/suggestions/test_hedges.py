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
        "The two sides appear close to a deal.",
        "It is possible that the pipe froze.",
        "The blast is thought to have been caused by gas.",
        "The minister is understood to have offered her resignation.",
        "The suspect is believed to be abroad.",
        "The move is likely to anger growers.",
        "The cause is not yet known.",
        "It was not immediately clear who fired first.",
        "The number could rise, the ministry warned.",
        "“I suspect they’ll settle,” she said.",
        "The law would probably be struck down.",
        "Sales almost certainly fell in May.",
        "Investigators are examining whether the brakes failed.",
        "The document, if genuine, would end his career.",
        "Analysts expect the bank to cut rates in June.",
        "The painting is said to be worth a fortune.",
        "The team may have to play without Vale.",
        "He might well be right.",
        "The reports could not be independently confirmed.",
        "There were unconfirmed reports of a second blast.",
        "The ship seemed to be drifting.",
        "Early signs suggest the vote was close.",
        "Police suspect that the fire was set on purpose.",
        "The talks look set to fail.",
        "It remains unclear why the train left early.",
        "The king is expected to attend.",
        "She apparently left by the back door.",
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
        "The mayor will open the bridge on Monday.",
        "The trial is due to begin in June.",
        "He plans to run again.",
        "She hopes to finish by May.",
        "He would often walk by the river.",
        "If it rains, the match will be off.",
        "She can speak four languages.",
        "He could not find his keys.",
        "The firm intends to sell the mill.",
        "Some of the crew went home.",
        "About 300 people came.",
        "The bill would raise taxes on fuel.",
        "He was accused of theft.",
        "Members may vote by post.",
        "He thought about the game all night.",
        "The judge considered the evidence for a week.",
        "She appeared in court on Friday.",
        "The actor appeared as a monk.",
        "It was as hard as possible.",
        "They indicated their choice by raising hands.",
        "The agency suggested that the scheme should end.",
        "He didn’t suggest a ban.",
        "“I can’t imagine the grief,” she said.",
        "“I believe in the lamp,” he said.",
        "It has the highest possible rating.",
        "The two sides agreed in principle.",
        "The trial is expected to last nine weeks.",
        "A second bridge is not possible.",
        "The gift made the journey possible.",
        "Children of smokers are twice as likely to cough.",
        "Vale missed two chances before the break.",
        "“I have no doubt that she won,” he said.",
        "It became apparent that the key was lost.",
        "Landlords may not keep the deposit.",
        "The theft was reported to the police.",
        "It was a sort of bell.",
        "The doctor suspected nothing.",
        "He assumed control of the firm in May.",
        "The show could be seen from the pier.",
    ],
)
def test_other_senses_of_the_words_are_no_hedge(sentence: str) -> None:
    assert "hedge" not in labels(sentence)


def test_the_cue_is_the_word_of_doubt() -> None:
    (found,) = suggestions(["The log may have been lost."])
    assert [cue.text for cue in found["hedge"].cues] == ["may"]
