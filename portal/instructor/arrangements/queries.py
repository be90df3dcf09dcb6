"""What is arranged in an offering, and with whom something can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.models import (
    Appeal,
    AppealState,
    Arrangement,
    ArrangementLearner,
    Cohort,
    CohortMember,
    Person,
    Role,
    RoleAssignment,
    Submission,
    Texts,
)


@dataclass(frozen=True)
class Group:
    """A cohort with those of its members who are learners of an offering.

    Attributes:
        id: the cohort's.
        name: in each language.
        learner_ids: ids of the persons.
    """

    id: str
    name: Texts
    learner_ids: frozenset[int]


def arrangements_of(
    session: Session, offering_id: str, learner_id: int | None = None
) -> Sequence[Arrangement]:
    """Return all that was ever arranged in an offering, or with one learner of it, the latest first."""
    query = (
        select(Arrangement)
        .where(Arrangement.offering_id == offering_id)
        .options(joinedload(Arrangement.granted_by), selectinload(Arrangement.learners))
        .order_by(Arrangement.granted_at.desc(), Arrangement.id.desc())
    )
    if learner_id is not None:
        query = query.join(
            ArrangementLearner, ArrangementLearner.arrangement_id == Arrangement.id
        ).where(ArrangementLearner.person_id == learner_id)
    return session.scalars(query).all()


def arrangement_in(session: Session, offering_id: str, number: int) -> Arrangement | None:
    """Return an arrangement of an offering, or None where the offering has no such."""
    found = session.get(Arrangement, number)
    return found if found is not None and found.offering_id == offering_id else None


def groups_of(session: Session, offering_id: str) -> tuple[Group, ...]:
    """Return the cohorts that have members among the learners of an offering, by id."""
    rows = session.execute(
        select(Cohort, CohortMember.person_id)
        .join(CohortMember, CohortMember.cohort_id == Cohort.id)
        .join(RoleAssignment, RoleAssignment.person_id == CohortMember.person_id)
        .where(RoleAssignment.offering_id == offering_id, RoleAssignment.role == Role.LEARNER)
        .order_by(Cohort.id)
    )
    found: dict[str, tuple[Texts, set[int]]] = {}
    for cohort, person_id in rows:
        found.setdefault(cohort.id, (cohort.name, set()))[1].add(person_id)
    return tuple(Group(key, name, frozenset(ids)) for key, (name, ids) in found.items())


def learner_in(session: Session, offering_id: str, pseudonym: str) -> Person | None:
    """Return a learner of an offering, or None where it has no such."""
    return session.scalar(
        select(Person)
        .join(RoleAssignment)
        .where(
            Person.pseudonym == pseudonym,
            RoleAssignment.offering_id == offering_id,
            RoleAssignment.role == Role.LEARNER,
        )
    )


def open_appeals(session: Session, offering_id: str, learner_id: int) -> int:
    """Return how many appeals of a learner of an offering wait for an answer."""
    return (
        session.scalar(
            select(func.count(Appeal.id))
            .join(Submission, Submission.id == Appeal.submission_id)
            .where(
                Submission.offering_id == offering_id,
                Submission.learner_id == learner_id,
                Appeal.state == AppealState.OPEN,
            )
        )
        or 0
    )
