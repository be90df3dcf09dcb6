"""The cells of a percent-format text, with the line each of them starts at and what its header says.

jupytext reads the text, so that a source opens in an editor or in JupyterLab as the same notebook. It keeps no line
numbers; those are found here by the same rule, and any disagreement between the two is reported as a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from grader import notebooks  # noqa: F401  isort: skip - it makes the next import quick

import jupytext

from grader.errors import Problem

_HEADER = re.compile(r"^\s*#\s*%%%*(\s.*)?$")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,49}")
# What jupytext notes about the layout of the text; no author writes it.
_LAYOUT = {
    "cell_marker",
    "lines_to_next_cell",
    "lines_to_end_of_cell_marker",
    "skipline",
    "noskipline",
}
_KNOWN = "given, task, answer, check, essay, rubric, points"


class Kind(StrEnum):
    """What a cell is for."""

    PROSE = "prose"
    CODE = "code"
    GIVEN = "given"
    TASK = "task"
    ANSWER = "answer"
    CHECK = "check"
    ESSAY = "essay"
    RUBRIC = "rubric"

    @property
    def is_markdown(self) -> bool:
        """Whether cells of this kind hold prose."""
        return self in {Kind.PROSE, Kind.TASK, Kind.ESSAY, Kind.RUBRIC}

    @property
    def has_points(self) -> bool:
        """Whether cells of this kind say what a task is worth."""
        return self in {Kind.CHECK, Kind.ESSAY}


_NAMED = tuple(kind for kind in Kind if kind not in {Kind.PROSE, Kind.CODE})


@dataclass(frozen=True)
class Cell:
    """One cell of a source.

    Attributes:
        kind: what it is for.
        name: id of the task it belongs to, or name of a given cell; None for plain cells.
        points: what the task is worth, on the check or the essay; else None.
        text: the cell's text as the notebook shows it.
        line: line of the header, counted from 1.
    """

    kind: Kind
    name: str | None
    points: float | None
    text: str
    line: int

    def line_of(self, offset: int) -> int:
        """Return the line in the file of a line of the text, counted from 0."""
        return self.line + 1 + offset


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Read a UTF-8 file; on failure the text is empty and a problem says why."""
    try:
        return path.read_text(encoding="utf-8"), []
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", [
            Problem(path, line, "expected UTF-8, found other bytes", "save the file as UTF-8")
        ]
    except OSError as error:
        return "", [
            Problem(path, 1, f"cannot be read: {error.strerror}", "restore the file or its rights")
        ]


def parse_cells(text: str, path: Path) -> tuple[list[Cell], list[Problem]]:
    """Split a percent-format text into cells.

    Args:
        text: the whole file.
        path: named in problems; nothing is read from it.

    Returns:
        The cells in order (one that cannot be anything is left out), and all problems.
    """
    lines = text.splitlines()
    headers = [number for number, line in enumerate(lines, 1) if _HEADER.match(line)]
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    if not headers or first != headers[0]:
        return [], [
            Problem(
                path,
                first,
                "expected the file to begin with a cell header",
                "begin it with `# %% [markdown]` and a `# Title` line",
            )
        ]
    try:
        notebook = jupytext.reads("\n".join(lines[first - 1 :]), fmt="py:percent")
    except (ValueError, SyntaxError) as error:
        return [], [
            Problem(path, 1, f"jupytext cannot read this text: {error}", "mend it as it says")
        ]
    if len(notebook.cells) != len(headers):
        return [], [_disagreement(path, lines, headers, notebook.cells)]
    cells: list[Cell] = []
    problems: list[Problem] = []
    for position, (line, cell) in enumerate(zip(headers, notebook.cells, strict=True)):
        following = headers[position + 1] if position + 1 < len(headers) else len(lines) + 1
        found, faults = _cell(cell, line, path)
        if cell.cell_type == "markdown":
            faults += _bare_prose(lines[line : following - 1], line + 1, path)
        problems += faults
        if found is not None:
            cells.append(found)
    return cells, problems


def _disagreement(path: Path, lines: list[str], headers: list[int], cells: list[Any]) -> Problem:
    """Name the first header that jupytext takes for text: it stands inside a string or a code fence."""
    at = headers[-1]
    for line, cell in zip(headers, cells, strict=False):
        inner = [number for number in headers if number > line]
        if inner and any(_HEADER.match(own) for own in cell.source.splitlines()):
            at = inner[0]
            break
    return Problem(
        path,
        at,
        f"`{lines[at - 1].strip()}` stands inside a string or a code fence",
        "close the string or fence before it, or write that line differently",
    )


def _bare_prose(lines: list[str], start: int, path: Path) -> list[Problem]:
    for number, line in enumerate(lines, start):
        if line.strip() and not line.startswith("#"):
            return [
                Problem(
                    path,
                    number,
                    "a line of a markdown cell without `#` in front",
                    "put `# ` in front of it, or begin a code cell with `# %%`",
                )
            ]
    return []


def _cell(cell: Any, line: int, path: Path) -> tuple[Cell | None, list[Problem]]:
    metadata: Mapping[str, Any] = cell.metadata
    problems: list[Problem] = []

    def wrong(message: str, remedy: str) -> None:
        problems.append(Problem(path, line, message, remedy))

    if cell.cell_type not in {"markdown", "code"}:
        wrong(f"a {cell.cell_type} cell", "use `# %%` or `# %% [markdown]`")
        return None, problems
    unknown = sorted(set(metadata) - {kind.value for kind in _NAMED} - {"points"} - _LAYOUT)
    if unknown:
        shown = ", ".join(f"`{key}`" for key in unknown)
        wrong(
            f"unknown word in the cell header: {shown}",
            f"known are {_KNOWN}; without a known one the cell would be plain and editable",
        )
    kinds = [kind for kind in _NAMED if kind.value in metadata]
    if len(kinds) > 1:
        both = " and ".join(f"{kind}=" for kind in kinds)
        editable = Kind.ANSWER in kinds or Kind.ESSAY in kinds
        wrong(
            f"{both} on one cell" + (": the learner could edit the check" if editable else ""),
            "give each a cell of its own",
        )
        return None, problems
    markdown = cell.cell_type == "markdown"
    kind = kinds[0] if kinds else Kind.PROSE if markdown else Kind.CODE
    name = metadata.get(kind.value)
    if kinds and not (isinstance(name, str) and _NAME.fullmatch(name)):
        wrong(
            f"{kind}={name!r}: expected a name of at most 50 small letters, digits and _",
            f'write it like {kind}="bell_pair"',
        )
    if kind.is_markdown != markdown:
        wanted, found = ("markdown", "code") if kind.is_markdown else ("code", "markdown")
        wrong(
            f"{kind}= on a {found} cell, expected a {wanted} cell",
            f"begin the cell with `# %%{' [markdown]' if kind.is_markdown else ''} {kind}=...`",
        )
    points = _points(metadata, kind, wrong)
    return Cell(kind, name if kinds else None, points, cell.source, line), problems


def _points(
    metadata: Mapping[str, Any], kind: Kind, wrong: Callable[[str, str], None]
) -> float | None:
    if not kind.has_points:
        if "points" in metadata:
            wrong("points= on a cell that is not graded", "put points= on the check or the essay")
        return None
    if "points" not in metadata:
        wrong(f"{kind}= without points", "say what the task is worth, like points=2")
        return None
    points = metadata["points"]
    if isinstance(points, bool) or not isinstance(points, int | float) or not 0 < points < 1000:
        wrong(f"points={points!r}: expected a positive number", "write it like points=2")
        return None
    return float(points)
