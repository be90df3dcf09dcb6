"""The bar on top of every page: who reads, and the pages that are hers."""

from __future__ import annotations

from typing import Any

from flask import request, url_for
from flask_babel import gettext

from portal import accounts
from portal.models import Role


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
