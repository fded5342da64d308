"""`hedgerow tour` in a process of its own: the very command that a person runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

HEDGEROW = str(Path(sys.executable).with_name("hedgerow"))


def test_the_tour_checks_everything_and_leaves_pictures_and_a_dataset(tmp_path: Path) -> None:
    out = tmp_path / "tour"
    without_display = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    run = subprocess.run(
        [HEDGEROW, "tour", str(out)],
        env=without_display,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    log = (out / "log.txt").read_text(encoding="utf-8")
    assert run.returncode == 0, log
    assert run.stderr == ""
    assert str(out) in run.stdout
    assert "FAILED" not in log
    assert json.loads((out / "dataset" / "manifest.json").read_text(encoding="utf-8"))
    light, dark = sorted(out.glob("*-light.png")), sorted(out.glob("*-dark.png"))
    assert [p.name.removesuffix("-light.png") for p in light] == [p.name.removesuffix("-dark.png") for p in dark]
    for one, other in zip(light, dark, strict=True):
        assert _brightness(one) > 160, one.name
        assert _brightness(other) < 100, other.name


def test_a_folder_that_is_there_is_refused_in_one_sentence(tmp_path: Path) -> None:
    run = subprocess.run(
        [HEDGEROW, "tour", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert str(tmp_path) in run.stderr


def _brightness(path: Path) -> float:
    """The mean lightness of a picture, 0 to 255; a blank or missing one has none between."""
    image = QImage(str(path)).scaled(40, 25)
    values = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    assert len(set(values)) > 10, f"{path.name} is blank"
    return sum(values) / len(values)
