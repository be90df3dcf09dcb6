"""What an instructor's pages show. Rows of single learners appear here, of her own offerings alone."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

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
    Task,
    TaskScore,
)
from portal.statistics import tasks as task_statistics

ROWS = 100
"""Learners on one page."""


@dataclass(frozen=True)
class GradingState:
    """How far the grading of an offering is, in attempts."""

    waiting: int
    running: int
    graded: int
    needs_person: int

    @property
    def total(self) -> int:
        """All attempts."""
        return self.waiting + self.running + self.graded + self.needs_person

    @property
    def pending(self) -> bool:
        """Whether it will change by itself."""
        return self.waiting + self.running > 0


@dataclass(frozen=True)
class ExerciseState:
    """One exercise of an offering, counted in learners.

    Attributes:
        release: its dates.
        version: the version handed out now.
        submitted: learners with an attempt.
        graded: learners with a graded attempt.
        waiting_person: learners whose counting attempt has a task that waits for a person, or on
        whose latest one the grader failed.
        late: learners whose latest attempt is late.
        mean: mean share of points over the graded, 0 to 1; None without any.
    """

    release: Release
    version: ExerciseVersion
    submitted: int
    graded: int
    waiting_person: int
    late: int
    mean: float | None


@dataclass(frozen=True)
class LearnerRow:
    """One learner of an offering and her attempts at one exercise."""

    person: Person
    attempts: tuple[Submission, ...]

    @property
    def latest(self) -> Submission | None:
        """Her latest attempt."""
        return self.attempts[-1] if self.attempts else None

    @property
    def counting(self) -> Submission | None:
        """The attempt whose points count."""
        return next((attempt for attempt in self.attempts if attempt.counts), None)


@dataclass(frozen=True)
class TaskRow:
    """One task with how the class did in it; `summary` is None as long as nobody has a result."""

    task: Task
    summary: task_statistics.TaskSummary | None


@dataclass(frozen=True)
class OfferingPage:
    """One offering: learners, exercises and the state of grading."""

    offering: Offering
    zone: ZoneInfo
    learners: int
    exercises: tuple[ExerciseState, ...]
    grading: GradingState


@dataclass(frozen=True)
class ExercisePage:
    """One exercise of one offering: who has submitted, and how the class did in each task.

    Attributes:
        learners: those on this page of the list.
        number: which page it is, 1 for the first.
        last: the last page's number.
    """

    offering: Offering
    zone: ZoneInfo
    release: Release
    version: ExerciseVersion
    learners: tuple[LearnerRow, ...]
    number: int
    last: int
    tasks: tuple[TaskRow, ...]
    grading: GradingState


def offerings(session: Session, instructor: Person) -> tuple[Offering, ...]:
    """Return the offerings that the person teaches."""
    return tuple(
        session.scalars(
            select(Offering)
            .join(RoleAssignment)
            .where(
                RoleAssignment.person_id == instructor.id, RoleAssignment.role == Role.INSTRUCTOR
            )
            .options(joinedload(Offering.institution))
            .order_by(Offering.id)
        )
    )


def taught_offering(session: Session, instructor: Person, offering_id: str) -> Offering | None:
    """Return the offering if the person teaches it, otherwise None."""
    return next(
        (entry for entry in offerings(session, instructor) if entry.id == offering_id), None
    )


def grading_state(
    session: Session, offering: Offering, exercise_id: str | None = None
) -> GradingState:
    """Return how far the grading of an offering is, or of one exercise of it."""
    query = select(Submission.status, func.count()).where(Submission.offering_id == offering.id)
    if exercise_id is not None:
        query = query.where(Submission.exercise_id == exercise_id)
    counts = dict(session.execute(query.group_by(Submission.status)).all())
    return GradingState(
        waiting=counts.get(Status.QUEUED, 0),
        running=counts.get(Status.CLAIMED, 0),
        graded=counts.get(Status.GRADED, 0),
        needs_person=counts.get(Status.NEEDS_PERSON, 0),
    )


def offering_page(session: Session, offering: Offering) -> OfferingPage:
    """Return the page of one offering."""
    learners = session.scalar(
        select(func.count())
        .select_from(RoleAssignment)
        .where(RoleAssignment.offering_id == offering.id, RoleAssignment.role == Role.LEARNER)
    )
    return OfferingPage(
        offering,
        ZoneInfo(offering.institution.time_zone),
        learners or 0,
        tuple(_exercise_states(session, offering)),
        grading_state(session, offering),
    )


def exercise_page(
    session: Session, offering: Offering, exercise_id: str, number: int = 1
) -> ExercisePage | None:
    """Return the page of one exercise, or None where the offering has no such exercise.

    Args:
        session: reads.
        offering: the offering.
        exercise_id: the exercise.
        number: which page of the list of learners; the last one where there are not so many.
    """
    found = session.execute(
        select(Release, ExerciseVersion)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(
            Release.offering_id == offering.id,
            Release.exercise_id == exercise_id,
            ExerciseVersion.is_current,
        )
        .options(selectinload(ExerciseVersion.tasks))
    ).one_or_none()
    if found is None:
        return None
    release, version = found
    enrolled = session.scalar(
        select(func.count())
        .select_from(RoleAssignment)
        .where(RoleAssignment.offering_id == offering.id, RoleAssignment.role == Role.LEARNER)
    )
    last = max(1, -(-(enrolled or 0) // ROWS))
    number = min(max(number, 1), last)
    return ExercisePage(
        offering,
        ZoneInfo(offering.institution.time_zone),
        release,
        version,
        _learners(session, offering, exercise_id, number),
        number,
        last,
        _tasks(session, offering, version),
        grading_state(session, offering, exercise_id),
    )


def _latest_attempts(offering: Offering) -> ColumnElement[bool]:
    """Return the condition that holds for the latest attempt of each learner and exercise."""
    later = (
        select(
            Submission.learner_id.label("learner"),
            Submission.exercise_id.label("exercise"),
            func.max(Submission.attempt).label("attempt"),
        )
        .where(Submission.offering_id == offering.id)
        .group_by(Submission.learner_id, Submission.exercise_id)
        .subquery()
    )
    return (
        select(later.c.attempt)
        .where(
            later.c.learner == Submission.learner_id,
            later.c.exercise == Submission.exercise_id,
        )
        .scalar_subquery()
        == Submission.attempt
    )


def _exercise_states(session: Session, offering: Offering) -> list[ExerciseState]:
    """Return the state of every exercise of the offering, in the curriculum's order."""
    releases = session.execute(
        select(Release, ExerciseVersion)
        .join(Exercise, Exercise.id == Release.exercise_id)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Exercise.id)
        .where(Release.offering_id == offering.id, ExerciseVersion.is_current)
        .order_by(ExerciseVersion.position, Release.exercise_id)
    ).all()
    latest = {
        exercise: (submitted, late, failed)
        for exercise, submitted, late, failed in session.execute(
            select(
                Submission.exercise_id,
                func.count(),
                func.sum(case((Submission.is_late, 1), else_=0)),
                func.sum(case((Submission.status == Status.NEEDS_PERSON, 1), else_=0)),
            )
            .where(Submission.offering_id == offering.id, _latest_attempts(offering))
            .group_by(Submission.exercise_id)
        )
    }
    counting = {
        exercise: (graded, unmarked, mean)
        for exercise, graded, unmarked, mean in session.execute(
            select(
                Submission.exercise_id,
                func.count(),
                func.sum(case((Submission.unmarked > 0, 1), else_=0)),
                func.avg(Submission.points / func.nullif(Submission.maximum, 0)),
            )
            .where(Submission.offering_id == offering.id, Submission.counts)
            .group_by(Submission.exercise_id)
        )
    }
    states = []
    for release, version in releases:
        submitted, late, failed = latest.get(release.exercise_id, (0, 0, 0))
        graded, unmarked, mean = counting.get(release.exercise_id, (0, 0, None))
        states.append(
            ExerciseState(release, version, submitted, graded, unmarked + failed, late, mean)
        )
    return states


def _learners(
    session: Session, offering: Offering, exercise_id: str, number: int
) -> tuple[LearnerRow, ...]:
    """Return one page of the offering's learners with their attempts, by family name."""
    people = session.scalars(
        select(Person)
        .join(RoleAssignment)
        .where(RoleAssignment.offering_id == offering.id, RoleAssignment.role == Role.LEARNER)
        .order_by(Person.family_name, Person.given_name, Person.login)
        .offset((number - 1) * ROWS)
        .limit(ROWS)
    ).all()
    attempts: dict[int, list[Submission]] = {}
    for submission in session.scalars(
        select(Submission)
        .where(
            Submission.offering_id == offering.id,
            Submission.exercise_id == exercise_id,
            Submission.learner_id.in_([person.id for person in people]),
        )
        .options(joinedload(Submission.release))
        .order_by(Submission.attempt)
    ):
        attempts.setdefault(submission.learner_id, []).append(submission)
    return tuple(LearnerRow(person, tuple(attempts.get(person.id, ()))) for person in people)


def _tasks(session: Session, offering: Offering, version: ExerciseVersion) -> tuple[TaskRow, ...]:
    """Return how the class did in each task of the version, over the counting attempts."""
    scores = session.execute(
        select(Task.name, TaskScore.points, TaskScore.maximum, TaskScore.code)
        .join(TaskScore.task)
        .join(TaskScore.submission)
        .where(
            Submission.offering_id == offering.id,
            Submission.exercise_id == version.exercise_id,
            Submission.counts,
        )
    )
    summaries = task_statistics.summarise_tasks(
        task_statistics.TaskScore(*score) for score in scores
    )
    return tuple(TaskRow(task, summaries.get(task.name)) for task in version.tasks)
