"""Addresses of live grading under `/instructor/<offering>/grading`."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from portal.accounts import current_person, require_role
from portal.changes import topic_of_offering
from portal.database import read, write
from portal.diagnosis import in_words
from portal.errors import PortalError
from portal.instructor.grading import wording
from portal.instructor.grading.again import grade_again, grade_all_again
from portal.instructor.grading.queries import live_page
from portal.instructor.grading.tasks import tasks_to_look_at
from portal.live import answer_part, live_part
from portal.models import Offering, Role, now
from portal.navigation import answer_refusals

blueprint = Blueprint("grading", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@blueprint.get("/<offering_id>/grading")
@require_role(Role.INSTRUCTOR)
def live(offering_id: str) -> str:
    """Show the queue of an offering and the attempts that need somebody."""
    part = _part(offering_id)
    return render_template(
        "instructor/grading/live.html",
        page=part["page"],
        part=live_part(**part),
        tasks=tasks_to_look_at(read(), offering_id),
        in_words=in_words,
    )


@blueprint.get("/<offering_id>/grading/part")
@require_role(Role.INSTRUCTOR)
def live_again(offering_id: str) -> Response:
    """Answer the page when it asks again."""
    return answer_part(**_part(offering_id))


@blueprint.post("/<offering_id>/grading/again")
@require_role(Role.INSTRUCTOR)
def again(offering_id: str) -> ResponseReturnValue:
    """Put one failed attempt back into the queue, or all of them."""
    asker = current_person()
    if asker is None:
        abort(403)
    try:
        with write() as session:
            number = 1
            if "all" in request.form:
                number = grade_all_again(session, offering_id, asker)
            else:
                grade_again(session, offering_id, request.form.get("submission", ""), asker)
    except PortalError as error:
        flash(str(error.message), "error")
    else:
        flash(
            ngettext(
                "%(num)s attempt is back in the queue.",
                "%(num)s attempts are back in the queue.",
                number,
            )
            if number
            else gettext("No attempt can be graded again. Nothing was changed.")
        )
    return redirect(url_for("grading.live", offering_id=offering_id), 303)


def _part(offering_id: str) -> dict[str, Any]:
    """Return what makes the changing part of the page."""
    page = live_page(read(), read().get_one(Offering, offering_id), now())
    return {
        "template": "instructor/grading/_live.html",
        "address": url_for("grading.live_again", offering_id=offering_id),
        "topic": topic_of_offering(offering_id),
        "page": page,
        "grading": page.grading,
        "wording": wording,
    }
