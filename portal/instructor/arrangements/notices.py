"""Telling learners what was arranged with them, changed or ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from portal.instructor.arrangements.form import Wanted
from portal.instructor.rules.impact import Impact, LearnerImpact
from portal.instructor.rules.proposal import address_for_learner
from portal.models import Arrangement, Offering, Release, Texts
from portal.notices import notify

SPELLED_OUT = 3
"""So many dates stand in a notice; of others it gives the number."""


_Touched = tuple[Texts, Release, LearnerImpact]
"""What changes for a learner at an exercise."""


def notify_learners(
    session: Session,
    offering: Offering,
    old: Arrangement | None,
    new: Wanted | None,
    impacts: Sequence[tuple[Texts, Impact]],
) -> None:
    """Tell each learner for whom something begins, changes or ends. A change of the reason is not theirs to know."""
    had = {person.id for person in old.learners} if old is not None else set()
    has = new.learner_ids if new is not None else frozenset()
    same = (
        old is not None
        and new is not None
        and (old.exercise_id, old.allowance) == (new.exercise_id, new.allowance)
    )
    touched: dict[int, list[_Touched]] = {}
    for title, one in impacts:
        for learner in one.learners:
            touched.setdefault(learner.learner.id, []).append((title, one.release, learner))
    for person_id in has - had if same else has:
        extra = new.allowance.extra_attempts if new is not None else 0
        parameters, address = _words(offering, touched.get(person_id, ()))
        notify(
            session,
            person_id,
            "arrangement_granted",
            parameters | {"extra_attempts": extra},
            address,
        )
    for person_id in had - has:
        notify(
            session, person_id, "arrangement_ended", *_words(offering, touched.get(person_id, ()))
        )


def _words(offering: Offering, found: Sequence[_Touched]) -> tuple[dict[str, Any], str]:
    """Return parameters and address of a learner's notice: the dates that are other ones for her."""
    dates = [
        {"exercise": title, "due_at": learner.after.due_at.isoformat()}
        for title, _, learner in found
        if learner.new_due and learner.after.due_at is not None
    ]
    parameters = {
        "course": offering.title,
        "dates": dates[:SPELLED_OUT],
        "more": max(0, len(dates) - SPELLED_OUT),
        "zone": offering.institution.time_zone,
    }
    if len(found) != 1:
        return parameters, url_for("learner.exercises")
    _, release, learner = found[0]
    return parameters, address_for_learner(release, learner.after.release_at)
