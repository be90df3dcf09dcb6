"""Lessons under `/learner/<offering>` and `/instructor/<offering>`: a list, and each of them to read.

The lesson of every module that the offering plans may be read, of those that open later as well: whoever wants to read
ahead may. Pictures stand beside their page, under the same guard.
"""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.accounts import current_person, require_role
from portal.database import read
from portal.lab import lab_known, to_lab
from portal.language import current_language
from portal.lessons.queries import Entry, begun_release, lessons_of, page_of, picture_of
from portal.models import Offering, Role, now
from portal.navigation import answer_refusals
from portal.storage import BlobStore

blueprint = Blueprint("lessons", __name__)
answer_refusals(blueprint)

_DAY = 24 * 3600


@blueprint.get("/learner/<offering_id>/lessons")
@require_role(Role.LEARNER)
def lessons(offering_id: str) -> str:
    """Show a learner the lessons of her course."""
    return _list(offering_id, "lessons.lesson")


@blueprint.get("/learner/<offering_id>/<exercise_id>/lesson")
@require_role(Role.LEARNER)
def lesson(offering_id: str, exercise_id: str) -> str:
    """Show a learner a lesson."""
    session = read()
    entries = _planned(offering_id, exercise_id)
    opened = begun_release(session, offering_id, exercise_id, now())
    return _reading(
        offering_id,
        exercise_id,
        entries,
        each="lessons.lesson",
        listing="lessons.lessons",
        exercise_link=url_for("learner.exercise", offering_id=offering_id, exercise_id=exercise_id)
        if opened
        else None,
        lab_link=url_for("lessons.lab", offering_id=offering_id, exercise_id=exercise_id)
        if lab_known()
        else None,
    )


@blueprint.get("/learner/<offering_id>/<exercise_id>/lesson/jupyterlab")
@require_role(Role.LEARNER)
def lab(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Send a learner to the lesson in her JupyterLab."""
    _planned(offering_id, exercise_id)
    person = current_person()
    if person is None:
        abort(403)
    return to_lab(person, lesson=exercise_id)


@blueprint.get("/learner/<offering_id>/<exercise_id>/pictures/<name>")
@require_role(Role.LEARNER)
def picture(offering_id: str, exercise_id: str, name: str) -> Response:
    """Answer with a picture of a lesson."""
    return _picture(offering_id, exercise_id, name)


@blueprint.get("/instructor/<offering_id>/lessons")
@require_role(Role.INSTRUCTOR)
def lessons_taught(offering_id: str) -> str:
    """Show an instructor the lessons of her course."""
    return _list(offering_id, "lessons.lesson_taught")


@blueprint.get("/instructor/<offering_id>/exercises/<exercise_id>/lesson")
@require_role(Role.INSTRUCTOR)
def lesson_taught(offering_id: str, exercise_id: str) -> str:
    """Show an instructor a lesson as her learners read it."""
    return _reading(
        offering_id,
        exercise_id,
        _planned(offering_id, exercise_id),
        each="lessons.lesson_taught",
        listing="lessons.lessons_taught",
        exercise_link=url_for(
            "instructor.exercise", offering_id=offering_id, exercise_id=exercise_id
        ),
        lab_link=None,
    )


@blueprint.get("/instructor/<offering_id>/exercises/<exercise_id>/pictures/<name>")
@require_role(Role.INSTRUCTOR)
def picture_taught(offering_id: str, exercise_id: str, name: str) -> Response:
    """Answer with a picture of a lesson."""
    return _picture(offering_id, exercise_id, name)


def _list(offering_id: str, each: str) -> str:
    return render_template(
        "lessons/lessons.html",
        offering=read().get_one(Offering, offering_id),
        entries=lessons_of(read(), offering_id),
        each=each,
    )


def _planned(offering_id: str, exercise_id: str) -> tuple[Entry, ...]:
    """Return the lessons of an offering, or answer 404 where it plans no such module."""
    entries = lessons_of(read(), offering_id)
    if all(entry.id != exercise_id for entry in entries):
        abort(404)
    return entries


def _reading(
    offering_id: str,
    lesson_id: str,
    entries: tuple[Entry, ...],
    *,
    each: str,
    listing: str,
    exercise_link: str | None,
    lab_link: str | None,
) -> str:
    position = next(number for number, entry in enumerate(entries) if entry.id == lesson_id)
    page = page_of(read(), lesson_id, current_language())
    html = Markup()
    if page is not None:
        stored = BlobStore(current_app.config["BLOBS"]).get(page.sha256)
        html = Markup(stored.decode())  # noqa: S704  # made harmless before it was stored
    return render_template(
        "lessons/lesson.html",
        offering=read().get_one(Offering, offering_id),
        entry=entries[position],
        before=entries[position - 1] if position else None,
        following=entries[position + 1] if position + 1 < len(entries) else None,
        page=page,
        html=html,
        each=each,
        listing=listing,
        exercise_link=exercise_link,
        lab_link=lab_link,
    )


def _picture(offering_id: str, exercise_id: str, name: str) -> Response:
    _planned(offering_id, exercise_id)
    sha256 = picture_of(read(), exercise_id, name)
    if sha256 is None:
        abort(404)
    answer = Response(BlobStore(current_app.config["BLOBS"]).get(sha256), mimetype="image/png")
    # Its name is a digest of its content.
    answer.headers["Cache-Control"] = f"private, max-age={30 * _DAY}, immutable"
    return answer
