"""The way from the portal to a person's own JupyterLab."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import current_app, redirect
from flask_babel import gettext
from werkzeug.wrappers import Response

from portal import accounts
from portal.errors import Unknown
from portal.models import Person


def lab_known() -> bool:
    """Return whether this portal knows a JupyterLab to send people to."""
    return bool(current_app.config["LAB_URL"] and current_app.config["LAB_SECRET"])


def to_lab(person: Person, *, lesson: str | None = None) -> Response:
    """Return the answer that sends the person to her JupyterLab, with a ticket made this moment.

    Args:
        person: whose JupyterLab.
        lesson: id of the lesson to open there; None: it opens as she left it.

    Raises:
        Unknown: the portal knows no JupyterLab.
    """
    if not lab_known():
        raise Unknown(
            "no_lab", gettext("This portal knows no JupyterLab. Ask whoever runs it to set one up.")
        )
    query = urlencode(
        {"ticket": accounts.make_ticket(person.login)} | ({"lesson": lesson} if lesson else {})
    )
    return redirect(f"{current_app.config['LAB_URL']}/open?{query}", 303)
