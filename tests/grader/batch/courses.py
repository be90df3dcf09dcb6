"""nbgrader course directories for tests, made by nbgrader's own commands, and the engine that judges here."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader.batch.grade import grade
from grader.batch.regrade import Regrading, regrade
from grader.batch.report import Report
from grader.course.folder import open_folder
from grader.errors import GraderError
from grader.judge.engine import Engine
from grader.judge.job import Job, Judged
from tests.grader.course.sample import answered, grade_id, source

ASSIGNMENT = "ps"
NOTEBOOK = "first"
ON_TIME = "2026-04-01 12:00:00.000000 UTC"
RIGHT = {
    "double_answer": "def double(x):\n    return x + x",
    "number_answer": "number = 7",
    "why": "So.",
}
WRONG = {
    "double_answer": "def double(x):\n    return 4",
    "number_answer": "number = 7",
    "why": "So.",
}

_SCORES = """
select s.student_id, n.name, b.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade
from grade g join base_cell b on b.id = g.cell_id join submitted_notebook sn on sn.id = g.notebook_id
join notebook n on n.id = sn.notebook_id join submitted_assignment s on s.id = sn.assignment_id order by 1, 2, 3
"""
_COMMENTS = """
select s.student_id, n.name, b.name, c.auto_comment, c.manual_comment
from comment c join base_cell b on b.id = c.cell_id join submitted_notebook sn on sn.id = c.notebook_id
join notebook n on n.id = sn.notebook_id join submitted_assignment s on s.id = sn.assignment_id order by 1, 2, 3
"""
_SUBMISSIONS = """
select s.student_id, s.timestamp, s.extension, n.name, sn.late_submission_penalty, sn.flagged
from submitted_assignment s join submitted_notebook sn on sn.assignment_id = s.id
join notebook n on n.id = sn.notebook_id order by 1, 4
"""
_STUDENTS = "select id, first_name, last_name, email from student order by 1"


class OneByOne:
    """Judges with an engine in this process; remembers what it judged."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: list[tuple[str, Job]] = []
        self.jobs: list[str] = []
        self.before: Callable[[str], None] = lambda key: None

    def submit(self, key: str, job: Job) -> None:
        self._waiting.append((key, job))

    def finished(self, timeout: float) -> Sequence[tuple[str, Judged | GraderError]]:
        if not self._waiting:
            return []
        key, job = self._waiting.pop(0)
        self.before(key)
        self.jobs.append(key)
        return [(key, self._engine.judge(job))]

    def cancel(self) -> None:
        self._waiting.clear()


def nbgrader(course: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run one of nbgrader's commands in a course directory."""
    return subprocess.run(
        [str(Path(sys.executable).parent / "nbgrader"), *arguments],
        cwd=course,
        env=environment(course),
        check=check,
        capture_output=True,
        text=True,
    )


def environment(course: Path) -> dict[str, str]:
    """Return an environment in which no other configuration of Jupyter is found."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(course / "no-jupyter"),
    }


def make_course(
    course: Path,
    notebooks: Mapping[str, NotebookNode] | None = None,
    *,
    config: str = "",
    files: Mapping[str, str] | None = None,
) -> Path:
    """Make a course directory with one generated assignment."""
    folder = course / "source" / ASSIGNMENT
    folder.mkdir(parents=True)
    if config:
        (course / "nbgrader_config.py").write_text(f"c = get_config()\n{config}\n")
    for name, notebook in (notebooks or {NOTEBOOK: source()}).items():
        nbformat.write(notebook, folder / f"{name}.ipynb")
    for name, text in (files or {}).items():
        (folder / name).write_text(text)
    nbgrader(course, "generate_assignment", ASSIGNMENT)
    return course


def copy_of(course: Path, target: Path) -> Path:
    """Return a copy of a course directory."""
    shutil.copytree(course, target)
    return target


def released(course: Path, notebook: str = NOTEBOOK) -> NotebookNode:
    """Return the released notebook."""
    return nbformat.read(course / "release" / ASSIGNMENT / f"{notebook}.ipynb", as_version=4)


def hand_in(
    course: Path,
    student: str,
    answers: Mapping[str, str] | NotebookNode | bytes,
    *,
    notebook: str = NOTEBOOK,
    at: str | None = ON_TIME,
) -> Path:
    """Put a submission into submitted/: answers by grade_id, a whole notebook, or the bytes of a file."""
    folder = course / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(answers, bytes):
        content = answers
    elif isinstance(answers, NotebookNode):
        content = json.dumps(answers).encode()
    else:
        content = json.dumps(answered(released(course, notebook), **answers)).encode()
    (folder / f"{notebook}.ipynb").write_bytes(content)
    if at is not None:
        (folder / "timestamp.txt").write_text(at)
    return folder


def grade_here(course: Path, judging: OneByOne, **options: Any) -> Report:
    """Grade the assignment in this process."""
    with open_folder(course) as folder:
        return grade(folder, ASSIGNMENT, lambda: nullcontext(judging), most_open=4, **options)


def regrade_here(course: Path, judging: OneByOne, *tasks: str, apply: bool = False) -> Regrading:
    """Judge tasks anew in this process."""
    with open_folder(course) as folder:
        return regrade(
            folder, ASSIGNMENT, tasks, lambda: nullcontext(judging), most_open=4, apply=apply
        )


def rows(course: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the gradebook says about submissions."""
    queries = {
        "scores": _SCORES,
        "comments": _COMMENTS,
        "submissions": _SUBMISSIONS,
        "students": _STUDENTS,
    }
    with sqlite3.connect(course / "gradebook.db") as connection:
        return {name: connection.execute(text).fetchall() for name, text in queries.items()}


def scores(course: Path, student: str) -> dict[str, tuple[float | None, bool]]:
    """Return task -> automatic points and whether a person has to look."""
    return {row[2]: (row[3], bool(row[6])) for row in rows(course)["scores"] if row[0] == student}


def graded(course: Path, student: str, notebook: str = NOTEBOOK) -> NotebookNode:
    """Return a graded notebook."""
    return nbformat.read(
        course / "autograded" / student / ASSIGNMENT / f"{notebook}.ipynb", as_version=4
    )


def without(notebook: NotebookNode, *ids: str) -> NotebookNode:
    """Return a copy of a notebook without these cells."""
    copy = nbformat.from_dict(notebook)
    copy.cells = [cell for cell in copy.cells if grade_id(cell) not in ids]
    return copy


def tree(folder: Path) -> dict[str, bytes]:
    """Return relative path -> content of all files in a folder."""
    paths: Iterable[Path] = sorted(folder.rglob("*")) if folder.exists() else ()
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}
