"""The rules of one exercise: a form, a preview of whom a change touches, and applying what was seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from portal.accounts import require_role
from portal.database import read, write
from portal.instructor.rules import form, wording
from portal.instructor.rules.blueprint import blueprint, offering_of, reader
from portal.instructor.rules.fields import Fields
from portal.instructor.rules.proposal import (
    Proposal,
    apply,
    content,
    proposals,
    releases_of,
    terms_of,
)
from portal.instructor.rules.seal import SEEN, seal, sealed
from portal.language import place
from portal.models import Offering, Release, Role, Texts, now
from portal.rules.terms import Terms


@dataclass(frozen=True)
class _Exercise:
    """The exercise whose rules are shown."""

    offering: Offering
    zone: ZoneInfo
    release: Release
    title: Texts

    @property
    def terms(self) -> Terms:
        """Its rules."""
        return terms_of(self.release)


@blueprint.get("/<offering_id>/exercises/<exercise_id>/rules")
@require_role(Role.INSTRUCTOR)
def rules(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Show the rules of an exercise in a form; what was written into it before stands in the address."""
    one = _exercise(read(), offering_id, exercise_id)
    back = form.NAMES[0] in request.args
    return _form(one, form.written(request.args) if back else form.filled(one.terms, one.zone))


@blueprint.get("/<offering_id>/exercises/<exercise_id>/rules/preview")
@require_role(Role.INSTRUCTOR)
def preview_rules(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Show whom other rules touch. Changes nothing."""
    return _preview(_exercise(read(), offering_id, exercise_id), request.args)


@blueprint.post("/<offering_id>/exercises/<exercise_id>/rules/apply")
@require_role(Role.INSTRUCTOR)
def apply_rules(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Make the rules hold that were seen in a preview; otherwise show the preview anew."""
    with write() as session:
        one = _exercise(session, offering_id, exercise_id)
        terms, _ = form.read_terms(request.form, one.terms, one.zone)
        proposed = _proposed(session, one, terms) if terms is not None else ()
        seen = content(reader(), offering_id, proposed)
        as_seen = bool(proposed) and sealed(request.form.get(SEEN, ""), seen)
        if as_seen:
            apply(session, reader(), one.offering, proposed)
    if as_seen:
        flash(gettext("The new rules hold now."), "")
    elif terms is not None and not proposed:
        flash(gettext("These rules hold already; nothing had to be changed."), "")
    else:
        again = _exercise(read(), offering_id, exercise_id)
        return _preview(again, request.form, changed_since=True)
    return redirect(url_for("rules.rules", offering_id=offering_id, exercise_id=exercise_id), 303)


@blueprint.get("/<offering_id>/exercises/<exercise_id>/rules/apply")
@require_role(Role.INSTRUCTOR)
def rules_again(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Lead back to the form: a choice of language on the page before ends here."""
    _exercise(read(), offering_id, exercise_id)
    return redirect(url_for("rules.rules", offering_id=offering_id, exercise_id=exercise_id), 303)


def _exercise(session: Session, offering_id: str, exercise_id: str) -> _Exercise:
    """Return an exercise of the offering, or answer 404."""
    offering, zone = offering_of(session, offering_id)
    found = releases_of(session, offering_id).get(exercise_id)
    if found is None:
        abort(404)
    return _Exercise(offering, zone, *found)


def _proposed(session: Session, one: _Exercise, terms: Terms) -> Sequence[Proposal]:
    return proposals(session, one.offering.id, {one.release.exercise_id: terms}, now())


def _form(
    one: _Exercise, values: Mapping[str, str], fields: Fields | None = None, message: str = ""
) -> ResponseReturnValue:
    page = render_template(
        "instructor/rules/exercise.html",
        one=one,
        values=values,
        place=place(one.zone),
        problems=fields.problems if fields is not None else {},
        message=message,
        wording=wording,
    )
    return page, 422 if fields is not None and fields.problems else 200


def _preview(
    one: _Exercise, sent: Mapping[str, str], *, changed_since: bool = False
) -> ResponseReturnValue:
    values: dict[str, Any] = form.written(sent)
    terms, fields = form.read_terms(sent, one.terms, one.zone)
    if terms is None:
        return _form(one, values, fields)
    proposed = _proposed(read(), one, terms)
    if not proposed:
        return _form(one, values, message=gettext("Nothing differs from what holds now."))
    stale = values[form.BASE] not in ("", form.base_of(one.terms))
    context: dict[str, Any] = {
        "one": one,
        "proposed": proposed[0],
        "kept": values | {form.BASE: form.base_of(one.terms)},
        "back": url_for(
            "rules.rules",
            offering_id=one.offering.id,
            exercise_id=one.release.exercise_id,
            **values,
        ),
        "seal": seal(content(reader(), one.offering.id, proposed)),
        "changed_since": changed_since,
        "stale": stale and not changed_since,
        "twice": [wording.LABELS[name] for name in sorted(fields.twice)],
        "past": wording.passed(proposed, now()),
        "wording": wording,
    }
    page = render_template("instructor/rules/preview.html", **context)
    return page, 409 if changed_since else 200
