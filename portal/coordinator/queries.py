"""What the coordinator's page shows. Learners' rows are read here and go straight into the gate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import disclosure
from portal.models import (
    Cohort,
    CohortMember,
    Exercise,
    ExerciseVersion,
    Institution,
    Release,
    Role,
    RoleAssignment,
    Status,
    Submission,
    Task,
    TaskScore,
    Texts,
)


@dataclass(frozen=True)
class Module:
    """A module of the programme.

    Attributes:
        exercise: its id.
        title: its title in each language.
        automatic: points of its tasks that checks mark; those marked by a person are in no figure
        of the programme.
    """

    exercise: str
    title: Texts
    automatic: float


@dataclass(frozen=True)
class Queue:
    """Attempts of the whole programme, rounded down to tens; None: suppressed. `pending`: some are not graded yet."""

    handed_in: int | None
    graded: int | None
    pending: bool


@dataclass(frozen=True)
class ProgrammePage:
    """All that a coordinator may see, and the names to show it with."""

    institutions: Mapping[str, Institution]
    cohorts: Mapping[str, Cohort]
    modules: tuple[Module, ...]
    programme: disclosure.Programme


def programme_page(session: Session, at: datetime) -> ProgrammePage:
    """Return the figures of all institutions and cohorts, through the gate."""
    institutions = {entry.id: entry for entry in session.scalars(select(Institution))}
    cohorts = list(session.scalars(select(Cohort).order_by(Cohort.institution_id, Cohort.id)))
    members: dict[str, set[int]] = defaultdict(set)
    for cohort, person in session.execute(
        select(CohortMember.cohort_id, CohortMember.person_id)
        .join(RoleAssignment, RoleAssignment.person_id == CohortMember.person_id)
        .where(RoleAssignment.role == Role.LEARNER)
    ):
        members[cohort].add(person)
    released = _released(session, at)
    submitted = _submitted(session)
    changes = _changes(session)
    rows = [
        disclosure.CohortRows(
            institution=cohort.institution_id,
            cohort=cohort.id,
            learners=frozenset(map(str, members[cohort.id])),
            modules=tuple(sorted({m for p in members[cohort.id] for m in released.get(p, ())})),
            submitted={str(p): frozenset(submitted.get(p, ())) for p in members[cohort.id]},
            changes=_settled([change for p in members[cohort.id] for change in changes.get(p, ())]),
        )
        for cohort in cohorts
    ]
    return ProgrammePage(
        institutions,
        {cohort.id: cohort for cohort in cohorts},
        _modules(session),
        disclosure.publish(rows),
    )


def queue(session: Session) -> Queue:
    """Return how many attempts of the whole programme were handed in and graded, as the gate allows."""
    attempts, learners = session.execute(
        select(func.count(), func.count(Submission.learner_id.distinct())).select_from(Submission)
    ).one()
    graded, graded_learners = session.execute(
        select(func.count(), func.count(Submission.learner_id.distinct())).where(
            Submission.status == Status.GRADED
        )
    ).one()
    waiting = session.scalar(
        select(Submission.id).where(Submission.status.in_((Status.QUEUED, Status.CLAIMED))).limit(1)
    )
    return Queue(
        handed_in=disclosure.queue_size(attempts, learners),
        graded=disclosure.queue_size(graded, graded_learners),
        pending=waiting is not None,
    )


@dataclass(frozen=True)
class _Attempt:
    """One attempt on its way into the gate; `share` None: it has no result yet."""

    at: datetime
    learner: str
    module: str
    share: float | None


def _modules(session: Session) -> tuple[Module, ...]:
    """Return the modules of the programme in the curriculum's order."""
    return tuple(
        Module(exercise, title, automatic)
        for exercise, title, automatic in session.execute(
            select(ExerciseVersion.exercise_id, ExerciseVersion.title, func.sum(Task.points))
            .join(Task, Task.version_id == ExerciseVersion.id)
            .where(ExerciseVersion.is_current, Task.manual.is_(False))
            .group_by(ExerciseVersion.id)
            .order_by(ExerciseVersion.position, ExerciseVersion.exercise_id)
        )
    )


def _released(session: Session, at: datetime) -> dict[int, set[str]]:
    """Return learner -> modules released to her."""
    released: dict[int, set[str]] = defaultdict(set)
    for person, exercise in session.execute(
        select(RoleAssignment.person_id, Release.exercise_id)
        .join(Release, Release.offering_id == RoleAssignment.offering_id)
        .join(Exercise, Exercise.id == Release.exercise_id)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Exercise.id)
        .where(
            RoleAssignment.role == Role.LEARNER,
            Release.release_at <= at,
            ExerciseVersion.is_current,
        )
    ):
        released[person].add(exercise)
    return released


def _submitted(session: Session) -> dict[int, set[str]]:
    """Return learner -> modules of which she has submitted an attempt."""
    submitted: dict[int, set[str]] = defaultdict(set)
    for person, exercise in session.execute(
        select(Submission.learner_id, Submission.exercise_id).distinct()
    ):
        submitted[person].add(exercise)
    return submitted


def _changes(session: Session) -> dict[int, list[_Attempt]]:
    """Return learner -> her attempts, each with its share of the points that checks give.

    Points given by a person are left out: they come one learner at a time, days later, and would
    move figures that are out.
    """
    automatic = (
        select(
            TaskScore.submission_id.label("submission"),
            func.sum(TaskScore.points).label("points"),
            func.sum(TaskScore.maximum).label("maximum"),
        )
        .join(TaskScore.task)
        .where(Task.manual.is_(False))
        .group_by(TaskScore.submission_id)
        .subquery()
    )
    changes: dict[int, list[_Attempt]] = defaultdict(list)
    for person, exercise, received_at, status, points, maximum in session.execute(
        select(
            Submission.learner_id,
            Submission.exercise_id,
            Submission.received_at,
            Submission.status,
            automatic.c.points,
            automatic.c.maximum,
        )
        .join(automatic, automatic.c.submission == Submission.id, isouter=True)
        .where(Submission.status != Status.NEEDS_PERSON)
    ):
        graded = status is Status.GRADED and maximum
        share = (points or 0.0) / maximum if graded else None
        changes[person].append(_Attempt(received_at, str(person), exercise, share))
    return changes


def _settled(attempts: list[_Attempt]) -> tuple[disclosure.Change, ...]:
    """Return what has a result up to the first attempt of each module that has none yet.

    Attempts are ordered by when they came in. Those after an open one wait, so that a late result
    never changes figures that are out already.
    """
    open_since: dict[str, datetime] = {}
    for attempt in attempts:
        if attempt.share is None:
            first = open_since.get(attempt.module)
            open_since[attempt.module] = min(first, attempt.at) if first else attempt.at
    return tuple(
        disclosure.Change(attempt.at, attempt.learner, attempt.module, attempt.share)
        for attempt in attempts
        if attempt.share is not None
        and (attempt.module not in open_since or attempt.at < open_since[attempt.module])
    )
