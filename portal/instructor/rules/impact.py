"""Whom other rules or arrangements touch, and how: what a preview shows. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.models import Person, Release, Role, RoleAssignment, Submission
from portal.rules.dates import Allowance, Dates, personal_dates
from portal.rules.settlement import Rules, Settled, attempts_allowed
from portal.settling import Allowances, Touched, preview

SAME_POINTS = 1e-9


@dataclass(frozen=True)
class LearnerImpact:
    """What changes for one learner at one exercise.

    Attributes:
        learner: who.
        before: her dates as they hold.
        after: her dates as they would.
        allowed: attempts that she has, before and after; None: as many as she likes.
        touched: what changes at her attempts; None: nothing.
        shut_out: she could hand in now and could not any more.
        let_in: she cannot hand in now and could again.
    """

    learner: Person
    before: Dates
    after: Dates
    allowed: tuple[int | None, int | None]
    touched: Touched | None
    shut_out: bool
    let_in: bool

    @property
    def new_due(self) -> bool:
        """Whether it is due at another time for her."""
        return self.before.due_at != self.after.due_at

    @property
    def new_dates(self) -> bool:
        """Whether any of her dates is another one."""
        return self.before != self.after

    @property
    def new_points(self) -> bool:
        """Whether her points for the exercise are other ones."""
        if self.touched is None:
            return False
        before, after = self.touched.credit_before, self.touched.credit_after
        if before is None or after is None:
            return before is not after
        return abs(before - after) > SAME_POINTS

    @property
    def new_lateness(self) -> bool:
        """Whether an attempt of hers becomes late or on time, or keeps another share of its points."""
        return any(
            attempt.is_late != one.late or abs(attempt.late_factor - one.factor) > SAME_POINTS
            for attempt, one in self.attempts
        )

    @property
    def new_counting(self) -> bool:
        """Whether another attempt of hers counts."""
        return any(attempt.counts != one.counts for attempt, one in self.attempts)

    @property
    def closely(self) -> bool:
        """Whether more than dates and limits change: her attempts, or whether she can hand in now."""
        return bool(self.attempts) or self.new_points or self.shut_out or self.let_in

    @property
    def attempts(self) -> tuple[tuple[Submission, Settled], ...]:
        """Her attempts that become late or on time, keep another share, or count differently: before and after."""
        if self.touched is None:
            return ()
        return tuple(
            (attempt, one)
            for attempt, one in zip(self.touched.before, self.touched.after, strict=True)
            if (attempt.is_late, attempt.eligible, attempt.counts)
            != (one.late, one.eligible, one.counts)
            or abs(attempt.late_factor - one.factor) > SAME_POINTS
        )

    def as_data(self) -> dict[str, Any]:
        """Return all that is shown of it, for a seal."""
        return {
            "learner": self.learner.pseudonym,
            "due": [_iso(self.before.due_at), _iso(self.after.due_at)],
            "closes": [_iso(self.before.closes_at), _iso(self.after.closes_at)],
            "allowed": list(self.allowed),
            "credit": None
            if self.touched is None
            else [self.touched.credit_before, self.touched.credit_after],
            "attempts": [
                [attempt.attempt, attempt.points, one.late, one.factor, one.eligible, one.counts]
                for attempt, one in self.attempts
            ],
            "shut_out": self.shut_out,
            "let_in": self.let_in,
        }


@dataclass(frozen=True)
class Impact:
    """What changes at one exercise.

    Attributes:
        release: the exercise, as it stands.
        learners: those for whom anything changes, by name.
        asked: how many learners were looked at.
    """

    release: Release
    learners: tuple[LearnerImpact, ...]
    asked: int

    @property
    def close(self) -> tuple[LearnerImpact, ...]:
        """Those for whom more than dates and limits change, first those whose attempts do."""
        found = (one for one in self.learners if one.closely)
        return tuple(sorted(found, key=lambda one: not one.attempts))

    @property
    def dates_alone(self) -> int:
        """For how many only dates or limits change."""
        return len(self.learners) - len(self.close)

    def number(self, what: str) -> int:
        """Return for how many learners something is so; `what`: a property of `LearnerImpact` that says it."""
        return sum(bool(getattr(one, what)) for one in self.learners)

    @property
    def untouched(self) -> int:
        """For how many nothing changes."""
        return max(0, self.asked - len(self.learners))


def learners_of(
    session: Session, offering_id: str, only: Collection[int] | None = None
) -> Sequence[Person]:
    """Return the learners of an offering, or some of them, by name."""
    query = (
        select(Person)
        .join(RoleAssignment)
        .where(RoleAssignment.offering_id == offering_id, RoleAssignment.role == Role.LEARNER)
        .order_by(Person.family_name, Person.given_name, Person.login)
    )
    if only is not None:
        query = query.where(Person.id.in_(only))
    return session.scalars(query).all()


def impact(
    session: Session,
    release: Release,
    rules: Rules,
    granted: tuple[Allowances, Allowances],
    at: datetime,
    only: Collection[int] | None = None,
) -> Impact:
    """Return what other rules or arrangements change at an exercise.

    Args:
        session: reads.
        release: the exercise, as it stands.
        rules: as they would be.
        granted: all arrangements, as they are and as they would be.
        at: now, to say who can hand in.
        only: looks at these learners alone; None: at all.
    """
    enrolled = learners_of(session, release.offering_id, only)
    ids = {person.id for person in enrolled}
    handed_in = _handed_in(session, release, only)
    touched = {one.learner.id: one for one in preview(session, release, rules, granted[1], only)}
    # Who left the offering keeps her attempts, and they are settled like all others.
    left = [one.learner for one in touched.values() if one.learner.id not in ids]
    found = []
    for person in [*enrolled, *left]:
        before, after = (
            _standing(terms, all_granted.get(person.id, ()), handed_in.get(person.id, 0), at)
            for terms, all_granted in zip((release.rules, rules), granted, strict=True)
        )
        attends = person.id in ids
        one = LearnerImpact(
            learner=person,
            before=before.dates,
            after=after.dates,
            allowed=(before.allowed, after.allowed),
            touched=touched.get(person.id),
            shut_out=attends and before.may_hand_in and not after.may_hand_in,
            let_in=attends and after.may_hand_in and not before.may_hand_in,
        )
        if one.closely or one.new_dates or before.allowed != after.allowed:
            found.append(one)
    return Impact(release, tuple(found), len(enrolled))


@dataclass(frozen=True)
class _Standing:
    """Where a learner stands under some rules."""

    dates: Dates
    allowed: int | None
    may_hand_in: bool


def _standing(
    rules: Rules, granted: Sequence[Allowance], handed_in: int, at: datetime
) -> _Standing:
    dates = personal_dates(rules.dates, granted)
    allowed = attempts_allowed(rules, granted)
    opened = dates.release_at <= at and (dates.closes_at is None or at <= dates.closes_at)
    return _Standing(dates, allowed, opened and (allowed is None or handed_in < allowed))


def _handed_in(session: Session, release: Release, only: Collection[int] | None) -> dict[int, int]:
    """Return how many attempts each learner has made."""
    query = select(Submission.learner_id, func.count()).where(
        Submission.offering_id == release.offering_id,
        Submission.exercise_id == release.exercise_id,
    )
    if only is not None:
        query = query.where(Submission.learner_id.in_(only))
    return dict(session.execute(query.group_by(Submission.learner_id)).all())


def with_another(
    granted: Allowances, learner_ids: Iterable[int], more: Allowance
) -> Mapping[int, Sequence[Allowance]]:
    """Return all arrangements with one more for some learners."""
    together = {learner_id: list(several) for learner_id, several in granted.items()}
    for learner_id in learner_ids:
        together.setdefault(learner_id, []).append(more)
    return together


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
