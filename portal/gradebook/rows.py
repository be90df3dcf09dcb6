"""The marks of an offering: of each learner and exercise, what her counting attempt brings, and what is still open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from portal.models import (
    Appeal,
    AppealState,
    ExerciseVersion,
    Person,
    Release,
    Role,
    RoleAssignment,
    Status,
    Submission,
    Texts,
    now,
)


class State(StrEnum):
    """Whether what a learner handed in has its final points; if not, what is still open. The first that fits."""

    GRADING = "grading"
    """An attempt waits for the grader, or it has it."""
    FAILED = "failed"
    """The grader failed on her last attempt; a person has to look at it."""
    NOTHING_COUNTS = "nothing_counts"
    """The rules let none of her attempts count."""
    MARKING = "marking"
    """Tasks of the attempt that counts wait for a person."""
    APPEAL = "appeal"
    """She asked to look at a score again, and nobody has answered."""
    SETTLED = "settled"


@dataclass(frozen=True)
class Column:
    """One exercise that has been handed out.

    Attributes:
        exercise: its id.
        title: its title.
        maximum: what it is worth in the version that is handed out now.
        due_at: when it is due for everybody without an extension.
    """

    exercise: str
    title: Texts
    maximum: float
    due_at: datetime | None


@dataclass(frozen=True)
class Cell:
    """What one learner has in one exercise that she handed in.

    Attributes:
        attempt: the attempt that counts; None: nothing counts yet.
        points: its points; None where nothing counts yet.
        credit: what it brings, after what lateness costs; None where nothing counts yet.
        maximum: what it could bring.
        late: it came late.
        unmarked: its tasks that wait for a person.
        state: whether all of this is final.
    """

    attempt: int | None
    points: float | None
    credit: float | None
    maximum: float
    late: bool
    unmarked: int
    state: State


@dataclass(frozen=True)
class Enrolled:
    """A learner, as far as a list of marks needs to know her."""

    id: int
    pseudonym: str
    login: str
    family_name: str
    given_name: str


@dataclass(frozen=True)
class Row:
    """One learner with what she has, by exercise; an exercise that she did not hand in is not in it."""

    learner: Enrolled
    cells: Mapping[str, Cell]
    credit: float
    maximum: float

    @property
    def late(self) -> int:
        """How many of her counting attempts are late."""
        return sum(cell.late for cell in self.cells.values())

    @property
    def open(self) -> int:
        """In how many exercises something is still open."""
        return sum(cell.state != State.SETTLED for cell in self.cells.values())


@dataclass(frozen=True)
class Gradebook:
    """The marks of an offering, in the curriculum's order and by family name."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def gradebook(session: Session, offering_id: str) -> Gradebook:
    """Return the marks of all learners of an offering."""
    columns = columns_of(session, offering_id)
    learners = sorted(
        learners_of(session, offering_id),
        key=lambda one: (one.family_name, one.given_name, one.login),
    )
    return Gradebook(columns, rows_of(session, offering_id, columns, learners))


def columns_of(session: Session, offering_id: str) -> tuple[Column, ...]:
    """Return the exercises that an offering has handed out, or that somebody handed in."""
    handed_in = exists().where(
        Submission.offering_id == Release.offering_id,
        Submission.exercise_id == Release.exercise_id,
    )
    found = session.execute(
        select(Release.exercise_id, ExerciseVersion.title, ExerciseVersion.maximum, Release.due_at)
        .join(
            ExerciseVersion,
            and_(ExerciseVersion.exercise_id == Release.exercise_id, ExerciseVersion.is_current),
        )
        .where(Release.offering_id == offering_id, or_(Release.release_at <= now(), handed_in))
        .order_by(ExerciseVersion.position, Release.exercise_id)
    )
    return tuple(Column(*row) for row in found)


def learners_of(
    session: Session, offering_id: str, *, after: str = "", limit: int | None = None
) -> tuple[Enrolled, ...]:
    """Return learners of an offering by pseudonym: those after a pseudonym, at most `limit`."""
    found = session.execute(
        select(Person.id, Person.pseudonym, Person.login, Person.family_name, Person.given_name)
        .join(RoleAssignment)
        .where(
            RoleAssignment.offering_id == offering_id,
            RoleAssignment.role == Role.LEARNER,
            Person.pseudonym > after,
        )
        .order_by(Person.pseudonym)
        .limit(limit)
    )
    return tuple(Enrolled(*row) for row in found)


def rows_of(
    session: Session,
    offering_id: str,
    columns: Collection[Column],
    learners: Collection[Enrolled],
) -> tuple[Row, ...]:
    """Return what learners have in exercises, in the order of the learners."""
    maxima = {column.exercise: column.maximum for column in columns}
    cells = _cells(session, offering_id, maxima, {learner.id for learner in learners})
    return tuple(_row(learner, columns, cells.get(learner.id, {})) for learner in learners)


FEW = 500
"""So many learners are asked for by name; more are read with everybody else's."""

_Key = tuple[int, str]


def _cells(
    session: Session, offering_id: str, maxima: Mapping[str, float], only: set[int]
) -> dict[int, dict[str, Cell]]:
    condition = [Submission.offering_id == offering_id]
    if len(only) <= FEW:
        condition.append(Submission.learner_id.in_(only))
    key = (Submission.learner_id, Submission.exercise_id)
    waits = Submission.status.in_((Status.QUEUED, Status.CLAIMED))
    fails = Submission.status == Status.NEEDS_PERSON
    # Of each learner and exercise: whether an attempt waits, and the last attempt on which the grader failed.
    handed_in: dict[_Key, tuple[int, int]] = {
        (learner, exercise): (waiting, failed)
        for learner, exercise, waiting, failed in session.execute(
            select(
                *key,
                func.max(case((waits, 1), else_=0)),
                func.max(case((fails, Submission.attempt), else_=0)),
            )
            .where(*condition)
            .group_by(*key)
        )
    }
    counting: dict[_Key, tuple[int, float | None, float, float | None, bool, int]] = {
        (learner, exercise): (attempt, points, factor, maximum, late, unmarked)
        for learner, exercise, attempt, points, factor, maximum, late, unmarked in session.execute(
            select(
                *key,
                Submission.attempt,
                Submission.points,
                Submission.late_factor,
                Submission.maximum,
                Submission.is_late,
                Submission.unmarked,
            ).where(*condition, Submission.counts)
        )
    }
    appeals: set[_Key] = {
        (learner, exercise)
        for learner, exercise in session.execute(
            select(*key)
            .join(Appeal, Appeal.submission_id == Submission.id)
            .where(*condition, Appeal.state == AppealState.OPEN)
        )
    }
    found: dict[int, dict[str, Cell]] = {}
    for (learner, exercise), (waiting, failed) in handed_in.items():
        attempt, points, factor, maximum, late, unmarked = counting.get(
            (learner, exercise), (None, None, 1.0, None, False, 0)
        )
        found.setdefault(learner, {})[exercise] = Cell(
            attempt,
            points,
            None if points is None else points * factor,
            maxima.get(exercise, 0.0) if maximum is None else maximum,
            late,
            unmarked,
            _state(
                waiting=bool(waiting),
                failed=failed > (attempt or 0),
                counts=attempt is not None,
                unmarked=unmarked > 0,
                appeal=(learner, exercise) in appeals,
            ),
        )
    return found


def _state(*, waiting: bool, failed: bool, counts: bool, unmarked: bool, appeal: bool) -> State:
    if waiting:
        return State.GRADING
    if failed:
        return State.FAILED
    if not counts:
        return State.NOTHING_COUNTS
    if unmarked:
        return State.MARKING
    return State.APPEAL if appeal else State.SETTLED


def _row(learner: Enrolled, columns: Collection[Column], cells: dict[str, Cell]) -> Row:
    shown = {
        column.exercise: cells[column.exercise] for column in columns if column.exercise in cells
    }
    return Row(
        learner,
        shown,
        credit=sum(cell.credit or 0.0 for cell in shown.values()),
        maximum=sum(
            shown[column.exercise].maximum if column.exercise in shown else column.maximum
            for column in columns
        ),
    )
