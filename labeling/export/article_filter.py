"""Which articles a dataset is made of: conditions on what is known of them, as a person types them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from labeling.domain.errors import Refused
from labeling.store.snapshots import Snapshot

_CONDITION = re.compile(r"\s*([\w][\w .-]*?)\s*(!=|>=|<=|=|>|<)\s*(.*?)\s*", re.DOTALL)
_SAMPLE, _SAMPLED = "sample", ("no", "yes")
_ORDERS: Mapping[str, Callable[[str, str], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip


class Condition(NamedTuple):
    """A field of an article, a comparison and a value; or words to search.

    Fields are `name`, `title`, those of its metadata, and `sample`: `yes` in the random sample, else `no`.
    """

    field: str
    comparison: str
    value: str

    def holds(self, fields: Mapping[str, str]) -> bool:
        """Whether an article is as the condition says; one that does not have the field is not, but for `!=`."""
        value = fields.get(self.field, "")
        if self.comparison in _ORDERS:
            return bool(value) and _ORDERS[self.comparison](value, self.value)
        pattern = re.escape(self.value.casefold()).replace(r"\*", ".*")
        return (re.fullmatch(pattern, value.casefold(), re.DOTALL) is not None) == (self.comparison == "=")


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Read conditions that are separated by semicolons: `source=The Lantern; date>=2031-01-01; ferry strike`.

    `*` in a value of `=` or `!=` stands for any characters; dates compare as they are written, year first. What has no
    comparison is searched for in the texts. Refused when a condition has no value.
    """
    return tuple(_parsed(part) for part in text.split(";") if part.strip())


def chosen_articles(snapshot: Snapshot, text: str) -> set[str] | None:
    """Return the ids of the articles for which all conditions hold; None when there is no condition."""
    conditions = parse_conditions(text)
    if not conditions:
        return None
    compared, sampled = [condition for condition in conditions if condition.comparison], snapshot.sampled()
    chosen = {
        identifier
        for identifier, name, title, metadata in snapshot.described()
        if all(
            condition.holds({_SAMPLE: _SAMPLED[identifier in sampled], **fields_of(name, title, metadata)})
            for condition in compared
        )
    }
    for condition in conditions:
        if not condition.comparison:
            chosen &= snapshot.matching(condition.value)
    return chosen


def fields_of(name: str, title: str, metadata: Mapping[str, str]) -> dict[str, str]:
    """Return what is known of an article by the name of the field in small letters."""
    return {**{key.lower(): value for key, value in metadata.items()}, "name": name, "title": title}


def _parsed(text: str) -> Condition:
    match = _CONDITION.fullmatch(text)
    if match is None:
        return Condition("", "", text.strip())
    field, comparison, value = match.groups()
    if not value:
        raise Refused(f"The condition “{text.strip()}” says nothing after “{comparison}”; add the value.")
    return Condition(field.lower(), comparison, value)
