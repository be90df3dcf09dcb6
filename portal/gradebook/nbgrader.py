"""Marks as a gradebook.db that nbgrader opens: its tables, written without nbgrader, which the portal does not know.

What is in it: learners by pseudonym with their names, exercises with due dates, tasks with their maximum, and of every
counting attempt its time, extension, points and what lateness costs. Texts of notebooks and comments are not; the
grader keeps a course directory for those.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from grader.results import MarkedBy
from portal.gradebook.nbgrader_tables import TABLES
from portal.gradebook.rows import Column, Enrolled, columns_of, learners_of
from portal.gradebook.tasks import CountingAttempt, TaskMark, counting_attempts
from portal.models import ExerciseVersion, Task

_EPOCH = datetime(1970, 1, 1)
"""From here SQLAlchemy counts an interval in SQLite."""


@dataclass(frozen=True)
class GradeCell:
    """A task as nbgrader knows it.

    Attributes:
        name: its `grade_id`.
        maximum: what it is worth in the version that is handed out now.
        manual: a person marks it.
    """

    name: str
    maximum: float
    manual: bool


def nbgrader_file(session: Session, offering_id: str) -> bytes:
    """Return the marks of an offering as the content of a gradebook.db."""
    columns = columns_of(session, offering_id)
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(TABLES)
        made.execute("INSERT INTO course VALUES (?)", (offering_id,))
        made.executemany(
            "INSERT INTO student VALUES (?, ?, ?, NULL, NULL)",
            _students(learners_of(session, offering_id)),
        )
        cells = _cells(session, columns)
        for column in columns:
            _write_exercise(made, offering_id, column, cells.get(column.exercise, ()))
        known = {(exercise, cell.name) for exercise, found in cells.items() for cell in found}
        due = {column.exercise: column.due_at for column in columns}
        for attempt in counting_attempts(session, offering_id):
            if attempt.exercise in due:
                _write_attempt(made, attempt, due[attempt.exercise], known)
        made.commit()
        return made.serialize()


def _students(learners: Iterable[Enrolled]) -> Iterator[tuple[str, str, str]]:
    for learner in learners:
        yield learner.pseudonym, learner.given_name, learner.family_name


def _cells(session: Session, columns: Iterable[Column]) -> Mapping[str, tuple[GradeCell, ...]]:
    """Return the tasks of exercises in the version that is handed out now."""
    found: dict[str, tuple[GradeCell, ...]] = {}
    for exercise, name, maximum, manual in session.execute(
        select(ExerciseVersion.exercise_id, Task.name, Task.points, Task.manual)
        .join(Task, Task.version_id == ExerciseVersion.id)
        .where(
            ExerciseVersion.is_current,
            ExerciseVersion.exercise_id.in_([column.exercise for column in columns]),
        )
        .order_by(Task.position)
    ):
        cell = GradeCell(name, maximum, manual)
        found[exercise] = (*found.get(exercise, ()), cell)
    return found


def _write_exercise(
    made: sqlite3.Connection, offering_id: str, column: Column, cells: Iterable[GradeCell]
) -> None:
    exercise = column.exercise
    made.execute(
        "INSERT INTO assignment VALUES (?, ?, ?, ?)",
        (_id("assignment", exercise), exercise, _moment(column.due_at), offering_id),
    )
    made.execute(
        "INSERT INTO notebook VALUES (?, ?, ?, NULL)",
        (_id("notebook", exercise), exercise, _id("assignment", exercise)),
    )
    for cell in cells:
        _write_cell(made, exercise, cell)


def _write_cell(made: sqlite3.Connection, exercise: str, cell: GradeCell) -> None:
    key = _id("cell", exercise, cell.name)
    made.execute(
        "INSERT INTO base_cell VALUES (?, ?, ?, 'GradeCell')",
        (key, cell.name, _id("notebook", exercise)),
    )
    made.execute(
        "INSERT INTO grade_cells VALUES (?, ?, ?)",
        (key, cell.maximum, "markdown" if cell.manual else "code"),
    )


def _write_attempt(
    made: sqlite3.Connection,
    attempt: CountingAttempt,
    due_at: datetime | None,
    known: set[tuple[str, str]],
) -> None:
    exercise, student = attempt.exercise, attempt.learner.pseudonym
    submitted = _id("submitted", exercise, student)
    notebook = _id("submitted notebook", exercise, student)
    made.execute(
        "INSERT INTO submitted_assignment VALUES (?, ?, ?, ?, ?)",
        (
            submitted,
            _id("assignment", exercise),
            student,
            _moment(attempt.received_at),
            _interval(_extension(attempt.due_at, due_at)),
        ),
    )
    lost = sum(mark.points or 0.0 for mark in attempt.tasks) * (1 - attempt.factor)
    made.execute(
        "INSERT INTO submitted_notebook VALUES (?, ?, ?, 0, ?)",
        (notebook, submitted, _id("notebook", exercise), lost or None),
    )
    for mark in attempt.tasks:
        if (exercise, mark.task) not in known:
            # An earlier version had this task. Its points count; nobody else's maximum grows by it.
            manual = mark.marked_by != MarkedBy.CHECK
            _write_cell(made, exercise, GradeCell(mark.task, 0.0, manual))
            known.add((exercise, mark.task))
        made.execute(
            "INSERT INTO grade VALUES (?, ?, ?, ?, ?, NULL, ?)",
            (
                _id("grade", exercise, student, mark.task),
                notebook,
                _id("cell", exercise, mark.task),
                *_scores(mark),
                mark.points is None,
            ),
        )


def _scores(mark: TaskMark) -> tuple[float | None, float | None]:
    """Return what a check gave and what a person gave."""
    if mark.marked_by == MarkedBy.PERSON:
        return None, mark.points
    return mark.points, None


def _extension(own: datetime | None, of_all: datetime | None) -> timedelta | None:
    """Return how much later an attempt was due for its learner than for everybody."""
    if own is None or of_all is None or own <= of_all:
        return None
    return own - of_all


def _moment(at: datetime | None) -> str | None:
    """Return a moment as nbgrader keeps it: UTC without a zone."""
    if at is None:
        return None
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


def _interval(length: timedelta | None) -> str | None:
    if length is None:
        return None
    return (_EPOCH + length).isoformat(sep=" ", timespec="microseconds")


def _id(*parts: str) -> str:
    """Return a key of 32 digits that is the same in every export."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
