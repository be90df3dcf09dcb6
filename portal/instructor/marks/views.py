"""Addresses under `/instructor/<offering>/marks`: the table and its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, abort, current_app, render_template, request
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal.accounts import current_person, require_role
from portal.database import engine_of, read, write
from portal.gradebook.export import note_export
from portal.gradebook.nbgrader import nbgrader_file
from portal.gradebook.rows import gradebook
from portal.gradebook.table import learners_file, tasks_file
from portal.gradebook.tasks import counting_attempts
from portal.instructor.marks.selection import Selection, pages, select
from portal.instructor.marks.wording import OPEN_STATES, in_words
from portal.models import Offering, Role, now
from portal.navigation import answer_refusals

blueprint = Blueprint("marks", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@blueprint.get("/<offering_id>/marks")
@require_role(Role.INSTRUCTOR)
def marks(offering_id: str) -> str:
    """Show the marks of an offering."""
    selection = Selection.asked_for(request.args)
    offering = read().get_one(Offering, offering_id)
    book = gradebook(read(), offering_id)
    return render_template(
        "instructor/marks/marks.html",
        offering=offering,
        zone=ZoneInfo(offering.institution.time_zone),
        at=now(),
        book=book,
        open_states=OPEN_STATES,
        open=sum(row.open for row in book.rows),
        page=pages(select(book, selection), selection),
        selection=selection,
        in_words=in_words,
    )


@blueprint.get("/<offering_id>/marks/learners.csv")
@require_role(Role.INSTRUCTOR)
def learners_csv(offering_id: str) -> Response:
    """Hand out one line for each learner."""
    _note(offering_id, "learners.csv")
    book = gradebook(read(), offering_id)
    return _download(learners_file(book), "text/csv", f"{offering_id}-marks.csv")


@blueprint.get("/<offering_id>/marks/tasks.csv")
@require_role(Role.INSTRUCTOR)
def tasks_csv(offering_id: str) -> Response:
    """Hand out one line for each learner and task."""
    _note(offering_id, "tasks.csv")
    lines = _tasks_of(engine_of(current_app), offering_id)
    return _download(lines, "text/csv", f"{offering_id}-tasks.csv")


def _tasks_of(engine: Engine, offering_id: str) -> Iterator[bytes]:
    """Read as fast as the reader takes it, in a session that outlives the request's own."""
    with Session(engine) as session:
        yield from tasks_file(counting_attempts(session, offering_id))


@blueprint.get("/<offering_id>/marks/gradebook.db")
@require_role(Role.INSTRUCTOR)
def gradebook_db(offering_id: str) -> Response:
    """Hand out a gradebook that nbgrader opens."""
    _note(offering_id, "gradebook.db")
    content = nbgrader_file(read(), offering_id)
    return _download([content], "application/vnd.sqlite3", f"{offering_id}-gradebook.db")


def _note(offering_id: str, file: str) -> None:
    """Write down that marks leave the portal, and who takes them."""
    person = current_person()
    if person is None:
        abort(403)
    with write() as session:
        note_export(session, person.pseudonym, offering_id, {"file": file})


def _download(content: Iterable[bytes], kind: str, name: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
