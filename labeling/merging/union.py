"""Adding to a project what a file has and the project lacks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from labeling.domain.articles import Sentence
from labeling.merging.checks import Unsound, check_article, check_log, check_project
from labeling.merging.contribution import Contribution, Share
from labeling.store import annotators, articles, boundaries, codebooks, facts
from labeling.store.transfer import adding, reading
from labeling.store.transfer.rows import ArticleLog, ArticleRow, EditRow, JudgmentRow, ProjectLog

OnArticle = Callable[[int, int, str], None]


class _Row(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_Row)


def add(db: sqlite3.Connection, theirs: sqlite3.Connection, file: str, on_article: OnArticle) -> Contribution:
    """Add what `theirs`, opened as someone else’s, has and `db` lacks; return what that was.

    `on_article` gets the articles done, their number and the name of the one at hand. Raises Unsound when something in
    `theirs` is not as Hedgerow writes it, or contradicts a record of the project; `db` must then be rolled back.
    """
    brought = Contribution(file)
    with _unreadable_is_unsound():
        log, identifiers = reading.project_log(theirs), articles.ids(theirs)
        brought.foreign = facts.get(theirs, "id", "") != facts.get(db, "id")
    check_project(log)
    _add_project(db, log, brought)
    names, known = annotators.names(db), adding.keys(db)
    people, versions = frozenset(log.people), frozenset(row.hash for row in log.versions)
    for done, identifier in enumerate(identifiers):
        with _unreadable_is_unsound():
            row, said = reading.article(theirs, identifier), reading.article_log(theirs, identifier)
            bounded = articles.sentences_of(theirs, identifier)
        on_article(done, len(identifiers), str(row.name))
        check_article(row)
        check_log(said, row.text, people, versions)
        changed = _add_record(db, row, brought)
        ours = reading.article_log(db, identifier)
        new = _lacking_log(said, ours, row.name, brought)
        _count_people(said, new, names, brought)
        if changed or any(new):
            before = articles.sentences_of(db, identifier)
            adding.add_log(db, identifier, new, known)
            brought.touched.add(identifier)
            after = articles.sentences_of(db, identifier)
            judged = [*said.judgments, *ours.judgments]
            brought.unplaced += _unplaced(judged, {*before, *bounded} - {*after})
    return brought


def _add_project(db: sqlite3.Connection, theirs: ProjectLog, brought: Contribution) -> None:
    ours, before = reading.project_log(db), codebooks.current(db).hash
    known = set(ours.people)
    namings, unions = _lacking(theirs.namings, ours.namings), _lacking(theirs.unions, ours.unions)
    adding.add_people(db, [who for who in theirs.people if who not in known], namings)
    adding.add_unions(db, unions)
    versions = {row.hash for row in ours.versions}
    choices = _lacking(theirs.choices, ours.choices)
    adding.add_versions(db, [row for row in theirs.versions if row.hash not in versions], choices)
    brought.names, brought.unions = len(namings), len(unions)
    annotators.unite(db)
    now = codebooks.current(db)
    brought.codebook = now.title if now.hash != before else ""


def _add_record(db: sqlite3.Connection, row: ArticleRow, brought: Contribution) -> bool:
    """Add an article, or its record where it is of an earlier import; return whether that changed anything."""
    if not articles.has(db, row.id):
        adding.add_article(db, row)
        brought.articles.append(row.name)
        return True
    ours = reading.article(db, row.id)
    if ours.sentences != row.sentences:
        brought.bounded_differently.append(ours.name)
    if _order(row) >= _order(ours):
        return False
    brought.replaced.append(ours)
    adding.replace_article(db, row)
    return True


def _order(row: ArticleRow) -> tuple[str, ...]:
    """Return what decides which of two records of an article counts: the time of the import, else what it says."""
    return row.imported, row.name, row.title, row.metadata, boundaries.as_json(row.sentences)


def _lacking_log(theirs: ArticleLog, ours: ArticleLog, name: str, brought: Contribution) -> ArticleLog:
    new = ArticleLog(
        _lacking(theirs.judgments, ours.judgments),
        _lacking(theirs.adjudications, ours.adjudications),
        _lacking(theirs.edits, ours.edits),
        _lacking(theirs.assignments, ours.assignments),
        _lacking(theirs.samplings, ours.samplings),
    )
    brought.edits += len(new.edits)
    brought.assignments += len(new.assignments)
    shared = set(theirs.edits) & set(ours.edits)
    if _said_otherwise(new.edits, [edit for edit in ours.edits if edit not in shared]):
        brought.contested.append(name)
    return new


def _said_otherwise(theirs: Iterable[EditRow], ours: Iterable[EditRow]) -> bool:
    """Return whether the latest edits of any place differ."""
    one, other = ({edit.position: edit.edit for edit in sorted(edits)} for edits in (theirs, ours))
    return any(other.get(position, edit) != edit for position, edit in one.items())


def _lacking(theirs: Sequence[Row], ours: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows that are only in `theirs`. Raises Unsound when a row says something else under the same id."""
    known = {row.id: row for row in ours}
    for row in theirs:
        if known.get(row.id, row) != row:
            raise Unsound("it changes a record that the project has")
    return tuple(row for row in theirs if row.id not in known)


def _count_people(theirs: ArticleLog, new: ArticleLog, names: dict[str, str], brought: Contribution) -> None:
    for log, sign in ((theirs, 0), (new, 1)):
        for who in [*(row.annotator for row in log.judgments), *(row.author for row in log.adjudications)]:
            share = brought.people.setdefault(names[who], Share())
            share.new += sign
            share.known += 1 - 2 * sign


def _unplaced(judged: Iterable[JudgmentRow], lost: Iterable[Sentence]) -> int:
    """Count the sentences that were judged, by annotator, and are no sentences any more."""
    spans = {sentence.span for sentence in lost}
    return len({(row.start, row.end, row.annotator) for row in judged if (row.start, row.end) in spans})


@contextmanager
def _unreadable_is_unsound() -> Iterator[None]:
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Unsound("its tables can’t be read") from error
