"""Addresses of similar answers under `/instructor/<offering>/similar`. Who looks at whose answers is written down."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import joinedload

from portal.accounts import current_person, require_role
from portal.database import read, write
from portal.instructor.similar import queries
from portal.instructor.similar.comparing import Compared, compare_class, kept_by
from portal.models import AuditEntry, ExerciseVersion, Offering, Person, Release, Role
from portal.navigation import answer_refusals
from portal.storage import BlobStore

blueprint = Blueprint("similar", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@blueprint.get("/<offering_id>/similar")
@require_role(Role.INSTRUCTOR)
def overview(offering_id: str) -> str:
    """Show the exercises, and which of them have been compared."""
    offering = _offering(offering_id)
    return render_template(
        "instructor/similar/overview.html",
        offering=offering,
        zone=queries.zone_of(offering),
        lines=queries.overview(read(), offering, kept_by(current_app)),
    )


@blueprint.get("/<offering_id>/similar/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def exercise(offering_id: str, exercise_id: str) -> str:
    """Show the pairs of one exercise, as they were compared last."""
    _, version = _release(offering_id, exercise_id)
    page = queries.exercise_page(
        read(), _offering(offering_id), version, _kept(offering_id, exercise_id)
    )
    return render_template("instructor/similar/exercise.html", page=page)


@blueprint.post("/<offering_id>/similar/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def compare(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Compare the answers to an exercise."""
    release, version = _release(offering_id, exercise_id)
    store = BlobStore(current_app.config["BLOBS"])
    compared = compare_class(kept_by(current_app), read(), store, release, version)
    _note(
        "answers_compared",
        f"{offering_id}/{exercise_id}",
        answers=len(compared.attempts),
        pairs={one.name: len(one.comparison.agreements) for one in compared.tasks},
    )
    return _to_exercise(offering_id, exercise_id)


@blueprint.get("/<offering_id>/similar/<exercise_id>/<task_name>/<int:one>-<int:other>")
@require_role(Role.INSTRUCTOR)
def pair(
    offering_id: str, exercise_id: str, task_name: str, one: int, other: int
) -> ResponseReturnValue:
    """Show two answers side by side, of a pair that is in the list."""
    _, version = _release(offering_id, exercise_id)
    compared = _kept(offering_id, exercise_id)
    if compared is None:
        flash(gettext("The comparison is not kept any more. Compare again."))
        return _to_exercise(offering_id, exercise_id)
    task = next((entry for entry in compared.tasks if entry.name == task_name), None)
    agreement = task.agreement(one, other) if task is not None else None
    if task is None or agreement is None:
        abort(404)
    sides = queries.side_by_side(
        read(), BlobStore(current_app.config["BLOBS"]), compared, task, agreement
    )
    if not sides:
        abort(404)
    _note(
        "answers_shown",
        " ".join(side.submission.public_id for side in sides),
        task=task_name,
        offering=offering_id,
        exercise=exercise_id,
    )
    offering = _offering(offering_id)
    return render_template(
        "instructor/similar/pair.html",
        offering=offering,
        zone=queries.zone_of(offering),
        version=version,
        task=task,
        agreement=agreement,
        sides=sides,
    )


def _note(action: str, subject: str, **details: object) -> None:
    """Write down who compared or looked."""
    reader = _reader()
    with write() as session:
        session.add(
            AuditEntry(actor=reader.pseudonym, action=action, subject=subject, details=details)
        )


def _reader() -> Person:
    """Return the instructor who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def _offering(offering_id: str) -> Offering:
    """Return an offering that `require_role` has let through."""
    return read().get_one(Offering, offering_id, options=[joinedload(Offering.institution)])


def _release(offering_id: str, exercise_id: str) -> tuple[Release, ExerciseVersion]:
    """Return an exercise of the offering, or answer 404."""
    found = queries.release_of(read(), offering_id, exercise_id)
    if found is None:
        abort(404)
    return found


def _kept(offering_id: str, exercise_id: str) -> Compared | None:
    return kept_by(current_app).get((offering_id, exercise_id))


def _to_exercise(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    address = url_for("similar.exercise", offering_id=offering_id, exercise_id=exercise_id)
    return redirect(address, 303)
