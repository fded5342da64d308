"""The signs in the margins: by line, in reading order, as many as have room."""

from __future__ import annotations

from desktop.reading.column import SIGNS_AWAY, place_column
from desktop.reading.composition import BlockKind
from desktop.reading.lines import LineBox
from desktop.reading.margins import Entry, Row, SignKind, margin_rows
from desktop.reading.marks import Mark
from desktop.reading.typesetting import SETTINGS
from labeling.domain.judgments import State
from tests.factories import small_codebook

CODEBOOK = small_codebook()
WIDE = place_column(1000, 18, 800, 620, 1400)
NARROW = place_column(600, 18, 800, 620, 1000)


def entry(index: int, mark: Mark, line: int = 0, lines: int = 1, *, current: bool = False) -> Entry:
    boxes = [LineBox(100, 300, 100.0 + 34 * n, SETTINGS[BlockKind.BODY], 1.0) for n in range(line, line + lines)]
    return Entry(index, mark, boxes, current)


def labelled(*labels: str) -> Mark:
    return Mark(State.LABELLED, labels)


def rows(*entries: Entry) -> list[Row]:
    return margin_rows(entries, CODEBOOK, WIDE)


def kinds(row: Row) -> list[SignKind]:
    return [sign.kind for sign in row.signs]


def test_every_state_has_its_sign() -> None:
    marks = (Mark(None), Mark(State.NONE), Mark(State.EXCLUDED), labelled("hedge"))
    found = rows(*(entry(index, mark, index) for index, mark in enumerate(marks)))
    assert [kinds(row) for row in found] == [
        [SignKind.UNSEEN],
        [SignKind.NONE],
        [SignKind.EXCLUDED],
        [SignKind.LETTER],
    ]


def test_a_suggestion_is_hollow_and_only_seen_on_the_current_sentence() -> None:
    mark = Mark(None, suggested=("hedge",))
    [away], [here] = rows(entry(0, mark)), rows(entry(0, mark, current=True))
    assert kinds(away) == [SignKind.UNSEEN]
    assert [(sign.label.id, sign.filled) for sign in here.signs if sign.label] == [("hedge", False)]


def test_a_judgment_is_filled_even_where_something_else_was_suggested() -> None:
    mark = Mark(State.LABELLED, ("denial",), suggested=("hedge",))
    [row] = rows(entry(0, mark, current=True))
    assert [(sign.label.id, sign.filled) for sign in row.signs if sign.label] == [("denial", True)]


def test_of_an_unsettled_sentence_agreed_letters_are_filled_and_open_ones_hollow() -> None:
    mark = Mark(None, ("hedge",), unsettled=True, differing=("on_record", "denial"))
    for current in (False, True):
        [row] = rows(entry(0, mark, current=current))
        letters = [(sign.label.id, sign.filled) for sign in row.signs if sign.label]
        assert letters == [("on_record", False), ("hedge", True), ("denial", False)]


def test_sentences_that_begin_on_one_line_share_its_row_in_reading_order() -> None:
    [first, second] = rows(
        entry(0, labelled("hedge"), lines=2), entry(1, labelled("on_record", "denial"), 0), entry(2, Mark(None), 1)
    )
    assert [sign.index for sign in first.signs] == [0, 1, 1]
    assert [sign.index for sign in second.signs] == [2]
    one, two, three = first.signs
    assert two.left - one.right > three.left - two.right, "sentences stand further apart than their letters"
    assert three.right == WIDE.left - SIGNS_AWAY


def test_signs_without_room_become_a_number_that_says_what_they_are() -> None:
    entries = [entry(n, labelled("on_record", "denial")) for n in range(3)]
    [row] = margin_rows(entries, CODEBOOK, NARROW)
    more = row.signs[-1]
    assert more.kind is SignKind.MORE
    assert more.words == f"+{6 - (len(row.signs) - 1)}"
    assert "Sentence 3: on_record, denial" in more.tip
    assert row.signs[0].left >= 0


def test_one_sentence_with_nine_labels_keeps_to_its_margin() -> None:
    names = [f"label_{letter}" for letter in "abcdefghi"]
    mark = Mark(State.LABELLED, tuple(names))
    [row] = margin_rows([entry(0, mark)], small_codebook(*names), WIDE)
    assert row.signs[0].left >= WIDE.left - SIGNS_AWAY - 92
    assert row.signs[-1].kind is SignKind.MORE


def test_doubts_and_comments_stand_at_the_right_with_their_words() -> None:
    [row] = rows(entry(4, Mark(State.NONE, unsure=True, comment="Whose count?")))
    doubt, comment = row.signs[1:]
    assert (doubt.kind, comment.kind) == (SignKind.UNSURE, SignKind.COMMENT)
    assert doubt.left == WIDE.right + SIGNS_AWAY
    assert comment.left > doubt.right
    assert doubt.tip == "Sentence 5: unsure"
    assert comment.tip == "Sentence 5: Whose count?"


def test_the_nearest_sign_of_a_row_is_found() -> None:
    [row] = rows(entry(0, labelled("hedge")), entry(1, labelled("denial")))
    assert row.sign_at(0).index == 0
    assert row.sign_at(WIDE.left).index == 1


def test_a_sentence_that_is_not_laid_out_has_no_signs() -> None:
    assert rows(Entry(0, Mark(None), (), current=False)) == []


def test_a_note_has_a_sign_of_its_own_that_says_why() -> None:
    mark = Mark(State.NONE, notes=("“may” speaks strongly for Hedge, which you did not set.",))
    [row] = rows(entry(3, mark))
    assert kinds(row) == [SignKind.NONE, SignKind.NOTE]
    assert row.signs[1].tip == "Sentence 4: “may” speaks strongly for Hedge, which you did not set."
    assert row.signs[1].left == WIDE.right + SIGNS_AWAY


def test_doubt_comment_and_note_stay_within_a_narrow_margin_and_each_is_said() -> None:
    mark = Mark(State.NONE, unsure=True, comment="Who?", notes=("Hm.",))
    [row] = margin_rows([entry(0, mark)], CODEBOOK, NARROW)
    right = [sign for sign in row.signs if sign.left > NARROW.left]
    assert [sign.kind for sign in right] == [SignKind.UNSURE, SignKind.MORE]
    assert right[1].words == "+2"
    assert right[1].tip == "Sentence 1: Who?\nSentence 1: Hm."
    assert right[-1].right <= NARROW.right + NARROW.right_margin


def test_no_tip_tells_what_is_suggested_for_a_sentence_that_is_not_current() -> None:
    mark = Mark(None, suggested=("hedge",))
    [away], [here] = rows(entry(0, mark)), rows(entry(0, mark, current=True))
    assert away.signs[0].tip == "Sentence 1: not judged"
    assert here.signs[0].tip == "Sentence 1: not judged, suggestion: hedge"
