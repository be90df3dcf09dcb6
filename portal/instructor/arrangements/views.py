"""Addresses under `/instructor/<offering>/arrangements`: the list, and giving, changing and ending with a preview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from portal.accounts import require_role
from portal.database import read, write
from portal.instructor.arrangements import form, wording
from portal.instructor.arrangements.blueprint import blueprint
from portal.instructor.arrangements.proposal import Proposal, apply, content, propose
from portal.instructor.arrangements.queries import arrangement_in, arrangements_of, groups_of
from portal.instructor.rules import wording as rules_wording
from portal.instructor.rules.blueprint import offering_of, reader
from portal.instructor.rules.impact import learners_of
from portal.instructor.rules.proposal import releases_of
from portal.instructor.rules.seal import SEEN, seal, sealed
from portal.language import place
from portal.models import Arrangement, Role, now

EDIT = "edit"
"""The button that leads from the preview back to the form, with all that was written."""


@blueprint.get("/<offering_id>/arrangements")
@require_role(Role.INSTRUCTOR)
def arrangements(offering_id: str) -> str:
    """Show what is arranged in an offering, and what was."""
    offering, zone = offering_of(read(), offering_id)
    found = arrangements_of(read(), offering_id)
    return render_template(
        "instructor/arrangements/list.html",
        offering=offering,
        zone=zone,
        standing=[one for one in found if one.ended_at is None],
        ended=[one for one in found if one.ended_at is not None],
        titles=_titles(offering_id),
        wording=wording,
    )


@blueprint.get("/<offering_id>/arrangements/give")
@require_role(Role.INSTRUCTOR)
def give(offering_id: str) -> ResponseReturnValue:
    """Show an empty form; a learner or an exercise may stand in the address."""
    values = form.empty(request.args.getlist(form.LEARNERS), request.args.get("exercise", ""))
    return _form(offering_id, None, values)


@blueprint.post("/<offering_id>/arrangements/give")
@require_role(Role.INSTRUCTOR)
def preview_given(offering_id: str) -> ResponseReturnValue:
    """Show whom a new arrangement touches. Changes nothing."""
    return _preview(offering_id, None)


@blueprint.get("/<offering_id>/arrangements/<int:number>/change")
@require_role(Role.INSTRUCTOR)
def change(offering_id: str, number: int) -> ResponseReturnValue:
    """Show an arrangement in the form."""
    old = _arrangement(read(), offering_id, number)
    if old.ended_at is not None:
        return _ended_already(offering_id)
    return _form(offering_id, old, form.filled(old, offering_of(read(), offering_id)[1]))


@blueprint.post("/<offering_id>/arrangements/<int:number>/change")
@require_role(Role.INSTRUCTOR)
def preview_changed(offering_id: str, number: int) -> ResponseReturnValue:
    """Show whom a changed arrangement touches. Changes nothing."""
    old = _arrangement(read(), offering_id, number)
    return _ended_already(offering_id) if old.ended_at is not None else _preview(offering_id, old)


@blueprint.post("/<offering_id>/arrangements/apply")
@require_role(Role.INSTRUCTOR)
def apply_given(offering_id: str) -> ResponseReturnValue:
    """Give what was seen in a preview; otherwise show the preview anew."""
    return _apply(offering_id, None)


@blueprint.post("/<offering_id>/arrangements/<int:number>/apply")
@require_role(Role.INSTRUCTOR)
def apply_changed(offering_id: str, number: int) -> ResponseReturnValue:
    """Change an arrangement as it was seen in a preview; otherwise show the preview anew."""
    return _apply(offering_id, number)


@blueprint.get("/<offering_id>/arrangements/apply")
@blueprint.get("/<offering_id>/arrangements/<int:number>/apply")
@require_role(Role.INSTRUCTOR)
def back_to_list(offering_id: str, number: int | None = None) -> ResponseReturnValue:
    """Lead back to the list: a choice of language on the page before ends here."""
    if number is not None:
        _arrangement(read(), offering_id, number)
    return _to_list(offering_id)


@blueprint.get("/<offering_id>/arrangements/<int:number>/end")
@require_role(Role.INSTRUCTOR)
def end(offering_id: str, number: int) -> ResponseReturnValue:
    """Show whom the end of an arrangement touches. Changes nothing."""
    old = _arrangement(read(), offering_id, number)
    return (
        _ended_already(offering_id) if old.ended_at is not None else _preview_end(offering_id, old)
    )


@blueprint.post("/<offering_id>/arrangements/<int:number>/end")
@require_role(Role.INSTRUCTOR)
def apply_end(offering_id: str, number: int) -> ResponseReturnValue:
    """End an arrangement as it was seen in a preview; otherwise show the preview anew."""
    with write() as session:
        old = _arrangement(session, offering_id, number)
        proposed = propose(session, offering_id, old, None, now())
        as_seen = old.ended_at is None and _as_seen(offering_id, proposed)
        if as_seen:
            apply(session, reader(), offering_of(session, offering_id)[0], proposed, now())
    if as_seen:
        flash(gettext("It has ended. The learners are told."), "")
        return _to_list(offering_id)
    old = _arrangement(read(), offering_id, number)
    if old.ended_at is not None:
        return _ended_already(offering_id)
    return _preview_end(offering_id, old, changed_since=True)


def _apply(offering_id: str, number: int | None) -> ResponseReturnValue:
    with write() as session:
        old = None if number is None else _arrangement(session, offering_id, number)
        wanted, _ = form.read_wanted(request.form, _roster(session, offering_id), old)
        twin = wanted is not None and _twin(session, offering_id, wanted, old)
        gone = old is not None and old.ended_at is not None
        as_seen = False
        if wanted is not None and not twin and not gone:
            proposed = propose(session, offering_id, old, wanted, now())
            as_seen = _as_seen(offering_id, proposed)
            if as_seen:
                apply(session, reader(), offering_of(session, offering_id)[0], proposed, now())
    if as_seen:
        flash(gettext("It is arranged. The learners are told."), "")
    elif twin:
        flash(gettext("This is arranged already; nothing had to be changed."), "")
    elif gone:
        return _ended_already(offering_id)
    else:
        again = None if number is None else _arrangement(read(), offering_id, number)
        return _preview(offering_id, again, changed_since=True)
    return _to_list(offering_id)


def _twin(session: Session, offering_id: str, wanted: form.Wanted, old: Arrangement | None) -> bool:
    """Say whether the same is arranged already, so that a second click gives nothing twice."""
    return any(
        one.ended_at is None and wanted.same_as(one) and (one is not old or one.note == wanted.note)
        for one in arrangements_of(session, offering_id)
    )


def _as_seen(offering_id: str, proposed: Proposal) -> bool:
    return sealed(request.form.get(SEEN, ""), content(reader(), offering_id, proposed))


def _arrangement(session: Session, offering_id: str, number: int) -> Arrangement:
    """Return an arrangement of the offering, or answer 404."""
    found = arrangement_in(session, offering_id, number)
    if found is None:
        abort(404)
    return found


def _titles(offering_id: str) -> dict[str, Any]:
    return {key: title for key, (_, title) in releases_of(read(), offering_id).items()}


def _roster(session: Session, offering_id: str) -> form.Roster:
    return form.Roster(
        learners_of(session, offering_id),
        groups_of(session, offering_id),
        {key: release for key, (release, _) in releases_of(session, offering_id).items()},
        offering_of(session, offering_id)[1],
    )


def _to_list(offering_id: str) -> ResponseReturnValue:
    return redirect(url_for("arrangements.arrangements", offering_id=offering_id), 303)


def _ended_already(offering_id: str) -> ResponseReturnValue:
    flash(gettext("This has ended or was changed meanwhile. Below stands what holds now."), "error")
    return _to_list(offering_id)


def _form(
    offering_id: str,
    old: Arrangement | None,
    values: Mapping[str, Any],
    problems: Mapping[str, str] | None = None,
    message: str = "",
) -> ResponseReturnValue:
    offering, zone = offering_of(read(), offering_id)
    page = render_template(
        "instructor/arrangements/form.html",
        offering=offering,
        place=place(zone),
        old=old,
        roster=_roster(read(), offering_id),
        titles=_titles(offering_id),
        values=values,
        problems=problems or {},
        message=message,
    )
    return page, 422 if problems else 200


def _preview(
    offering_id: str, old: Arrangement | None, *, changed_since: bool = False
) -> ResponseReturnValue:
    values = form.written(request.form)
    if EDIT in request.form:
        return _form(offering_id, old, values)
    wanted, fields = form.read_wanted(request.form, _roster(read(), offering_id), old)
    if wanted is None:
        return _form(offering_id, old, values, fields.problems)
    if _twin(read(), offering_id, wanted, old):
        return _form(
            offering_id,
            old,
            values,
            message=gettext("Exactly this is arranged with the same learners already."),
        )
    proposed = propose(read(), offering_id, old, wanted, now())
    page = _preview_page(
        offering_id,
        proposed,
        kept=form.resolved(values, wanted),
        changed_since=changed_since,
        twice=bool(fields.twice),
        past=wanted.allowance.due_at is not None and wanted.allowance.due_at < now(),
    )
    return page, 409 if changed_since else 200


def _preview_end(
    offering_id: str, old: Arrangement, *, changed_since: bool = False
) -> ResponseReturnValue:
    proposed = propose(read(), offering_id, old, None, now())
    page = _preview_page(offering_id, proposed, kept={}, changed_since=changed_since)
    return page, 409 if changed_since else 200


def _preview_page(offering_id: str, proposed: Proposal, **more: Any) -> str:
    offering, zone = offering_of(read(), offering_id)
    return render_template(
        "instructor/arrangements/preview.html",
        offering=offering,
        zone=zone,
        proposed=proposed,
        titles=_titles(offering_id),
        seal=seal(content(reader(), offering_id, proposed)),
        wording=wording,
        rules_wording=rules_wording,
        **more,
    )
