"""Marks as CSV files (RFC 4180) that spreadsheets open as they are.

They begin with a byte order mark, without which Excel reads Japanese and Korean names as noise. The names of columns
are English words and ids, the same for every reader, so that other programs can rely on them.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator

from portal.gradebook.rows import Cell, Column, Enrolled, Gradebook, Row
from portal.gradebook.tasks import CountingAttempt

_PERSON = ("pseudonym", "login", "family_name", "given_name")
_OF_AN_EXERCISE = ("points", "credit", "maximum", "late", "state")
_OF_A_TASK = (
    *("exercise", "task", "attempt", "points", "credit", "maximum"),
    *("marked_by", "code", "late", "late_factor"),
)
_BEGINS_A_FORMULA = frozenset("=+-@＝＋－＠")
"""The wide forms too: a Japanese spreadsheet takes them for the narrow ones."""

_CHUNK = 2**16


def learners_file(book: Gradebook) -> Iterator[bytes]:
    """Return one line for each learner: what she has in each exercise, and in all."""
    head = [*_PERSON]
    for column in book.columns:
        head += [f"{column.exercise} {name}" for name in _OF_AN_EXERCISE]
    head += ["total credit", "total maximum", "open"]
    return _file([head], (_learner(row, book.columns) for row in book.rows))


def tasks_file(attempts: Iterable[CountingAttempt]) -> Iterator[bytes]:
    """Return one line for each learner and task of her counting attempts."""
    lines = (line for attempt in attempts for line in _tasks(attempt))
    return _file([[*_PERSON, *_OF_A_TASK]], lines)


def _learner(row: Row, columns: Iterable[Column]) -> list[str]:
    line = _person(row.learner)
    for column in columns:
        line += _cell(row.cells.get(column.exercise), column)
    return [*line, number(row.credit), number(row.maximum), str(row.open)]


def _cell(cell: Cell | None, column: Column) -> list[str]:
    if cell is None:
        return ["", "", number(column.maximum), "", "not_handed_in"]
    late = "" if cell.attempt is None else _yes(cell.late)
    return [number(cell.points), number(cell.credit), number(cell.maximum), late, cell.state.value]


def _tasks(attempt: CountingAttempt) -> Iterator[list[str]]:
    for mark in attempt.tasks:
        yield [
            *_person(attempt.learner),
            attempt.exercise,
            mark.task,
            str(attempt.number),
            number(mark.points),
            number(None if mark.points is None else mark.points * attempt.factor),
            number(mark.maximum),
            mark.marked_by.value,
            harmless(mark.code),
            _yes(attempt.late),
            number(attempt.factor),
        ]


def _person(learner: Enrolled) -> list[str]:
    return [
        harmless(text)
        for text in (learner.pseudonym, learner.login, learner.family_name, learner.given_name)
    ]


def harmless(text: str) -> str:
    """Return a text that a spreadsheet takes for text: what could begin a formula gets an apostrophe in front."""
    first = text.lstrip()[:1]
    if first in _BEGINS_A_FORMULA or (text and unicodedata.category(text[0]).startswith("C")):
        return f"'{text}"
    return text


def number(value: float | None) -> str:
    """Return points with a decimal point and at most four decimals; nothing where there are none."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _yes(said: bool) -> str:
    return "yes" if said else "no"


def _file(head: Iterable[Iterable[str]], lines: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Return a file piece by piece, so that a large one is never in memory as a whole."""
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(head)
    for line in lines:
        writer.writerow(line)
        if text.tell() > _CHUNK:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()
