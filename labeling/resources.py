"""Where the files that ship with Hedgerow lie: `resources` and `seeds`, in a checkout or inside the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent

RESOURCES = _ROOT / "resources"
SEEDS = _ROOT / "seeds"
