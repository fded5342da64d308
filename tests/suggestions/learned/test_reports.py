"""Reports are kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.suggestions.learned import from_json, to_json
from tests.suggestions.learned.storms import trained

TEXT = to_json(trained().report)


def test_a_report_comes_back_as_it_was() -> None:
    assert from_json(TEXT) == trained().report
    assert to_json(from_json(TEXT)) == TEXT


@settings(deadline=None)
@given(st.one_of(st.text(), st.recursive(st.none() | st.integers(), st.lists).map(json.dumps)))
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("seed"),
        lambda plain: plain.update(more=1),
        lambda plain: plain.update(folds=True),
        lambda plain: plain.update(folds=5.0),
        lambda plain: plain.update(labels=None),
        lambda plain: plain.update(digest=None),
        lambda plain: plain["labels"][0].update(chosen="magic"),
        lambda plain: plain["labels"][0]["figures"]["model"]["f1"].update(value="0.5"),
        lambda plain: plain["labels"][0]["figures"]["model"]["f1"].update(value=float("nan")),
        lambda plain: plain["labels"][0]["figures"]["model"]["f1"].update(value=10**400),
        lambda plain: plain["labels"][0]["curve"].update(helps=1),
    ],
)
def test_other_fields_are_refused(change: Callable[[dict[str, Any]], object]) -> None:
    plain = json.loads(TEXT)
    change(plain)
    with pytest.raises(Refused):
        from_json(json.dumps(plain))


def test_json_that_is_too_deep_or_too_long_is_refused() -> None:
    with pytest.raises(Refused):
        from_json("[" * 100_000)
    with pytest.raises(Refused):
        from_json(" " * (1 << 22) + TEXT)
