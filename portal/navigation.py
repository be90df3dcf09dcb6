"""The bar on top of every page: who reads, and the pages that are hers; and the page for what is not there."""

from __future__ import annotations

from typing import Any

from flask import Flask, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import Forbidden, NotFound

from portal import accounts
from portal.models import Role


def init_app(app: Flask) -> None:
    """Give every page its bar, and people a page in their language where something is refused."""
    app.context_processor(navigation)
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(Forbidden, _forbidden)


def _not_found(error: NotFound) -> ResponseReturnValue:
    """Answer that there is no such page."""
    if request.path.startswith("/api/"):
        return error.get_response()
    return render_template("not_found.html"), 404


def _forbidden(error: Forbidden) -> ResponseReturnValue:
    """Answer that the page is somebody else's."""
    if request.path.startswith("/api/"):
        return error.get_response()
    return render_template("forbidden.html"), 403


def navigation() -> dict[str, Any]:
    """Return what `base.html` shows: `reader`, and `reader_pages` as (label, address, whether it is this page)."""
    reader = accounts.current_person()
    if reader is None:
        return {"reader": None, "reader_pages": []}
    roles = accounts.roles_of(reader)
    pages = [
        (Role.LEARNER, gettext("My exercises"), url_for("learner.exercises")),
        (Role.INSTRUCTOR, gettext("My courses"), url_for("instructor.offerings")),
        (Role.COORDINATOR, gettext("The programme"), url_for("coordinator.programme")),
    ]
    return {
        "reader": reader,
        "reader_pages": [
            (label, address, request.path.startswith(address))
            for role, label, address in pages
            if role in roles
        ],
    }
