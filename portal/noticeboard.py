"""The page on which people read what they are told, and its link with a number on top of every page."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from markupsafe import Markup

from portal.accounts import current_person, has_role
from portal.changes import topic_of_learner
from portal.database import read, write
from portal.errors import Unreadable
from portal.language import own_path
from portal.live import answer_part, live_part
from portal.models import Person, Role, now
from portal.navigation import answer_refusals
from portal.notices import mark_one_read, mark_read, notices_of, sentence, unread

SHOWN = 100
"""So many notices stand on the page; who has not read more than these will not miss the others."""

_HIGHEST = 2**31 - 1
"""The highest number that a notice can have in the database."""

blueprint = Blueprint("notices", __name__, url_prefix="/notices")
answer_refusals(blueprint)


@blueprint.before_request
def only_people() -> ResponseReturnValue | None:
    """Send who is not signed in to the sign-in page, whatever her role."""
    if current_person() is None:
        target = request.full_path if request.method == "GET" else None
        return redirect(url_for("accounts.sign_in_page", next=target), 303)
    return None


@blueprint.get("")
def notices() -> str:
    """Show what the reader is told, the unread first."""
    return render_template("notices.html", part=live_part(**_notices_part()))


@blueprint.get("/part")
def notices_part() -> Response:
    """Answer the page when it asks again."""
    return answer_part(**_notices_part())


@blueprint.get("/bell")
def bell_part() -> Response:
    """Answer the link on top of a page when it asks again."""
    return answer_part(**_bell_part(_reader()))


@blueprint.post("")
def read_notices() -> ResponseReturnValue:
    """Note that one notice was read and go where it leads, or that all up to a number were read."""
    reader, chosen = _reader(), "notice" if "notice" in request.form else "until"
    number = request.form.get(chosen, type=int)
    if number is None or not 0 < number <= _HIGHEST:
        raise Unreadable(
            "unknown_notice", gettext("It is not clear which notice was read. Load the page again.")
        )
    with write() as session:
        if chosen == "until":
            mark_read(session, reader.id, now(), until=number)
            address: str | None = url_for("notices.notices")
        else:
            address = mark_one_read(session, reader.id, now(), number)
    if address is None:
        abort(404)
    return redirect(own_path(address), 303)


@blueprint.app_template_global()
def notice_bell() -> Markup:
    """Return the link to the page, with the number of what is unread; it follows changes on a learner's pages."""
    reader = _reader()
    part = _bell_part(reader)
    if part["topic"] is not None:
        return live_part(**part)
    return Markup(render_template(part["template"], number=part["number"]))  # noqa: S704  # rendered with escaping


def _reader() -> Person:
    """Return the person who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def _topic(reader: Person) -> str | None:
    """Return the topic under which the reader's open pages hear of notices; None: they hear of nothing."""
    return topic_of_learner(reader.pseudonym) if has_role(reader, Role.LEARNER) else None


def _bell_part(reader: Person) -> dict[str, Any]:
    return {
        "template": "_bell.html",
        "address": url_for("notices.bell_part"),
        "topic": _topic(reader),
        "number": unread(read(), reader.id),
    }


def _notices_part() -> dict[str, Any]:
    reader = _reader()
    return {
        "template": "_notices.html",
        "address": url_for("notices.notices_part"),
        "topic": _topic(reader),
        "notices": notices_of(read(), reader.id, SHOWN),
        "sentence": sentence,
        "zone": ZoneInfo(reader.institution.time_zone),
    }
