"""What the page of one exercise shows, read from the models: attempts, one of them in full, and each task's history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.models import (
    ExerciseVersion,
    Offering,
    Person,
    Release,
    Role,
    RoleAssignment,
    Submission,
    Task,
    TaskScore,
    Texts,
)
from portal.rules.dates import Dates, personal_dates
from portal.rules.settlement import attempts_allowed
from portal.settling import granted_to


@dataclass(frozen=True)
class Section:
    """The part of a lesson that a task belongs to."""

    number: int
    title: Texts


@dataclass(frozen=True)
class Earlier:
    """What one task got in one attempt.

    Attributes:
        attempt: number of the attempt.
        points: None as long as nobody has marked it.
        maximum: points that the task was worth then.
        code: what differed.
    """

    attempt: int
    points: float | None
    maximum: float
    code: str


@dataclass(frozen=True)
class ExercisePage:
    """One exercise with all attempts of the learner, latest first.

    Attributes:
        offering: where.
        zone: whose clock its dates are read by.
        release: its rules.
        dates: those that hold for her.
        allowed: so many attempts she has; None: as many as she likes.
        version: what is handed out now.
        attempts: hers, without their scores.
    """

    offering: Offering
    zone: ZoneInfo
    release: Release
    dates: Dates
    allowed: int | None
    version: ExerciseVersion
    attempts: tuple[Submission, ...]

    @property
    def left(self) -> int | None:
        """How many attempts she has left; None: as many as she likes."""
        return None if self.allowed is None else max(0, self.allowed - len(self.attempts))

    @property
    def counting(self) -> Submission | None:
        """The attempt whose points count, if any."""
        return next((attempt for attempt in self.attempts if attempt.counts), None)

    def closed(self, at: datetime) -> bool:
        """Say whether no attempt is taken any more."""
        return self.dates.closes_at is not None and self.dates.closes_at < at


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
        .order_by(Submission.attempt.desc())
    ).all()
    granted = granted_to(session, [release], learner.id)[offering_id, exercise_id]
    return ExercisePage(
        offering=release.offering,
        zone=ZoneInfo(release.offering.institution.time_zone),
        release=release,
        dates=personal_dates(release.rules.dates, granted),
        allowed=attempts_allowed(release.rules, granted),
        version=version,
        attempts=tuple(attempts),
    )


def in_full(session: Session, attempt: Submission) -> Submission:
    """Return an attempt with its scores, their tasks and its feedback, in three questions to the database."""
    return session.scalars(
        select(Submission)
        .where(Submission.id == attempt.id)
        .options(
            selectinload(Submission.scores).joinedload(TaskScore.task),
            selectinload(Submission.feedback),
        )
        .execution_options(populate_existing=True)
    ).one()


def history(
    session: Session, attempts: Sequence[Submission], shown: Submission
) -> dict[str, tuple[Earlier, ...]]:
    """Return what each task got in the graded attempts other than the one shown, by the task's name, latest first.

    A task keeps its name in every version of its exercise.
    """
    numbers = {attempt.id: attempt.attempt for attempt in attempts if attempt.id != shown.id}
    found: dict[str, list[Earlier]] = {}
    if not numbers:
        return {}
    rows = session.execute(
        select(
            TaskScore.submission_id, Task.name, TaskScore.points, TaskScore.maximum, TaskScore.code
        )
        .join(Task, Task.id == TaskScore.task_id)
        .join(Submission, Submission.id == TaskScore.submission_id)
        .where(
            Submission.learner_id == shown.learner_id,
            Submission.offering_id == shown.offering_id,
            Submission.exercise_id == shown.exercise_id,
            Submission.id != shown.id,
        )
        .order_by(Submission.attempt.desc())
    )
    for row in rows:
        found.setdefault(row.name, []).append(
            Earlier(numbers[row.submission_id], row.points, row.maximum, row.code)
        )
    return {name: tuple(entries) for name, entries in found.items()}


def sections(manifest: Mapping[str, object]) -> dict[str, Section]:
    """Return which section of the lesson each task belongs to, as far as the manifest says so."""
    tasks = manifest.get("tasks")
    found = {}
    for task in tasks if isinstance(tasks, list) else []:
        section = task.get("section")
        if section:
            found[task["id"]] = Section(section["number"], section["title"])
    return found
