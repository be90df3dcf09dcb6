"""The bar on top of every page: who reads, and the pages that are hers; and the page for what is not there."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import Forbidden, NotFound

from portal import accounts
from portal.models import Role


def answer_refusals(blueprint: Blueprint) -> None:
    """Let a blueprint answer people in their language where a page is not there or not theirs."""
    blueprint.register_error_handler(NotFound, _not_found)
    blueprint.register_error_handler(Forbidden, _forbidden)


def _not_found(_error: NotFound) -> ResponseReturnValue:
    """Answer that there is no such page."""
    return render_template("not_found.html"), 404


def _forbidden(_error: Forbidden) -> ResponseReturnValue:
    """Answer that the page is for another role."""
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
