"""Lines of the interchange for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from labeling.domain.articles import Article, Sentence

Fields = dict[str, object]


def write_lines(folder: Path, *lines: Mapping[str, object] | str | bytes, name: str = "a.jsonl") -> Path:
    """Write objects as JSON, and texts and bytes as they are, one a line."""
    path = folder / name
    path.write_bytes(b"".join(_line(line) + b"\n" for line in lines))
    return path


def _line(line: Mapping[str, object] | str | bytes) -> bytes:
    if isinstance(line, bytes):
        return line
    return line.encode() if isinstance(line, str) else json.dumps(line, ensure_ascii=False).encode()


def exported(article: Article, sentences: tuple[Sentence, ...], **judged: object) -> list[Fields]:
    """The lines that an export writes of an article; `judged` are the keys that say what was judged."""
    lines: list[Fields] = []
    before = Sentence(0, 0, sentences[0].kind, sentences[0].paragraph)
    for index, sentence in enumerate(sentences):
        gap = article.text[before.end : sentence.start]
        usual = "" if not index else " " if sentence.paragraph == before.paragraph else "\n\n"
        line: Fields = {
            "id": f"{article.id}:{sentence.start}-{sentence.end}",
            "article": article.id,
            "name": article.name,
            "title": article.title,
            "metadata": dict(article.metadata),
            "index": index,
            "paragraph": sentence.paragraph,
            "start": sentence.start,
            "end": sentence.end,
            "kind": sentence.kind,
            "text": article.text[sentence.start : sentence.end],
        }
        lines.append(line | ({} if gap == usual else {"gap": gap}) | judged)
        before = sentence
    return lines
