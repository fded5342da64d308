"""Figures from the literature and from other libraries' tests. They lie beside the repository."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from labeling.agreement.coefficients import (
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    krippendorff_alpha,
    observed_agreement,
    percent_agreement,
)
from labeling.agreement.judged import Floats, Ints
from labeling.agreement.sets import masi_distance
from tests.agreement.rated import cells_of

REFERENCE = Path(__file__).parents[2] / "../shared/corpora/agreement_reference.json"
OF_UNITS: Mapping[str, Callable[[Ints, Floats], Floats]] = {
    "krippendorff_alpha_nominal": krippendorff_alpha,
    "percent_agreement": percent_agreement,
    "fleiss_kappa": fleiss_kappa,
    "gwet_ac1": gwet_ac1,
}
OF_TWO: Mapping[str, Callable[[Floats], Floats]] = {"cohen_kappa": cohen_kappa, "percent_agreement": observed_agreement}
APPLY = {
    "krippendorff_alpha_nominal": 9,
    "percent_agreement": 7,
    "fleiss_kappa": 4,
    "gwet_ac1": 2,
    "cohen_kappa": 6,
    "masi_distance": 3,
}

pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference lies beside the repository")


def cases(*coefficients: str) -> list[dict[str, Any]]:
    read = json.loads(REFERENCE.read_text(encoding="utf-8")) if REFERENCE.exists() else []
    return [case for case in read if case["coefficient"] in coefficients]


def contingency(case: Mapping[str, Any]) -> Floats:
    return np.array(case["data"], dtype=np.float64)[:, :, None]


def units(case: Mapping[str, Any]) -> list[list[Any]]:
    """Return the values of each unit, without the missing ones."""
    if case["data_format"] == "contingency":
        return [
            [row, column]
            for row, counts in enumerate(case["data"])
            for column, count in enumerate(counts)
            for _ in range(count)
        ]
    if case["data_format"] == "units_x_category_counts":
        return [[place for place, count in enumerate(unit) for _ in range(count)] for unit in case["data"]]
    assert case["data_format"] == "units_x_raters"
    return [[value for value in unit if value is not None] for unit in case["data"]]


def near(case: Mapping[str, Any]) -> object:
    return pytest.approx(case["expected"], rel=0, abs=case["tolerance"])


def test_so_many_cases_apply() -> None:
    assert {name: len(cases(name)) for name in APPLY} == APPLY


@pytest.mark.parametrize("case", cases(*OF_UNITS), ids=lambda case: str(case["name"]))
def test_the_figure_is_that_of_the_reference(case: Mapping[str, Any]) -> None:
    (value,) = OF_UNITS[case["coefficient"]](*cells_of(units(case)))
    assert value == near(case)


@pytest.mark.parametrize(
    "case",
    [case for case in cases(*OF_TWO) if case["data_format"] == "contingency"],
    ids=lambda case: str(case["name"]),
)
def test_the_figure_of_two_annotators_is_that_of_the_reference(case: Mapping[str, Any]) -> None:
    (value,) = OF_TWO[case["coefficient"]](contingency(case))
    assert value == near(case)


@pytest.mark.parametrize("case", cases("masi_distance"), ids=lambda case: str(case["name"]))
def test_the_distance_is_that_of_the_reference(case: Mapping[str, Any]) -> None:
    assert float(masi_distance(*case["data"])) == near(case)
