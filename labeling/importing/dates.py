"""Dates as newsrooms write them -> ISO. 3/4/2021 is left alone: nobody can tell the day from the month."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_REST = r"(?:(?:T|[,\s]+(?:at\s+)?)\d{1,2}[:.]\d{2}.{0,40})?"  # a time of day
_FORMS = tuple(
    re.compile(
        rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?{form}{_REST}", re.IGNORECASE
    )
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"D:(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2}).*",  # PDF
    )
)


def iso_date(text: str) -> str | None:
    """Return the day that `text` names as YYYY-MM-DD, None when it is not a date and nothing else."""
    text = text.strip()[:100]
    for form in _FORMS:
        if match := form.fullmatch(text):
            month = match["month"]
            number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
            try:
                return date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                return None
    return None
