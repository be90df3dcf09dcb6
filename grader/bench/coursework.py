"""A class's work for measuring: a course directory with submissions of a real exercise by simulated learners."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from grader.campus.learners import SimulatedLearner, fill
from grader.campus.simulation import read_choices

EXERCISE = "04_entanglement"


def make_course(root: Path, folder: Path, submissions: int, exercise: str = EXERCISE) -> Path:
    """Make an nbgrader course directory as `qampus build` makes it, with one submission of each learner.

    Args:
        root: folder with exercises/ and build/.
        folder: where to; it must not exist.
        submissions: how many; learner k is called `simulated-<k>` and always writes the same.
        exercise: id of the exercise.

    Returns:
        `folder`.
    """
    built = root / "build" / "en"
    for kind in ("source", "release"):
        shutil.copytree(built / kind / exercise, folder / kind / exercise)
    shutil.copy(built / "nbgrader_config.py", folder)
    name = f"{exercise}.ipynb"
    released = json.loads((built / "release" / exercise / name).read_text(encoding="utf-8"))
    choices = read_choices(root)[exercise]
    for number in range(submissions):
        learner = SimulatedLearner.of(f"simulated-{number:04d}")
        notebook = fill(released, learner.answers(exercise, choices, 1))
        path = folder / "submitted" / learner.login / exercise / name
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    return folder


def automatic_scores(course: Path) -> Mapping[tuple[str, str], float | None]:
    """Return (student, task) -> the points that were given automatically, from a course's gradebook."""
    with sqlite3.connect(course / "gradebook.db") as connection:
        rows = connection.execute(
            "SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score FROM grade"
            " JOIN base_cell ON base_cell.id = grade.cell_id"
            " JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id"
            " JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"
        ).fetchall()
    return {(student, task): points for student, task, points in rows}
