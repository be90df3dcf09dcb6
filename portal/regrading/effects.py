"""What other points mean for learners' marks: which attempt counts then, and what lateness leaves of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from portal.models import Person, Regrade, Status, Submission
from portal.rules.settlement import AttemptFacts, Settled, settle
from portal.settling import allowances, by_learner


@dataclass(frozen=True)
class Effect:
    """What changes in a learner's mark.

    Attributes:
        learner: who.
        credit_before: points that count for her, after lateness; None: no attempt counts.
        credit_after: the same with the other points.
        counting_before: number of the attempt that counts.
        counting_after: the same with the other points.
        factor: the share that lateness leaves of the attempt that counts afterwards.
    """

    learner: Person
    credit_before: float | None
    credit_after: float | None
    counting_before: int | None
    counting_after: int | None
    factor: float


def effects(session: Session, regrade: Regrade, points: Mapping[int, float]) -> tuple[Effect, ...]:
    """Return the learners whose mark or counting attempt would change, by name.

    Args:
        session: reads.
        regrade: tells the offering and exercise.
        points: attempt's id -> points that it would have, before lateness.
    """
    release = regrade.release
    granted = allowances(session, release.offering_id, release.exercise_id)
    found = []
    for learner_id, attempts in by_learner(session, release).items():
        if not any(attempt.id in points for attempt in attempts):
            continue
        after = settle(
            release.rules,
            granted.get(learner_id, ()),
            [_facts(attempt, points) for attempt in attempts],
        )
        effect = _effect(attempts, after, points)
        if (effect.credit_before, effect.counting_before) != (
            effect.credit_after,
            effect.counting_after,
        ):
            found.append(effect)
    return tuple(
        sorted(
            found,
            key=lambda one: (one.learner.family_name, one.learner.given_name, one.learner.id),
        )
    )


def _effect(
    attempts: list[Submission], after: tuple[Settled, ...], points: Mapping[int, float]
) -> Effect:
    now = next((one for one in attempts if one.counts), None)
    then = next(
        (
            (one, settled.factor)
            for one, settled in zip(attempts, after, strict=True)
            if settled.counts
        ),
        None,
    )
    return Effect(
        learner=attempts[0].learner,
        credit_before=now.credit if now is not None else None,
        credit_after=_points(then[0], points) * then[1] if then is not None else None,
        counting_before=now.attempt if now is not None else None,
        counting_after=then[0].attempt if then is not None else None,
        factor=then[1] if then is not None else 1.0,
    )


def _facts(attempt: Submission, points: Mapping[int, float]) -> AttemptFacts:
    graded = attempt.status == Status.GRADED
    return AttemptFacts(
        attempt.attempt, attempt.received_at, _points(attempt, points) if graded else None
    )


def _points(attempt: Submission, points: Mapping[int, float]) -> float:
    return points.get(attempt.id, attempt.points or 0.0)
