"""A saved model is read exactly as it was written, or refused; nothing that a file holds is ever run."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.suggestions.learned import LearnedSuggester, digest_of, from_bytes, to_bytes
from labeling.suggestions.rules import standard_rules
from tests.suggestions.learned.storms import LESSONS, trained

CONTENT = to_bytes(trained().model)
Arrays = dict[str, "np.ndarray[Any, np.dtype[Any]]"]


def arrays() -> Arrays:
    """What numpy reads of the file without pickles."""
    with np.load(io.BytesIO(CONTENT), allow_pickle=False) as file:
        return dict(file)


def written(changed: Arrays, *, compression: int = zipfile.ZIP_STORED, extra: str = "") -> bytes:
    """A file of these arrays, as numpy writes them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, array in changed.items():
            inner = io.BytesIO()
            np.lib.format.write_array(inner, array, version=(1, 0), allow_pickle=True)
            entry = zipfile.ZipInfo(f"{name}.npy")
            entry.create_system = 3
            entry.compress_type = compression
            archive.writestr(entry, inner.getvalue())
        if extra:
            archive.writestr(extra, "x")
    return file.getvalue()


def with_header(change: Callable[[dict[str, Any]], object]) -> bytes:
    changed = arrays()
    header = json.loads(changed["header"].tobytes())
    change(header)
    text = json.dumps(header, sort_keys=True, separators=(",", ":"))
    changed["header"] = np.frombuffer(text.encode(), np.uint8)
    return written(changed)


def test_a_model_comes_back_as_it_was() -> None:
    model, again = trained().model, from_bytes(CONTENT)
    assert to_bytes(again) == CONTENT
    assert (digest_of(again), again.labels, again.learned) == (digest_of(model), model.labels, model.learned)
    for lesson in LESSONS[:3]:
        one, other = (LearnedSuggester(standard_rules(), each) for each in (model, again))
        assert one.suggest(lesson.text, lesson.sentences) == other.suggest(lesson.text, lesson.sentences)


def test_the_file_is_what_numpy_writes() -> None:
    assert written(arrays()) == CONTENT


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        from_bytes(content)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_flipped_bit_is_refused(data: st.DataObject) -> None:
    # The directory and the headers are where a file is interpreted; of the numbers in between one stands for all.
    near = st.one_of(st.integers(0, 3000), st.integers(len(CONTENT) - 400, len(CONTENT) - 1))
    place = data.draw(st.one_of(near, st.integers(0, len(CONTENT) - 1)))
    changed = bytearray(CONTENT)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Refused):
        from_bytes(bytes(changed))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(CONTENT) - 1))
def test_a_part_of_a_file_is_refused(end: int) -> None:
    with pytest.raises(Refused):
        from_bytes(CONTENT[:end])


class Trap:
    """What makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("name", ["header", "names", "rarity", "weights"])
def test_pickled_objects_are_refused_and_never_run(tmp_path: Path, name: str) -> None:
    trap = tmp_path / "sprung"
    changed = arrays()
    changed[name] = np.array([Trap(trap)], dtype=object)
    content = written(changed)
    with pytest.raises(Refused):
        from_bytes(content)
    assert not trap.exists()
    with np.load(io.BytesIO(content), allow_pickle=True) as file:
        file[name]
    assert trap.exists()  # the trap works


def test_a_compressed_file_is_refused() -> None:
    changed = arrays()
    assert len(written(changed, compression=zipfile.ZIP_DEFLATED)) < len(CONTENT)
    with pytest.raises(Refused):
        from_bytes(written(changed, compression=zipfile.ZIP_DEFLATED))
    changed["weights"] = np.zeros((1 << 22, 1))
    with pytest.raises(Refused):
        from_bytes(written(changed, compression=zipfile.ZIP_DEFLATED))


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused):
        from_bytes(bytes(1 << 25) + CONTENT)


def test_what_else_is_in_a_file_is_refused() -> None:
    with pytest.raises(Refused):
        from_bytes(written(arrays(), extra="more.npy"))
    with pytest.raises(Refused):
        from_bytes(b"#!/bin/sh\n" + CONTENT)
    with pytest.raises(Refused):
        from_bytes(CONTENT + b"\n")


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e9])
@pytest.mark.parametrize("name", ["rarity", "weights"])
def test_numbers_that_cannot_be_are_refused(name: str, value: float) -> None:
    changed = arrays()
    changed[name] = changed[name].copy()
    changed[name].flat[3] = value
    with pytest.raises(Refused):
        from_bytes(written(changed))


@pytest.mark.parametrize(
    "change",
    [
        lambda changed: changed.update(weights=changed["weights"].astype(np.float32)),
        lambda changed: changed.update(weights=np.asfortranarray(np.hstack([changed["weights"]] * 2))),
        lambda changed: changed.update(weights=changed["weights"][:-1]),
        lambda changed: changed.update(rarity=changed["rarity"][:-1]),
        lambda changed: changed.update(names=changed["names"][3:]),
        lambda changed: changed.update(names=changed["names"][:-30]),
        lambda changed: changed.update(names=changed["names"][::-1]),
        lambda changed: changed.update(names=changed["names"] | 0x80),
        lambda changed: changed.update(header=changed["header"][:-1]),
    ],
)
def test_other_arrays_are_refused(change: Callable[[Arrays], None]) -> None:
    changed = arrays()
    change(changed)
    with pytest.raises(Refused):
        from_bytes(written({name: np.array(array) for name, array in changed.items()}))


def _of_weather(header: dict[str, Any]) -> dict[str, Any]:
    learned: dict[str, Any] = header["learned"][0]
    return learned


@pytest.mark.parametrize(
    "change",
    [
        lambda header: header.update(more=1),
        lambda header: header.pop("seed"),
        lambda header: header.update(seed=-1),
        lambda header: header.update(seed=True),
        lambda header: header.update(articles="12"),
        lambda header: header.update(format=0),
        lambda header: header.update(rules="cues\n"),
        lambda header: header.update(labels=header["labels"][::-1]),
        lambda header: header.update(labels=["weather", "hedge", "hedge"]),
        lambda header: header.update(labels=[["weather"], "hedge"]),
        lambda header: header.update(learned=header["learned"] * 2),
        lambda header: header.update(learned=[1]),
        lambda header: header.update(learned={"way": "model"}),
        lambda header: _of_weather(header).update(way="magic"),
        lambda header: _of_weather(header).update(way="both"),
        lambda header: _of_weather(header).update(way="rules"),
        lambda header: _of_weather(header).update(bias=float("nan")),
        lambda header: _of_weather(header).update(bias=1e300),
        lambda header: _of_weather(header).update(slopes=[0.5, 1.5]),
        lambda header: _of_weather(header).update(slopes=[0.5, 1.5, 1]),
        lambda header: _of_weather(header).update(having=10**6),
    ],
)
def test_what_cannot_be_true_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(Refused, match="damaged or of another kind"):
        from_bytes(with_header(change))


def test_other_numbers_that_can_be_true_are_read() -> None:
    assert from_bytes(with_header(lambda header: _of_weather(header).update(bias=0.25))).learned[0].bias == 0.25


def test_a_newer_file_is_told_from_a_damaged_one() -> None:
    with pytest.raises(Refused, match="newer version"):
        from_bytes(with_header(lambda header: header.update(format=2)))


def test_json_that_is_too_deep_is_refused() -> None:
    changed = arrays()
    changed["header"] = np.frombuffer(b"[" * 200_000, np.uint8)
    with pytest.raises(Refused):
        from_bytes(written(changed))


def test_a_model_without_weights_can_be_kept() -> None:
    model = from_bytes(CONTENT)
    changed = arrays()
    changed["weights"] = np.zeros((len(model.vocabulary.names), 0))
    header = json.loads(changed["header"].tobytes())
    header["learned"] = [each for each in header["learned"] if each["way"] == "rules"]
    text = json.dumps(header, sort_keys=True, separators=(",", ":"))
    changed["header"] = np.frombuffer(text.encode(), np.uint8)
    again = from_bytes(written(changed))
    lesson = LESSONS[0]
    rules = standard_rules()
    assert LearnedSuggester(rules, again).suggest(lesson.text, lesson.sentences) == rules.suggest(
        lesson.text, lesson.sentences
    )
