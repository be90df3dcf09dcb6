"""From a rubric's text to lines that points are given for. Pure: no database, no text of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_LINE = re.compile(r"(?:[-*]\s+)?\*\*(?P<head>.+?)\*\*[ \t]*(?P<text>.*)", re.DOTALL)
"""A paragraph that begins in bold, in a list or not."""
_POINTS = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?:points?\b|点|점)")
_AROUND = " \t:：,、.。()（）"
"""What stands between the points, the name and the text of a line."""
_STEP = 0.5
_CLOSE = 1e-9


@dataclass(frozen=True)
class Line:
    """One line of a rubric.

    Attributes:
        points: what it is worth.
        name: in a few words what it is about; may be empty.
        text: what earns the points, in Markdown.
    """

    points: float
    name: str
    text: str

    @property
    def choices(self) -> tuple[float, ...]:
        """The points that can be given for it: 0, 0.5, 1 ... up to all."""
        steps = [_STEP * number for number in range(int(self.points / _STEP) + 1)]
        return tuple(steps if steps[-1] == self.points else [*steps, self.points])


@dataclass(frozen=True)
class Rubric:
    """How a task is marked.

    Attributes:
        lines: what earns points; empty: the text does not say it in lines that make up the task's points.
        before: what stands before the lines, in Markdown; all of the text where there are no lines.
        after: what stands after them.
    """

    lines: tuple[Line, ...]
    before: str
    after: str


def rubric_of(manifest: Mapping[str, object], task: str, language: str) -> Rubric | None:
    """Return the rubric of a task in a language, or in English where that has no usable one.

    Args:
        manifest: of the exercise's version.
        task: the task's id.
        language: the reader's.
    """
    tasks = manifest.get("tasks")
    entry: Mapping[str, Any] = next(
        (one for one in (tasks if isinstance(tasks, list) else ()) if one["id"] == task), {}
    )
    texts = entry.get("rubric") or {}
    found = [
        read_rubric(texts[one], float(entry["points"])) for one in (language, "en") if one in texts
    ]
    return next((one for one in found if one.lines), found[0] if found else None)


def read_rubric(markdown: str, points: float) -> Rubric:
    """Return what a rubric says.

    A line is a paragraph that begins in bold and names points there: `- **1 point, reading:** says that ...` or
    `**Rule (1 point):** safe where ...`. Points named elsewhere are part of the text.

    Args:
        markdown: the text.
        points: what the task is worth. Lines that do not add up to it are not lines to mark by.
    """
    paragraphs = [one.strip() for one in re.split(r"\n\s*\n", markdown.strip())]
    lines = [_line(one) for one in paragraphs]
    places = [place for place, line in enumerate(lines) if line is not None]
    found = tuple(line for line in lines if line is not None)
    if not found or abs(sum(line.points for line in found) - points) > _CLOSE:
        return Rubric((), markdown.strip(), "")
    rest = [one for place, one in enumerate(paragraphs) if place > places[0] and not lines[place]]
    return Rubric(found, "\n\n".join(paragraphs[: places[0]]), "\n\n".join(rest))


def _line(paragraph: str) -> Line | None:
    match = _LINE.fullmatch(paragraph)
    told = _POINTS.search(match["head"]) if match else None
    if match is None or told is None:
        return None
    head = match["head"]
    name = (head[: told.start()].strip(_AROUND) + " " + head[told.end() :].strip(_AROUND)).strip()
    return Line(float(told["number"]), name, match["text"].strip())
