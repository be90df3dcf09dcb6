"""Tickets to a JupyterLab of the demo: signed, short-lived proof of who comes from the portal."""

from __future__ import annotations

from flask import current_app
from itsdangerous import URLSafeTimedSerializer

from portal.errors import ConfigurationError

SALT = "qampus-lab"


def make_ticket(person_login: str) -> str:
    """Return a ticket that says: this person is signed in to the portal now.

    Raises:
        ConfigurationError: the portal shares no secret with a JupyterLab launcher.
    """
    secret = current_app.config["LAB_SECRET"]
    if not secret:
        raise ConfigurationError("lab_secret", "expected QAMPUS_LAB_SECRET in the environment")
    ticket = URLSafeTimedSerializer(secret, salt=SALT).dumps(person_login)
    return ticket if isinstance(ticket, str) else ticket.decode()
