"""How portal and gradebook stay one about marks: what the gradebook has to take over, and what it gave itself.

The portal's marks of a task wait for the gradebook (`Mark.recorded_at` is None) until the grader has written the points
that they make together. A mark that somebody gives in formgrader comes as a result of the grader; of both the later
one wins. The grader says when the gradebook was written last, which is not before that mark was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, joinedload

from grader.results import MarkedBy, Result
from portal.marking import marks_of, standing_of
from portal.models import AuditEntry, Mark, Submission, Task, TaskScore, now


@dataclass(frozen=True)
class Pending:
    """Points of a task that people gave in the portal and that the gradebook does not have yet.

    Attributes:
        submission: id of the attempt.
        course: the offering.
        exercise: the exercise.
        learner: pseudonym.
        task: the task's id.
        points: what all marks make together.
        comment: of all markers; may be empty.
        marked_at: when the last of them was given; it is given back when the points are recorded.
    """

    submission: str
    course: str
    exercise: str
    learner: str
    task: str
    points: float
    comment: str
    marked_at: datetime


def pending(session: Session, limit: int) -> list[Pending]:
    """Return points that the gradebook has to take over, oldest marks first."""
    scores = session.execute(
        select(TaskScore, func.max(Mark.marked_at).label("marked_at"))
        .join(Submission, Submission.id == TaskScore.submission_id)
        .join(Task, Task.id == TaskScore.task_id)
        .join(Mark, (Mark.submission_id == Submission.id) & (Mark.task == Task.name))
        .where(Mark.recorded_at.is_(None), TaskScore.marked_by == MarkedBy.PERSON)
        .group_by(TaskScore.submission_id, TaskScore.task_id)
        .order_by(func.max(Mark.marked_at), TaskScore.submission_id)
        .limit(limit)
        .options(
            joinedload(TaskScore.submission).joinedload(Submission.learner),
            joinedload(TaskScore.task),
        )
    )
    found = []
    for score, marked_at in scores:
        standing = standing_of(session, score)
        if standing is not None and score.points is not None:
            submission = score.submission
            found.append(
                Pending(
                    submission=submission.public_id,
                    course=submission.offering_id,
                    exercise=submission.exercise_id,
                    learner=submission.learner.pseudonym,
                    task=score.task.name,
                    points=score.points,
                    comment=standing.comment,
                    marked_at=marked_at,
                )
            )
    return found


def recorded(session: Session, submission: str, task: str, marked_at: datetime) -> None:
    """Note that the gradebook has the points that marks up to a moment made; a later mark still waits."""
    attempt = select(Submission.id).where(Submission.public_id == submission).scalar_subquery()
    session.execute(
        update(Mark)
        .where(
            Mark.submission_id == attempt,
            Mark.task == task,
            Mark.marked_at <= marked_at,
            Mark.recorded_at.is_(None),
        )
        .values(recorded_at=now())
    )


def held_here(
    session: Session, submission: Submission, marked_at: datetime | None
) -> frozenset[str]:
    """Return the tasks whose marks of the portal hold against those that a result brings.

    They wait for the gradebook, so that what the result has is older, unless it says that it was given later.

    Args:
        session: reads.
        submission: which the result is about.
        marked_at: when marks were given in formgrader; None: the result was made by a grading.
    """
    rows = session.execute(
        select(Mark.task, func.max(Mark.marked_at).label("marked_at"))
        .join(TaskScore, TaskScore.submission_id == Mark.submission_id)
        .join(Task, (Task.id == TaskScore.task_id) & (Task.name == Mark.task))
        .where(
            Mark.submission_id == submission.id,
            Mark.recorded_at.is_(None),
            TaskScore.marked_by == MarkedBy.PERSON,
        )
        .group_by(Mark.task)
    )
    return frozenset(row.task for row in rows if marked_at is None or row.marked_at > marked_at)


def put_aside(
    session: Session,
    submission: Submission,
    before: Mapping[str, tuple[float | None, Mapping[str, str]]],
    result: Result,
    held: Iterable[str],
) -> None:
    """Note that marks of formgrader replaced those of the portal, which then wait for nothing; their trace stays.

    Args:
        session: writes.
        submission: with the scores of the result.
        before: task -> points and sentence that it had.
        result: what came.
        held: tasks whose marks of the portal held against it.
    """
    replaced = {
        task.task
        for task in result.tasks
        if task.marked_by == MarkedBy.PERSON
        and task.task not in held
        and before.get(task.task) != (task.points, dict(task.verdict.rationale))
    }
    session.flush()  # the scores are new: only now they know their attempt
    for score in submission.scores:
        marks = marks_of(session, score) if score.task.name in replaced else ()
        for mark in marks:
            mark.recorded_at = mark.recorded_at or now()
        if marks:
            session.add(
                AuditEntry(
                    actor="grader",
                    action="marks_superseded",
                    subject=submission.public_id,
                    details={
                        score.task.name: {
                            "before": [
                                {"marker": mark.marker.pseudonym, "points": mark.points}
                                for mark in marks
                            ],
                            "after": score.points,
                        }
                    },
                )
            )
