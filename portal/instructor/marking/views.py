"""Addresses of marking under `/instructor/<offering>/marking`."""

from __future__ import annotations

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
from flask_babel import gettext, ngettext

from portal.accounts import current_person, require_role
from portal.changes import topic_of_offering
from portal.database import read, write
from portal.errors import PortalError
from portal.instructor.marking import queries
from portal.instructor.marking.form import Filled, filled, filled_by, given
from portal.instructor.marking.pool import State, first_for, next_entry, pool
from portal.instructor.queries import taught_offering
from portal.language import current_language, person_name, points
from portal.live import answer_part, live_part
from portal.marking import LONGEST_COMMENT, give_mark, marked_score
from portal.models import Offering, Person, Role
from portal.navigation import answer_refusals
from portal.prose import prose
from portal.storage import BlobStore

blueprint = Blueprint("marking", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@blueprint.get("/<offering_id>/marking")
@require_role(Role.INSTRUCTOR)
def waiting(offering_id: str) -> str:
    """Show what waits for a mark, by exercise and task."""
    part = _waiting_part(offering_id)
    return render_template(
        "instructor/marking/waiting.html", page=part["page"], part=live_part(**part)
    )


@blueprint.get("/<offering_id>/marking/part")
@require_role(Role.INSTRUCTOR)
def waiting_part(offering_id: str) -> Response:
    """Answer that page when it asks again."""
    return answer_part(**_waiting_part(offering_id))


@blueprint.get("/<offering_id>/marking/<exercise_id>/<task>")
@require_role(Role.INSTRUCTOR)
def task(offering_id: str, exercise_id: str, task: str) -> str:
    """Show all answers to one task, and how well several markers agree."""
    offering = _taught(offering_id)
    page = queries.task_page(read(), offering, exercise_id, task, _reader())
    if page is None:
        abort(404)
    return render_template("instructor/marking/task.html", page=page, State=State)


@blueprint.get("/<offering_id>/marking/<exercise_id>/<task>/next")
@require_role(Role.INSTRUCTOR)
def next_answer(offering_id: str, exercise_id: str, task: str) -> ResponseReturnValue:
    """Go to the next answer that waits for the reader, `?after=` the one that she comes from."""
    offering = _taught(offering_id)
    return _to_next(offering, exercise_id, task, request.args.get("after"))


@blueprint.get("/<offering_id>/marking/<exercise_id>/<task>/<submission>")
@require_role(Role.INSTRUCTOR)
def answer(offering_id: str, exercise_id: str, task: str, submission: str) -> str:
    """Show one answer, to be marked."""
    sheet = _sheet(offering_id, exercise_id, task, submission)
    return _page(sheet, filled_by(sheet.mine, sheet.rubric))


@blueprint.post("/<offering_id>/marking/<exercise_id>/<task>/<submission>")
@require_role(Role.INSTRUCTOR)
def mark(offering_id: str, exercise_id: str, task: str, submission: str) -> ResponseReturnValue:
    """Save the reader's mark and go to the next answer, or stay."""
    sheet, marker = _sheet(offering_id, exercise_id, task, submission), _reader()
    form = filled(request.form, sheet.rubric)
    try:
        gives = given(form, sheet.rubric)
        with write() as session:
            score = marked_score(session, submission, task)
            give_mark(session, score, marker, gives)
            counts = score.points is not None
    except PortalError as error:
        # what others have done meanwhile belongs on the page, too
        sheet = _sheet(offering_id, exercise_id, task, submission)
        return _page(sheet, form, str(error.message)), error.status
    name = person_name(sheet.submission.learner)
    flash(
        gettext("Saved: %(points)s points for %(name)s.", points=points(gives.points), name=name)
        if counts
        else gettext(
            "Saved: %(points)s points for %(name)s. They count as soon as everybody has marked this answer.",
            points=points(gives.points),
            name=name,
        )
    )
    if request.form.get("then") == "stay":
        return redirect(request.path, 303)
    return _to_next(sheet.offering, exercise_id, task, submission)


def _to_next(
    offering: Offering, exercise_id: str, task: str, after: str | None
) -> ResponseReturnValue:
    """Send the reader to the next answer to a task that waits for her, or to the list if none does."""
    marker = _reader()
    entries = pool(read(), offering.id, marker.id, exercise_id=exercise_id, task=task)
    if not entries:
        abort(404)
    number = sum(entry.state == State.TO_MARK for entry in entries)
    found = next_entry(entries, after, first_for(read(), offering.id, marker, number))
    where = {"offering_id": offering.id, "exercise_id": exercise_id, "task": task}
    if found is None:
        flash(gettext("No answer to this task waits for you any more."))
        return redirect(url_for("marking.task", **where), 303)  # type: ignore[arg-type]
    return redirect(url_for("marking.answer", **where, submission=found.submission), 303)  # type: ignore[arg-type]


def _page(sheet: queries.Sheet, form: Filled, problem: str = "") -> str:
    """Return the page of one answer."""
    entries = pool(
        read(),
        sheet.offering.id,
        _reader().id,
        exercise_id=sheet.submission.exercise_id,
        task=sheet.score.task.name,
    )
    left = sum(
        entry.state == State.TO_MARK and entry.submission != sheet.submission.public_id
        for entry in entries
    )
    return render_template(
        "instructor/marking/answer.html",
        sheet=sheet,
        form=form,
        problem=problem,
        left=ngettext(
            "%(num)s more answer waits for you.", "%(num)s more answers wait for you.", left
        ),
        prose=prose,
        longest=LONGEST_COMMENT,
    )


def _sheet(offering_id: str, exercise_id: str, task: str, submission: str) -> queries.Sheet:
    """Return one answer of an offering that the reader teaches, or answer 404."""
    found = queries.sheet(
        read(),
        BlobStore(current_app.config["BLOBS"]),
        _taught(offering_id),
        _reader(),
        exercise_id=exercise_id,
        task=task,
        submission=submission,
        language=current_language(),
    )
    if found is None:
        abort(404)
    return found


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


def _waiting_part(offering_id: str) -> dict[str, Any]:
    """Return what makes the changing part of the page of what waits."""
    return {
        "template": "instructor/marking/_waiting.html",
        "address": url_for("marking.waiting_part", offering_id=offering_id),
        "topic": topic_of_offering(offering_id),
        "page": queries.waiting_page(read(), _taught(offering_id), _reader()),
        "State": State,
    }
