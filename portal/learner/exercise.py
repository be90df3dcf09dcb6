"""The page of one exercise, and the feedback on an attempt."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts import require_role
from portal.appealing import appeals_of
from portal.database import read
from portal.diagnosis import in_words
from portal.feedback_view import feedback_page
from portal.learner import wording
from portal.learner.blueprint import blueprint, lab_link, own_topic, reader
from portal.learner.exercise_page import (
    ExercisePage,
    exercise_page,
    history,
    in_full,
    sections,
)
from portal.live import answer_part, live_part
from portal.models import Role, Submission, now
from portal.storage import BlobStore

LESSON = "lessons.lesson"
"""The endpoint that shows a lesson."""


@blueprint.get("/<offering_id>/<exercise_id>")
@require_role(Role.LEARNER)
def exercise(offering_id: str, exercise_id: str) -> str:
    """Show one exercise: all attempts with receipts, and one of them task by task."""
    page = _page(offering_id, exercise_id)
    return render_template(
        "learner/exercise.html",
        page=page,
        lab_link=lab_link(),
        lesson_link=_lesson_link(page),
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
        language=reader().language,
        title=files[position].name,
    )


def _page(offering_id: str, exercise_id: str) -> ExercisePage:
    """Return the page of an exercise, or answer 404."""
    page = exercise_page(read(), reader(), offering_id, exercise_id, now())
    if page is None:
        abort(404)
    return page


def _attempt(page: ExercisePage, number: int) -> Submission:
    """Return one of the learner's attempts, or answer 404."""
    found = next((entry for entry in page.attempts if entry.attempt == number), None)
    if found is None:
        abort(404)
    return found


def _lesson_link(page: ExercisePage) -> str | None:
    """Return the address of the exercise's lesson, where the portal shows lessons."""
    if LESSON not in current_app.view_functions:
        return None
    return url_for(LESSON, offering_id=page.offering.id, exercise_id=page.version.exercise_id)


def _exercise_part(page: ExercisePage) -> dict[str, Any]:
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
        "topic": own_topic(),
        "page": page,
        "shown": in_full(read(), shown) if shown is not None else None,
        "history": history(read(), page.attempts, shown) if shown is not None else {},
        "appeals": appeals_of(read(), shown.id) if shown is not None else {},
        "sections": sections(page.version.manifest),
        "lesson_link": _lesson_link(page),
        "at": now(),
        "wording": wording,
        "in_words": in_words,
    }
