"""The rules of several or all exercises of an offering at once: a plan, a table of what it does, and applying it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.dates import get_day_names
from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from portal.accounts import require_role
from portal.database import read, write
from portal.instructor.rules import course_form, wording
from portal.instructor.rules.blueprint import blueprint, offering_of, reader
from portal.instructor.rules.proposal import apply, content, proposals, releases_of, terms_of
from portal.instructor.rules.seal import SEEN, seal, sealed
from portal.language import current_language, place
from portal.models import Role, now


@blueprint.get("/<offering_id>/rules")
@require_role(Role.INSTRUCTOR)
def course(offering_id: str) -> ResponseReturnValue:
    """Show the rules of all exercises, and the form that changes several of them."""
    if "dates" in request.args:
        return _form(offering_id, course_form.written(request.args))
    return _form(offering_id, None)


@blueprint.get("/<offering_id>/rules/preview")
@require_role(Role.INSTRUCTOR)
def preview_course(offering_id: str) -> ResponseReturnValue:
    """Show what a plan or other rules do to each exercise. Changes nothing."""
    return _preview(offering_id)


@blueprint.post("/<offering_id>/rules/apply")
@require_role(Role.INSTRUCTOR)
def apply_course(offering_id: str) -> ResponseReturnValue:
    """Make the rules hold that were seen in a preview; otherwise show the preview anew."""
    with write() as session:
        offering, _ = offering_of(session, offering_id)
        asked = _asked(session, offering_id)
        proposed = proposals(session, offering_id, asked.wanted, now())
        seen = content(reader(), offering_id, proposed)
        as_seen = bool(proposed) and sealed(request.form.get(SEEN, ""), seen)
        if as_seen:
            apply(session, reader(), offering, proposed)
    if as_seen:
        flash(gettext("The new rules hold now."), "")
    elif asked.wanted and not proposed:
        flash(gettext("These rules hold already; nothing had to be changed."), "")
    else:
        return _preview(offering_id, changed_since=True)
    return redirect(url_for("rules.course", offering_id=offering_id), 303)


@blueprint.get("/<offering_id>/rules/apply")
@require_role(Role.INSTRUCTOR)
def course_again(offering_id: str) -> ResponseReturnValue:
    """Lead back to the form: a choice of language on the page before ends here."""
    return redirect(url_for("rules.course", offering_id=offering_id), 303)


def _asked(session: Session, offering_id: str) -> course_form.CourseForm:
    """Return what the form that was sent means."""
    _, zone = offering_of(session, offering_id)
    standing = {
        exercise: (terms_of(release), title)
        for exercise, (release, title) in releases_of(session, offering_id).items()
    }
    return course_form.read_course(request.values, standing, zone)


def _form(
    offering_id: str,
    values: Mapping[str, Any] | None,
    problems: Mapping[str, str] | None = None,
    message: str = "",
) -> ResponseReturnValue:
    offering, zone = offering_of(read(), offering_id)
    found = releases_of(read(), offering_id)
    page = render_template(
        "instructor/rules/course.html",
        offering=offering,
        zone=zone,
        place=place(zone),
        exercises=[
            (exercise, title, terms_of(release)) for exercise, (release, title) in found.items()
        ],
        values=values or course_form.empty(list(found), now().astimezone(zone)),
        problems=problems or {},
        message=message,
        weekdays=get_day_names("wide", "stand-alone", locale=current_language()),
        wording=wording,
    )
    return page, 422 if problems else 200


def _preview(offering_id: str, *, changed_since: bool = False) -> ResponseReturnValue:
    values = course_form.written(request.values)
    asked = _asked(read(), offering_id)
    if asked.problems:
        return _form(offering_id, values, asked.problems)
    proposed = proposals(read(), offering_id, asked.wanted, now())
    if not proposed:
        return _form(offering_id, values, message=gettext("Nothing differs from what holds now."))
    offering, zone = offering_of(read(), offering_id)
    page = render_template(
        "instructor/rules/course_preview.html",
        offering=offering,
        zone=zone,
        proposed=proposed,
        same=len(asked.wanted) - len(proposed),
        kept=values,
        back=url_for("rules.course", offering_id=offering_id, **values),
        seal=seal(content(reader(), offering_id, proposed)),
        changed_since=changed_since,
        twice=asked.twice,
        past=wording.passed(proposed, now()),
        wording=wording,
    )
    return page, 409 if changed_since else 200
