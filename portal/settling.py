"""Brings attempts into line with the rules that hold: lateness, what they keep, which one counts.

Whoever changes a date, a rule, an arrangement or a score settles what it touches, in the same transaction. What would
change can be asked for before (`preview`), without changing anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from portal.changes import tell, topics_of
from portal.models import Arrangement, ArrangementLearner, Person, Release, Status, Submission
from portal.rules.dates import Allowance, Dates, personal_dates
from portal.rules.settlement import AttemptFacts, Rules, Settled, settle

Allowances = Mapping[int, Sequence[Allowance]]
"""What was arranged with each learner, by the person's id; who is missing has no arrangement."""


@dataclass(frozen=True)
class Touched:
    """A learner for whom other rules change something.

    Attributes:
        learner: who.
        before: her attempts as they stand.
        after: what the rules would make of them, in the same order.
        credit_before: points that her counting attempt brings; None without one.
        credit_after: the same under the other rules.
    """

    learner: Person
    before: tuple[Submission, ...]
    after: tuple[Settled, ...]
    credit_before: float | None
    credit_after: float | None


def allowances(
    session: Session,
    offering_id: str,
    exercise_id: str,
    learner_id: int | None = None,
    *,
    only: Collection[int] | None = None,
    without: Arrangement | None = None,
) -> dict[int, list[Allowance]]:
    """Return what is arranged for an exercise, by learner.

    Args:
        session: reads.
        offering_id: the offering.
        exercise_id: the exercise.
        learner_id: this learner alone; None: all.
        only: these learners alone; None: all.
        without: an arrangement to leave out, as if it had ended.
    """
    standing = {
        arrangement.id: arrangement.allowance
        for arrangement in session.scalars(
            select(Arrangement).where(
                Arrangement.offering_id == offering_id,
                or_(Arrangement.exercise_id.is_(None), Arrangement.exercise_id == exercise_id),
                Arrangement.ended_at.is_(None),
            )
        )
        if without is None or arrangement.id != without.id
    }
    query = select(ArrangementLearner.person_id, ArrangementLearner.arrangement_id).where(
        ArrangementLearner.arrangement_id.in_(standing)
    )
    if learner_id is not None:
        query = query.where(ArrangementLearner.person_id == learner_id)
    if only is not None:
        query = query.where(ArrangementLearner.person_id.in_(only))
    found: dict[int, list[Allowance]] = {}
    for person_id, number in session.execute(query):
        found.setdefault(person_id, []).append(standing[number])
    return found


def granted_to(
    session: Session, releases: Iterable[Release], learner_id: int
) -> dict[tuple[str, str], list[Allowance]]:
    """Return what is arranged with one learner, by offering and exercise, for each of several releases."""
    granted = session.scalars(
        select(Arrangement)
        .join(ArrangementLearner, ArrangementLearner.arrangement_id == Arrangement.id)
        .where(ArrangementLearner.person_id == learner_id, Arrangement.ended_at.is_(None))
    ).all()
    return {
        (release.offering_id, release.exercise_id): [
            one.allowance
            for one in granted
            if one.offering_id == release.offering_id
            and one.exercise_id in {None, release.exercise_id}
        ]
        for release in releases
    }


def personal(
    session: Session, releases: Iterable[Release], learner_id: int
) -> dict[tuple[str, str], Dates]:
    """Return the dates that hold for a learner, by offering and exercise."""
    several = list(releases)
    granted = granted_to(session, several, learner_id)
    return {
        key: personal_dates(release.rules.dates, granted[key])
        for release in several
        for key in [(release.offering_id, release.exercise_id)]
    }


def settle_learner(session: Session, release: Release, learner_id: int) -> None:
    """Settle one learner's attempts at an exercise, after she handed in or was graded."""
    attempts = session.scalars(_attempts(release).where(Submission.learner_id == learner_id)).all()
    granted = allowances(session, release.offering_id, release.exercise_id, learner_id)
    _write(session, attempts, settled(release.rules, granted.get(learner_id, ()), attempts))
    session.flush()


def settle_release(session: Session, release: Release, only: Collection[int] | None = None) -> None:
    """Settle all attempts at an exercise, or those of some learners, after its rules or arrangements changed."""
    granted = allowances(session, release.offering_id, release.exercise_id, only=only)
    for learner_id, attempts in by_learner(session, release, only).items():
        _write(session, attempts, settled(release.rules, granted.get(learner_id, ()), attempts))
    session.flush()


def preview(
    session: Session,
    release: Release,
    rules: Rules,
    granted: Allowances,
    only: Collection[int] | None = None,
) -> tuple[Touched, ...]:
    """Return the learners for whom other rules or arrangements change lateness, points or which attempt counts.

    Args:
        session: reads.
        release: as it stands.
        rules: as they would be.
        granted: all arrangements as they would be.
        only: looks at these learners alone; None: at all.
    """
    touched = []
    for learner_id, attempts in by_learner(session, release, only).items():
        after = settled(rules, granted.get(learner_id, ()), attempts)
        if any(not _agrees(attempt, one) for attempt, one in zip(attempts, after, strict=True)):
            touched.append(
                Touched(
                    learner=attempts[0].learner,
                    before=tuple(attempts),
                    after=after,
                    credit_before=next((a.credit for a in attempts if a.counts), None),
                    credit_after=next(
                        (
                            (attempt.points or 0.0) * one.factor
                            for attempt, one in zip(attempts, after, strict=True)
                            if one.counts
                        ),
                        None,
                    ),
                )
            )
    return tuple(touched)


def by_learner(
    session: Session, release: Release, only: Collection[int] | None = None
) -> dict[int, list[Submission]]:
    """Return all attempts at an exercise, or those of some learners, by learner, first to last."""
    query = _attempts(release).options(joinedload(Submission.learner))
    if only is not None:
        query = query.where(Submission.learner_id.in_(only))
    found: dict[int, list[Submission]] = {}
    for attempt in session.scalars(query):
        found.setdefault(attempt.learner_id, []).append(attempt)
    return found


def settled(
    rules: Rules, granted: Sequence[Allowance], attempts: Iterable[Submission]
) -> tuple[Settled, ...]:
    """Return what rules make of the attempts of one learner, in their order."""
    return settle(
        rules,
        granted,
        (
            AttemptFacts(
                attempt.attempt,
                attempt.received_at,
                attempt.points if attempt.status == Status.GRADED else None,
            )
            for attempt in attempts
        ),
    )


def _attempts(release: Release) -> Select[Submission]:
    return (
        select(Submission)
        .where(
            Submission.offering_id == release.offering_id,
            Submission.exercise_id == release.exercise_id,
        )
        .order_by(Submission.learner_id, Submission.attempt)
    )


def _agrees(attempt: Submission, one: Settled) -> bool:
    return (attempt.due_at, attempt.is_late, attempt.late_factor) == (
        one.due_at,
        one.late,
        one.factor,
    ) and (attempt.eligible, attempt.counts) == (one.eligible, one.counts)


def _write(session: Session, attempts: Sequence[Submission], after: Sequence[Settled]) -> None:
    """Write what differs. What no longer counts is written first: only one attempt may count at any time."""
    pairs = list(zip(attempts, after, strict=True))
    for attempt, one in pairs:
        if attempt.counts and not one.counts:
            attempt.counts = False
            session.flush()
    changed = False
    for attempt, one in pairs:
        changed = changed or not _agrees(attempt, one)
        attempt.due_at, attempt.is_late, attempt.late_factor = one.due_at, one.late, one.factor
        attempt.eligible, attempt.counts = one.eligible, one.counts
    if changed:
        tell(session, *topics_of(attempts[0]))
