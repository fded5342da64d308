"""The cues as data: `resources/cues/*.toml`, read once and asked for words and phrases."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from labeling.resources import RESOURCES
from labeling.suggestions import flags
from labeling.suggestions.inflection import NO_FORM, Form, noun_forms, verb_forms

FOLDER = RESOURCES / "cues"
_MONTH = "May"  # what only a capital tells from the modal
_AGENTS = ("ers", "ors", "ists", "ians", "ants")  # who does something, in the plural: growers, tenants


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What the rules know of a word: its `flags.BIT`s, its base form, and the groups in which it is a cue.

    `verb` is its group in reporting.toml with the forms it can be, `hedge` and `denial` its groups in these files.
    """

    flags: int = 0
    lemma: str = ""
    verb: str = ""
    form: Form = NO_FORM
    hedge: str = ""
    denial: str = ""


@dataclass(slots=True)
class _Entry:
    """A lexeme in the making."""

    flags: int = 0
    lemma: str = ""
    verb: str = ""
    form: Form = NO_FORM
    hedge: str = ""
    denial: str = ""


@dataclass(frozen=True)
class Lexicon:
    """All cues. `phrases` are words in lower case, parted by spaces as the tokenizer parts them, with their group."""

    digest: str
    phrases: Mapping[str, str]
    scores: Mapping[str, Mapping[str, float]]
    _words: Mapping[str, _Entry]
    _seen: dict[str, Lexeme] = field(default_factory=dict)

    def look_up(self, word: str) -> Lexeme:
        """Return what is known of a word as it is written."""
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._describe(word)
        return found

    def _describe(self, word: str) -> Lexeme:
        lower = word.lower()
        entry = self._words.get(lower)
        bits = entry.flags if entry and entry.flags else _bits_of_form(word)
        if bits & flags.HEDGE and lower.endswith("ly"):
            bits |= flags.ADVERB
        if word == _MONTH:
            bits = bits & ~flags.MODAL | flags.TIME
        if not any(map(str.isalnum, word)) and not bits & flags.POSSESSIVE:
            bits |= flags.PUNCTUATION | (flags.COMMA if word == "," else 0)
        if word[0].isdigit():
            bits |= flags.NUMBER
        is_name = word[0].isupper() and not bits & (flags.NOT_NAME | flags.TIME)
        if is_name:
            bits = bits & ~(flags.FUNCTION | flags.VERB) | flags.CAPITAL
        if entry is None:
            return Lexeme(bits, lower)
        return Lexeme(bits, entry.lemma or lower, entry.verb, entry.form, entry.hedge, entry.denial)


@cache
def standard_lexicon() -> Lexicon:
    """Return the cues that Hedgerow comes with."""
    return read_lexicon(FOLDER)


def read_lexicon(folder: Path) -> Lexicon:
    """Read the cues of a folder. ValueError when an entry has no effect, for it stands there twice."""
    paths = sorted(folder.glob("*.toml"))
    content = {path.stem: path.read_bytes() for path in paths}
    tables = {name: tomllib.loads(text.decode("utf-8")) for name, text in content.items()}
    words: dict[str, _Entry] = {}
    phrases: dict[str, str] = {}
    for name in sorted(tables):
        _read_table(name, tables[name], words, phrases)
    digest = hashlib.sha256(b"".join(content[name] for name in sorted(content))).hexdigest()[:12]
    return Lexicon(digest, phrases, tables["scores"], words)


def _read_table(name: str, table: Mapping[str, Any], words: dict[str, _Entry], phrases: dict[str, str]) -> None:
    for group in table.get("words", ()):
        for word in group["words"].split():
            _add_word(words, name, group, word)
    for group in table.get("nouns", ()):
        for noun in group["words"].split():
            _add_noun(words, group, noun)
    for group in table.get("verbs", ()):
        for verb in group["words"].split():
            _add_verb(words, name, group["group"], verb)
    _read_phrases(name, table, phrases)


def _read_phrases(name: str, table: Mapping[str, Any], phrases: dict[str, str]) -> None:
    for group in table.get("phrases", ()):
        for phrase in group["phrases"]:
            if phrase in phrases:
                raise ValueError(f"The phrase “{phrase}” stands twice in the cues.")
            phrases[phrase] = f"{name}.{group['group']}"


def _add_word(words: dict[str, _Entry], table: str, group: Mapping[str, str], word: str) -> None:
    entry = words.setdefault(word, _Entry())
    if "flag" in group:
        _set_flag(entry, group["flag"], word)
    else:
        _set_cue(entry, table, group["group"], word)


def _add_noun(words: dict[str, _Entry], group: Mapping[str, str], noun: str) -> None:
    for word, plural in noun_forms(noun):
        entry = words.setdefault(word, _Entry())
        entry.flags &= ~flags.PLURAL
        entry.flags |= flags.PLURAL if plural else 0
        entry.lemma = noun.partition("/")[0]
        _set_flag(entry, group.get("flag") or group["group"], word)


def _add_verb(words: dict[str, _Entry], table: str, group: str, verb: str) -> None:
    for word, form in verb_forms(verb).items():
        entry = words.setdefault(word, _Entry())
        if table == "reporting":
            if entry.verb and not entry.form & form:
                entry.form |= form
                continue
            if entry.verb:
                raise ValueError(f"The verb “{verb}” stands twice in the cues.")
            entry.verb, entry.form = group, form
            entry.flags |= flags.VERB
        elif word == verb.partition("/")[0] or not getattr(entry, _FIELD[table]):
            _set_cue(entry, table, group, word)  # a form that is listed by itself (“alleged”) keeps its own group
        entry.form |= form
        entry.lemma = verb.partition("/")[0]


def _set_flag(entry: _Entry, flag: str, word: str) -> None:
    bit = flags.BIT[flag]
    if entry.flags & bit:
        raise ValueError(f"The word “{word}” stands twice among the cues of “{flag}”.")
    entry.flags |= bit


def _set_cue(entry: _Entry, table: str, group: str, word: str) -> None:
    if getattr(entry, _FIELD[table]):
        raise ValueError(f"The word “{word}” stands twice in “{table}.toml”.")
    setattr(entry, _FIELD[table], group)
    if group not in _CONDITIONS:
        entry.flags |= flags.BIT[_FIELD[table]]


def _bits_of_form(word: str) -> int:
    """Return what the form of a word that no file lists tells; “Sanders” in a capital is no agent."""
    if word.endswith("ly") and len(word) > 4:
        return flags.ADVERB
    if word.endswith(_AGENTS) and len(word) > 6 and word.islower():
        return flags.PERSON | flags.PLURAL
    return 0


# Groups of words that are no cues, but are asked for beside one.
_CONDITIONS = frozenset({"ability", "permission", "claim", "pronoun", "thing", "harm"})
_FIELD = {"hedges": "hedge", "denials": "denial"}
