"""A class's work for measuring: a course directory with submissions of a real exercise by simulated learners."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from grader.campus.learners import SimulatedLearner, fill
from grader.campus.simulation import read_choices
from grader.errors import BenchError

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
    run_here("nbgrader", "generate_assignment", exercise, "--force", folder=folder)
    return folder


def run_here(program: str, *arguments: str, folder: Path) -> None:
    """Run a program of this Python installation in a folder.

    Raises:
        BenchError: it failed.
    """
    programs = Path(sys.executable).parent
    search = os.pathsep.join((str(programs), os.environ.get("PATH", os.defpath)))
    run = subprocess.run(  # noqa: S603
        [str(programs / program), *arguments],
        cwd=folder,
        env=os.environ | {"PATH": search},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        said = (run.stderr.strip().splitlines() or ["nothing"])[-1]
        raise BenchError(
            f"expected {program} {' '.join(arguments)} to succeed, got exit status "
            f"{run.returncode}; it said last: {said}"
        )


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
