"""The Agreement page on projects that its tests judge themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.store.connection import Project
from tests.factories import project_with


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        yield project
