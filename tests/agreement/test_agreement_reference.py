"""Figures from the literature and from other libraries' tests. They lie beside the repository."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from labeling.agreement.coefficients import krippendorff_alpha, percent_agreement
from labeling.agreement.tables import Floats, Ints
from tests.agreement.rated import cells_of

REFERENCE = Path(__file__).parents[2] / "../shared/corpora/agreement_reference.json"
OURS: Mapping[str, Callable[[Ints, Floats], Floats]] = {
    "krippendorff_alpha_nominal": krippendorff_alpha,
    "percent_agreement": percent_agreement,
}

pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference lies beside the repository")


def cases() -> list[dict[str, Any]]:
    """Return those that apply to the measures that there are."""
    read = json.loads(REFERENCE.read_text(encoding="utf-8")) if REFERENCE.exists() else []
    return [case for case in read if case["coefficient"] in OURS]


def units(case: Mapping[str, Any]) -> list[list[Any]]:
    """Return the values of each unit, without the missing ones."""
    if case["data_format"] == "contingency":
        return [
            [row, column]
            for row, counts in enumerate(case["data"])
            for column, count in enumerate(counts)
            for _ in range(count)
        ]
    assert case["data_format"] == "units_x_raters"
    return [[value for value in unit if value is not None] for unit in case["data"]]


def test_nine_cases_of_alpha_and_seven_of_percent_agreement_apply() -> None:
    names = [case["coefficient"] for case in cases()]
    assert (names.count("krippendorff_alpha_nominal"), names.count("percent_agreement")) == (9, 7)


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["name"]))
def test_the_figure_is_that_of_the_reference(case: Mapping[str, Any]) -> None:
    (value,) = OURS[case["coefficient"]](*cells_of(units(case)))
    assert value == pytest.approx(case["expected"], rel=0, abs=case["tolerance"])
