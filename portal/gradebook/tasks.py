"""The marks of an offering task by task: of every counting attempt, the points of each of its tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from grader.results import MarkedBy
from portal.gradebook.rows import FEW, Enrolled, learners_of
from portal.models import Submission, Task, TaskScore

BATCH = 200
"""So many learners are read at a time, so that a large course is never in memory as a whole."""


@dataclass(frozen=True)
class TaskMark:
    """The points of one task, before what lateness costs; None as long as nobody has marked it."""

    task: str
    points: float | None
    maximum: float
    marked_by: MarkedBy
    code: str


@dataclass(frozen=True)
class CountingAttempt:
    """A counting attempt with the points of each of its tasks, in the notebook's order.

    Attributes:
        learner: whose it is.
        exercise: of which exercise.
        number: 1, 2, 3 ...
        received_at: when it came.
        due_at: when it was due for her.
        late: it came late.
        factor: the share of its points that it keeps.
        tasks: what it has in each task.
    """

    learner: Enrolled
    exercise: str
    number: int
    received_at: datetime
    due_at: datetime | None
    late: bool
    factor: float
    tasks: tuple[TaskMark, ...]


def counting_attempts(session: Session, offering_id: str) -> Iterator[CountingAttempt]:
    """Return all counting attempts of an offering, by pseudonym and exercise."""
    after = ""
    while learners := learners_of(session, offering_id, after=after, limit=BATCH):
        yield from attempts_of(session, offering_id, learners)
        after = learners[-1].pseudonym


def attempts_of(
    session: Session, offering_id: str, learners: Collection[Enrolled]
) -> Iterator[CountingAttempt]:
    """Return the counting attempts of learners of an offering, by pseudonym and exercise.

    Args:
        session: reads.
        offering_id: which offering.
        learners: at most `FEW` of them.
    """
    if len(learners) > FEW:
        raise ValueError(f"expected at most {FEW} learners, got {len(learners)}")
    by_id = {learner.id: learner for learner in learners}
    mine = (
        Submission.offering_id == offering_id,
        Submission.counts,
        Submission.learner_id.in_(by_id),
    )
    tasks: dict[int, list[tuple[int, TaskMark]]] = {}
    for submission, position, task, points, maximum, marked_by, code in session.execute(
        select(
            TaskScore.submission_id,
            Task.position,
            Task.name,
            TaskScore.points,
            TaskScore.maximum,
            TaskScore.marked_by,
            TaskScore.code,
        )
        .join(Task, Task.id == TaskScore.task_id)
        .join(Submission, Submission.id == TaskScore.submission_id)
        .where(*mine)
    ):
        mark = TaskMark(task, points, maximum, marked_by, code)
        tasks.setdefault(submission, []).append((position, mark))
    attempts = session.execute(
        select(
            Submission.id,
            Submission.learner_id,
            Submission.exercise_id,
            Submission.attempt,
            Submission.received_at,
            Submission.due_at,
            Submission.is_late,
            Submission.late_factor,
        ).where(*mine)
    )
    for row in sorted(attempts, key=lambda row: (by_id[row.learner_id].pseudonym, row.exercise_id)):
        marks = sorted(tasks.get(row.id, ()), key=lambda one: one[0])
        yield CountingAttempt(
            by_id[row.learner_id],
            row.exercise_id,
            row.attempt,
            row.received_at,
            row.due_at,
            row.is_late,
            row.late_factor,
            tuple(mark for _, mark in marks),
        )
