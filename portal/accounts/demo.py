"""The demo's sign-in: a choice of person, without any proof; therefore for this machine alone."""

from __future__ import annotations

from ipaddress import ip_address

from flask import current_app, request
from flask_babel import lazy_gettext

from portal.errors import Refused


def refuse_outside_demo() -> None:
    """Refuse whoever may not choose a person.

    Both ends must be this machine: the address that the request comes from, and the host name that the browser was
    told to ask. Otherwise a foreign page could be served under a name that points to 127.0.0.1 and sign in.

    Raises:
        Refused: the portal is no demo, or the request does not come from this machine.
    """
    if not current_app.config["DEMO"]:
        raise Refused(
            "no_demo",
            lazy_gettext("Choosing a person is possible in a demo only; this portal is none."),
        )
    if not (is_loopback(request.remote_addr or "") and is_loopback(_host_name())):
        raise Refused(
            "not_loopback",
            lazy_gettext(
                "The demo can be used from its own computer only: open it at http://127.0.0.1."
            ),
        )


def _host_name() -> str:
    """Return the name in the Host header, without port and brackets."""
    host = request.headers.get("Host", "")
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def is_loopback(name: str) -> bool:
    """Say whether an address or host name is this machine's own."""
    if name.lower() == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
