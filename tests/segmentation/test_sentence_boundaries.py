"""Where sentences end. In each case `|` stands at the ends that a careful reader sees, in place of the white space."""

from __future__ import annotations

import pytest

from labeling.segmentation import segment

CASES = {
    "plain": "The dam held.|Nobody slept.|20 people stayed!|Who paid?|$5 million went.",
    "titles": "Gen. Ali and Dr. O’Dell met Mr. and Mrs. Lee.|So did Lt. Col. A. B. Hale.",
    "initials": "J. R. Hollis and L. Ron Smith left.|She stayed with J.K. Rowe.",
    "country": "He moved to the U.S.|The year was 1990.|U.S. President Lee and the U.K. agreed.|It is an E.U. rule.",
    "closing quotation after an abbreviation": "He called it “the U.S.”|Others did not.",
    "states and streets": "Lee of St. Louis, Mo., lives on Main St.|They like it in Tampa, Fla.|The sun shines.",
    "party and state": "Sen. Joe Lee (D-Calif.) and Rep. Ann Ito, R-Wash., agreed.|Others did not.",
    "companies": "Acme Inc. Chief Executive Joe Lee left.|He sold Orme & Co.|The firm, Hale Ltd., sued.",
    "time of day": "Polls close at 8 p.m. Friday and open at 7 a.m. EST.|It closed at 8 p.m.|Voters left.",
    "months": "On Jan. 6 it rose.|It fell in Sept.|Shares rose on Tue. Nov. 3.",
    "ordinal": "On Monday, January 6th, it ended.|On the 7th it began.",
    "number sign": "Room No. 4 was empty.|He said no.|Then he left by No. 2.",
    "decimals": "It rose 3.5 percent to $1.2 billion.|The rate is .5.|Nothing else moved.",
    "list numbers": "1. Wash it.|2. Dry it.|A. Yes, it is.",
    "case name": "Acme Corp. v. Jones, No. 12-345, and U.S. v. Hale opened.|They go on.",
    "etc": "He sold apples, pears, etc. and left.|He sold apples, pears, etc.|The shop closed.",
    "degree": "He earned a Ph.D.|He left with Ph.D. students.",
    "street abbreviation without a vowel": "It is on Orme Blvd.|The car was on Hwy. 61.",
    "ellipsis goes on": "“We waited … and waited... and left,” he said.|He wept.",
    "ellipsis ends": "He paused...|Then he spoke.|“I thought …”|The line went dead.",
    "ellipsis for left out sentences": "“It worried them. …|Nobody came.”",
    "ellipsis for a left out beginning": "“He was good.|… he came across as strong.”",
    "ellipsis before a name": "We visited … Portmere that day.",
    "bracketed gloss": "“I told every RSO [regional security officer] to go.”|He did.",
    "bracketed sentences inside a sentence": "He left (it was late. He said so) and slept.|She did not.",
    "bracketed sentence": "He left.|(It was late.)|She stayed.",
    "note reference": "It rose.[1]|It fell.[12]|It stood.",
    "addresses": "See www.example.com/a.b?c=d or mail a.b@example.org.|Then visit example.gov.|Go.",
    "name with an exclamation mark": "Yahoo! shares rose.|Yahoo! Inc. fell.",
    "dash after a question": "Is it true? — yes.|Is it? – no.",
    "several marks": "What?!|No!!!|Really?",
    "lower-case brand": "It ended.|iPhone sales fell.",
    "curly quotation": "“I know.|I saw it,” she said.|“You did not,” he said.|“Fine.”",
    "straight quotation": '"I know," she said.|"You don\'t."|"Fine."|He said: "No."|Then he left.',
    "British quotation": "‘It was a mistake,’ he said.|‘We know.’|‘It’s late.’|He left.",
    "straight British quotation": "'It was a mistake,' he said.|'We know.'|He left.",
    "doubled straight quotation": "''It was a mistake,'' he said.|''We know.''|He left.",
    "quotation in a quotation": "“She told me, ‘Go home.’”|He did.",
    "guillemets": "« Bonjour. »|«Oui.»|Il part.",
    "low quotation marks": "„Ja.“|Er ging.|„Nein.“",
    "question and attribution": "“Who?” he asked.|“Me!” shouted Hollis.|“Why?” the man wanted to know.",
    "question and attribution to a name": "“Who paid?” Mr. Hollis asked.|“Stop!” Fenna O’Dell said.",
    "question without attribution": "“Who paid?”|The minister did not say.",
    "quoted title": "The play “Who Goes There?” opened on Monday.|It closed on Tuesday.",
    "semicolon and colon": "He left; she stayed: nobody slept.|All waited.",
}
LOST_SPACE = {
    "letter": ("The dam held.The town slept.", ["The dam held.", "The town slept."]),
    "closing quotation": ("“The dam held.”The town slept.", ["“The dam held.”", "The town slept."]),
    "opening quotation": ("The dam held.“The town slept.”", ["The dam held.", "“The town slept.”"]),
    "straight opening quotation": ('The dam held."The town slept."', ["The dam held.", '"The town slept."']),
    "straight closing quotation": ('"The dam held."The town slept.', ['"The dam held."', "The town slept."]),
    "no sentence": ("Use Node.Js and e.g.This with Gov.Lee now.", ["Use Node.Js and e.g.This with Gov.Lee now."]),
    "script without spaces": ("堤は保った。町は眠った。", ["堤は保った。", "町は眠った。"]),
}


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in segment(text)]


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    assert split(marked.replace("|", " ")) == marked.split("|")


@pytest.mark.parametrize(("text", "sentences"), LOST_SPACE.values(), ids=LOST_SPACE)
def test_a_lost_space_is_found(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_quotation_mark_between_spaces_closes_when_one_is_open() -> None:
    assert split('He said: " It held. " Nobody slept.') == ['He said: " It held. "', "Nobody slept."]


def test_a_quotation_mark_between_spaces_opens_when_none_is_open() -> None:
    assert split('The dam held. " Nobody slept. "') == ["The dam held.", '" Nobody slept. "']


def test_a_line_break_within_a_paragraph_is_white_space() -> None:
    text = "The dam held through the night, and then it\nrained. Nobody slept in the\ntown."
    assert split(text) == ["The dam held through the night, and then it\nrained.", "Nobody slept in the\ntown."]
