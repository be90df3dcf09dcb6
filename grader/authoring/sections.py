"""The numbered sections of a lesson: what a task can send its reader back to."""

from __future__ import annotations

import re

from grader.authoring.paragraphs import segments
from grader.authoring.source import Source
from grader.authoring.translation import Translation

_SECTION = re.compile(r"## +(\d+)\.\s+\S")
_NUMBER = re.compile(r"#+ +(\d+[.．]\s*)?")
_SUBSCRIPT = re.compile(r"_\{?(\d+)\}?")
_DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def section_titles(lesson: Source, translation: Translation | None = None) -> dict[int, str]:
    """Return the title of each section that has a number, in order, without markup.

    Args:
        lesson: the lesson.
        translation: its prose in another language; None: in English.
    """
    found = {}
    for cell in lesson.cells:
        for part in segments(cell.text) if cell.kind.is_markdown else ():
            number = _SECTION.match(part.text)
            if number and part.is_message:
                text = translation.text(part.text) if translation else part.text
                found[int(number[1])] = _plain(_NUMBER.sub("", text, count=1))
    return found


def _plain(title: str) -> str:
    """Return a title without marks of Markdown and TeX: `$T_1$` as T₁."""
    title = _SUBSCRIPT.sub(lambda match: match[1].translate(_DIGITS), title)
    return re.sub(r"[$`*]", "", title).strip()
