"""Fits the gradebook to a new version of an exercise that has submissions already.

nbgrader refuses to add or remove cells then. Here a new cell gets empty rows in every submission, and a cell that is
gone takes its rows with it; scores, marks and comments of all other cells stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbgrader import utils
from nbgrader.api import Comment, Grade, Gradebook, MissingEntry

from grader.notebooks import NotebookNode


def revise(gradebook: Gradebook, exercise: str, source: NotebookNode) -> None:
    """Add and remove cells of the gradebook so that it has those of this source notebook.

    Nothing happens to an exercise that is new or has no submissions: nbgrader does that itself.
    """
    try:
        notebook = gradebook.find_notebook(exercise, exercise)
    except MissingEntry:
        return
    if not notebook.submissions:
        return
    graded = _cells(source, utils.is_grade)
    answers = _cells(source, utils.is_solution)
    kept = {**graded, **answers, **_cells(source, utils.is_locked)}
    for cell, wanted in [
        *((cell, graded) for cell in notebook.grade_cells),
        *((cell, answers) for cell in notebook.solution_cells),
        *((cell, kept) for cell in notebook.source_cells),
    ]:
        if cell.name not in wanted:
            for row in (*_rows(cell, "grades"), *_rows(cell, "comments")):
                gradebook.db.delete(row)
            gradebook.db.delete(cell)
    gradebook.db.commit()
    present = {cell.name for cell in notebook.grade_cells}
    for name in graded.keys() - present:
        cell = gradebook.add_grade_cell(
            name,
            exercise,
            exercise,
            max_score=float(graded[name].metadata.nbgrader["points"]),
            cell_type=graded[name].cell_type,
        )
        for submission in notebook.submissions:
            gradebook.db.add(Grade(cell_id=cell.id, notebook=submission, needs_manual_grade=False))
    present = {cell.name for cell in notebook.solution_cells}
    for name in answers.keys() - present:
        cell = gradebook.add_solution_cell(name, exercise, exercise)
        for submission in notebook.submissions:
            gradebook.db.add(Comment(cell_id=cell.id, notebook=submission))
    present = {cell.name for cell in notebook.source_cells}
    for name in kept.keys() - present:
        gradebook.add_source_cell(name, exercise, exercise, cell_type=kept[name].cell_type)
    gradebook.db.commit()


def _cells(notebook: NotebookNode, is_kind: Any) -> Mapping[str, NotebookNode]:
    return {cell.metadata.nbgrader["grade_id"]: cell for cell in notebook.cells if is_kind(cell)}


def _rows(cell: Any, kind: str) -> list[Any]:
    # a grade cell has no comments and a solution cell no grades: nbgrader sets the attribute to None
    return list(getattr(cell, kind, None) or ())
