"""Showing a notebook's feedback: a stranger's HTML, shown so that nothing in it has any right.

Three walls, each enough alone: the HTML is rebuilt by nh3 from an allow-list (no script, handler,
style, form, SVG, outward link or foreign image survives); it is answered under a
Content-Security-Policy that sandboxes it and lets it load nothing; and the page that shows it does
so in an `<iframe sandbox>`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html import escape
from pathlib import Path

import nh3
from flask import Response

_TAGS = nh3.ALLOWED_TAGS - {"area", "map"} | {"samp", "u"}
_CONTENT_DROPPED = frozenset({"script", "style", "svg", "title", "template", "noscript"})
_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "details": {"open"},
}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")


def sanitise(html: str) -> str:
    """Return the harmless part of a page or fragment of HTML.

    Kept are text, headings, lists, tables, code with its highlighting classes, pictures that are
    part of the page (PNG, JPEG, GIF, WebP as data), and links within the page. Every other link
    keeps its text and leads nowhere.
    """
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=set(_CONTENT_DROPPED),
        attributes=_ATTRIBUTES,
        attribute_filter=_keep_attribute,
        url_schemes={"data"},
        link_rel=None,
    )


def feedback_page(html: str, *, language: str, title: str) -> Response:
    """Return the answer that shows feedback, to stand in a frame or alone.

    Args:
        html: what nbgrader made of the notebook; anything at all is safe.
        language: language of the notebook, for fonts.
        title: title of the page.
    """
    style = _style()
    page = (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body>{sanitise(html)}</body></html>"
    )
    response = Response(page, mimetype="text/html")
    response.headers["Content-Security-Policy"] = policy()
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def policy() -> str:
    """Return the Content-Security-Policy of feedback: sandboxed, and only our own style sheet and pictures as data."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"sandbox; default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'"
    )


def _keep_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute that may stay, or None."""
    if tag == "a" and attribute == "href":
        return value if value.startswith("#") else None
    if tag == "img" and attribute == "src":
        return value if _PICTURE.fullmatch(value) else None
    return value


@cache
def _style() -> str:
    """Return our style sheet for notebooks."""
    return (Path(__file__).parent / "static" / "css" / "notebook.css").read_text(encoding="utf-8")
