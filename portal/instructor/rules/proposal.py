"""Other rules for exercises of an offering: proposed, looked at, and applied as they were seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.changes import tell, topic_of_learner, topic_of_offering
from portal.instructor.rules.impact import Impact, LearnerImpact, impact
from portal.marking import settle_markers
from portal.models import AuditEntry, ExerciseVersion, Offering, Person, Release, Texts, now
from portal.notices import notify
from portal.rules.terms import Change, Terms, changes
from portal.settling import allowances, settle_release


@dataclass(frozen=True)
class Proposal:
    """Other rules for one exercise, and what they do.

    Attributes:
        release: the exercise, as it stands.
        title: its title in each language.
        before: the rules that hold.
        after: the rules as they would be.
        impact: whom that touches.
    """

    release: Release
    title: Texts
    before: Terms
    after: Terms
    impact: Impact

    @property
    def changes(self) -> tuple[Change, ...]:
        """The rules that differ."""
        return changes(self.before, self.after)


def terms_of(release: Release) -> Terms:
    """Return the rules of a release."""
    return Terms(
        release_at=release.release_at,
        due_at=release.due_at,
        closes_at=release.closes_at,
        grace_minutes=release.grace_minutes,
        late_percent=release.late_percent,
        attempt_limit=release.attempt_limit,
        counting=release.counting,
        markers=release.markers,
    )


def releases_of(session: Session, offering_id: str) -> dict[str, tuple[Release, Texts]]:
    """Return the exercises of an offering with their titles, in the order of the curriculum, by id."""
    rows = session.execute(
        select(Release, ExerciseVersion.title)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(Release.offering_id == offering_id, ExerciseVersion.is_current)
        .order_by(ExerciseVersion.position, Release.exercise_id)
    )
    return {release.exercise_id: (release, title) for release, title in rows}


def proposals(
    session: Session, offering_id: str, wanted: Mapping[str, Terms], at: datetime
) -> tuple[Proposal, ...]:
    """Return what other rules would do, for those exercises whose rules would be other ones."""
    found = []
    for exercise_id, (release, title) in releases_of(session, offering_id).items():
        after = wanted.get(exercise_id)
        before = terms_of(release)
        if after is None or not changes(before, after):
            continue
        granted = allowances(session, offering_id, exercise_id)
        touched = impact(session, release, after.rules, (granted, granted), at)
        found.append(Proposal(release, title, before, after, touched))
    return tuple(found)


def content(reader: Person, offering_id: str, proposed: Sequence[Proposal]) -> dict[str, Any]:
    """Return all that a preview says, for its seal."""
    return {
        "reader": reader.pseudonym,
        "offering": offering_id,
        "exercises": [
            {
                "exercise": one.release.exercise_id,
                "before": one.before.as_data(),
                "after": one.after.as_data(),
                "learners": [learner.as_data() for learner in one.impact.learners],
            }
            for one in proposed
        ],
    }


def apply(
    session: Session, reader: Person, offering: Offering, proposed: Sequence[Proposal]
) -> None:
    """Make proposed rules hold: write them, settle attempts, keep a record, and tell whom it touches.

    Args:
        session: writes; the proposals were made with it.
        reader: the instructor.
        offering: whose exercises they are.
        proposed: what is applied.
    """
    told: dict[int, list[tuple[Proposal, LearnerImpact]]] = {}
    topics = [topic_of_offering(offering.id)]
    for one in proposed:
        for learner in one.impact.learners:
            topics.append(topic_of_learner(learner.learner.pseudonym))
            if learner.new_due or learner.new_points:
                told.setdefault(learner.learner.id, []).append((one, learner))
        _write(session, reader, one)
    for person_id, several in told.items():
        notify(session, person_id, "rules_changed", *_notice(offering, several))
    tell(session, *topics)


def _write(session: Session, reader: Person, one: Proposal) -> None:
    release, after = one.release, one.after
    release.release_at, release.due_at = after.release_at, after.due_at
    release.closes_at, release.grace_minutes = after.closes_at, after.grace_minutes
    release.late_percent, release.attempt_limit = after.late_percent, after.attempt_limit
    release.counting, release.markers = after.counting, after.markers
    # The instructor saw all dates of the exercise: the offering's own, from a roster, must not move them later.
    release.own_dates = True
    session.flush()
    settle_markers(session, release, reader)
    settle_release(session, release)
    session.add(
        AuditEntry(
            actor=reader.pseudonym,
            action="rules_changed",
            subject=f"{release.offering_id}/{release.exercise_id}",
            details={"before": one.before.as_data(), "after": after.as_data()},
        )
    )


def _notice(
    offering: Offering, several: Sequence[tuple[Proposal, LearnerImpact]]
) -> tuple[dict[str, Any], str]:
    """Return parameters and address of one learner's notice."""
    first, learner = several[0]
    alone = len(several) == 1
    due_at = learner.after.due_at
    parameters = {
        "course": offering.title,
        "number": len(several),
        "exercise": first.title if alone else None,
        "new_due": learner.new_due,
        "due_at": due_at.isoformat() if due_at is not None else None,
        "points": _points(learner) if alone else None,
        "zone": offering.institution.time_zone,
    }
    if not alone:
        return parameters, url_for("learner.exercises")
    return parameters, address_for_learner(first.release, learner.after.release_at)


def address_for_learner(release: Release, release_at: datetime) -> str:
    """Return the page of an exercise for a learner; before it is released, her start page."""
    if release_at > now():
        return url_for("learner.exercises")
    return url_for(
        "learner.exercise", offering_id=release.offering_id, exercise_id=release.exercise_id
    )


def _points(learner: LearnerImpact) -> list[float | None] | None:
    if learner.touched is None or not learner.new_points:
        return None
    return [learner.touched.credit_before, learner.touched.credit_after]
