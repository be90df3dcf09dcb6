"""Reads what the item analysis of one exercise of one offering needs. Single learners' rows do not leave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from portal.changes import topic_of_offering
from portal.instructor.analysis.figures import TaskAnalysis, analyse
from portal.instructor.analysis.rows import AttemptRow, ScoreRow, TaskRow
from portal.models import (
    Change,
    ExerciseVersion,
    Release,
    Role,
    RoleAssignment,
    Status,
    Submission,
    SubmissionFile,
    Task,
    TaskScore,
)


@dataclass(frozen=True)
class ExerciseAnalysis:
    """The item analysis of one exercise of one offering.

    Attributes:
        at: when it was computed.
        enrolled: learners of the offering.
        handed_in: learners with an attempt.
        left: of those, who are not enrolled any more.
        attempts: all attempts.
        graded: attempts with a result.
        waiting: attempts that wait for the grader.
        failed: attempts that the grader gave to a person.
        counting: attempts that count.
        tasks: figures of each task, in the exercise's order; tasks of earlier versions last.
    """

    at: datetime
    enrolled: int
    handed_in: int
    left: int
    attempts: int
    graded: int
    waiting: int
    failed: int
    counting: int
    tasks: tuple[TaskAnalysis, ...]


def release_of(
    session: Session, offering_id: str, exercise_id: str
) -> tuple[Release, ExerciseVersion] | None:
    """Return an exercise's release with the version handed out now, or None where the offering has no such exercise."""
    found = session.execute(
        select(Release, ExerciseVersion)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(
            Release.offering_id == offering_id,
            Release.exercise_id == exercise_id,
            ExerciseVersion.is_current,
        )
    ).one_or_none()
    return None if found is None else (found[0], found[1])


def state(session: Session, offering_id: str) -> int:
    """Return a number that is another one after whatever changed scores of an offering."""
    topic = topic_of_offering(offering_id)
    return session.scalar(select(func.max(Change.id)).where(Change.topic == topic)) or 0


def exercise_analysis(session: Session, release: Release, at: datetime) -> ExerciseAnalysis:
    """Return the item analysis of an exercise, as of a moment."""
    attempts = session.execute(
        select(
            Submission.id,
            Submission.learner_id,
            Submission.attempt,
            Submission.received_at,
            Submission.counts,
            type_coerce(Submission.status, String),
        )
        .where(_of(release))
        .order_by(Submission.learner_id, Submission.attempt)
    ).all()
    statuses = [row[5] for row in attempts]
    graded = [AttemptRow(*row[:5]) for row in attempts if row[5] == Status.GRADED]
    scores = _scores(session, release)
    learners = {row[1] for row in attempts}
    enrolled = set(
        session.scalars(
            select(RoleAssignment.person_id).where(
                RoleAssignment.offering_id == release.offering_id,
                RoleAssignment.role == Role.LEARNER,
            )
        )
    )
    closed = release.closes_at
    end = at if closed is None else min(at, closed)
    return ExerciseAnalysis(
        at=at,
        enrolled=len(enrolled),
        handed_in=len(learners),
        left=len(learners - enrolled),
        attempts=len(attempts),
        graded=len(graded),
        waiting=statuses.count(Status.QUEUED) + statuses.count(Status.CLAIMED),
        failed=statuses.count(Status.NEEDS_PERSON),
        counting=sum(row.counts for row in graded),
        tasks=analyse(_tasks(session, release, scores), graded, scores, release.release_at, end),
    )


def notebooks(
    session: Session, release: Release, attempts: tuple[int, ...]
) -> dict[int, tuple[str, ...]]:
    """Return the SHA-256 of the notebooks of some attempts of an exercise, its own notebook first."""
    own = f"{release.exercise_id}.ipynb"
    found: dict[int, list[tuple[bool, str, str]]] = {}
    for submission_id, name, sha256 in session.execute(
        select(SubmissionFile.submission_id, SubmissionFile.name, SubmissionFile.sha256).where(
            SubmissionFile.submission_id.in_(attempts), SubmissionFile.name.like("%.ipynb")
        )
    ):
        found.setdefault(submission_id, []).append((name != own, name, sha256))
    return {key: tuple(entry[2] for entry in sorted(files)) for key, files in found.items()}


def _of(release: Release) -> ColumnElement[bool]:
    """Return the condition that holds for the attempts at an exercise of an offering."""
    return (Submission.offering_id == release.offering_id) & (
        Submission.exercise_id == release.exercise_id
    )


def _scores(session: Session, release: Release) -> dict[int, list[ScoreRow]]:
    of_exercise = ExerciseVersion.exercise_id == release.exercise_id
    tasks = session.execute(select(Task.id, Task.name).join(Task.version).where(of_exercise))
    names = {row.id: row.name for row in tasks}
    found: dict[int, list[ScoreRow]] = {}
    for submission_id, task_id, points, maximum, code, outcome in session.execute(
        select(
            TaskScore.submission_id,
            TaskScore.task_id,
            TaskScore.points,
            TaskScore.maximum,
            TaskScore.code,
            type_coerce(TaskScore.outcome, String),
        )
        .join(TaskScore.submission)
        .where(_of(release))
    ):
        row = ScoreRow(names[task_id], points, maximum, code, outcome)
        found.setdefault(submission_id, []).append(row)
    return found


def _tasks(session: Session, release: Release, scores: dict[int, list[ScoreRow]]) -> list[TaskRow]:
    """Return the tasks handed out now, and those of earlier versions in which somebody has a score."""
    scored = {score.task for row in scores.values() for score in row}
    found: dict[str, TaskRow] = {}
    for task, current in session.execute(
        select(Task, ExerciseVersion.is_current)
        .join(Task.version)
        .where(ExerciseVersion.exercise_id == release.exercise_id)
        .order_by(ExerciseVersion.is_current.desc(), ExerciseVersion.id.desc())
    ):
        if current or task.name in scored:
            row = TaskRow(task.name, task.title, task.manual, task.position, current)
            found.setdefault(task.name, row)
    return list(found.values())
