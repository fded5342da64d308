from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.importing import rows
from labeling.importing.drafts import Draft
from labeling.importing.table import read_table
from tests.importing.reading import drafts_and_problems, only_draft, refusal, write

FIRST = "The port said so on Monday, and nobody else did."
SECOND = "“Never,” an aide said.\n\nThe ministry declined to comment."


def texts(path: Path) -> list[str]:
    return [draft.article.text for draft in drafts_and_problems(path)[0]]


def test_each_row_is_an_article(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "news.csv",
        "id,Headline,Body,Author,published_at,site,link,desk\r\n"
        f'7,Harbour  deal,"{FIRST}",by Ada Brook,4 March 2021,Gazette,https://quay.example,money\r\n'
        f'8,,"Big news\r\n\r\n{SECOND}",,,,,\r\n',
    )
    (first, second), problems = drafts_and_problems(path)
    assert not problems
    assert (first.article.name, first.article.title, first.article.text) == ("news.csv:2", "Harbour deal", FIRST)
    assert first.article.metadata == {
        "id": "7",
        "byline": "Ada Brook",
        "date": "2021-03-04",
        "source": "Gazette",
        "url": "https://quay.example",
        "desk": "money",
    }
    assert (second.article.title, second.article.text) == ("Big news", f"Big news\n\n{SECOND}")
    assert second.article.metadata == {"id": "8"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_the_separator_is_found_in_the_header(tmp_path: Path, delimiter: str, suffix: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([["a, b; c", "text"], ["1|2", FIRST], ["3\t4", SECOND]])
    assert texts(write(tmp_path, f"a{suffix}", stream.getvalue())) == [FIRST, SECOND]


@pytest.mark.parametrize("header", ["text", "TEXT", " Body ", "content", "Article_Text", "full-text", "story"])
def test_the_column_with_the_texts_is_known_by_its_name(tmp_path: Path, header: str) -> None:
    path = write(tmp_path, "a.csv", f'summary,{header}\n"A summary that is much longer than the text is.",Short one.\n')
    assert texts(path) == ["Short one."]


def test_else_it_is_the_one_with_the_longest_texts(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f'id,a,b\n1,short one,"{FIRST}"\n2,"{SECOND}","{SECOND} {SECOND}"\n')
    assert texts(path)[0] == FIRST


def test_a_column_can_be_chosen(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f'text,notes\nA text here.,"{FIRST}"\n')
    (draft,) = read_table(path, "notes")
    assert isinstance(draft, Draft)
    assert draft.article.text == FIRST
    assert draft.article.metadata == {"text": "A text here."}
    with pytest.raises(Refused, match=r"“gone”.*text, notes"):
        list(read_table(path, "gone"))


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    assert "“text”" in refusal(write(tmp_path, "a.csv", "a,b\n1,2\n3,4\n"))
    assert "“text”" in refusal(write(tmp_path, "a.csv", "a,b\n"))


def test_a_table_without_a_header_loses_no_text(tmp_path: Path) -> None:
    long = f"{FIRST} " * 3
    assert texts(write(tmp_path, "a.csv", f'1,"{long}"\n2,"{FIRST}"\n')) == [long.strip(), FIRST]


def test_bad_rows_are_named_and_the_others_kept(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        'id,text\n1,One text.\n2,\n,\n\n3,"a "loose" mark"\n4,too,many,cells\n5,one\0zero\n6\n7,Seventh text.\n',
    )
    drafts, problems = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == ["One text.", "Seventh text."]
    assert [problem.where for problem in problems] == ["row 3", "row 6", "row 7", "row 8", "row 9"]
    for problem in problems:
        assert problem.where.replace("row", "Row") in problem.sentence
        assert "“a.csv”" in problem.sentence
        assert problem.sentence.endswith(".")
        assert "\n" not in problem.sentence


def test_an_article_whose_zero_stands_at_the_start_of_the_file_is_binary(tmp_path: Path) -> None:
    assert "binary" in refusal(write(tmp_path, "a.csv", b"\0\1\2\0,text\n"))


def test_a_quotation_mark_that_nothing_closes_costs_one_row(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'id,text\n1,One text.\n2,"Two texts.\n3,Three texts.\n4,Four texts.\n')
    drafts, (problem,) = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == ["One text.", "Three texts.", "Four texts."]
    assert problem.where == "row 3"
    assert "never closed" in problem.sentence


def test_a_quotation_mark_that_swallows_good_rows_gives_them_back(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'id,text\n1,"One text.\n2,"Two, texts."\n3,Three texts.\n')
    drafts, problems = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == ["Two, texts.", "Three texts."]
    assert [problem.where for problem in problems] == ["row 2"]


def test_marks_that_never_match_do_not_take_for_ever(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,text\n1,One text.\n" + 'a","b\n' * 30_000)
    drafts, problems = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == ["One text."]
    assert problems


def test_tabs_may_separate_what_nobody_quoted(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.tsv", 'title\ttext\nA\t"Never," he said.\nB\tShe said "so" twice.\nC\t"It said ""so""."\n'
    )
    assert texts(path) == ['"Never," he said.', 'She said "so" twice.', 'It said "so".']


def test_a_huge_cell_is_an_article(tmp_path: Path) -> None:
    text = "He said so. " * 900_000
    assert len(only_draft(write(tmp_path, "a.csv", f'id,text\n1,"{text}"\n')).article.text) == len(text) - 1


def test_a_row_without_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROW_LIMIT", 10_000)
    lines = ["id,text", "1,One text.", "2," + "x" * 20_000, '3,"' + "line\n" * 3_000, "4,Four texts.", ""]
    drafts, problems = drafts_and_problems(write(tmp_path, "a.csv", "\n".join(lines)))
    assert [draft.article.text for draft in drafts] == ["One text.", "Four texts."]
    assert problems[0].where == "row 3"
    assert "longer" in problems[0].sentence


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_those_of_any_text(tmp_path: Path, codec: str) -> None:
    path = write(tmp_path, "a.csv", f'title,text\nA,"{SECOND}"\nB,"{FIRST}"\n'.encode(codec))
    drafts, _ = drafts_and_problems(path)
    assert [draft.article.text for draft in drafts] == [SECOND, FIRST]
    assert [bool(draft.notes) for draft in drafts] == [codec == "cp1252", False]
    assert drafts[0].article.title == "A"


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "text\n" + "A text here.\n" * 200 + 'bad "row\n,,\n')
    drafts = read_table(path)
    assert isinstance(next(drafts), Draft)
    drafts.close()  # type: ignore[attr-defined]


def test_a_header_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert "first row" in refusal(write(tmp_path, "a.csv", 'id,"te"xt\n1,A text.\n'))


def test_columns_of_one_name_and_of_none_are_kept_apart(tmp_path: Path) -> None:
    draft = only_draft(write(tmp_path, "a.csv", "x,x,,text\n1,2,3,A text here.\n"))
    assert draft.article.metadata == {"x": "1", "x (2)": "2", "column 3": "3"}


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8))
def test_what_a_spreadsheet_writes_is_read_back(cells: list[tuple[str, str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows([("id", "text"), *cells])
    stream.seek(0)
    assert [item.cells for item in rows.read_rows(stream, ",", "a.csv") if isinstance(item, rows.Row)] == [
        ["id", "text"],
        *map(list, cells),
    ]


@given(st.text(st.sampled_from('",;\t\n\rab '), max_size=200))
def test_any_table_comes_to_an_end(text: str) -> None:
    numbers = [
        item.number if isinstance(item, rows.Row) else int(item.where.split()[1])
        for item in rows.read_rows(io.StringIO(text, newline=""), ",", "a.csv")
    ]
    assert numbers == sorted(set(numbers))
