"""Parts of a page that follow what changes while the page stays open.

A learner hands in from JupyterLab while her page in the portal stays open. A part hears from the server that something
changed under its topic (`portal.listening`, `static/js/live.js`) and asks for itself again; where that connection
cannot be had it asks every few seconds. A part without a topic asks by the clock. The part carries a digest of what it
shows; the server answers 204 as long as that has not changed, so that neither the keyboard's focus nor a screen reader
is disturbed. Without JavaScript the page is right as of its loading.
"""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Response, make_response, render_template, request
from markupsafe import Markup

HEARD, BY_THE_CLOCK = "changed, every 60s", "every 5s"
"""A part asks again as soon as its topic changed (and now and then, should that be lost), or every few seconds."""


def live_part(template: str, address: str, topic: str | None, **context: Any) -> Markup:
    """Return a part of a page.

    Args:
        template: the template of its content.
        address: where the part itself can be asked for; it answers with `answer_part`.
        topic: what it shows changes under it, see `portal.changes`; None: it asks by the clock.
        context: what the template shows.
    """
    content = Markup(render_template(template, **context))  # noqa: S704  # rendered with escaping
    return Markup(
        '<div class="part" hx-get="{}{}seen={}" hx-trigger="{}" hx-swap="outerHTML"{}>{}</div>'
    ).format(
        address,
        "&" if "?" in address else "?",
        _digest(content),
        BY_THE_CLOCK if topic is None else HEARD,
        "" if topic is None else Markup(' data-topic="{}"').format(topic),
        content,
    )


def answer_part(template: str, address: str, topic: str | None, **context: Any) -> Response:
    """Return the answer to a part's question: the part, or 204 if nothing has changed."""
    part = live_part(template, address, topic, **context)
    seen = request.args.get("seen")
    if seen and f'seen={seen}"' in part:
        return make_response("", 204)
    return make_response(part)


def _digest(content: str) -> str:
    """Return a short digest of the content."""
    return hashlib.sha256(content.encode()).hexdigest()[:16]
