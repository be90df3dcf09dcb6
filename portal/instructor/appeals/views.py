"""Addresses of appeals under `/instructor/<offering>/appeals`."""

from __future__ import annotations

import math
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal.accounts import current_person, require_role
from portal.appealing import LONGEST, Reply
from portal.appealing import answer as answer_appeal
from portal.changes import topic_of_offering
from portal.database import read, write
from portal.diagnosis import in_words
from portal.errors import PortalError, Unreadable
from portal.instructor.appeals import queries
from portal.instructor.queries import taught_offering
from portal.language import current_language
from portal.live import answer_part, live_part
from portal.models import Offering, Person, Role
from portal.navigation import answer_refusals
from portal.prose import prose
from portal.storage import BlobStore

blueprint = Blueprint("appeals", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@blueprint.get("/<offering_id>/appeals")
@require_role(Role.INSTRUCTOR)
def appeals(offering_id: str) -> str:
    """Show all appeals of an offering, those that wait on top."""
    part = _list_part(offering_id)
    return render_template(
        "instructor/appeals/appeals.html", page=part["page"], part=live_part(**part)
    )


@blueprint.get("/<offering_id>/appeals/part")
@require_role(Role.INSTRUCTOR)
def appeals_part(offering_id: str) -> Response:
    """Answer that page when it asks again."""
    return answer_part(**_list_part(offering_id))


@blueprint.get("/<offering_id>/appeals/<appeal>")
@require_role(Role.INSTRUCTOR)
def appeal(offering_id: str, appeal: str) -> str:
    """Show one appeal beside the learner's answer."""
    return _page(offering_id, appeal)


@blueprint.post("/<offering_id>/appeals/<appeal>")
@require_role(Role.INSTRUCTOR)
def answer(offering_id: str, appeal: str) -> ResponseReturnValue:
    """Answer an appeal, with other points or not."""
    offering = _taught(offering_id)
    text, points = request.form.get("answer", ""), request.form.get("points", "").strip()
    try:
        reply = Reply(text, _points(points), _points(request.form.get("seen", "")))
        with write() as session:
            found = queries.appeal_of(session, offering.id, appeal)
            if found is None:
                abort(404)
            answer_appeal(session, found, _reader(), reply)
    except PortalError as error:
        page = _page(offering_id, appeal, text=text, points=points, problem=str(error.message))
        return page, error.status
    flash(gettext("Your answer is sent, and the learner is told."))
    return redirect(url_for("appeals.appeals", offering_id=offering.id), 303)


def _points(written: str) -> float | None:
    """Return points as they were written; None: nothing.

    Raises:
        Unreadable: it is no number.
    """
    if not written:
        return None
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise Unreadable(
            "bad_points", gettext("The points are no number. Give a number, or leave them empty.")
        )
    return number


def _page(
    offering_id: str, appeal: str, *, text: str = "", points: str = "", problem: str = ""
) -> str:
    """Return the page of one appeal, or answer 404."""
    page = queries.appeal_page(
        read(),
        BlobStore(current_app.config["BLOBS"]),
        _taught(offering_id),
        appeal,
        current_language(),
    )
    if page is None:
        abort(404)
    return render_template(
        "instructor/appeals/appeal.html",
        page=page,
        text=text,
        points=points,
        problem=problem,
        prose=prose,
        in_words=in_words,
        longest=LONGEST,
    )


def _reader() -> Person:
    """Return the instructor who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def _taught(offering_id: str) -> Offering:
    """Return the offering if the reader teaches it, or answer 404."""
    found = taught_offering(read(), _reader(), offering_id)
    if found is None:
        abort(404)
    return found


def _list_part(offering_id: str) -> dict[str, Any]:
    """Return what makes the changing part of the list."""
    return {
        "template": "instructor/appeals/_appeals.html",
        "address": url_for("appeals.appeals_part", offering_id=offering_id),
        "topic": topic_of_offering(offering_id),
        "page": queries.appeals_page(read(), _taught(offering_id)),
    }
