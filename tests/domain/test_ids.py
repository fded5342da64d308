from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from labeling.domain.ids import named_id, time_of, uuid7


def test_ids_are_version_7_and_grow() -> None:
    ids = [uuid7() for _ in range(5000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert {uuid.UUID(i).version for i in ids} == {7}
    assert {uuid.UUID(i).variant for i in ids} == {uuid.RFC_4122}


def test_an_id_tells_its_time() -> None:
    assert abs(time_of(uuid7()) - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_name_gives_the_same_id_everywhere() -> None:
    assert named_id("a1") == named_id("a1") != named_id("a2")
