"""A small exercise for tests: a locked cell, a task with a hidden test, a second task and a written answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode

EXERCISE = "exercise"

ANSWER = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
CHECK = (
    "assert double(2) == 4\n"
    "### BEGIN HIDDEN TESTS\nassert double(-3) == secret(-6)\n### END HIDDEN TESTS"
)
ESSAY = "Say why.\n### BEGIN SOLUTION\nBecause.\n### END SOLUTION"
UNTOUCHED = "def double(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"


def mark(cell: NotebookNode, grade_id: str, **flags: object) -> NotebookNode:
    """Give a cell nbgrader's metadata."""
    plain = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    cell.metadata.nbgrader = {**plain, "grade_id": grade_id, **flags}
    return cell


def source(*, essay: str = ESSAY, third: bool = False) -> NotebookNode:
    """Return the instructor's notebook: 2 + 1 points by checks, 3 by hand; a third check task (1 point) if wanted."""
    v4 = nbformat.v4
    cells = [
        v4.new_markdown_cell("# A small exercise"),
        mark(v4.new_code_cell("secret = lambda x: x"), "given", locked=True),
        mark(v4.new_code_cell(ANSWER), "double_answer", solution=True),
        mark(v4.new_code_cell(CHECK), "double", grade=True, locked=True, points=2),
        mark(
            v4.new_code_cell("### BEGIN SOLUTION\nnumber = 7\n### END SOLUTION"),
            "number_answer",
            solution=True,
        ),
        mark(v4.new_code_cell("assert number == 7"), "number", grade=True, locked=True, points=1),
        mark(v4.new_markdown_cell(essay), "why", grade=True, solution=True, points=3),
    ]
    if third:
        cells += [
            mark(
                v4.new_code_cell("### BEGIN SOLUTION\nlast = 1\n### END SOLUTION"),
                "last_answer",
                solution=True,
            ),
            mark(v4.new_code_cell("assert last == 1"), "last", grade=True, locked=True, points=1),
        ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def write_source(folder: Path, notebook: NotebookNode) -> Path:
    """Write a source folder as nbgrader has it and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / f"{EXERCISE}.ipynb")
    return folder


def answered(released: NotebookNode, **answers: str) -> NotebookNode:
    """Return a learner's notebook: the release with these texts, by grade_id."""
    notebook = nbformat.from_dict(released)
    for cell in notebook.cells:
        cell.source = answers.get(grade_id(cell), cell.source)
    return notebook


def grade_id(cell: NotebookNode) -> str:
    """Return nbgrader's id of a cell, or nothing."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def edited(notebook: NotebookNode, edit: Callable[[NotebookNode], None]) -> NotebookNode:
    """Return a copy of a notebook after an edit."""
    copy = nbformat.from_dict(notebook)
    edit(copy)
    return copy


def content(notebook: NotebookNode) -> dict[str, bytes]:
    """Return the files of a submission."""
    return {f"{EXERCISE}.ipynb": json.dumps(notebook).encode()}


RIGHT = {"double_answer": "def double(x):\n    return x + x", "number_answer": "number = 7"}
