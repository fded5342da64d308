"""An article -> for each sentence the labels that its words suggest, with scores and the words they rest on."""

from __future__ import annotations

from labeling.suggestions.rules import CueRules, standard_rules
from labeling.suggestions.suggestion import Cue, Suggestion

__all__ = ["Cue", "CueRules", "Suggestion", "standard_rules"]
