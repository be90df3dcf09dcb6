"""Splits the prose of a cell into what is translated and what is not.

A message is a block between blank lines. A heading is a message of its own even where text follows at once, because
titles are shown alone as well. Code fences, display formulas, images, bare tags and nbgrader's markers stay as they
are; of a line with `<summary>` only the text between the tags is a message.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BARE_TAGS = re.compile(r"\s*(?:</?[A-Za-z][^<>]*>\s*)+")
_SUMMARY = re.compile(r"(\s*(?:<[A-Za-z][^<>]*>\s*)+)(.*?)(\s*(?:</[A-Za-z][^<>]*>\s*)+)")
_HEADING = re.compile(r"#{1,6} ")
_MARKER = re.compile(r".*(BEGIN|END) SOLUTION")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_FORMULA = re.compile(r"\$\$.+?\$\$|(?<![\\$])\$(?!\$).+?(?<!\\)\$", re.DOTALL)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_ADDRESS = re.compile(r"<(https?:[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Segment:
    """A run of lines of a cell.

    Attributes:
        text: what would be translated.
        offset: its first line in the cell, counted from 0.
        is_message: whether it is translated.
        before: what stands before the text on its line and is not translated.
        after: what stands after it.
    """

    text: str
    offset: int
    is_message: bool
    before: str = ""
    after: str = ""


def segments(text: str) -> list[Segment]:
    """Split the text of a markdown cell; joined by line ends, the segments give it back."""
    result: list[Segment] = []
    block: list[str] = []
    lines = text.split("\n")

    def close(number: int) -> None:
        if block:
            joined = "\n".join(block)
            result.append(Segment(joined, number - len(block), has_words(joined)))
            block.clear()

    number = 0
    while number < len(lines):
        line = lines[number]
        last = _verbatim_end(lines, number)
        if last is not None:
            close(number)
            result.append(Segment("\n".join(lines[number : last + 1]), number, False))
            number = last + 1
            continue
        summary = _SUMMARY.fullmatch(line) if "<summary" in line else None
        if summary:
            close(number)
            result.append(
                Segment(summary[2], number, has_words(summary[2]), summary[1], summary[3])
            )
        elif not line.strip() or _BARE_TAGS.fullmatch(line) or _MARKER.match(line):
            close(number)
            result.append(Segment(line, number, False))
        elif _HEADING.match(line):
            close(number)
            result.append(Segment(line, number, has_words(line)))
        else:
            block.append(line)
        number += 1
    close(number)
    return result


def rewritten(text: str, change: Callable[[str], str]) -> str:
    """Return the text of a cell with each message replaced by what `change` makes of it."""
    return "\n".join(
        part.before + (change(part.text) if part.is_message else part.text) + part.after
        for part in segments(text)
    )


def has_words(text: str) -> bool:
    """Whether anything is left to translate when formulas, code, images and tags are taken away."""
    for pattern in (_COMMENT, _IMAGE, _CODE, _FORMULA, _TAG):
        text = pattern.sub(" ", text)
    return bool(_WORD.search(text))


def untouchables(text: str) -> dict[str, frozenset[str]]:
    """Return what a translation must leave as it is: code, formulas, links, tags and the level of a heading."""
    rest = text
    code = frozenset(match[2].strip() for match in _CODE.finditer(rest))
    rest = _CODE.sub(" ", rest)
    formulas = frozenset(" ".join(match[0].split()) for match in _FORMULA.finditer(rest))
    rest = _FORMULA.sub(" ", rest)
    links = frozenset([*_LINK.findall(rest), *_ADDRESS.findall(rest)])
    rest = _ADDRESS.sub(" ", rest)
    heading = _HEADING.match(text)
    return {
        "code": code,
        "formula": formulas,
        "link": links,
        "tag": frozenset(_TAG.findall(rest)),
        "heading": frozenset([heading[0].strip()] if heading else []),
    }


def _verbatim_end(lines: list[str], start: int) -> int | None:
    """Return the last line of the code fence or display formula that begins here, if one does."""
    fence = _FENCE.match(lines[start])
    if fence:
        for number in range(start + 1, len(lines)):
            closing = _FENCE.match(lines[number])
            if closing and closing[1].startswith(fence[1]):
                return number
        return len(lines) - 1
    if lines[start].lstrip().startswith("$$") and lines[start].count("$$") == 1:
        for number in range(start + 1, len(lines)):
            if "$$" in lines[number]:
                # Words may follow the formula in the same paragraph; then all of it is one block.
                return number if lines[number].rstrip().endswith("$$") else None
    return None
