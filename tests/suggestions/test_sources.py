"""Anonymous source and on record, from a source and a reporting cue in one construction."""

from __future__ import annotations

import pytest

from tests.suggestions.reading_cues import labels, suggestions

SOURCES = {"anonymous_source", "on_record"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mayor Tilda Rusk said the quay would be closed.",
        "“The quay is closed,” said Tilda Rusk.",
        "Tilda Rusk, who runs the harbour, said the quay would be closed.",
        "Tilda Rusk, the mayor of Oxmere, told reporters the quay would be closed.",
        "The quay would be closed, according to Tilda Rusk.",
        "The Ministry of Canals said the lock was dry.",
        "A spokeswoman for the Harbour Authority said the quay was closed.",
        "Secretary of State Ada Brume said the talks had ended.",
        "Rusk was quoted as saying that the quay was closed.",
        "Tilda Rusk walked to the quay on Monday and said it would be closed.",
        "In an interview, Rusk described the quay as “a trap with a view.”",
        "The quay was described by Tilda Rusk as “a trap with a view.”",
        "Rusk: Quay will close",
    ],
)
def test_a_named_source_is_on_record(sentence: str) -> None:
    assert labels(sentence) & SOURCES == {"on_record"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A senior official at the Ministry of Canals said the lock was dry.",
        "Two people familiar with the talks said a deal was near.",
        "The lock was dry, according to three officials.",
        "“The lock was dry,” said one former ministry aide.",
        "Officials at the port, which Rusk runs, said the crane had failed.",
        "A clerk, speaking on condition of anonymity, said the minutes were false.",
        "Two keepers who had read the report said it ran to nine pages.",
        "“We could see the bottom,” said a bargee who would not give his name.",
        "Kellmark officials told the paper that the lock was dry.",
        "Several aides to Rusk said she had left.",
    ],
)
def test_a_source_without_a_name_is_anonymous(sentence: str) -> None:
    assert labels(sentence) & SOURCES == {"anonymous_source"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilda Rusk opened the market on Saturday.",
        "The mayor declined to comment.",
        "Rebels attacked the Vale bridge on Monday.",
        "The Harbour Authority sent a global warning to all ports.",
        "Ava Brume’s film “The Last Lamp” opens on Friday.",
        "An aide to the mayor would not say who had signed.",
        "A leaked memo says the lock was dry.",
        "Growers fear a third dry summer.",
        "The lock has been dry since June.",
        "Ada Brume was born in Oxmere in 1961.",
        "The Harbour Authority built a new quay.",
        "Rusk will meet the union on Monday.",
        "Vale scored twice in the second half.",
        "The council meets in private.",
        "Brume refused to comment.",
        "The airline did not respond to requests for comment.",
        "Rusk wants a second term.",
        "The bank holds shares in nine mills.",
        "Brume called the police at nine.",
        "Brume found a key in the drawer.",
        "Rusk’s plan would cost 4 million crowns.",
        "Vale needs two more votes.",
        "The film stars Ada Brume as a “reluctant” spy.",
        "Brume cast the first vote.",
        "The storm is Vale’s worst since 1990.",
        "Officials have to explain the delay.",
        "The keepers took questions about the lamp.",
        "Voters fear a rise in fares.",
        "Arlen painted the door.",
        "Arlen found the key.",
        "The board maintains nine bridges.",
        "Arlen hopes to finish in May.",
        "A firm called Brume & Sons won.",
        "The referee pointed to the spot.",
        "Some 74 per cent of voters said they would stay at home.",
        "What do landlords say?",
        "Arlen’s plan was late.",
        "Customer calls were answered by noon.",
        "The bureaus decide how to proceed.",
        "Group F — Oxmere 1 – 0 Vale",
        "The keepers whose claim was refused went home.",
        "Asked by reporters, the keeper left.",
        "A spokesman for the mayor said he would not be drawn on it.",
    ],
)
def test_what_attributes_nothing_has_no_source(sentence: str) -> None:
    assert not labels(sentence) & SOURCES


def test_a_sentence_can_have_both_sources() -> None:
    assert labels("A senior official said and the ministry’s spokesman confirmed that the lock was dry.") >= SOURCES


def test_a_pronoun_takes_the_kind_of_the_last_speaker() -> None:
    assert labels("An engineer who would not be named said the lock was dry.", "“It was,” he added.") == {
        "anonymous_source"
    }
    assert labels("Ada Brume said the lock was dry.", "“It was,” she added.") == {"on_record"}


def test_a_description_takes_the_kind_of_whom_it_describes() -> None:
    unnamed = labels("A diplomat said the road was open.", "The diplomat said she had driven it.")
    assert unnamed == {"anonymous_source"}
    assert "anonymous_source" in labels("Two engineers said the pier was soft.", "One of them said it had sunk.")


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    found = suggestions(
        ["“The lock was dry,” Ada Brume said.", "“Nobody looked.”"], ["A deckhand said it was raining.", "“We sank.”"]
    )
    assert [set(each) & SOURCES for each in found] == [
        {"on_record"},
        {"on_record"},
        {"anonymous_source"},
        {"anonymous_source"},
    ]


def test_a_quotation_that_runs_over_sentences_has_the_speaker_who_is_named_at_its_end() -> None:
    found = suggestions(["“The lock was dry. ", "It had been dry for weeks,” said Ada Brume."])
    assert set(found[0]) & SOURCES == {"on_record"}


def test_a_name_in_capitals_only_because_a_sentence_begins_is_no_name() -> None:
    assert labels("Gardeners said the lock was dry.") & SOURCES == {"anonymous_source"}


def test_cues_are_the_source_and_the_word_of_reporting() -> None:
    (found,) = suggestions(["The lock was dry, a senior official said."])
    assert [cue.text for cue in found["anonymous_source"].cues] == ["a senior official", "said"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said the dam was sound.",
        "Police said three men had been arrested.",
        "The Met said it was treating the death as unexplained.",
        "Downing Street said the prime minister had full confidence in her.",
        "A spokeswoman for the airline said flights would resume.",
        "Court documents say the money went to a shell company.",
        "A poll found that 61 percent of voters want the law repealed.",
        "Two men were arrested on Friday.",
        "The source of the river is in the Vale hills.",
        "Doctors treated nine people for smoke.",
        "Residents were told to boil their water.",
        "The official exchange rate fell on Monday.",
        "Fans sang until midnight.",
        "Analysts at Bank Hemmel raised their forecast.",
        "An officer was hurt when the wall fell.",
        "Prosecutors charged him with fraud in May.",
        "The officials were flown home on Tuesday.",
        "“I saw it fall,” Ada Brume said.",
    ],
)
def test_a_body_a_document_and_a_deed_are_no_anonymous_source(sentence: str) -> None:
    assert "anonymous_source" not in labels(sentence)


def test_a_participle_belongs_to_whoever_spoke_before_it() -> None:
    assert labels("The lock was dry, an engineer said, adding that Rusk knew.") & SOURCES == {"anonymous_source"}
    assert labels("Rusk left, with most of the keepers saying it was late.") & SOURCES == {"anonymous_source"}


def test_the_speaker_of_a_quoted_source_speaks_too() -> None:
    found = labels("The paper quoted an unnamed official as saying the lock was dry.")
    assert found & SOURCES == SOURCES


def test_he_is_whoever_the_sentence_names() -> None:
    found = suggestions(["A diver said the lock was dry.", "When Tilda Rusk opened the gate, she said it was."])
    assert set(found[1]) & SOURCES == {"on_record"}


def test_this_person_is_whoever_spoke() -> None:
    found = suggestions(["A spokeswoman for the port said the lock was dry.", "“It is,” this person added."])
    assert set(found[1]) & SOURCES == {"on_record"}
