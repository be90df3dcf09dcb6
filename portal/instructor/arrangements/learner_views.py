"""The page of one learner of an offering, for her instructors."""

from __future__ import annotations

from flask import abort, render_template

from portal.accounts import require_role
from portal.database import read
from portal.instructor.arrangements import wording
from portal.instructor.arrangements.blueprint import blueprint
from portal.instructor.arrangements.queries import arrangements_of, learner_in, open_appeals
from portal.instructor.rules.blueprint import offering_of
from portal.learner.works import courses
from portal.models import Role, now


@blueprint.get("/<offering_id>/learners/<pseudonym>")
@require_role(Role.INSTRUCTOR)
def learner(offering_id: str, pseudonym: str) -> str:
    """Show where a learner stands: her dates, attempts, points, and what is arranged with her."""
    person = learner_in(read(), offering_id, pseudonym)
    if person is None:
        abort(404)
    offering, zone = offering_of(read(), offering_id)
    course = next(one for one in courses(read(), person) if one.offering.id == offering_id)
    return render_template(
        "instructor/arrangements/learner.html",
        offering=offering,
        zone=zone,
        person=person,
        works=course.works,
        titles={work.exercise: work.title for work in course.works},
        arranged_with=arrangements_of(read(), offering_id, person.id),
        open_appeals=open_appeals(read(), offering_id, person.id),
        at=now(),
        wording=wording,
    )
