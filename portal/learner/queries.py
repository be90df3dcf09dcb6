"""What a learner's pages show, read from the models. Every function gets the person whose rows it may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from grader.results import MarkedBy
from portal.models import (
    Exercise,
    ExerciseVersion,
    Offering,
    Person,
    Release,
    Role,
    RoleAssignment,
    Status,
    Submission,
    TaskScore,
    Texts,
)
from portal.statistics.mastery import Mastery, TaskPoints, mastery

PENDING = (Status.QUEUED, Status.CLAIMED)
"""States that change by themselves, so that a page showing one asks again."""


@dataclass(frozen=True)
class ExerciseRow:
    """One exercise of an offering, as a learner sees it.

    Attributes:
        exercise: id of the exercise.
        title: its title in each language.
        due_at: None: never due.
        maximum: points of the current version.
        latest: her latest attempt, if any.
        counting: the attempt whose points count, if any.
        missed: due in the past, and nothing handed in.
    """

    exercise: str
    title: Texts
    due_at: datetime | None
    maximum: float
    latest: Submission | None
    counting: Submission | None
    missed: bool


@dataclass(frozen=True)
class OfferingView:
    """One offering with its exercises and what the learner has mastered in it."""

    offering: Offering
    zone: ZoneInfo
    exercises: tuple[ExerciseRow, ...]
    mastery: tuple[Mastery, ...]

    @property
    def pending(self) -> bool:
        """Whether something is being graded."""
        return any(
            row.latest is not None and row.latest.status in PENDING for row in self.exercises
        )


@dataclass(frozen=True)
class ExercisePage:
    """One exercise with all attempts of the learner, latest first."""

    offering: Offering
    zone: ZoneInfo
    release: Release
    version: ExerciseVersion
    attempts: tuple[Submission, ...]

    @property
    def pending(self) -> bool:
        """Whether something is being graded."""
        return any(attempt.status in PENDING for attempt in self.attempts)


def offerings(session: Session, learner: Person, at: datetime) -> tuple[OfferingView, ...]:
    """Return the offerings in which the person is a learner, with the exercises released at `at`."""
    taken = session.scalars(
        select(Offering)
        .join(RoleAssignment)
        .where(RoleAssignment.person_id == learner.id, RoleAssignment.role == Role.LEARNER)
        .options(joinedload(Offering.institution))
        .order_by(Offering.id)
    ).all()
    return tuple(_offering_view(session, learner, offering, at) for offering in taken)


def exercise_page(
    session: Session, learner: Person, offering_id: str, exercise_id: str, at: datetime
) -> ExercisePage | None:
    """Return the page of one exercise, or None where the learner has no such exercise (yet)."""
    found = session.execute(
        select(Release, ExerciseVersion)
        .join(RoleAssignment, RoleAssignment.offering_id == Release.offering_id)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(
            RoleAssignment.person_id == learner.id,
            RoleAssignment.role == Role.LEARNER,
            Release.offering_id == offering_id,
            Release.exercise_id == exercise_id,
            Release.release_at <= at,
            ExerciseVersion.is_current,
        )
        .options(joinedload(Release.offering).joinedload(Offering.institution))
    ).one_or_none()
    if found is None:
        return None
    release, version = found
    attempts = session.scalars(
        select(Submission)
        .where(
            Submission.learner_id == learner.id,
            Submission.offering_id == offering_id,
            Submission.exercise_id == exercise_id,
        )
        .options(
            selectinload(Submission.scores).joinedload(TaskScore.task),
            selectinload(Submission.feedback),
            joinedload(Submission.release),
        )
        .order_by(Submission.attempt.desc())
    ).all()
    zone = ZoneInfo(release.offering.institution.time_zone)
    return ExercisePage(release.offering, zone, release, version, tuple(attempts))


def _offering_view(
    session: Session, learner: Person, offering: Offering, at: datetime
) -> OfferingView:
    """Return one offering as its learner sees it."""
    releases = session.scalars(
        select(Release)
        .join(Release.exercise)
        .join(Exercise.versions)
        .where(
            Release.offering_id == offering.id,
            Release.release_at <= at,
            ExerciseVersion.is_current,
        )
        .options(
            contains_eager(Release.exercise)
            .joinedload(Exercise.current_version)
            .selectinload(ExerciseVersion.tasks)
        )
        .order_by(ExerciseVersion.position, Release.exercise_id)
    ).all()
    attempts = session.scalars(
        select(Submission)
        .where(Submission.learner_id == learner.id, Submission.offering_id == offering.id)
        .options(
            selectinload(Submission.scores).joinedload(TaskScore.task),
            joinedload(Submission.release),
        )
        .order_by(Submission.attempt)
    ).all()
    rows = []
    tasks: list[TaskPoints] = []
    for release in releases:
        version = release.exercise.current_version
        if version is None:
            continue
        own = [attempt for attempt in attempts if attempt.exercise_id == release.exercise_id]
        counting = next((attempt for attempt in own if attempt.counts), None)
        rows.append(
            ExerciseRow(
                exercise=release.exercise_id,
                title=version.title,
                due_at=release.due_at,
                maximum=version.maximum,
                latest=own[-1] if own else None,
                counting=counting,
                missed=not own and release.due_at is not None and release.due_at < at,
            )
        )
        tasks += _task_points(version, counting)
    zone = ZoneInfo(offering.institution.time_zone)
    return OfferingView(offering, zone, tuple(rows), mastery(tasks))


def _task_points(version: ExerciseVersion, counting: Submission | None) -> Sequence[TaskPoints]:
    """Return the points that the counting attempt has in each task of the released version."""
    scores = {score.task.name: score for score in counting.scores} if counting else {}
    return [
        TaskPoints(
            competences=tuple(task.competences),
            points=scores[task.name].points if task.name in scores else None,
            maximum=task.points,
            waiting=task.name in scores and scores[task.name].marked_by is MarkedBy.NOBODY,
        )
        for task in version.tasks
    ]
