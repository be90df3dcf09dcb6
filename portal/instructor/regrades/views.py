"""Addresses of regrades under `/instructor/<offering>/`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from markupsafe import Markup
from sqlalchemy.orm import Session

from portal.accounts import current_person, require_role
from portal.changes import tell, topic_of_offering
from portal.database import read, write
from portal.diagnosis import in_words
from portal.errors import PortalError
from portal.instructor.regrades import queries
from portal.live import answer_part, live_part
from portal.models import Offering, Person, Regrade, RegradeState, Role
from portal.navigation import answer_refusals
from portal.regrading.applying import apply, drop
from portal.regrading.asking import MOST_LETTERS, Newer, Which, ask, newer, regrade_of
from portal.regrading.taking_back import roll_back

blueprint = Blueprint("regrades", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@blueprint.get("/<offering_id>/regrades")
@require_role(Role.INSTRUCTOR)
def regrades(offering_id: str) -> str:
    """Show all regrades of an offering, and where attempts are behind the version that is out."""
    part = _history_part(offering_id)
    return render_template(
        "instructor/regrades/history.html", page=part["page"], part=live_part(**part)
    )


@blueprint.get("/<offering_id>/regrades/part")
@require_role(Role.INSTRUCTOR)
def regrades_part(offering_id: str) -> Response:
    """Answer the history when it asks again."""
    return answer_part(**_history_part(offering_id))


@blueprint.get("/<offering_id>/regrades/new/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def choose(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Show the form: which tasks, which attempts, why."""
    found = _newer(offering_id, exercise_id)
    preselected = {task.name for task in found.changed}
    return _form(offering_id, found, preselected, Which.COUNTING, "")


@blueprint.post("/<offering_id>/regrades/new/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def ask_for(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Have attempts judged anew."""
    found = _newer(offering_id, exercise_id)
    tasks = set(request.form.getlist("task"))
    which, reason = request.form.get("which", Which.COUNTING), request.form.get("reason", "")
    try:
        with write() as session:
            regrade = ask(
                session,
                offering_id,
                exercise_id,
                _reader(),
                version=request.form.get("version", ""),
                tasks=tasks,
                which=which,
                reason=reason,
            )
    except PortalError as error:
        found = _newer(offering_id, exercise_id)
        page = _form(offering_id, found, tasks, which, reason, str(error.message))
        return page, error.status
    return _to(regrade)


@blueprint.get("/<offering_id>/regrades/<regrade_id>")
@require_role(Role.INSTRUCTOR)
def regrade(offering_id: str, regrade_id: str) -> str:
    """Show one regrade: how far it is, what it would change or has changed."""
    part = _regrade_part(offering_id, regrade_id)
    return render_template(
        "instructor/regrades/regrade.html", page=part["page"], part=live_part(**part)
    )


@blueprint.get("/<offering_id>/regrades/<regrade_id>/part")
@require_role(Role.INSTRUCTOR)
def regrade_part(offering_id: str, regrade_id: str) -> Response:
    """Answer the regrade's page when it asks again."""
    return answer_part(**_regrade_part(offering_id, regrade_id))


@blueprint.post("/<offering_id>/regrades/<regrade_id>/apply")
@require_role(Role.INSTRUCTOR)
def apply_regrade(offering_id: str, regrade_id: str) -> ResponseReturnValue:
    """Write the points, if they are still those that she saw."""
    seen = request.form.get("seen", "")
    return _decide(
        offering_id,
        regrade_id,
        lambda session, found: apply(session, found, _reader(), seen),
        gettext("The points are written, and the learners are told."),
    )


@blueprint.post("/<offering_id>/regrades/<regrade_id>/drop")
@require_role(Role.INSTRUCTOR)
def drop_regrade(offering_id: str, regrade_id: str) -> ResponseReturnValue:
    """Give a regrade up."""
    return _decide(
        offering_id,
        regrade_id,
        lambda session, found: drop(session, found, _reader()),
        gettext("The regrade is dropped. No points have changed."),
    )


@blueprint.get("/<offering_id>/regrades/<regrade_id>/roll-back")
@require_role(Role.INSTRUCTOR)
def look_back(offering_id: str, regrade_id: str) -> ResponseReturnValue:
    """Show what taking a regrade back would do."""
    found = _regrade(offering_id, regrade_id)
    if found.state != RegradeState.APPLIED:
        return _to(found)
    page = queries.way_back_page(read(), _offering(offering_id), found)
    return render_template("instructor/regrades/roll_back.html", page=page, in_words=in_words)


@blueprint.post("/<offering_id>/regrades/<regrade_id>/roll-back")
@require_role(Role.INSTRUCTOR)
def roll_regrade_back(offering_id: str, regrade_id: str) -> ResponseReturnValue:
    """Put back what a regrade changed, if that is still what she saw."""
    seen = request.form.get("seen", "")
    return _decide(
        offering_id,
        regrade_id,
        lambda session, found: roll_back(session, found, _reader(), seen),
        gettext("The regrade is taken back, and the learners are told."),
        again="regrades.look_back",
    )


@blueprint.app_template_global()
def regrade_box(offering_id: str, exercise_id: str) -> Markup:
    """Return the part of an exercise's page that says whether a newer version is out, and leads to a regrade."""
    found = newer(read(), offering_id, exercise_id)
    if found is None or not found.graded:
        return Markup()
    page = render_template(
        "instructor/regrades/_box.html",
        newer=found,
        offering_id=offering_id,
        exercise_id=exercise_id,
    )
    return Markup(page)  # noqa: S704  # rendered with escaping


def _decide(
    offering_id: str,
    regrade_id: str,
    decision: Callable[[Session, Regrade], object],
    done: str,
    again: str = "regrades.regrade",
) -> ResponseReturnValue:
    """Decide about a regrade in one transaction and go to its page; say what stood in the way, if something did."""
    endpoint = "regrades.regrade"
    try:
        with write() as session:
            found = regrade_of(session, offering_id, regrade_id)
            if found is None:
                abort(404)
            decision(session, found)
            tell(session, topic_of_offering(offering_id))
    except PortalError as error:
        flash(str(error.message), "error")
        endpoint = again
    else:
        flash(done)
    address = url_for(endpoint, offering_id=offering_id, regrade_id=regrade_id)
    return redirect(address, 303)


def _form(
    offering_id: str, found: Newer, tasks: set[str], which: str, reason: str, problem: str = ""
) -> str:
    return render_template(
        "instructor/regrades/choose.html",
        offering=_offering(offering_id),
        newer=found,
        tasks=tasks,
        which=which,
        reason=reason,
        problem=problem,
        most_letters=MOST_LETTERS,
    )


def _to(regrade: Regrade) -> ResponseReturnValue:
    address = url_for(
        "regrades.regrade", offering_id=regrade.offering_id, regrade_id=regrade.public_id
    )
    return redirect(address, 303)


def _reader() -> Person:
    """Return the instructor who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def _offering(offering_id: str) -> Offering:
    """Return an offering that `require_role` has let through."""
    return read().get_one(Offering, offering_id)


def _newer(offering_id: str, exercise_id: str) -> Newer:
    """Return how an exercise's version differs from that of its attempts, or answer 404."""
    found = newer(read(), offering_id, exercise_id)
    if found is None:
        abort(404)
    return found


def _regrade(offering_id: str, regrade_id: str) -> Regrade:
    """Return a regrade of the offering, or answer 404."""
    found = regrade_of(read(), offering_id, regrade_id)
    if found is None:
        abort(404)
    return found


def _history_part(offering_id: str) -> dict[str, Any]:
    """Return what makes the changing part of the history."""
    return {
        "template": "instructor/regrades/_history.html",
        "address": url_for("regrades.regrades_part", offering_id=offering_id),
        "topic": topic_of_offering(offering_id),
        "page": queries.history(read(), _offering(offering_id)),
    }


def _regrade_part(offering_id: str, regrade_id: str) -> dict[str, Any]:
    """Return what makes the changing part of a regrade's page."""
    found = _regrade(offering_id, regrade_id)
    return {
        "template": "instructor/regrades/_regrade.html",
        "address": url_for("regrades.regrade_part", offering_id=offering_id, regrade_id=regrade_id),
        "topic": topic_of_offering(offering_id),
        "page": queries.regrade_page(read(), _offering(offering_id), found),
        "in_words": in_words,
    }
