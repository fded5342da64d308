"""Constructions of the news beside others of the same words: one carries a label, its neighbour does not."""

from __future__ import annotations

import pytest

from tests.suggestions.reading_cues import labels, suggestions

SOURCES = {"anonymous_source", "on_record"}


@pytest.mark.parametrize(
    ("uncertain", "sure"),
    [
        ("The cabinet may not survive the week.", "Under the constitution the cabinet may not dissolve the house."),
        (
            "Families who were not called may have moved away.",
            "Families who were not called may write to the board until May.",
        ),
        ("They suggest that two keys were lost.", "The keepers suggested a walk."),
        ("The keepers can count, and might.", "The army showed its might."),
        ("The minister said that the lock could be sold.", "The treasury asked for something that could be sold."),
        ("The study could not prove that lamps cause harm.", "The key would not turn."),
        ("“My guess is it was the pump,” the clerk said.", "“My guests are late,” the clerk said."),
        ("A settlement looks improbable.", "The lamp looks old."),
        ("“May I have been wrong?” he asked.", "May was the wettest month of the year."),
        ("There were signs that the pump had failed.", "Several carried signs that said “Shut”."),
        ("The number cast doubt on the log.", "The keepers cast their nets."),
    ],
)
def test_doubt_is_told_from_permission_will_and_looks(uncertain: str, sure: str) -> None:
    assert "hedge" in labels(uncertain)
    assert "hedge" not in labels(sure)


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        ("“It wasn’t me,” Arlen told the court.", "“It wasn’t late,” Arlen told the court."),
        ("Lord Brume said he had done nothing improper.", "Lord Brume said he had eaten nothing since noon."),
        ("The ministry does not accept that figure.", "The kiosk does not accept notes."),
        ("The board said no such instruction had been given.", "The board said there was no other mill in the valley."),
        ("The firm said the minutes did not reflect its view.", "The firm said the lamp did not light."),
        (
            "The office said it had no record of any such calls.",
            "The union has asked for the letter and has not received it.",
        ),
        (
            "The board contradicted her, saying the post had been advertised.",
            "Critics dismissed the film as sentimental.",
        ),
        ("Vale maintains his innocence.", "The letter proved his innocence."),
        ("The club quashed rumours that Vale would leave.", "The bird scotched itself on the wire."),
        ("The governor denied giving any such order.", "The governor was denied entry."),
        ("“That is an outright lie,” Brume said.", "“Let sleeping dogs lie,” Brume said."),
        ("The baker called that “an insult, and untrue”.", "The baker called that “a feast, and cheap”."),
    ],
)
def test_a_denial_is_told_from_what_did_not_happen(denied: str, told: str) -> None:
    assert "denial" in labels(denied)
    assert "denial" not in labels(told)


@pytest.mark.parametrize(
    ("speaks", "silent"),
    [
        ("He spoke only in broad terms of “other risks” at the lock.", "Arlen spoke for an hour."),
        ("Arlen offered another explanation.", "Arlen offered her a lift."),
        ("The agency issued a warning to sailors.", "The agency did not issue a warning to sailors."),
        ("Arlen gave another explanation.", "Arlen would usually give an explanation."),
        ("The ministry issued a short statement on Monday.", "The bank issued nine bonds."),
        (
            "Arlen has a simple rule for the fund: “Nobody pays twice in a year.”",
            "The sign has a simple rule: “Nobody pays twice in a year.”",
        ),
        ("The court ruled on Tuesday that the tax was void.", "The court ruled the county for a century."),
        ("Dorn’s statement said the family was grateful.", "A statement said the family was grateful."),
        ("The company’s chief executive said sales had risen.", "Dorn asked for a glass of water."),
        ("Brume identified the boat as the Ada.", "Brume delivered the boat to Vale."),
        ("Arlen remembers being rowed to school.", "Arlen remembered the keys."),
        ("Vale, 68, calls that a slogan.", "Vale called an urgent meeting for Monday."),
        ("She added that the pump was old.", "She added the pump to the list."),
        ("In a talk at the Oxmere Mill Ada Brume said the lock was dry.", "In a park at the Oxmere Mill it was dry."),
        ("Brume said by telephone that she was at home.", "The photograph was taken by Brume."),
        ("Brume said the lock was dry.", "Brume said nothing about the lock."),
        ("“We don’t know,” a spokesman said.", "“We don’t comment on rumours,” a spokesman said."),
        ("The spokeswoman wished to comment on the paper, and called it weak.", "She did not wish to comment on it."),
        ("Brume, the clerk, said she was late.", "The delay was hard to explain."),
        ("Arlen described the boat as a wreck.", "In 1970 the town was joined by a man who called himself Arlen."),
    ],
)
def test_who_says_something_is_told_from_who_does_not(speaks: str, silent: str) -> None:
    assert labels(speaks) & SOURCES == {"on_record"}
    assert not labels(silent) & SOURCES


@pytest.mark.parametrize(
    "sentence",
    [
        "Three keepers who have seen the board’s present plan say that it is late.",
        "People who know him say that he would go.",
        "A source on the council’s side of the table said that the gap had narrowed.",
        "According to someone who worked at the lock, it was dry.",
        "Residents of Lower Vale, a village of 300, said they had been woken.",
        "Brume is the favourite, said two people briefed on the vote.",
    ],
)
def test_people_are_found_over_what_describes_them(sentence: str) -> None:
    assert labels(sentence) & SOURCES == {"anonymous_source"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A lawyer for the mill, Petra Lomm, said it was safe.",
        "“It was dry,” said another, Ada Brume of the Vale school.",
        "The page was made by Petra Lomm, a plumber, who told us that it was late.",
        "A spokesman for the state Department of Locks said it was dry.",
    ],
)
def test_a_name_behind_a_description_is_that_of_whom_it_describes(sentence: str) -> None:
    assert labels(sentence) & SOURCES == {"on_record"}


@pytest.mark.parametrize(
    "sentence",
    [
        "No one can say when the lock was built.",
        "All but two of the 23 economists polled by the bank had predicted it.",
        "A shop has put a sign in its window that reads “Yes, we have all the lids you want”.",
    ],
)
def test_nobody_a_poll_and_a_sign_are_no_source(sentence: str) -> None:
    assert not labels(sentence) & SOURCES


def test_what_is_done_by_saying_belongs_to_who_did_it() -> None:
    (found,) = suggestions(["One clerk described being “stunned” when the ministry defended it by saying it was dry."])
    assert [cue.text for cue in found["anonymous_source"].cues] == ["One clerk", "described"]


def test_a_sentence_rests_on_whom_it_names_rather_than_on_this_person() -> None:
    (found,) = suggestions(
        ["A ministry spokesperson said it was dry, but this person would not say why, saying that it was late."]
    )
    assert [cue.text for cue in found["on_record"].cues] == ["A ministry spokesperson", "said"]


def test_they_is_the_one_person_of_whom_is_told_although_we_asked() -> None:
    found = suggestions(["An engineer who left in June laughed when we asked.", "“It is late,” they said."])
    assert set(found[1]) & SOURCES == {"anonymous_source"}


def test_a_quotation_that_was_split_off_is_that_of_whom_the_next_words_name() -> None:
    found = suggestions(["“Who will pay?”", "asked Arlen, the clerk."])
    assert set(found[1]) & SOURCES == {"on_record"}


@pytest.mark.parametrize(
    "counted", ["two other missions", "all three ministries", "the other agencies", "another board"]
)
def test_who_speaks_is_not_the_body_that_they_come_from(counted: str) -> None:
    assert labels(f"Diplomats from {counted} said the letter had been lost.") & SOURCES == {"anonymous_source"}
