"""The text of an exercise, cell by cell, as an author edits it in a page. Pure.

The portal splits and joins; whether the text is sound is the grader's to say, which reads it with jupytext.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEADER = re.compile(r"^\s*#\s*%%%*(\s.*)?$")
_KIND = re.compile(r'\b(given|task|answer|check|essay|rubric)="([^"]*)"')
_POINTS = re.compile(r"\bpoints=([^\s]+)")
_SOLUTION = "BEGIN SOLUTION"
_HIDDEN = "BEGIN HIDDEN TESTS"


@dataclass(frozen=True)
class SourceCell:
    """One cell.

    Attributes:
        head: its header line; empty for what stands before the first one.
        text: what the author edits: prose without the `# ` in front of its lines.
        line: line of the header in the file, counted from 1.
        kind: prose, code, given, task, answer, check, essay or rubric.
        name: of the task or the given cell; empty for plain cells.
        points: as they stand in the header; empty where there are none.
        gap: how many blank lines stand behind it.
    """

    head: str
    text: str
    line: int
    kind: str
    name: str
    points: str
    gap: int

    @property
    def is_prose(self) -> bool:
        """Whether it holds Markdown."""
        return "[markdown]" in self.head

    @property
    def holds_solution(self) -> bool:
        """Whether a part of it is the solution, which learners never get."""
        return _SOLUTION in self.text or self.kind == "rubric"

    @property
    def holds_hidden_tests(self) -> bool:
        """Whether a part of it is tests that learners never get."""
        return _HIDDEN in self.text

    @property
    def last_line(self) -> int:
        """The last line of the file that belongs to it, blank lines behind it left out."""
        return self.line + len(self.text.split("\n"))


def split(text: str) -> tuple[SourceCell, ...]:
    """Return the cells of a text."""
    found: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if _HEADER.match(line):
            found.append((line, number, []))
        elif found:
            found[-1][2].append(line)
        elif line.strip():
            found.append(("", number - 1, [line]))
    return tuple(_cell(head, number, lines) for head, number, lines in found)


def joined(cells: Sequence[tuple[str, str, int]]) -> str:
    """Return the text of cells: (header, text as edited, blank lines behind it)."""
    lines: list[str] = []
    for head, text, gap in cells:
        edited = text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
        own = edited.split("\n") if edited else []
        if "[markdown]" in head:
            own = [f"# {line}".rstrip() for line in own]
        lines += [*([head] if head else []), *own, *[""] * gap]
    return "\n".join(lines) + "\n"


def is_head(head: str) -> bool:
    """Whether a line is the header of a cell."""
    return "\n" not in head and bool(_HEADER.match(head))


def with_points(head: str, points: str) -> str:
    """Return a header with other points."""
    return _POINTS.sub(lambda _: f"points={points}", head, count=1)


def cell_at(cells: Sequence[SourceCell], line: int) -> int | None:
    """Return the number of the cell that a line of the file belongs to, counted from 0."""
    before = [number for number, cell in enumerate(cells) if cell.line <= line]
    return before[-1] if before else None


def _cell(head: str, line: int, lines: list[str]) -> SourceCell:
    prose = "[markdown]" in head
    kept = "\n".join(lines).rstrip().count("\n") + 1 if "".join(lines).strip() else 0
    shown = [_bare(one) for one in lines[:kept]] if prose else lines[:kept]
    named = _KIND.search(head)
    points = _POINTS.search(head)
    return SourceCell(
        head=head,
        text="\n".join(shown),
        line=line,
        kind=named[1] if named else "prose" if prose else "code",
        name=named[2] if named else "",
        points=points[1] if points else "",
        gap=len(lines) - kept,
    )


def _bare(line: str) -> str:
    """Return a line of prose without the mark that makes it a comment."""
    if line.startswith("# "):
        return line[2:]
    return line[1:] if line.startswith("#") else line
