"""doccano: JSON Lines of text classification, the settled labels as `label`.

doccano takes `text` and the list `label`, keeps whatever else a line has as the example’s metadata, and writes that
back beside `id`, `text`, `label` and `Comments`: `backend/data_import/pipeline/data.py` and `makers.py`,
`backend/data_export/models.py` and `pipeline/factories.py` of https://github.com/doccano/doccano (1.8.5). A line has
no place for several people, and says nowhere that an example was confirmed: that is a choice when exporting.
"""

from __future__ import annotations

from collections.abc import Iterator

from labeling.export.formats.tasks import Task, TaskLines, described, settled
from labeling.export.pages import Page
from labeling.export.writers import FileForEachPart, Format

_DESCRIPTION = (
    "JSON Lines for a doccano project of text classification, one sentence a line. `label` is the list of labels that "
    "the sentence was settled on; the rest is metadata, which doccano keeps and writes back. An empty list can mean "
    "three things, so `gold_state` says which: `none` (no label applies), `excluded` (not prose of the article), or "
    "null (nothing was settled, and the sentence is still to be labelled). `gold_source` says how it was settled, "
    "`gold_unknown` lists labels that nobody was asked about: doccano itself can’t tell these from labels that do not "
    "apply. Single judgments, evidence and comments have no place in this format."
)
_LOADING = 'import pandas\n\nsentences = pandas.read_json("{file}", lines=True, dtype=False)'


def _tasks(page: Page) -> Iterator[Task]:
    for place in page.chosen:
        gold = settled(page.judged[place].settlement)
        labels = gold.pop("gold") or []
        yield {"text": page.texts[place], "label": labels, **described(page, place), **gold}


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "jsonl", lambda file, _: TaskLines(file, _tasks)),
    suffix="jsonl",
    title="doccano: text classification with the settled labels",
    description=_DESCRIPTION,
    loading=_LOADING,
)
