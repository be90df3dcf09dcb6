"""Is the portal well? And the headers that every answer carries."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify
from sqlalchemy import text

from portal.database import read

blueprint = Blueprint("health", __name__)

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)
"""No inline script and nothing from outside. A page that shows a stranger's HTML sets its own, stricter one."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@blueprint.get("/healthz")
def healthz() -> Response:
    """Answer when the portal and its database do."""
    read().execute(text("SELECT 1"))
    return jsonify(status="ok")


@blueprint.after_app_request
def add_headers(response: Response) -> Response:
    """Add the security headers that the answer does not set itself; personal pages are kept by no cache."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not response.headers.get("Cache-Control"):
        response.headers["Cache-Control"] = "no-store"
    return response
