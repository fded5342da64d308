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
