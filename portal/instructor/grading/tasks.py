"""Tasks that somebody should look at although they are graded: looked up when the page opens, not at each change."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import String, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from grader.results import UNPROTECTED, Outcome
from portal.models import ExerciseVersion, Submission, Task, TaskScore, Texts


@dataclass(frozen=True)
class TaskCount:
    """A task that has something in common in several attempts.

    Attributes:
        exercise_id: its exercise.
        exercise_title: of that.
        task: id of the task.
        title: of the task.
        code: the verdict's.
        attempts: how many of those that count.
    """

    exercise_id: str
    exercise_title: Texts
    task: str
    title: Texts
    code: str
    attempts: int


@dataclass(frozen=True)
class TasksToLookAt:
    """Tasks of the attempts that count.

    Attributes:
        undecided: those whose check could not tell, by what it said instead.
        unprotected: those whose points the learner's own code could have written.
    """

    undecided: tuple[TaskCount, ...]
    unprotected: tuple[TaskCount, ...]


def tasks_to_look_at(session: Session, offering_id: str) -> TasksToLookAt:
    """Return the tasks of an offering that somebody should look at, exercise by exercise."""
    undecided = and_(TaskScore.outcome == Outcome.UNGRADED, Task.manual.is_(False))
    unprotected = cast(TaskScore.parameters, String).contains(f'"{UNPROTECTED}"')
    # what was not protected is listed once, whatever came out of it
    code = case((undecided, TaskScore.code), else_="")
    found = session.execute(
        select(Submission.exercise_id, Task.name, code, func.count(), func.max(Task.id))
        .join(TaskScore, TaskScore.submission_id == Submission.id)
        .join(Task, Task.id == TaskScore.task_id)
        .where(
            Submission.offering_id == offering_id, Submission.counts, or_(undecided, unprotected)
        )
        .group_by(Submission.exercise_id, Task.name, code)
        .order_by(Submission.exercise_id, func.max(Task.position), code)
    ).all()
    titles = {
        number: (title, of_exercise)
        for number, title, of_exercise in session.execute(
            select(Task.id, Task.title, ExerciseVersion.title)
            .join(ExerciseVersion, ExerciseVersion.id == Task.version_id)
            .where(Task.id.in_([row[4] for row in found]))
        )
    }
    counts = [
        TaskCount(exercise, titles[last][1], name, titles[last][0], told, number)
        for exercise, name, told, number, last in found
    ]
    return TasksToLookAt(
        tuple(one for one in counts if one.code), tuple(one for one in counts if not one.code)
    )
