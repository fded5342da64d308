"""Denials need a denier and a claim: neither refusals nor the reporter's own negation deny."""

from __future__ import annotations

import pytest

from tests.suggestions.reading_cues import labels, suggestions


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry denied that any order had been given.",
        "Arlen denies the charge.",
        "The report was denied by the ministry.",
        "The company rejected the allegation.",
        "She dismissed as false a report that the lamp had failed.",
        "The board disputes the inspector’s account.",
        "The clerk said there was no second list.",
        "Mr Vale said he had not seen any such letter.",
        "“I have never met the man,” the treasurer said.",
        "An aide said he knew nothing of the sale.",
        "“That is simply untrue,” Arlen said.",
        "The club pushed back on the report.",
        "The office said that it had played no part in the drafting.",
        "Printwell, the supplier, disclaimed responsibility.",
    ],
)
def test_rejecting_a_claim_is_a_denial(sentence: str) -> None:
    assert "denial" in labels(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The company declined to comment.",
        "The spokesman refused to confirm or deny the report.",
        "The office neither confirmed nor denied it.",
        "The man was denied bail on Thursday.",
        "Reporters were denied entry to the depot.",
        "The union rejected the board’s offer of two per cent.",
        "The guards denied them the keys.",
        "Nine families were denied any help.",
        "The judge dismissed the case on Friday.",
        "No bidder has come forward.",
        "The report was not published.",
        "Arlen would not say who had signed.",
        "“We will not sell the boat,” she said.",
        "The two ministers are contradicting each other.",
        "The case was No. 4417, the clerk said.",
    ],
)
def test_what_rejects_no_claim_is_no_denial(sentence: str) -> None:
    assert "denial" not in labels(sentence)


def test_a_negation_beside_a_denial_goes_on_denying() -> None:
    found = suggestions(["Dr Strake denied it.", "“There is no soft ground under that pier,” she said."])
    assert "denial" in found[1]


def test_the_cue_is_the_rejecting_verb() -> None:
    (found,) = suggestions(["The ministry denied that any order had been given."])
    assert [cue.text for cue in found["denial"].cues] == ["denied"]
