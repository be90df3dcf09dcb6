"""What the pages of appeals show."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from portal.answers import Answer, answer_to
from portal.models import (
    Appeal,
    AppealState,
    ExerciseVersion,
    Mark,
    Offering,
    Submission,
    Task,
    TaskScore,
    Texts,
)
from portal.rubrics import Rubric, rubric_of
from portal.storage import BlobStore


@dataclass(frozen=True)
class Row:
    """One appeal with the titles of what it is about."""

    appeal: Appeal
    exercise: Texts
    task: Texts


@dataclass(frozen=True)
class AppealsPage:
    """All appeals of an offering: those that wait, oldest first, and the others, latest first."""

    offering: Offering
    zone: ZoneInfo
    waiting: tuple[Row, ...]
    closed: tuple[Row, ...]


@dataclass(frozen=True)
class AppealPage:
    """One appeal with all that is needed to answer it.

    Attributes:
        zone: whose clock times are read by.
        score: what the task has now; None if the attempt does not have the task any more.
        answer: what the learner wrote; None where it cannot be read.
        rubric: how the task is marked; None without one.
        marks: what people gave, first to last.
    """

    offering: Offering
    zone: ZoneInfo
    appeal: Appeal
    score: TaskScore | None
    answer: Answer | None
    rubric: Rubric | None
    marks: tuple[Mark, ...]


def appeals_page(session: Session, offering: Offering) -> AppealsPage:
    """Return all appeals of an offering."""
    rows = [
        Row(appeal, version.title, task.title)
        for appeal, version, task in session.execute(
            select(Appeal, ExerciseVersion, Task)
            .join(Submission, Submission.id == Appeal.submission_id)
            .join(
                TaskScore,
                TaskScore.submission_id == Submission.id,
            )
            .join(Task, (Task.id == TaskScore.task_id) & (Task.name == Appeal.task))
            .join(ExerciseVersion, ExerciseVersion.id == Task.version_id)
            .where(Submission.offering_id == offering.id)
            .order_by(Appeal.asked_at, Appeal.id)
            .options(
                contains_eager(Appeal.submission).joinedload(Submission.learner),
                joinedload(Appeal.answered_by),
            )
        )
    ]
    return AppealsPage(
        offering,
        ZoneInfo(offering.institution.time_zone),
        tuple(row for row in rows if row.appeal.state == AppealState.OPEN),
        tuple(row for row in reversed(rows) if row.appeal.state != AppealState.OPEN),
    )


def appeal_of(session: Session, offering_id: str, public_id: str) -> Appeal | None:
    """Return an appeal of an offering; None if there is no such one."""
    return session.scalar(
        select(Appeal)
        .join(Submission, Submission.id == Appeal.submission_id)
        .where(Appeal.public_id == public_id, Submission.offering_id == offering_id)
        .options(
            contains_eager(Appeal.submission).joinedload(Submission.learner),
            joinedload(Appeal.answered_by),
        )
    )


def appeal_page(
    session: Session, store: BlobStore, offering: Offering, public_id: str, language: str
) -> AppealPage | None:
    """Return one appeal; None if the offering has no such one."""
    appeal = appeal_of(session, offering.id, public_id)
    if appeal is None:
        return None
    score = session.scalar(
        select(TaskScore)
        .join(Task, Task.id == TaskScore.task_id)
        .where(TaskScore.submission_id == appeal.submission_id, Task.name == appeal.task)
        .options(
            joinedload(TaskScore.task).joinedload(Task.version),
            joinedload(TaskScore.submission).selectinload(Submission.files),
        )
    )
    marks = session.scalars(
        select(Mark)
        .where(Mark.submission_id == appeal.submission_id, Mark.task == appeal.task)
        .order_by(Mark.marked_at, Mark.id)
        .options(joinedload(Mark.marker))
    ).all()
    return AppealPage(
        offering,
        ZoneInfo(offering.institution.time_zone),
        appeal,
        score,
        answer_to(store, appeal.submission.files, appeal.task),
        rubric_of(score.task.version.manifest, appeal.task, language) if score else None,
        tuple(marks),
    )
