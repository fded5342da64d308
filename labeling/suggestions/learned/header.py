"""What a saved model says of itself, and whether all of it can be true."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from labeling.suggestions.learned.arrays import Floats
from labeling.suggestions.learned.features import RULED
from labeling.suggestions.learned.figures import Way
from labeling.suggestions.learned.model import Learned, Model
from labeling.suggestions.learned.vocabulary import BLOCKS, Vocabulary, are_names

FORMAT = 1
_MOST_LABELS = 100
_LONGEST = 200
_RAREST = 100.0  # more than the logarithm of any number of sentences
_MOST_FEATURES = sum(block.most for block in BLOCKS)
_MOST_COUNTED = 10**9
_GREATEST = 1e6  # of a weight; those that are fitted have a penalty, and stay far below
_KEYS = {"format", "labels", "learned", "rules", "articles", "seed"}
_KEYS_OF_LEARNED = {"label", "way", "sentences", "having", "bias", "slopes"}
_RULES = re.compile(r"[!-~]{1,64}")


def header_of(model: Model) -> dict[str, Any]:
    """Return what a model says of itself, ready for JSON."""
    return {
        "format": FORMAT,
        "labels": list(model.labels),
        "learned": [
            {
                "label": each.label,
                "way": str(each.way),
                "sentences": each.sentences,
                "having": each.having,
                "bias": each.bias,
                "slopes": list(each.slopes),
            }
            for each in model.learned
        ],
        "rules": model.rules,
        "articles": model.articles,
        "seed": model.seed,
    }


def model_of(plain: Any, names: Sequence[str], rarity: Floats, weights: Floats) -> Model:
    """Return the model of a header and of its arrays. ValueError or TypeError when something in them can’t be true."""
    _require(isinstance(plain, dict) and set(plain) == _KEYS and plain["format"] == FORMAT)
    labels = plain["labels"]
    _require(isinstance(labels, list) and len(labels) <= _MOST_LABELS and len(set(labels)) == len(labels))
    _require(all(isinstance(label, str) and 0 < len(label) <= _LONGEST for label in labels))
    _require(isinstance(plain["learned"], list) and isinstance(plain["rules"], str))
    _require(_RULES.fullmatch(plain["rules"]) is not None)
    learned = tuple(_learned(each) for each in plain["learned"])
    of_learned = {each.label for each in learned}
    _require(tuple(each.label for each in learned) == tuple(label for label in labels if label in of_learned))
    _require(len(names) <= _MOST_FEATURES and all(len(name) <= _LONGEST for name in names))
    _require(are_names(names))
    _require(bool((np.abs(weights) <= _GREATEST).all()))  # which is not so of what is no number
    _require(bool((rarity >= 1).all() and (rarity <= _RAREST).all()))
    _require(_is_count(plain["seed"]))
    return Model(
        labels=tuple(labels),
        learned=learned,
        vocabulary=Vocabulary(names, rarity),
        weights=weights,
        rules=plain["rules"],
        articles=_count(plain["articles"]),
        seed=plain["seed"],
    )


def _learned(plain: Mapping[str, Any]) -> Learned:
    _require(isinstance(plain, dict) and set(plain) == _KEYS_OF_LEARNED and isinstance(plain["label"], str))
    way, slopes = Way(plain["way"]), plain["slopes"]
    _require(isinstance(slopes, list) and len(slopes) == 3)
    bias, (one, model, rules) = _number(plain["bias"]), map(_number, slopes)
    _require(plain["label"] in RULED or way is Way.MODEL)
    _require(rules == 0 or way is Way.BOTH)
    _require(way is not Way.RULES or bias == one == model == 0)
    sentences, having = _count(plain["sentences"]), _count(plain["having"])
    _require(having <= sentences)
    return Learned(plain["label"], way, sentences, having, bias, (one, model, rules))


def _number(value: Any) -> float:
    _require(type(value) is float and math.isfinite(value) and abs(value) <= _GREATEST)
    return float(value)


def _count(value: Any) -> int:
    _require(_is_count(value) and value <= _MOST_COUNTED)
    return int(value)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 1 << 63


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError("The model says what can’t be true.")
