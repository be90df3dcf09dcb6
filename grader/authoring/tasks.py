"""Puts the cells of an exercise together into tasks, and says where that does not work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grader.authoring.cells import Cell, Kind
from grader.errors import Problem

_HEADING = re.compile(r"#{1,6} +(\S.*)")


@dataclass(frozen=True)
class Task:
    """One graded task.

    Attributes:
        id: its name, nbgrader's grade_id of the graded cell.
        title: text of its heading.
        points: what it is worth, above 0.
        manual: whether a person marks it (an essay).
        text: the cell that states it.
        answer: the cell that the learner writes in: code, or the essay itself.
        check: the cell with its assertions; for an essay the rubric.
    """

    id: str
    title: str
    points: float
    manual: bool
    text: Cell
    answer: Cell
    check: Cell


def identity_problems(cells: Iterable[Cell], path: Path) -> list[Problem]:
    """Every id that nbgrader will see must be given once."""
    problems = []
    seen: dict[str, Cell] = {}
    used: dict[tuple[Kind, str], Cell] = {}
    for cell in cells:
        if cell.name is None:
            continue
        earlier = used.setdefault((cell.kind, cell.name), cell)
        if earlier is not cell:
            problems.append(
                Problem(
                    path,
                    cell.line,
                    f"{cell.kind}={cell.name!r} is already used in line {earlier.line}",
                    "give this task another id" if cell.kind is not Kind.GIVEN else "rename it",
                )
            )
            continue
        if cell.kind in {Kind.TASK, Kind.RUBRIC}:
            continue
        grade_id = f"{cell.name}_answer" if cell.kind is Kind.ANSWER else cell.name
        other = seen.setdefault(grade_id, cell)
        if other is not cell:
            problems.append(
                Problem(
                    path,
                    cell.line,
                    f"{cell.kind}={cell.name!r} and the {other.kind} of line {other.line} would "
                    f"both be {grade_id!r} in nbgrader",
                    "rename one of them",
                )
            )
    return problems


def find_tasks(cells: list[Cell], path: Path) -> tuple[list[Task], list[Problem]]:
    """Return the tasks that are whole, in order, and what is wrong with the others."""
    names = dict.fromkeys(
        cell.name for cell in cells if cell.name is not None and cell.kind is not Kind.GIVEN
    )
    tasks: list[Task] = []
    problems: list[Problem] = []
    for name in names:
        parts: dict[Kind, Cell] = {}
        for cell in cells:
            if cell.name == name and cell.kind is not Kind.GIVEN:
                parts.setdefault(cell.kind, cell)
        faults = _part_problems(name, parts, path)
        problems += faults
        if not faults:
            tasks.append(_task(name, parts))
    return tasks, problems


def _part_problems(name: str, parts: dict[Kind, Cell], path: Path) -> list[Problem]:
    first = min(cell.line for cell in parts.values())
    essay = Kind.ESSAY in parts or (Kind.RUBRIC in parts and Kind.ANSWER not in parts)
    wanted = (Kind.TASK, Kind.ESSAY, Kind.RUBRIC) if essay else (Kind.TASK, Kind.ANSWER, Kind.CHECK)
    problems = [
        Problem(
            path,
            first,
            f"task {name!r} has no {kind}= cell",
            f'add a cell `# %%{" [markdown]" if kind.is_markdown else ""} {kind}="{name}"'
            + (" points=...`" if kind.has_points else "`"),
        )
        for kind in wanted
        if kind not in parts
    ]
    problems += [
        Problem(
            path,
            cell.line,
            f"{kind}={name!r} on a task that is {'an essay' if essay else 'checked by code'}",
            f"a task is {' + '.join(wanted)}",
        )
        for kind, cell in parts.items()
        if kind not in wanted
    ]
    present = [parts[kind].line for kind in wanted if kind in parts]
    if present != sorted(present):
        problems.append(
            Problem(
                path,
                first,
                f"the cells of task {name!r} are out of order",
                f"order them {', '.join(wanted)}",
            )
        )
    text = parts.get(Kind.TASK)
    if text is not None:
        heading, _, body = text.text.partition("\n")
        if not _HEADING.fullmatch(heading):
            problems.append(
                Problem(
                    path, text.line, f"task {name!r} has no heading", "begin its text with `## ...`"
                )
            )
        elif not body.strip():
            problems.append(
                Problem(
                    path,
                    text.line,
                    f"task {name!r} has a heading but no text",
                    "say what to write and what is compared",
                )
            )
    return problems


def _task(name: str, parts: dict[Kind, Cell]) -> Task:
    manual = Kind.ESSAY in parts
    answer, check = (
        (parts[Kind.ESSAY], parts[Kind.RUBRIC])
        if manual
        else (parts[Kind.ANSWER], parts[Kind.CHECK])
    )
    text = parts[Kind.TASK]
    match = _HEADING.fullmatch(text.text.split("\n", 1)[0])
    points = (answer if manual else check).points or 0.0  # missing points are a problem already
    title = match[1].strip() if match else ""
    return Task(name, title, points, manual, text, answer, check)
