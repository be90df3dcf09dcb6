"""What the gradebook has to take over after a regrade was applied or taken back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload

from grader.results import Result
from portal.models import (
    ExerciseVersion,
    Regrade,
    RegradeItem,
    RegradeState,
    Submission,
    TaskScore,
    now,
)
from portal.regrading.preview import scores_of
from portal.regrading.scores import as_result

DECIDED = (RegradeState.APPLIED, RegradeState.ROLLED_BACK)


@dataclass(frozen=True)
class RegradeRecord:
    """One attempt as the gradebook should have it.

    Attributes:
        regrade: id of the regrade.
        submission: id of the attempt.
        course: the offering.
        exercise: the exercise.
        learner: pseudonym.
        applied: the regrade holds; otherwise it was taken back.
        tasks: points by checks of the tasks that the regrade wrote; None: a person has to mark it. Tasks that a person
            has marked meanwhile are left out.
        result: all that holds now.
        stamp: digest of all this; it is given back when it is recorded.
    """

    regrade: str
    submission: str
    course: str
    exercise: str
    learner: str
    applied: bool
    tasks: dict[str, float | None]
    result: Result
    stamp: str = ""


def records(session: Session, limit: int) -> list[RegradeRecord]:
    """Return attempts whose points the gradebook has not taken over yet, oldest regrade first."""
    items = session.scalars(
        select(RegradeItem)
        .join(Regrade, Regrade.id == RegradeItem.regrade_id)
        .where(*_WAITING)
        .order_by(Regrade.id, RegradeItem.submission_id)
        .limit(limit)
        .options(
            joinedload(RegradeItem.regrade),
            joinedload(RegradeItem.submission).joinedload(Submission.learner),
            joinedload(RegradeItem.submission)
            .joinedload(Submission.graded_version)
            .selectinload(ExerciseVersion.tasks),
            joinedload(RegradeItem.submission)
            .selectinload(Submission.scores)
            .joinedload(TaskScore.task),
        )
    )
    return [_record(item) for item in items]


def recorded(item: RegradeItem, stamp: str, at: datetime | None = None) -> bool:
    """Note that the gradebook has taken over what holds; False if something else holds by now."""
    if item.before is None or item.regrade.state not in DECIDED:
        return False
    if item.recorded_at is None:
        if _record(item).stamp != stamp:
            return False
        item.recorded_at = at or now()
    return True


def waits_for_gradebook(session: Session, submission: Submission) -> bool:
    """Say whether a regrade of an attempt is decided, and the gradebook does not have it yet."""
    query = (
        exists()
        .where(RegradeItem.submission_id == submission.id, Regrade.id == RegradeItem.regrade_id)
        .where(*_WAITING)
    )
    return bool(session.scalar(select(query)))


_WAITING = (
    Regrade.state.in_(DECIDED),
    RegradeItem.before.is_not(None),
    RegradeItem.recorded_at.is_(None),
)


def _record(item: RegradeItem) -> RegradeRecord:
    submission, scores = item.submission, scores_of(item.submission)
    version = submission.graded_version or submission.version
    wrote = (item.before or {})["wrote"]
    result = Result(
        submission=submission.public_id,
        exercise=submission.exercise_id,
        version=version.version,
        tasks=tuple(
            as_result(task.name, scores[task.name]) for task in version.tasks if task.name in scores
        ),
        graded_at=submission.graded_at or submission.received_at,
        seconds=submission.seconds or 0.0,
        engine=submission.engine or "",
    )
    record = RegradeRecord(
        regrade=item.regrade.public_id,
        submission=submission.public_id,
        course=submission.offering_id,
        exercise=submission.exercise_id,
        learner=submission.learner.pseudonym,
        applied=item.regrade.state == RegradeState.APPLIED,
        # a task that the attempt no longer has brings nothing
        tasks={
            name: scores[name].points if name in scores else 0.0
            for name in wrote
            if name not in scores or not scores[name].by_person
        },
        result=result,
    )
    stamp = hashlib.sha256(msgspec.json.encode(record)).hexdigest()[:32]
    return replace(record, stamp=stamp)
