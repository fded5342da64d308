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
        "The airline issued a denial within the hour.",
        "Brume’s denial that she had met the broker was read out in court.",
        "The club distanced itself from the remarks.",
        "“The story is a fabrication,” the ministry said.",
        "The palace called the report inaccurate.",
        "Police said it was not true that an officer had been hurt.",
        "He insisted that he had done nothing wrong.",
        "The minister rejected suggestions that the bridge was unsafe.",
        "The army said none of its soldiers had crossed the line.",
        "A spokesman said the claims were without foundation.",
        "The bank maintains that no customer lost a penny.",
        "The coach scoffed at talk of a rift.",
        "Lawyers for Vale said he was innocent and would fight the charge.",
        "Vale pleaded not guilty to all four counts.",
        "The ministry contradicted the report, saying the valve had been open.",
        "The Kremlin has repeatedly denied involvement.",
        "The company refuted the allegations.",
        "She has always maintained she did not know the man.",
        "Officials insisted there were no plans to close the ward.",
        "The union said the leaked figures were wrong.",
        "The mayor rubbished the claim.",
        "Rusk brushed aside the criticism.",
        "The council said that was categorically not the case.",
        "“There is no list,” said the clerk.",
        "Both governments have dismissed the report as fake.",
        "The academy disputes that any exam paper was leaked.",
        "“These allegations are false and defamatory,” the lawyer wrote.",
        "The owners deny any knowledge of the wiring.",
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
        "The minister was not in the room.",
        "The road is not open yet, police said.",
        "The company did not respond to a request for comment.",
        "He said he would not stand again.",
        "“I’m not tired,” the winner said with a laugh.",
        "There was no wind on the lake.",
        "The court rejected the appeal.",
        "The players refused to leave the bus.",
        "“We don’t have enough nurses,” the ward sister said.",
        "No one was hurt, the fire service said.",
        "The manager dismissed the striker in March.",
        "He challenged the champion to a rematch.",
        "The city denied the permit in April.",
        "Voters rejected the tax by a wide margin.",
        "“You cannot win every game,” Dunstan said.",
        "Neither side would discuss the terms.",
        "The report found no cracks in the hull.",
        "She said the shop had not opened before nine since the war.",
        "The false ceiling fell in.",
        "“There is no doubt that she won,” the judge said.",
        "“You could dismiss it as a joke,” he said.",
        "He called on the board to reject the claim.",
        "Neither contest drew a crowd.",
        "The latest dispute began in May.",
        "Patrols met in disputed waters.",
        "“I’ve never seen anything like it,” the keeper said.",
        "The court heard that he showed no remorse.",
        "The treasurer voted no.",
        "The keeper denied Dunstan a second goal.",
        "The landlord denied the tenants a say.",
        "“Something is wrong with the bell,” the sexton said.",
        "The village lies in the hills.",
        "The site was hit by a denial-of-service attack.",
        "The offer was reportedly rejected by Vale over fears that it would fail.",
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
