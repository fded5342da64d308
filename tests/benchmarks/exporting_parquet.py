"""The whole export (read, settled, split, hashed, on disk) as Parquet against pyarrow alone writing the same rows."""

from __future__ import annotations

import gc
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from labeling.operations.exporting import Options, export
from tests.benchmarks import synthetic, timing
from tests.benchmarks.exporting import judge_everything

SENTENCES = 100_000
ROUNDS = 5


def main() -> None:
    """Interleave the two, and keep the best round of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with synthetic.make_project(folder / "large.hedgerow", SENTENCES) as project:
            judge_everything(project)
            export(project, folder / "out", Options("parquet"))
            rows, schema = read(folder / "out")
            gc.freeze()  # the rows of the reference are no burden of the export
            reference: list[float] = []
            ours: list[float] = []
            for attempt in range(ROUNDS):
                reference.append(timing.seconds(lambda: write(rows, schema, folder / "reference.parquet")))
                ours.append(timing.seconds(partial(export, project, folder / str(attempt), Options("parquet"))))
            gc.unfreeze()
    timing.say(f"export of {len(rows)} sentences as Parquet", min(ours), min(reference), "≤ 3")


def read(out: Path) -> tuple[list[dict[str, Any]], Any]:
    """Return the rows of all parts, and their schema."""
    tables = [pq.read_table(path) for path in sorted(out.glob("*.parquet"))]
    return pa.concat_tables(tables).to_pylist(), tables[0].schema


def write(rows: list[dict[str, Any]], schema: Any, path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(rows, schema), path)


if __name__ == "__main__":
    main()
