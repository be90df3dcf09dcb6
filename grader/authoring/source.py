"""Reads the text source of a lesson or an exercise, and says everything that is wrong with it.

See docs/architecture.md, "Source of a notebook", for the form. What is returned is sound: the rest of
`grader.authoring` does not check again.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager

from grader.authoring.cells import Cell, Kind, parse_cells, read_text
from grader.authoring.markers import (
    HIDDEN_TESTS,
    MARK_SCHEME,
    SOLUTION,
    blank_answer,
    spans,
    visible_check,
)
from grader.authoring.tasks import Task, find_tasks, identity_problems
from grader.errors import Problem, SourceError

_TITLE = re.compile(r"# +(\S.*)")


@dataclass(frozen=True)
class Source:
    """A lesson or an exercise.

    Attributes:
        path: its file.
        title: the heading of the first cell.
        cells: all cells in order.
        tasks: the tasks in order; none in a lesson.
    """

    path: Path
    title: str
    cells: tuple[Cell, ...]
    tasks: tuple[Task, ...]

    def task(self, name: str) -> Task | None:
        """Return the task with this id, if there is one."""
        return next((task for task in self.tasks if task.id == name), None)


def python_tree(text: str) -> ast.Module:
    """Parse the code of a cell, magics included.

    Raises:
        SyntaxError: it is no Python; `lineno` counts the cell's lines from 1.
    """
    manager = TransformerManager()  # type: ignore[no-untyped-call]
    return ast.parse(manager.transform_cell(text))


def read_exercise(path: Path) -> Source:
    """Read an exercise.

    Raises:
        SourceError: with all problems of the file.
    """
    return _read(path, exercise=True)


def read_lesson(path: Path) -> Source:
    """Read a lesson.

    Raises:
        SourceError: with all problems of the file.
    """
    return _read(path, exercise=False)


def _read(path: Path, *, exercise: bool) -> Source:
    text, problems = read_text(path)
    if problems:
        raise SourceError(problems)
    cells, problems = parse_cells(text, path)
    title = ""
    # A file that begins wrongly has no cells; one message about that is enough.
    if cells:
        title, faults = _title(cells[0], path)
        problems += faults
    for cell in cells:
        problems += _marker_problems(cell, path) or _code_problems(cell, path)
    if exercise:
        tasks, faults = find_tasks(cells, path)
        problems += identity_problems(cells, path) + faults
        if cells and not tasks and not problems:
            problems.append(
                Problem(
                    path, 1, "an exercise without a task", 'add cells task="...", answer, check'
                )
            )
    else:
        tasks = []
        problems += [
            Problem(
                path,
                cell.line,
                f"{cell.kind}= in a lesson, which is not graded",
                "move the cell to the exercise, or drop the word",
            )
            for cell in cells
            if cell.name is not None
        ]
    if problems:
        raise SourceError(problems)
    return Source(path, title, tuple(cells), tuple(tasks))


def _title(cell: Cell, path: Path) -> tuple[str, list[Problem]]:
    match = _TITLE.fullmatch(cell.text.split("\n", 1)[0])
    if cell.kind is Kind.PROSE and match:
        return match[1].strip(), []
    return "", [
        Problem(path, cell.line, "the first cell has no title", "begin it with a line `# Title`")
    ]


def _marker_problems(cell: Cell, path: Path) -> list[Problem]:
    problems = []
    places = {
        SOLUTION: ({Kind.ANSWER, Kind.ESSAY}, "an answer or an essay"),
        HIDDEN_TESTS: ({Kind.CHECK}, "a check"),
        MARK_SCHEME: (set[Kind](), "no cell: write a rubric cell instead"),
    }
    for region, (kinds, place) in places.items():
        found, faults = spans(cell.text, region)
        problems += [
            Problem(
                path,
                cell.line_of(fault.offset),
                fault.message,
                f"markers come in pairs: ### {region.begin} ... ### {region.end}",
            )
            for fault in faults
        ]
        if found and cell.kind not in kinds:
            learner_edits = cell.kind is Kind.CHECK
            problems.append(
                Problem(
                    path,
                    cell.line_of(found[0][0]),
                    f"{region.begin} in a {cell.kind} cell"
                    + (", which the learner could then edit" if learner_edits else ""),
                    f"it belongs in {place}",
                )
            )
        elif not found and not faults and region is SOLUTION and cell.kind in kinds:
            what = "model answer" if cell.kind is Kind.ESSAY else "solution"
            problems.append(
                Problem(
                    path,
                    cell.line,
                    f"{cell.kind}={cell.name!r} holds no {what}",
                    "write it between ### BEGIN SOLUTION and ### END SOLUTION",
                )
            )
    return problems


def _code_problems(cell: Cell, path: Path) -> list[Problem]:
    """Syntax of a code cell, as written and as released; a check shows at least one assertion."""
    if cell.kind.is_markdown:
        return []
    try:
        python_tree(cell.text)
    except SyntaxError as error:
        return [
            Problem(
                path,
                cell.line_of((error.lineno or 1) - 1),
                f"no valid Python: {error.msg}",
                "correct the code",
            )
        ]
    if cell.kind not in {Kind.ANSWER, Kind.CHECK}:
        return []
    is_check = cell.kind is Kind.CHECK
    try:
        tree = python_tree(visible_check(cell.text) if is_check else blank_answer(cell.text))
    except SyntaxError as error:
        return [
            Problem(
                path,
                cell.line,
                f"what the learner receives of {cell.kind}={cell.name!r} is no valid Python: "
                f"{error.msg}",
                "place the markers so that whole statements remain",
            )
        ]
    if is_check and not _asserts(tree):
        return [
            Problem(
                path,
                cell.line,
                f"check={cell.name!r} shows the learner no assertion",
                "put at least one assertion outside the hidden tests",
            )
        ]
    return []


def _asserts(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name.startswith("assert_"):
                return True
    return False
