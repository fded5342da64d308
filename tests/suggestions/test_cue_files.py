"""The files of cues are read as a whole, and every entry in them has an effect."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import Kind, Sentence
from labeling.suggestions import flags, rules
from labeling.suggestions.inflection import noun_forms, verb_forms
from labeling.suggestions.lexicon import FOLDER, read_lexicon, standard_lexicon
from labeling.suggestions.reading import Reader
from labeling.suggestions.rules import CueRules, standard_rules
from tests.suggestions.reading_cues import labels

FILES = sorted(FOLDER.glob("*.toml"))
TABLES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}
CUES = {name: table for name, table in TABLES.items() if name != "scores"}


def groups(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, table in CUES.items():
        for group in table.get(kind, ()):
            yield name, group


def test_every_group_has_a_reason() -> None:
    for kind in ("words", "nouns", "verbs", "phrases"):
        for name, group in groups(kind):
            assert group["reason"].endswith("."), f"{name}: {group}"
            assert group.get("example", "x."), f"{name}: {group}"


def test_every_word_and_noun_is_known_for_what_it_is() -> None:
    for name, group in [*groups("words"), *groups("nouns")]:
        for entry in group["words"].split():
            forms = [form for form, _ in noun_forms(entry)] if group in TABLES[name].get("nouns", ()) else [entry]
            for form in forms:
                lexeme = standard_lexicon().look_up(form)
                known = {lexeme.hedge, lexeme.denial, *(flag for flag, bit in flags.BIT.items() if lexeme.flags & bit)}
                assert group.get("flag", group.get("group")) in known, f"{name}: {form}"


def test_every_verb_is_known_in_each_of_its_forms() -> None:
    for name, group in groups("verbs"):
        for entry in group["words"].split():
            lexeme = standard_lexicon().look_up(entry.partition("/")[0])
            assert group["group"] in {lexeme.verb, lexeme.hedge, lexeme.denial}, f"{name}: {entry}"
            for word, form in verb_forms(entry).items():
                assert standard_lexicon().look_up(word).form & form, f"{name}: {word}"


def test_every_phrase_is_found_where_it_stands() -> None:
    reader = Reader(standard_lexicon())
    for name, group in groups("phrases"):
        for phrase in group["phrases"]:
            text = f"x {phrase} x"
            (tokens,) = reader.read(text, [Sentence(0, len(text), Kind.BODY, 0)])
            found = [(tokens.span(each.start, each.end), each.group) for each in tokens.phrases]
            assert ((2, len(text) - 2), f"{name}.{group['group']}") in found, f"{name}: {phrase}"


def test_every_label_has_scores_and_every_weight_belongs_to_a_part_that_is_found() -> None:
    assert set(TABLES["scores"]) == {"anonymous_source", "on_record", "hedge", "denial"}
    assert all("bias" in weights for weights in TABLES["scores"].values())


def test_the_version_of_the_rules_changes_with_any_file(tmp_path: Path) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert CueRules(read_lexicon(tmp_path)).by == standard_rules().by
    with (tmp_path / "hedges.toml").open("a", encoding="utf-8") as file:
        file.write("# One more line.\n")
    assert CueRules(read_lexicon(tmp_path)).by != standard_rules().by


def test_the_version_of_the_rules_changes_with_the_rules_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in Path(rules.__file__).parent.glob("*.py"):
        (tmp_path / module.name).write_bytes(module.read_bytes())
    monkeypatch.setattr(rules, "__file__", str(tmp_path / "rules.py"))
    assert CueRules(standard_lexicon()).by == standard_rules().by
    with (tmp_path / "hedging.py").open("a", encoding="utf-8") as file:
        file.write("# One more line.\n")
    assert CueRules(standard_lexicon()).by != standard_rules().by


@pytest.mark.parametrize("kind", ["words", "phrases"])
def test_an_entry_that_stands_twice_is_refused(tmp_path: Path, kind: str) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    again = {
        "words": '[[words]]\ngroup = "adverb"\nwords = "perhaps"\n',
        "phrases": '[[phrases]]\ngroup = "open"\nphrases = ["could well"]\n',
    }
    with (tmp_path / "hedges.toml").open("a", encoding="utf-8") as file:
        file.write(again[kind])
    with pytest.raises(ValueError, match="stands twice"):
        read_lexicon(tmp_path)


def test_every_example_suggests_what_its_group_says() -> None:
    for name, group in [*groups("verbs"), *groups("phrases"), *groups("nouns")]:
        for text in (group["example"], *group.get("also", ())) if "labels" in group else ():
            assert set(group["labels"]) <= labels(text), f"{name}: {text}"


def test_every_sentence_against_a_group_suggests_no_source() -> None:
    for name, group in [*groups("verbs"), *groups("phrases"), *groups("nouns")]:
        for text in group.get("against", ()) if name in {"reporting", "sources"} else ():
            assert not labels(text) & {"anonymous_source", "on_record"}, f"{name}: {text}"
