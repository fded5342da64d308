"""The lines as fastText reads them: `Dictionary::readWord` and `Dictionary::getLine` of its source, written again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.export.formats.fasttext import FORMAT, none_word, one_line
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.samples import make_sample
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

SETTLED = Options("fasttext")
END = "</s>"
TRAPS = st.lists(
    st.sampled_from(["__label__", "__label__hedge", END, "\\", " ", "\n", "\0", "\u2028", "\x1c", "é", "</s", "a"]),
    max_size=8,
).map("".join)


def read_lines(content: bytes) -> list[tuple[list[str], list[str]]]:
    """Return labels and words of each line. A word `</s>` ends a line, wherever it stands, and so does a line end."""
    assert content.endswith(b"\n")
    lines: list[tuple[list[str], list[str]]] = [([], [])]
    for word in re.findall(r"\n|[^ \n\r\t\v\f\0]+", content.decode()):
        if word in {"\n", END}:
            lines.append(([], []))
        else:
            lines[-1][not word.startswith("__label__")].append(word)
    return lines[:-1]


def test_a_line_is_a_sentence_with_its_labels_before_it(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        judging.judge_none(project, INES, sentence_id(FERRY, 3))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    assert (folder / "all.txt").read_text(encoding="utf-8").splitlines() == [
        "__label__hedge The ferry may sail on Monday.",
        "__label__on_record __label__denial The port denied it.",
        "__label__none Nobody was on board.",
    ]


def test_every_sentence_of_the_sample_is_a_line_with_a_label(tmp_path: Path) -> None:
    with make_sample(tmp_path / "sample.hedgerow") as project:
        folder = written(project, tmp_path / "out", FORMAT, SETTLED)
    lines = [line for part in ("train", "test") for line in read_lines((folder / f"{part}.txt").read_bytes())]
    assert len(lines) > 800
    assert all(labels and words for labels, words in lines)
    assert all(labels == ["__label__none"] or "__label__none" not in labels for labels, _ in lines)


def test_a_sentence_with_an_unknown_label_is_left_out(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "rumour"))
        judging.toggle_label(project, INES, sentence_id(FERRY, 1), "rumour")
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    assert (folder / "all.txt").read_text(encoding="utf-8") == "__label__rumour An aide said so.\n"


def test_what_is_not_settled_or_not_prose_is_left_out(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(FERRY, 3))
        folder = written(project, tmp_path / "out", FORMAT, Options("fasttext", include_unjudged=True), ["all"])
    assert [words[-1] for _, words in read_lines((folder / "all.txt").read_bytes())] == ["Monday.", "it."]


def test_other_line_ends_do_not_end_a_line(tmp_path: Path) -> None:
    with project_with(tmp_path, ODD) as project:
        for index in range(4):
            judging.judge_none(project, TOMAS, sentence_id(ODD, index))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    assert (folder / "all.txt").read_text(encoding="utf-8").splitlines() == [
        "__label__none Ärger 🐎",
        "__label__none “=SUM(1)”, he said.",
        '__label__none -2 "of them" left.',
        "__label__none Source link",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a __label__hedge b", r"a \__label__hedge b"),
        ("__label__", r"\__label__"),
        (r"\__label__x", r"\\__label__x"),
        ("the end </s> goes on", r"the end \</s> goes on"),
        ("a</s> </s>b \\ a__label__b", "a</s> </s>b \\ a__label__b"),
        (" a\r\n\tb\0c\u2028d ", "a b c d"),
    ],
)
def test_a_word_that_fasttext_would_obey_has_a_backslash_before_it(text: str, line: str) -> None:
    assert one_line(text) == line


@given(TRAPS)
def test_no_text_gives_a_label_or_ends_its_line(text: str) -> None:
    ((labels, words),) = read_lines(f"__label__none {one_line(text)}\n".encode())
    assert labels == ["__label__none"]
    assert [re.sub(r"^\\(?=\\*(__label__|</s>$))", "", word) for word in words] == text.replace("\0", " ").split()


def test_a_label_called_none_is_not_mixed_up_with_none() -> None:
    assert none_word(["hedge"]) == "__label__none"
    assert none_word(["none", "none_"]) == "__label__none__"
