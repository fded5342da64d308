from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from labeling.importing.dates import iso_date
from labeling.importing.metadata import article_metadata, scalars


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-04",
        "2021/3/4",
        "2021-03-04T10:30:00+02:00",
        "2021-03-04 10:30",
        "4 March 2021",
        "4th of March, 2021",
        "March 4, 2021",
        "Mar. 4th 2021",
        "Thursday, March 4, 2021, 10:30 a.m. ET",
        "Thu, 04 Mar 2021 10:30:00 GMT",
        "THURSDAY 4 MARCH 2021",
        "D:20210304103000+02'00'",
    ],
)
def test_a_date_becomes_iso(text: str) -> None:
    assert iso_date(text) == "2021-03-04"


@pytest.mark.parametrize(
    "text",
    ["", "03/04/2021", "4 March", "31 February 2021", "2021-13-01", "March 4, 2021 was a Thursday", "Maybe 4, 2021"],
)
def test_what_is_no_certain_date_stays(text: str) -> None:
    assert iso_date(text) is None


def test_fields_get_the_names_of_the_project() -> None:
    fields = {
        "Author": "by  Ada\nBrook",
        "Published_At": "4 March 2021",
        "Publisher": "Gazette",
        "link": "u",
        "desk": "news",
    }
    assert article_metadata(fields) == {
        "byline": "Ada Brook",
        "date": "2021-03-04",
        "source": "Gazette",
        "url": "u",
        "desk": "news",
    }


def test_the_first_of_two_fields_with_one_meaning_is_taken() -> None:
    assert article_metadata({"byline": "Ada", "author": "Tom"}) == {"byline": "Ada"}


def test_only_single_values_are_taken() -> None:
    moment = datetime(2021, 3, 4, tzinfo=UTC)
    values = {
        "a": 1,
        "b": 2.5,
        "c": True,
        "d": date(2021, 3, 4),
        "e": moment,
        "f": None,
        "g": [1],
        "h": {},
        "i": " ",
        "j": "",
    }
    assert article_metadata(values) == {"a": "1", "b": "2.5", "c": "True", "d": "2021-03-04", "e": moment.isoformat()}


def test_values_are_kept_as_written_where_asked() -> None:
    assert scalars({"date": "March 4", "x": " a  b "}) == {"date": "March 4", "x": " a  b "}
    assert scalars({"a": "half \ud83d", "b": "z\0"}) == {"a": "half ?", "b": "z"}
