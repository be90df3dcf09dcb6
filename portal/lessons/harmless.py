"""The harmless part of a lesson's HTML: what may stand in a page of ours.

Lessons come from the grader, which executed code of the course and kept what it put out. Only tags, attributes and
values that a lesson needs stay; everything else is gone before the page is stored.
"""

from __future__ import annotations

import re

import nh3

PICTURE = re.compile(r"[0-9a-f]{32}\.png")
ANCHOR = re.compile(r"(?:section|part)-\d{1,3}(?:-\d{1,3})?")

_TEXT = {
    *(
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "details",
    ),
    *(
        "summary",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "caption",
        "figure",
        "figcaption",
        "img",
    ),
    *(
        "pre",
        "code",
        "samp",
        "kbd",
        "span",
        "div",
        "a",
        "em",
        "strong",
        "b",
        "i",
        "u",
        "s",
        "del",
        "ins",
        "small",
    ),
    *("sub", "sup", "mark", "q", "abbr"),
}
_FORMULAS = {
    *(
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
    ),
    *(
        "munderover",
        "mfrac",
        "msqrt",
        "mroot",
        "mtable",
        "mtr",
        "mtd",
        "mstyle",
        "mphantom",
        "mpadded",
    ),
}
_INLINE = _FORMULAS | {"code", "em", "strong", "b", "i", "sub", "sup", "span", "small"}
_CLASSES = re.compile(r"highlight|output|scroll|formula|code|[a-z][a-z0-9]{0,2}")
_SIZE = re.compile(r"\d{1,5}")
_ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "math": {"display"},
    "mo": {"lspace", "rspace", "stretchy", "fence", "form", "minsize", "maxsize", "symmetric"},
    "mi": {"mathvariant"},
    "mspace": {"width", "height", "depth"},
    "mover": {"accent"},
    "munder": {"accentunder"},
    "munderover": {"accent", "accentunder"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "mfrac": {"linethickness"},
    "mtd": {"columnalign", "colspan"},
    "mtable": {"columnalign", "rowspacing", "columnspacing"},
}


def harmless(html: str) -> str:
    """Return the harmless part of a lesson's page."""
    return _clean(html, _TEXT | _FORMULAS)


def harmless_heading(html: str) -> str:
    """Return the harmless part of the text of a heading, to stand inside a link."""
    return _clean(html, _INLINE)


def _clean(html: str, tags: set[str]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        clean_content_tags={"script", "style", "svg", "title", "template", "noscript"},
        attributes=_ATTRIBUTES,
        attribute_filter=_keep,
        url_schemes={"https"},
        link_rel="noopener noreferrer",
    )


def _keep(tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute that may stay, or None."""
    if attribute == "id":
        return value if ANCHOR.fullmatch(value) else None
    if attribute == "class":
        return value if _CLASSES.fullmatch(value) else None
    if tag == "a" and attribute == "href":
        inside = value.startswith("#") and ANCHOR.fullmatch(value[1:])
        return value if inside or value.startswith("https://") else None
    if tag == "img" and attribute == "src":
        name = value.removeprefix("pictures/")
        return value if name != value and PICTURE.fullmatch(name) else None
    if tag == "img" and attribute in {"width", "height"}:
        return value if _SIZE.fullmatch(value) else None
    return value
