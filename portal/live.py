"""Parts of a page that ask again by themselves: often while something is pending, else now and then.

A learner hands in from JupyterLab while her page in the portal stays open, so a part never stops asking.
The part carries a digest of what it shows; the server answers 204 as long as that has not changed,
so that neither the keyboard's focus nor a screen reader is disturbed every two seconds. Without
JavaScript the page is right as of its loading.
"""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Response, make_response, render_template, request
from markupsafe import Markup

PENDING, AT_REST = "2s", "5s"
"""How often a part asks while something is pending, and otherwise."""


def live_part(template: str, address: str, *, pending: bool, **context: Any) -> Markup:
    """Return a part of a page.

    Args:
        template: the template of its content.
        address: where the part itself can be asked for; it answers with `answer_part`.
        pending: whether it waits for something, a grade for example.
        context: what the template shows.
    """
    content = Markup(render_template(template, **context))  # noqa: S704  # rendered with escaping
    every = PENDING if pending else AT_REST
    return Markup(
        '<div class="part" hx-get="{}{}seen={}" hx-trigger="every {}" hx-swap="outerHTML">{}</div>'
    ).format(address, "&" if "?" in address else "?", _digest(content), every, content)


def answer_part(template: str, address: str, *, pending: bool, **context: Any) -> Response:
    """Return the answer to a part's question: the part, or 204 if nothing has changed."""
    part = live_part(template, address, pending=pending, **context)
    seen = request.args.get("seen")
    if seen and f'seen={seen}"' in part:
        return make_response("", 204)
    return make_response(part)


def _digest(content: str) -> str:
    """Return a short digest of the content."""
    return hashlib.sha256(content.encode()).hexdigest()[:16]
