"""Addresses under `/learner/`. Each shows only what belongs to the learner who asks."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from grader.competences import framework_source, subdomain_name
from portal.accounts import current_person, require_role
from portal.database import read
from portal.diagnosis import in_words
from portal.feedback_view import feedback_page
from portal.lab import lab_known, to_lab
from portal.learner import queries
from portal.live import answer_part, live_part
from portal.models import Person, Role, Submission, now
from portal.navigation import answer_refusals
from portal.storage import BlobStore

blueprint = Blueprint("learner", __name__, url_prefix="/learner")
answer_refusals(blueprint)


@blueprint.get("/")
@require_role(Role.LEARNER)
def exercises() -> str:
    """Show the exercises of all offerings that the learner takes, and what she has mastered."""
    return render_template("learner/exercises.html", part=live_part(**_exercises_part()))


@blueprint.get("/part")
@require_role(Role.LEARNER)
def exercises_part() -> Response:
    """Answer the exercises page when it asks again."""
    return answer_part(**_exercises_part())


@blueprint.get("/<offering_id>/<exercise_id>")
@require_role(Role.LEARNER)
def exercise(offering_id: str, exercise_id: str) -> str:
    """Show one exercise: all attempts with receipts, and one of them task by task."""
    page = _page(offering_id, exercise_id)
    return render_template(
        "learner/exercise.html",
        page=page,
        lab_link=_lab_link(),
        part=live_part(**_exercise_part(page)),
    )


@blueprint.get("/<offering_id>/<exercise_id>/part")
@require_role(Role.LEARNER)
def exercise_part(offering_id: str, exercise_id: str) -> Response:
    """Answer the exercise's page when it asks again."""
    return answer_part(**_exercise_part(_page(offering_id, exercise_id)))


@blueprint.get("/<offering_id>/<exercise_id>/<int:attempt>/feedback")
@require_role(Role.LEARNER)
def feedback(offering_id: str, exercise_id: str, attempt: int) -> str:
    """Show the graded notebook of an attempt, in a frame without rights."""
    page = _page(offering_id, exercise_id)
    return render_template("learner/feedback.html", page=page, attempt=_attempt(page, attempt))


@blueprint.get("/<offering_id>/<exercise_id>/<int:attempt>/feedback/<int:position>")
@require_role(Role.LEARNER)
def feedback_file(
    offering_id: str, exercise_id: str, attempt: int, position: int
) -> ResponseReturnValue:
    """Answer with one file of the feedback, made harmless, for the frame."""
    files = _attempt(_page(offering_id, exercise_id), attempt).feedback
    if position >= len(files):
        abort(404)
    stored = BlobStore(current_app.config["BLOBS"]).get(files[position].sha256)
    return feedback_page(
        stored.decode("utf-8", errors="replace"),
        language=_reader().language,
        title=files[position].name,
    )


@blueprint.get("/lab")
@require_role(Role.LEARNER)
def lab() -> ResponseReturnValue:
    """Send the learner to her JupyterLab."""
    return to_lab(_reader())


def _reader() -> Person:
    """Return the learner who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def _page(offering_id: str, exercise_id: str) -> queries.ExercisePage:
    """Return the page of an exercise, or answer 404."""
    page = queries.exercise_page(read(), _reader(), offering_id, exercise_id, now())
    if page is None:
        abort(404)
    return page


def _attempt(page: queries.ExercisePage, number: int) -> Submission:
    """Return one of the learner's attempts, or answer 404."""
    found = next((entry for entry in page.attempts if entry.attempt == number), None)
    if found is None:
        abort(404)
    return found


def _lab_link() -> str | None:
    """Return the address that leads to JupyterLab, if there is one."""
    return url_for("learner.lab") if lab_known() else None


def _exercises_part() -> dict[str, Any]:
    """Return what makes the changing part of the exercises page."""
    views = queries.offerings(read(), _reader(), now())
    return {
        "template": "learner/_exercises.html",
        "address": url_for("learner.exercises_part"),
        "pending": any(view.pending for view in views),
        "views": views,
        "lab_link": _lab_link(),
        "framework": framework_source(),
        "subdomain_name": subdomain_name,
    }


def _exercise_part(page: queries.ExercisePage) -> dict[str, Any]:
    """Return what makes the changing part of an exercise's page; `?attempt=` chooses what is shown in full."""
    number = request.args.get("attempt", type=int)
    shown = _attempt(page, number) if number is not None else next(iter(page.attempts), None)
    return {
        "template": "learner/_exercise.html",
        "address": url_for(
            "learner.exercise_part",
            offering_id=page.offering.id,
            exercise_id=page.version.exercise_id,
            attempt=number,
        ),
        "pending": page.pending,
        "page": page,
        "shown": shown,
        "in_words": in_words,
    }
