"""Who speaks, in the ways of different newsrooms: agencies, broadsheets, broadcasters, tabloids and courts."""

from __future__ import annotations

import pytest

from tests.suggestions.reading_cues import labels, suggestions

SOURCES = {"anonymous_source", "on_record"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares fell 3 percent, traders said.",
        "Vale Corp plans to sell its mill, sources familiar with the matter said.",
        "Witnesses said the gunmen had fled on foot.",
        "A resident said by telephone that shells had landed nearby.",
        "Medics said nine people had been hurt.",
        "Officials said at least 12 people were killed.",
        "Security sources told the agency the road was mined.",
        "An Interior Ministry official said the convoy was late.",
        "A U.S. official, speaking on condition of anonymity, said the ship had turned back.",
        "One resident, who did not wish to be named, said the smell was vile.",
        "A source told the paper: “They’re inseparable.”",
        "A friend revealed that the pair had split.",
        "One fan wrote: “I’m in tears.”",
        "A passer-by said the car had been speeding.",
        "Neighbours said they had heard shouting.",
        "Scientists at Oxmere University said the reef was recovering.",
        "The researchers said the reef was recovering.",
        "“It’s a mess,” a senior Tory said.",
        "“It’s a mess,” one minister said.",
        "Ministers are privately furious, one aide said.",
        "A person close to the negotiations said Monday that the deal was near.",
        "Two senior White House officials said the bill was dead.",
        "Democrats said the bill would gut the fund.",
        "Several Republican lawmakers said the bill would pass.",
        "Three people familiar with the plan described it as a gamble.",
        "The firm is weighing a sale, according to two people briefed on the talks, who asked not to be named.",
        "A lawyer for the family said they would appeal.",
        "Rebels said they had taken the town.",
        "Meteorologists warned of gusts of up to 90 mph.",
        "Firefighters said the blaze was under control.",
        "Campaigners say the pool must stay open.",
        "Teachers’ leaders said the cuts would hurt.",
        "Parents have criticised the plan.",
        "Reuters reported, citing two people with knowledge of the talks, that the plant would close.",
        "Sources close to the singer said the tour was off.",
        "A source told the Courier that the deal was done.",
        "Insiders say the chairman is on his way out.",
        "One Tory MP said the whips had given up.",
        "“It’s chaos,” one cabinet minister told the programme.",
        "A No 10 source said the plan was dead.",
        "A person briefed on the matter said the bank would sell.",
        "The bank is in talks with Vale, according to people familiar with the matter.",
        "Two European diplomats said the text had been agreed.",
        "Senior figures in the party want her gone, one of them said.",
        "A former colleague described him as a bully.",
        "A pal of the actor said: “He’s gutted.”",
        "An eyewitness said the bus had jumped the lights.",
        "Officials speaking on condition of anonymity said the raid had failed.",
        "“They never told us,” said a nurse at the hospital, who asked not to be named.",
        "Several board members, who declined to be identified, said they would resign.",
        "A government source said last night that the vote would be lost.",
        "Residents told the BBC the water smelled of diesel.",
        "U.S. officials say the missile was fired from the coast.",
        "A senior administration official told reporters the sanctions would stay.",
        "An Israeli security source said the tunnel was empty.",
        "The talks broke down on Friday, three officials familiar with them said.",
        "One of the people said the board would meet on Sunday.",
        "The company plans to cut 400 jobs, two people with direct knowledge of the plans told Reuters.",
        "A western intelligence official said the ship had been followed for days.",
        "Friends of the duke said he was furious.",
        "Aides said privately that the governor had made up her mind.",
        "A second source confirmed the account.",
    ],
)
def test_somebody_without_a_name_is_anonymous(sentence: str) -> None:
    assert labels(sentence) & SOURCES == {"anonymous_source"}


@pytest.mark.parametrize(
    "sentence",
    [
        "LONDON (CWS) - Vale Corp said on Monday it would close two plants.",
        "State news agency Oxa said the border was open.",
        "State television said the minister had resigned.",
        "The official Oxa news agency quoted him as saying the talks had failed.",
        "Police spokesman Tariq Vale said the road was closed.",
        "The group said in a statement that it was behind the attack.",
        "EU foreign policy chief Petra Lomm said the deal was alive.",
        "“Growth will slow,” said Petra Lomm, chief economist at Bank Hemmel in Astrey.",
        "“Growth will slow,” said Lomm, who covers banks at Hemmel.",
        "Sales rose 4 percent, according to data from Hemmel Research.",
        "Mr Vale told the BBC: “It was chaos.”",
        "Speaking to the programme, she said the law was cruel.",
        "Ms Brume, of Oxmere, said she was relieved.",
        "Prosecutor Tom Strake told the court that Vale had lied.",
        "Det Insp Mo Hale, of Vale Police, said the attack was cowardly.",
        "Labour said the plan was “dead in the water”.",
        "Prof Ilse Dannemark, from the University of Ister, said the reef was recovering.",
        "The study’s lead author, Ilse Dannemark, said the reef was recovering.",
        "The prime minister’s spokesman said she had full confidence in him.",
        "The prime minister’s official spokesman told reporters she would stay.",
        "The White House said Thursday it would veto the bill.",
        "White House press secretary Tom Strake said the bill was dead.",
        "Senate Majority Leader Tom Strake (R-Vale) said he would call a vote.",
        "Strake, D-Oxmere, said he would call a vote.",
        "“This is wrong,” Rep. Ada Brume said at a hearing.",
        "Asked about the bill, Strake said it was dead.",
        "Strake, asked whether the bill was dead, said it was.",
        "The bill, Strake said, was dead.",
        "The bill is dead, Strake told reporters, adding that he was sorry.",
        "Strake was heard telling an aide that the bill was dead.",
        "Strake tweeted Tuesday morning: “The bill is dead!”",
        "In a memo obtained by the paper, Strake called the bill dead.",
        "Hemmel declined to comment, while a representative for Vale said it was a rumour.",
        "Representatives for Vale said the tour would go on.",
        "Hamas said it had accepted the terms.",
        "The Israeli army said it had struck a depot.",
        "Ukraine’s president said the line had held.",
        "Kyiv said the drones were shot down.",
        "The World Health Organization warned of a new wave.",
        "The Met Office warned of gusts of up to 90mph.",
        "The fire service said the blaze was under control.",
        "A spokesman for Vale Fire and Rescue Service said the blaze was out.",
        "The teachers’ union NUT said the cuts would hurt.",
        "Cllr Mo Hale said the plan would go ahead.",
        "The council’s leader, Mo Hale, said the plan would go ahead.",
        "The council leader said the plan would go ahead.",
        "The ministry said the dam was sound.",
        "Police said three men had been arrested.",
        "Downing Street said the prime minister had full confidence in her.",
        "Rusk tweeted that the quay was safe.",
        "“Enough is enough,” Rusk wrote on Facebook.",
        "In a tweet, Rusk called the plan a disgrace.",
        "The BBC reported that the ship had sunk.",
        "Mr Justice Vale said the case was closed.",
        "Ada Brume, 34, from Oxmere, said: “We heard a bang.”",
        "Brume added: “It was over in seconds.”",
        "The fund’s chief economist, Petra Lomm, told Reuters growth would slow.",
        "“We will appeal,” said Vale’s lawyer, Tom Strake.",
        "The United Nations says 4,000 people have fled.",
        "Sir Edmund Tarry said he was sorry.",
        "Foreign Secretary Ada Brume accused the council of delay.",
        "The NHS trust apologised to the family.",
        "Greenpeace warned that the reef was dying.",
        "The court heard that Vale had hidden the knife.",
        "Detective Inspector Mo Hale said: “This was a cowardly attack.”",
        "Vale’s mother, Joan, said he had been asleep.",
        "A statement from the club said the match would go ahead.",
        "The IMF cut its forecast, saying trade had slowed.",
        "Labour’s Tom Strake said the figures were a disgrace.",
        "Brume, whose party holds 40 seats, and Strake said they would vote against it.",
        "Rusk: ‘I will not resign’",
        "Quay to close, says Rusk",
        "Minister vows to reopen quay",
        "According to the charity Shelter Vale, rents have doubled.",
        "The mayor’s office confirmed the visit.",
        "Israel’s military said it had struck two depots.",
        "China’s foreign ministry urged both sides to talk.",
        "Vale, who denies murder, told jurors he had been at home.",
        "“The water was up to here,” she said, pointing at her knee.",
    ],
)
def test_a_name_a_body_or_its_spokesman_is_on_record(sentence: str) -> None:
    assert labels(sentence) & SOURCES == {"on_record"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Emails obtained by the paper show the bill was dead in May.",
        "The lawsuit says the company hid the tests.",
        "A report by the auditor found that the fund was empty.",
        "A poll by Hemmel found 61 percent of voters want the bill.",
        "The bill has 40 sponsors.",
        "Officials closed the road at noon.",
        "Police arrested two men.",
        "The company’s shares fell 4 percent.",
        "Brume left the room before the vote.",
        "Dozens of people were waiting at the gate.",
        "The mayor was born in Oxmere.",
        "The talks will resume on Monday.",
        "Experts were called in to look at the dam.",
        "A man was arrested on suspicion of arson.",
        "The judge sentenced Vale to nine years.",
        "Dunstan, 24, joined the club from Oxmere in 2029.",
        "The album is called “Nine Small Lamps on the Quay”.",
        "A representative for the singer did not return a call.",
        "The actor’s agent confirmed he had left the show.",
        "A Home Office spokesperson said: “We do not comment on cases.”",
    ],
)
def test_documents_deeds_and_plans_have_no_source(sentence: str) -> None:
    assert not labels(sentence) & SOURCES


@pytest.mark.parametrize(
    ("before", "sentence", "label"),
    [
        (
            "A source told the paper: “They’re inseparable.”",
            "“He’s over the moon,” they added.",
            "anonymous_source",
        ),
        (
            "A source told the paper: “They’re inseparable.”",
            "The insider added: “It’s love.”",
            "anonymous_source",
        ),
        (
            "One fan wrote: “I’m in tears.”",
            "Another said: “What a night.”",
            "anonymous_source",
        ),
        (
            "Ada Brume has a new film out.",
            "The actress said she was thrilled.",
            "on_record",
        ),
        (
            "Lewis Dunstan scored twice.",
            "“I just hit it,” the striker said.",
            "on_record",
        ),
        (
            "Lewis Dunstan scored twice.",
            "The 34-year-old said: “I just hit it.”",
            "on_record",
        ),
        (
            "Ada Brume opened the bridge.",
            "“It is a great day,” the mayor said.",
            "on_record",
        ),
        (
            "A 34-year-old man was pulled from the river.",
            "“I slipped,” he said.",
            "anonymous_source",
        ),
        (
            "Hale said: “It will go ahead.”",
            "He went on: “We have listened.”",
            "on_record",
        ),
    ],
)
def test_a_reference_back_takes_the_kind_of_whom_it_means(before: str, sentence: str, label: str) -> None:
    assert labels(before, sentence) & SOURCES == {label}


def test_a_heading_in_quotation_marks_goes_on_quoting_nobody() -> None:
    found = suggestions(["A deckhand said it was raining."], ["“We will not be silent”"])
    assert set(found[1]) & SOURCES == {"anonymous_source"}
