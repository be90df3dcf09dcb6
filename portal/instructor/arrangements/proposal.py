"""Arrangements given, changed and ended: proposed, looked at, and applied as they were seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.changes import tell, topic_of_learner, topic_of_offering
from portal.instructor.arrangements.form import Wanted
from portal.instructor.arrangements.notices import notify_learners
from portal.instructor.rules.impact import Impact, impact, with_another
from portal.instructor.rules.proposal import releases_of
from portal.models import Arrangement, AuditEntry, Offering, Person, Texts
from portal.settling import allowances, settle_release


@dataclass(frozen=True)
class Proposal:
    """Something arranged, changed or ended, and what it does.

    Attributes:
        old: what would end; None: something new is given.
        new: what would hold; None: something ends.
        impacts: each exercise at which anything changes, with its title, in the order of the curriculum.
    """

    old: Arrangement | None
    new: Wanted | None
    impacts: tuple[tuple[Texts, Impact], ...]

    @property
    def learners(self) -> tuple[Person, ...]:
        """Everybody with whom something is or was arranged."""
        found = {person.id: person for person in self.old.learners} if self.old else {}
        return tuple(
            (found | {one.id: one for one in self.new.learners} if self.new else found).values()
        )


def propose(
    session: Session,
    offering_id: str,
    old: Arrangement | None,
    new: Wanted | None,
    at: datetime,
) -> Proposal:
    """Return what it would do to end one arrangement and to give another."""
    concerned = {person.id for one in (old, new) if one is not None for person in one.learners}
    exercises = {one.exercise_id for one in (old, new) if one is not None}
    found = []
    for exercise_id, (release, title) in releases_of(session, offering_id).items():
        if None not in exercises and exercise_id not in exercises:
            continue
        before = allowances(session, offering_id, exercise_id, only=concerned)
        after: Mapping[int, Sequence[Any]] = allowances(
            session, offering_id, exercise_id, only=concerned, without=old
        )
        if new is not None and new.exercise_id in {None, exercise_id}:
            after = with_another(after, new.learner_ids, new.allowance)
        one = impact(session, release, release.rules, (before, after), at, concerned)
        if one.learners:
            found.append((title, one))
    return Proposal(old, new, tuple(found))


def content(reader: Person, offering_id: str, proposed: Proposal) -> dict[str, Any]:
    """Return all that a preview says, for its seal."""
    old, new = proposed.old, proposed.new
    return {
        "reader": reader.pseudonym,
        "offering": offering_id,
        "old": None if old is None else [old.id, old.ended_at is None],
        "new": None
        if new is None
        else as_data(new.learners, new.exercise_id, new) | {"note": new.note},
        "exercises": [
            {
                "exercise": one.release.exercise_id,
                "learners": [learner.as_data() for learner in one.learners],
            }
            for _, one in proposed.impacts
        ],
    }


def apply(
    session: Session, reader: Person, offering: Offering, proposed: Proposal, at: datetime
) -> None:
    """Make it hold: write it, settle attempts, keep a record, and tell whom it touches.

    An arrangement that changes is ended and another is given, so that what held when can still be read.

    Args:
        session: writes; the proposal was made with it.
        reader: the instructor.
        offering: in which it is arranged.
        proposed: what is applied.
        at: now.
    """
    old, new = proposed.old, proposed.new
    before = None if old is None else {"id": old.id} | as_data(old.learners, old.exercise_id, old)
    after = None
    if old is not None:
        old.ended_at, old.ended_by_id = at, reader.id
    if new is not None:
        given = Arrangement(
            offering_id=offering.id,
            exercise_id=new.exercise_id,
            due_at=new.allowance.due_at,
            time_factor=new.allowance.time_factor,
            extra_attempts=new.allowance.extra_attempts,
            note=new.note,
            granted_by_id=reader.id,
            granted_at=at,
            learners=list(new.learners),
        )
        session.add(given)
        session.flush()
        after = {"id": given.id} | as_data(new.learners, new.exercise_id, new)
    session.flush()
    concerned = {person.id for person in proposed.learners}
    for _, one in proposed.impacts:
        settle_release(session, one.release, concerned)
    session.add(
        AuditEntry(
            actor=reader.pseudonym,
            action=_action(old, new),
            subject=f"{offering.id}/{_exercise(old, new) or 'all'}",
            # The reason stays in the arrangement: it may be about somebody's health, and a record is kept for ever.
            details={"before": before, "after": after},
        )
    )
    notify_learners(session, offering, old, new, proposed.impacts)
    tell(
        session,
        topic_of_offering(offering.id),
        *(topic_of_learner(person.pseudonym) for person in proposed.learners),
    )


def as_data(
    learners: Sequence[Person], exercise_id: str | None, given: Arrangement | Wanted
) -> dict[str, Any]:
    """Return an arrangement for JSON, without its reason."""
    allowance = given.allowance
    return {
        "exercise": exercise_id,
        "due_at": None if allowance.due_at is None else allowance.due_at.isoformat(),
        "time_factor": allowance.time_factor,
        "extra_attempts": allowance.extra_attempts,
        "learners": sorted(person.pseudonym for person in learners),
    }


def _action(old: Arrangement | None, new: Wanted | None) -> str:
    if old is None:
        return "arrangement_granted"
    return "arrangement_ended" if new is None else "arrangement_changed"


def _exercise(old: Arrangement | None, new: Wanted | None) -> str | None:
    one = new or old
    return one.exercise_id if one is not None else None
