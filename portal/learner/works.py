"""The exercises of a learner's offerings and where she stands in each: what several of her pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, load_only

from portal.models import (
    ExerciseVersion,
    Offering,
    Person,
    Release,
    Role,
    RoleAssignment,
    Submission,
    Texts,
)
from portal.rules.dates import Dates, personal_dates
from portal.rules.settlement import attempts_allowed
from portal.settling import granted_to

_WHAT_IS_SHOWN = (
    Submission.offering_id,
    Submission.exercise_id,
    Submission.public_id,
    Submission.attempt,
    Submission.received_at,
    Submission.status,
    Submission.is_late,
    Submission.late_factor,
    Submission.eligible,
    Submission.counts,
    Submission.points,
    Submission.maximum,
    Submission.unmarked,
    Submission.graded_at,
)


@dataclass(frozen=True)
class Work:
    """One exercise of an offering, and where the learner stands in it.

    Attributes:
        offering: the offering.
        zone: whose clock its dates are read by.
        release: its rules.
        dates: those that hold for her.
        allowed: so many attempts she has; None: as many as she likes.
        title: its title in each language.
        maximum: points of the current version.
        hours: how long it takes a learner.
        attempts: hers, first to last, without their scores.
    """

    offering: Offering
    zone: ZoneInfo
    release: Release
    dates: Dates
    allowed: int | None
    title: Texts
    maximum: float
    hours: float
    attempts: tuple[Submission, ...]

    @property
    def exercise(self) -> str:
        """Id of the exercise."""
        return self.release.exercise_id

    @property
    def latest(self) -> Submission | None:
        """Her latest attempt, if any."""
        return self.attempts[-1] if self.attempts else None

    @property
    def counting(self) -> Submission | None:
        """The attempt whose points count, if any."""
        return next((attempt for attempt in self.attempts if attempt.counts), None)

    @property
    def left(self) -> int | None:
        """How many attempts she has left; None: as many as she likes."""
        return None if self.allowed is None else max(0, self.allowed - len(self.attempts))

    def closed(self, at: datetime) -> bool:
        """Say whether no attempt is taken any more."""
        return self.dates.closes_at is not None and self.dates.closes_at < at


@dataclass(frozen=True)
class Course:
    """One offering that a learner takes, with its exercises in the order of the curriculum."""

    offering: Offering
    zone: ZoneInfo
    works: tuple[Work, ...]


def courses(
    session: Session, learner: Person, released_by: datetime | None = None
) -> tuple[Course, ...]:
    """Return the offerings in which the person is a learner.

    Args:
        session: reads.
        learner: whose attempts are read.
        released_by: exercises released until then; None: also those that are released later.
    """
    taken = session.scalars(
        select(Offering)
        .join(RoleAssignment)
        .where(RoleAssignment.person_id == learner.id, RoleAssignment.role == Role.LEARNER)
        .options(joinedload(Offering.institution))
        .order_by(Offering.id)
    ).all()
    works = _works(session, learner, taken, released_by)
    return tuple(
        Course(
            offering,
            ZoneInfo(offering.institution.time_zone),
            tuple(work for work in works if work.offering.id == offering.id),
        )
        for offering in taken
    )


def _works(
    session: Session, learner: Person, taken: Sequence[Offering], released_by: datetime | None
) -> list[Work]:
    """Return all exercises of some offerings, in the order of the curriculum."""
    offerings = {offering.id: offering for offering in taken}
    query = (
        select(Release, ExerciseVersion.title, ExerciseVersion.maximum, ExerciseVersion.hours)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(Release.offering_id.in_(offerings), ExerciseVersion.is_current)
        .order_by(ExerciseVersion.position, Release.exercise_id)
    )
    if released_by is not None:
        query = query.where(Release.release_at <= released_by)
    rows = session.execute(query).all()
    granted = granted_to(session, [row.Release for row in rows], learner.id)
    attempts: dict[tuple[str, str], list[Submission]] = {}
    for attempt in session.scalars(
        select(Submission)
        .where(Submission.learner_id == learner.id, Submission.offering_id.in_(offerings))
        .options(load_only(*_WHAT_IS_SHOWN))
        .order_by(Submission.attempt)
    ):
        attempts.setdefault((attempt.offering_id, attempt.exercise_id), []).append(attempt)
    found = []
    for release, title, maximum, hours in rows:
        key = release.offering_id, release.exercise_id
        offering = offerings[release.offering_id]
        found.append(
            Work(
                offering=offering,
                zone=ZoneInfo(offering.institution.time_zone),
                release=release,
                dates=personal_dates(release.rules.dates, granted[key]),
                allowed=attempts_allowed(release.rules, granted[key]),
                title=title,
                maximum=maximum,
                hours=hours,
                attempts=tuple(attempts.get(key, ())),
            )
        )
    return found
