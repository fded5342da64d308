"""What the program learns from settled sentences: lessons in, a model with honest figures and its suggestions out.

Suggesting needs numpy alone; scikit-learn and scipy are imported while a model is trained.
"""

from __future__ import annotations

from labeling.suggestions.learned.figures import (
    CHOSEN,
    Bin,
    Calibration,
    Curve,
    Figure,
    LabelReport,
    Point,
    Report,
    Way,
    WayFigures,
)
from labeling.suggestions.learned.lessons import LEAST_ARTICLES, LEAST_SENTENCES, Lesson, Need, needs
from labeling.suggestions.learned.model import Learned, Model
from labeling.suggestions.learned.reports import from_json, to_json
from labeling.suggestions.learned.saving import digest_of, from_bytes, to_bytes
from labeling.suggestions.learned.suggester import LearnedSuggester
from labeling.suggestions.learned.training import Trained, train

__all__ = [
    "CHOSEN",
    "LEAST_ARTICLES",
    "LEAST_SENTENCES",
    "Bin",
    "Calibration",
    "Curve",
    "Figure",
    "LabelReport",
    "Learned",
    "LearnedSuggester",
    "Lesson",
    "Model",
    "Need",
    "Point",
    "Report",
    "Trained",
    "Way",
    "WayFigures",
    "digest_of",
    "from_bytes",
    "from_json",
    "needs",
    "to_bytes",
    "to_json",
    "train",
]
