"""What people read: numbers and times as they say them, and text that waits for its translation."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def marked(context: str, text: str) -> str:  # noqa: ARG001  # `lupdate` reads the context
    """Mark text that is data for translation; whoever shows it calls `translate(context, text)`.

    `pyside6-lupdate -tr-function-alias QT_TRANSLATE_NOOP=marked` collects it.
    """
    return text


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: “1 article”, “1,196 articles”."""
    return f"{number:,} {one if number == 1 else many}"


def day_of(moment: datetime, today: date) -> str:
    """Return when something happened in the words of someone who looks back from `today`."""
    day = moment.astimezone().date()
    days = (today - day).days
    if days <= 0:
        return translate("words", "today")
    if days == 1:
        return translate("words", "yesterday")
    if days < 7:
        return translate("words", "{count} days ago").format(count=days)
    return translate("words", "on {date}").format(
        date=QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    )
