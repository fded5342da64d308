"""What `agreement` prints of the pull of suggestions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.cli.app import app, run
from tests.export.datasets import judge_ferry
from tests.factories import project_with
from tests.pulled import judge_with_suggestions


@pytest.fixture
def path(tmp_path: Path) -> str:
    with project_with(tmp_path) as project:
        judge_with_suggestions(project)
    return str(project.path)


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert run(app, ["agreement", *command, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_one_key_more_has_all_of_it(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, path)
    pull = found["suggestions"]
    assert set(pull) == {
        "answers", "shown", "labels", "together", "annotators", "sources", "changes", "seconds", "balance",
    }  # fmt: skip
    assert (pull["answers"], pull["shown"]) == (7, 3)
    hedge = pull["labels"]["hedge"]
    assert hedge["suggested"]["difference"]["value"] == 1.0
    assert set(hedge["suggested"]["difference"]) >= {"value", "low", "high", "sentences"}
    assert {name: hedge["outcome"][name] for name in ("shown", "accepted", "by_enter", "overridden", "excluded")} == {
        "shown": 2,
        "accepted": 2,
        "by_enter": 1,
        "overridden": 0,
        "excluded": 0,
    }
    assert pull["changes"]["nearer"] == 1
    assert pull["seconds"]["difference"]["value"] == -3.0
    assert pull["balance"]["always"] == ["Ines"]
    assert pull["together"]["hedge"]["percent_agreement"]["shown"]["why"]


def test_where_nothing_was_on_screen_the_keys_are_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        judge_ferry(project)
    assert "suggestions" not in printed(capsys, str(project.path))
    assert run(app, ["agreement", str(project.path)]) == 0
    assert "suggestion" not in capsys.readouterr().out


def test_people_read_figures_and_what_they_cannot_tell(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["agreement", path]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("pull of suggestions, on first answers")
    assert lines[start + 1] == "  3 of 7 answers were given with a suggestion on screen"
    assert "  label hedge: shown 2, accepted 2 (1 with Enter), overridden 0, excluded 0, added 0" in lines
    assert any("1 towards it, 0 away from it, 0 neither" in line for line in lines)
    assert any("Who had one on screen: Ines always; Tomás never." in line for line in lines)
    hedge = lines.index("suggestions: label hedge")
    assert lines[hedge + 3].split()[-6:] == ["1.000", "1.000", "to", "1.000", "2", "answers"]
    assert lines[-1].startswith("95 % intervals: bootstrap over articles")
