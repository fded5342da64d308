"""A plain list of words for each label, matched anywhere: what a suggestion must be better than."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.benchmarks.cue_corpora import Labelled

_LISTS: Mapping[str, str] = {
    "anonymous_source": r"officials?|aides?|advis[eo]rs?|sources?|insiders?|people familiar|anonym\w+|diplomats?"
    r"|strategists?|operatives?|allies|staffers?|not be named|a person|two people|several people",
    "on_record": r"said|says|say|saying|told|tells|according to|added|adds|wrote|tweeted|asked|called|argued|argues"
    r"|announced|warned|claimed|insisted|suggested|noted|stated|replied|explained|accused|criticized|vowed|urged",
    "hedge": r"may|might|could|would|possibl[ey]|potential(?:ly)?|perhaps|maybe|(?:un)?likely|probabl[ey]|apparently"
    r"|reportedly|alleged(?:ly)?|suspected|seem(?:s|ed)?|appear(?:s|ed)?|suggest(?:s|ed|ing)?|believe[sd]?|think|thought"
    r"|unclear|uncertain|expect(?:s|ed)?|predict(?:s|ed)?|estimate[sd]?",
    "denial": r"den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|dispute[sd]?|refute[sd]?|untrue"
    r"|false|baseless|never|no evidence|nothing to do with|not true|contradict(?:s|ed)?",
}
_PATTERNS = {label: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for label, words in _LISTS.items()}


def read(article: Labelled) -> list[Mapping[str, float]]:
    """Return 1 for each label of each sentence of whose words one occurs in it."""
    texts = (article.text[sentence.start : sentence.end] for sentence in article.sentences)
    return [{label: 1.0 for label, pattern in _PATTERNS.items() if pattern.search(text)} for text in texts]
