"""From a judged notebook to what is recorded of it, as nbgrader's SaveAutoGrades reads it from the outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nbgrader import utils

from grader.course.known import KnownNotebook
from grader.course.rebuild import missing_checks
from grader.course.rows import NotebookRecord, Points
from grader.notebooks import NotebookNode

NO_RESPONSE = "No response."
"""nbgrader's automatic comment on an answer that is as it was released."""


@dataclass(frozen=True)
class GradedNotebook:
    """A judged notebook.

    Attributes:
        notebook: with the outputs from which nbgrader reads points.
        by_person: grade_ids of checks that a person has to mark.
        notes: grade_id of a check -> what the automatic comment of its answer says.
        unchanged: grade_ids of cells with points whose answer is the one of the last grading: what a person gave for
            it stays valid. In nbgrader a person has to look again after each grading.
    """

    notebook: NotebookNode
    by_person: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    unchanged: frozenset[str] = frozenset()


def score(known: KnownNotebook, notebook: NotebookNode, graded: GradedNotebook) -> NotebookRecord:
    """Return what nbgrader's SaveAutoGrades writes; no points for what is gone; to a person what nobody could tell."""
    points: dict[str, Points] = {}
    comments: dict[str, str | None] = {}
    notes: dict[str, list[str]] = {}
    answer = ""
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        ours = known.cells.get(name)
        if ours is None:
            continue
        if ours.is_grade:
            points[name] = Points(None if name in graded.by_person else automatic_points(cell))
        if ours.comment_row:
            untouched = not ours.task and ours.checksum == utils.compute_checksum(cell)
            comments[name] = NO_RESPONSE if untouched else None
        answer = name if ours.is_solution else answer
        if name in graded.notes and answer:
            notes.setdefault(answer, []).append(graded.notes[name])
    for name, texts in notes.items():
        told = comments.get(name)
        comments[name] = "\n\n".join([told, *texts] if told else texts)
    for name in missing_checks(notebook, known):
        ours = known.cells[name]
        if ours.is_grade:
            points[name] = Points(0.0)
        if ours.is_solution:
            comments[name] = None
    return NotebookRecord(points, comments, graded.unchanged)


def automatic_points(cell: NotebookNode) -> float | None:
    """Return what nbgrader reads from a cell with points; None if a person has to mark it."""
    try:
        points, _ = utils.determine_grade(cell)
    except (ValueError, KeyError):
        # more than the maximum, or a result without text: an unprotected check said something that is no credit
        return None
    return None if points is None else float(points)
