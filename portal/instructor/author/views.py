"""Addresses of the author's view: `/instructor/<offering>/author/<exercise>`.

Everything here shows solutions and hidden tests: to instructors of the offering alone.
"""

from __future__ import annotations

from collections.abc import Callable
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
from flask_babel import gettext, lazy_gettext
from sqlalchemy.orm import Session

from grader.results import LANGUAGES
from portal.accounts import current_person, require_role
from portal.authoring.drafts import (
    ask_for_check,
    ask_for_release,
    drop,
    open_draft,
    save,
    text_of,
)
from portal.changes import topic_of_offering
from portal.database import read, write
from portal.errors import PortalError
from portal.instructor.author.form import Sent, seen_revision, sent
from portal.instructor.author.queries import (
    AuthorPage,
    author_page,
    cells_of,
    difference,
    titles,
)
from portal.live import answer_part, live_part
from portal.models import Draft, Offering, Person, Role
from portal.navigation import answer_refusals
from portal.prose import prose

blueprint = Blueprint("author", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


_KINDS = {
    "prose": lazy_gettext("Text cell"),
    "code": lazy_gettext("Code cell"),
    "given": lazy_gettext("Given code, locked"),
    "task": lazy_gettext("Text of a task"),
    "answer": lazy_gettext("Answer cell"),
    "check": lazy_gettext("Check cell"),
    "essay": lazy_gettext("Cell for a written answer"),
    "rubric": lazy_gettext("Rubric, for markers alone"),
}


@blueprint.get("/<offering_id>/author/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def author(offering_id: str, exercise_id: str) -> str:
    """Show the text, cell by cell, and how far its draft is; an earlier text if one is asked for."""
    page = _page(offering_id, exercise_id)
    text, earlier = page.text, request.args.get("revision", "")
    if page.draft is not None and earlier:
        texts = {str(one.revision): one.text for one in page.draft.texts}
        if earlier not in texts:
            abort(404)
        text = texts[earlier]
    return _editor(page, text)


@blueprint.get("/<offering_id>/author/<exercise_id>/part")
@require_role(Role.INSTRUCTOR)
def author_part(offering_id: str, exercise_id: str) -> Response:
    """Answer the state of the draft when it asks again."""
    return answer_part(**_part(_page(offering_id, exercise_id)))


@blueprint.post("/<offering_id>/author/<exercise_id>")
@require_role(Role.INSTRUCTOR)
def save_draft(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Save the cells, and have them checked if that is wished."""
    page = _page(offering_id, exercise_id)
    try:
        form = sent(request.form)
    except PortalError as error:
        return _editor(page, page.text, problem=str(error.message)), error.status
    if form.problem:
        return _editor(page, form.text, problem=form.problem), 422
    if page.draft is None or not page.draft_open:
        unchanged = form.text == page.text and form.base == page.version.version
        if unchanged and not form.check:
            flash(gettext("The text is as it was; there is no draft."))
            return _back(offering_id, exercise_id)
    try:
        with write() as session:
            draft = save(
                session,
                _reader(),
                offering_id,
                exercise_id,
                base=form.base,
                revision=form.revision,
                text=form.text,
            )
            if form.check:
                ask_for_check(session, draft, _reader(), draft.revision)
    except PortalError as error:
        return _refused(offering_id, exercise_id, form, error)
    if form.check:
        flash(gettext("The draft is saved, and the grader checks it now."))
    else:
        flash(gettext("The draft is saved."))
    return _back(offering_id, exercise_id)


@blueprint.post("/<offering_id>/author/<exercise_id>/release")
@require_role(Role.INSTRUCTOR)
def release_draft(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Have the checked text made a new version."""
    return _decide(
        offering_id,
        exercise_id,
        lambda session, draft, seen: ask_for_release(session, draft, _reader(), seen),
        gettext("The new version is being built. It is handed out as soon as that is done."),
    )


@blueprint.post("/<offering_id>/author/<exercise_id>/drop")
@require_role(Role.INSTRUCTOR)
def drop_draft(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    """Give the draft up."""
    return _decide(
        offering_id,
        exercise_id,
        drop,
        gettext("The draft is dropped. What is handed out has not changed."),
    )


@blueprint.get("/<offering_id>/author/<exercise_id>/changes")
@require_role(Role.INSTRUCTOR)
def changes(offering_id: str, exercise_id: str) -> str:
    """Show what the draft changes in the version that it was made from."""
    page = _page(offering_id, exercise_id)
    if not page.draft_open:
        abort(404)
    before = text_of(read(), page.base) or ""
    return render_template(
        "instructor/author/changes.html", page=page, lines=difference(before, page.text or "")
    )


@blueprint.get("/<offering_id>/author/<exercise_id>/preview")
@require_role(Role.INSTRUCTOR)
def preview(offering_id: str, exercise_id: str) -> str:
    """Show the notebook that learners would get."""
    page = _page(offering_id, exercise_id)
    language = request.args.get("language", LANGUAGES[0])
    if page.report is None or language not in page.report.preview:
        abort(404)
    return render_template(
        "instructor/author/preview.html",
        page=page,
        chosen=language,
        cells=page.report.preview[language],
        prose=prose,
    )


def _decide(
    offering_id: str,
    exercise_id: str,
    decision: Callable[[Session, Draft, int], object],
    done: str,
) -> ResponseReturnValue:
    """Decide about the draft in one transaction; say what stands in the way, if something does."""
    try:
        seen = seen_revision(request.form)
        with write() as session:
            draft = open_draft(session, offering_id, exercise_id)
            if draft is None:
                flash(gettext("There is no draft any more."), "error")
                return _back(offering_id, exercise_id)
            decision(session, draft, seen)
    except PortalError as error:
        flash(str(error.message), "error")
    else:
        flash(done)
    return _back(offering_id, exercise_id)


def _refused(
    offering_id: str, exercise_id: str, form: Sent, error: PortalError
) -> ResponseReturnValue:
    """Show the text that was not saved, against what is saved now."""
    read().expire_all()
    page = _page(offering_id, exercise_id)
    lines = difference(page.text or "", form.text)
    return _editor(page, form.text, problem=str(error.message), lines=lines), error.status


def _editor(
    page: AuthorPage, text: str | None, problem: str = "", lines: tuple[Any, ...] = ()
) -> str:
    cells = cells_of(text or "")
    return render_template(
        "instructor/author/author.html",
        page=page,
        part=live_part(**_part(page)),
        cells=cells,
        tasks=titles(cells),
        as_saved=text == page.text,
        kind_in_words=_KINDS.__getitem__,
        problem=problem,
        lines=lines,
    )


def _part(page: AuthorPage) -> dict[str, Any]:
    """Return what makes the changing part of the page: how far the draft is."""
    return {
        "template": "instructor/author/_state.html",
        "address": url_for(
            "author.author_part", offering_id=page.offering.id, exercise_id=page.version.exercise_id
        ),
        "topic": topic_of_offering(page.offering.id),
        "page": page,
        "has_endpoint": current_app.view_functions.__contains__,
    }


def _page(offering_id: str, exercise_id: str) -> AuthorPage:
    """Return the page, or answer 404."""
    found = author_page(read(), read().get_one(Offering, offering_id), exercise_id)
    if found is None:
        abort(404)
    return found


def _back(offering_id: str, exercise_id: str) -> ResponseReturnValue:
    address = url_for("author.author", offering_id=offering_id, exercise_id=exercise_id)
    return redirect(address, 303)


def _reader() -> Person:
    """Return the instructor who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person
