"""The map of a course: its modules, what each builds on, and which is open next."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, render_template, url_for

from portal.accounts import require_role
from portal.database import read
from portal.learner.blueprint import blueprint, own_topic, reader
from portal.learner.layout import layout
from portal.learner.modules import DONE_SHARE, modules
from portal.learner.works import courses
from portal.live import answer_part, live_part
from portal.models import Role, now


@blueprint.get("/<offering_id>/map")
@require_role(Role.LEARNER)
def course_map(offering_id: str) -> str:
    """Show the modules of one offering: done, begun, open next, and what is missing first."""
    part = _part(offering_id)
    return render_template("learner/map.html", course=part["course"], part=live_part(**part))


@blueprint.get("/<offering_id>/map/part")
@require_role(Role.LEARNER)
def course_map_part(offering_id: str) -> Response:
    """Answer the map when it asks again."""
    return answer_part(**_part(offering_id))


def _part(offering_id: str) -> dict[str, Any]:
    course = next(
        (one for one in courses(read(), reader()) if one.offering.id == offering_id), None
    )
    if course is None:
        abort(404)
    found = modules(read(), course, now())
    drawing = layout({module.id: [first.id for first in module.builds_on] for module in found})
    return {
        "template": "learner/_map.html",
        "address": url_for("learner.course_map_part", offering_id=offering_id),
        "topic": own_topic(),
        "course": course,
        "modules": found,
        "drawing": drawing,
        "done_share": DONE_SHARE,
    }
