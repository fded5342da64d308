"""A process that is killed loses nothing that it called saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from labeling.operations.projects import open_project
from labeling.store import integrity, judgments
from tests.factories import FERRY, INES, project_with, sentence_id

# Judges the first sentence over and over and says so after each commit, until it is killed.
_VICTIM = """
import sys
from pathlib import Path
from labeling.operations import judging
from labeling.operations.projects import open_project
from tests.factories import FERRY, INES, sentence_id
with open_project(Path(sys.argv[1])) as project:
    for count in range(1, 100_000):
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        print(count, flush=True)
"""


def test_killing_the_process_loses_nothing_that_was_called_saved(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        path = project.path
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as victim:
        assert victim.stdout is not None
        for line in victim.stdout:
            if int(line) == 150:
                victim.kill()
                break
        said = 150 + len(victim.stdout.read().splitlines())
    with open_project(path) as project:
        kept = len(judgments.history(project.connection, sentence_id(FERRY, 0), INES.id))
        assert kept in {said, said + 1}  # the last may have been committed but not yet said
        assert list(integrity.findings(project.connection)) == []
