"""Markdown as harmless HTML, to stand in a page of ours: a task, a rubric, a learner's answer. TeX stays as it is.

Two walls, each enough alone: no HTML in the text is taken as HTML, and what was made of the text is rebuilt from the
allow-list of `portal.feedback_view`: no script, no form, no link that leads away, no picture but those in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup

from portal.feedback_view import sanitise

_TEX = re.compile(r"\$\$.+?\$\$|\$(?!\s)[^$\n]+?(?<!\s)\$(?!\d)", re.DOTALL)
_PASTED = "attachment:"
_HEADING = re.compile(r"<(/?)h[1-6]>")


def prose(markdown: str, pictures: Mapping[str, str] | None = None) -> Markup:
    """Return a text as HTML.

    Args:
        markdown: CommonMark with tables; may come from anybody.
        pictures: those pasted into it: file name -> address of its data.
    """
    parser, given = _parser(), pictures or {}
    tokens = parser.parse(markdown)
    for token in (inner for one in tokens for inner in one.children or ()):
        if token.type == "image":
            address = str(token.attrs.get("src", ""))
            token.attrs["src"] = given.get(address.removeprefix(_PASTED), address)
    html = sanitise(parser.renderer.render(tokens, parser.options, {}))
    # a heading inside a quoted text must not become one of the page
    return Markup(_HEADING.sub(r"<\1strong>", html))  # noqa: S704  # sanitised above


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    parser.inline.ruler.before("escape", "tex", _tex)
    return parser


def _tex(state: StateInline, silent: bool) -> bool:
    """Take TeX between dollars as it is, so that Markdown reads no emphasis or escape in it."""
    if state.src[state.pos] != "$":
        return False
    found = _TEX.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("text", "", 0)
        token.content = found.group()
    state.pos = found.end()
    return True
