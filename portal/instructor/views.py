"""Addresses under `/instructor/`. Each shows only offerings that the person teaches."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts import current_person, require_role
from portal.changes import topic_of_offering
from portal.database import read
from portal.diagnosis import in_words
from portal.instructor import queries
from portal.instructor.tabs import tabs
from portal.lab import lab_known, to_lab
from portal.live import answer_part, live_part
from portal.models import Offering, Person, Role
from portal.navigation import answer_refusals

blueprint = Blueprint("instructor", __name__, url_prefix="/instructor")
answer_refusals(blueprint)
blueprint.add_app_template_global(tabs)


@blueprint.get("/")
@require_role(Role.INSTRUCTOR)
def offerings() -> str:
    """Show the offerings that the person teaches."""
    taught = queries.offerings(read(), _reader())
    return render_template("instructor/offerings.html", offerings=taught)


@blueprint.get("/<offering_id>")
@require_role(Role.INSTRUCTOR)
def offering(offering_id: str) -> str:
    """Show one offering: exercises, and how far their grading is."""
    part = _offering_part(offering_id)
    return render_template("instructor/offering.html", page=part["page"], part=live_part(**part))


@blueprint.get("/<offering_id>/part")
@require_role(Role.INSTRUCTOR)
def offering_part(offering_id: str) -> Response:
    """Answer the offering's page when it asks again."""
    return answer_part(**_offering_part(offering_id))


@blueprint.get("/<offering_id>/exercises/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def exercise(offering_id: str, exercise_id: str) -> str:
    """Show one exercise: scores by task, and who has handed in."""
    part = _exercise_part(offering_id, exercise_id)
    return render_template(
        "instructor/exercise.html", page=part["page"], lab_link=_lab_link(), part=live_part(**part)
    )


@blueprint.get("/<offering_id>/exercises/<exercise_id>/part")
@require_role(Role.INSTRUCTOR)
def exercise_part(offering_id: str, exercise_id: str) -> Response:
    """Answer the exercise's page when it asks again."""
    return answer_part(**_exercise_part(offering_id, exercise_id))


@blueprint.get("/lab")
@require_role(Role.INSTRUCTOR)
def lab() -> ResponseReturnValue:
    """Send the instructor to her JupyterLab, where formgrader is."""
    return to_lab(_reader())


def _reader() -> Person:
    """Return the instructor who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def _taught(offering_id: str) -> Offering:
    """Return the offering if the person teaches it, or answer 404."""
    found = queries.taught_offering(read(), _reader(), offering_id)
    if found is None:
        abort(404)
    return found


def _lab_link() -> str | None:
    """Return the address that leads to JupyterLab, if there is one."""
    return url_for("instructor.lab") if lab_known() else None


def _offering_part(offering_id: str) -> dict[str, Any]:
    """Return what makes the changing part of an offering's page."""
    page = queries.offering_page(read(), _taught(offering_id))
    return {
        "template": "instructor/_offering.html",
        "address": url_for("instructor.offering_part", offering_id=offering_id),
        "topic": topic_of_offering(offering_id),
        "page": page,
        "grading": page.grading,
        "lab_link": _lab_link(),
    }


def _exercise_part(offering_id: str, exercise_id: str) -> dict[str, Any]:
    """Return what makes the changing part of an exercise's page."""
    number = request.args.get("page", 1, type=int)
    page = queries.exercise_page(read(), _taught(offering_id), exercise_id, number)
    if page is None:
        abort(404)
    return {
        "template": "instructor/_exercise.html",
        "address": url_for(
            "instructor.exercise_part",
            offering_id=offering_id,
            exercise_id=exercise_id,
            page=page.number,
        ),
        "topic": topic_of_offering(offering_id),
        "page": page,
        "grading": page.grading,
        "in_words": in_words,
    }
