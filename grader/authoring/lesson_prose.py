"""The prose of a lesson as HTML: Markdown, formulas as MathML, headings whose ids are the same in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from grader.authoring.cells import Cell
from grader.authoring.formulas import mathml
from grader.authoring.highlighting import highlighted

_NUMBERED = re.compile(r"(\d+)\.\s+")
_CAPTION = re.compile(r"\*{1,2}(Figure|Picture) \d+\.")
_SENTENCE = re.compile(r"(?<=[.。])\s*")
_MOST_LETTERS = 200


@dataclass(frozen=True)
class Heading:
    """A heading of a lesson.

    Attributes:
        id: where links lead.
        level: 2 or 3; 1 is the title of the lesson, which the page shows by itself.
        html: its text.
    """

    id: str
    level: int
    html: str


@dataclass(frozen=True)
class Prose:
    """A prose cell in one language.

    Attributes:
        html: the cell without its caption.
        headings: those in it, without the title of the lesson.
        caption: of the picture before it, as HTML; empty where it begins with none.
        described: the first sentence of the caption without any markup.
    """

    html: str
    headings: tuple[Heading, ...]
    caption: str
    described: str


def heading_ids(cells: Iterable[Cell]) -> list[tuple[str, ...]]:
    """Return for each cell of a lesson in English the ids of its headings.

    Section 3 is `section-3`, the second heading in it `section-3-2`; a part without a number is `part-1`. The title of
    the lesson has an empty id.
    """
    found = []
    part, inner, parts = "part-0", 0, 0
    for cell in cells:
        ids = []
        for level, title in _titles(cell.text) if cell.kind.is_markdown else ():
            if level == 1:
                ids.append("")
                continue
            if level == 2:
                number = _NUMBERED.match(title)
                parts += number is None
                part, inner = f"section-{number[1]}" if number else f"part-{parts}", 0
                ids.append(part)
            else:
                inner += 1
                ids.append(f"{part}-{inner}")
        found.append(tuple(ids))
    return found


def begins_with_caption(cell: Cell) -> bool:
    """Say whether a cell in English begins with the caption of the picture before it."""
    return cell.kind.is_markdown and _CAPTION.match(cell.text) is not None


def prose(text: str, ids: Sequence[str], *, captioned: bool) -> Prose:
    """Return a prose cell as HTML.

    Args:
        text: its Markdown in one language.
        ids: of its headings, in order.
        captioned: whether its first paragraph is the caption of the picture before it.

    Raises:
        FormulaError: a formula cannot be shown.
    """
    parser = _parser()
    tokens = parser.parse(text)
    caption = described = ""
    if captioned and len(tokens) > 2 and tokens[1].children is not None:
        caption = _inline(parser, tokens[1])
        described = _described(tokens[1].children)
        tokens = tokens[3:]
    headings = []
    waiting = iter(ids)
    kept: list[Token] = []
    skipping = 0
    for position, token in enumerate(tokens):
        if skipping:
            skipping -= 1
            continue
        if token.type == "heading_open":
            id_ = next(waiting, None)
            if id_ == "":
                skipping = 2  # its text and its end
                continue
            if id_ is not None:
                token.attrSet("id", id_)
                title = _inline(parser, tokens[position + 1])
                headings.append(Heading(id_, int(token.tag[1]), title))
        kept.append(token)
    html = parser.renderer.render(kept, parser.options, {})
    return Prose(html, tuple(headings), caption, described)


def _titles(text: str) -> Iterator[tuple[int, str]]:
    tokens = _parser().parse(text)
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            yield int(token.tag[1]), following.content


def _described(tokens: Iterable[Token]) -> str:
    words = "".join(
        " " if token.type == "softbreak" else token.content
        for token in tokens
        if token.type in {"text", "code_inline", "math_inline", "softbreak"}
    )
    label, *sentences = _SENTENCE.split(words.strip())
    first = f"{label} {sentences[0]}" if sentences and sentences[0] else label
    return first if len(first) <= _MOST_LETTERS else f"{first[: _MOST_LETTERS - 1]}…"


def _inline(parser: MarkdownIt, token: Token) -> str:
    return str(parser.renderer.render([token], parser.options, {}))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"highlight": _fenced}).enable("table")
    parser.use(dollarmath_plugin, allow_space=True, double_inline=True)
    parser.add_render_rule("math_inline", _formula)
    parser.add_render_rule("math_inline_double", _displayed)
    parser.add_render_rule("math_block", _displayed)
    parser.add_render_rule("table_open", lambda *_: '<div class="scroll"><table>')
    parser.add_render_rule("table_close", lambda *_: "</table></div>")
    return parser


def _formula(
    _renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Mapping[str, Any]
) -> str:
    return mathml(tokens[index].content.strip(), display=False)


def _displayed(
    _renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Mapping[str, Any]
) -> str:
    # A span, since it may stand inside a paragraph.
    return f'<span class="formula">{mathml(tokens[index].content.strip(), display=True)}</span>'


def _fenced(code: str, language: str, _attributes: str) -> str:
    return highlighted(code) if language == "python" else ""
