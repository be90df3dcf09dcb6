"""What is read from nbgrader's gradebook: scores of a submission, and marks that people gave in formgrader."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import or_, select


@dataclass(frozen=True)
class Score:
    """The gradebook's row of one graded cell in one submission.

    Attributes:
        task: nbgrader's grade_id.
        maximum: points that it is worth.
        automatic: points that nbgrader gave; None where only a person can.
        manual: points that a person gave in formgrader, extra credit included; None if nobody did.
        needs_person: nbgrader asks for a person: nobody marked this answer yet.
        comment: what a person wrote about the answer.
    """

    task: str
    maximum: float
    automatic: float | None
    manual: float | None
    needs_person: bool
    comment: str | None = None


@dataclass(frozen=True)
class Marks:
    """What people gave for one submission in formgrader.

    Attributes:
        points: task -> points, extra credit included.
        comments: task -> what the person wrote about its answer.
    """

    points: Mapping[str, float] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)


def read_scores(gradebook: Gradebook, exercise: str, student: str) -> dict[str, Score]:
    """Return the scores of a submission: task -> score, in no particular order."""
    submitted = (
        select(SubmittedNotebook.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == exercise, Notebook.name == exercise)
        .where(SubmittedAssignment.student_id == student)
        .scalar_subquery()
    )
    texts = (
        select(SolutionCell.name, Comment.manual_comment)
        .join(SolutionCell, SolutionCell.id == Comment.cell_id)
        .where(Comment.notebook_id == submitted)
    )
    comments = {row.name: row.manual_comment for row in gradebook.db.execute(texts)}
    grades = (
        select(
            GradeCell.name,
            GradeCell.max_score,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
        )
        .join(GradeCell, GradeCell.id == Grade.cell_id)
        .where(Grade.notebook_id == submitted)
    )
    return {
        row.name: Score(
            task=row.name,
            maximum=row.max_score,
            automatic=row.auto_score,
            manual=_points(row.auto_score, row.manual_score, row.extra_credit),
            needs_person=row.needs_manual_grade,
            comment=comments.get(row.name) or comments.get(f"{row.name}_answer"),
        )
        for row in gradebook.db.execute(grades)
    }


def read_marks(gradebook: Gradebook) -> dict[tuple[str, str], Marks]:
    """Return all that people marked: (student, exercise) -> marks. Marks that need a second look are left out."""
    points: dict[tuple[str, str], dict[str, float]] = {}
    comments: dict[tuple[str, str], dict[str, str]] = {}
    where = (SubmittedAssignment.student_id, Assignment.name, BaseCell.name)
    grades = (
        select(*where, Grade.auto_score, Grade.manual_score, Grade.extra_credit)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Notebook.name == Assignment.name)
        .where(or_(Grade.manual_score.is_not(None), Grade.extra_credit.is_not(None)))
        .where(Grade.needs_manual_grade.is_(False))
    )
    for student, exercise, task, automatic, manual, extra in gradebook.db.execute(grades):
        given = _points(automatic, manual, extra)
        if given is not None:
            points.setdefault((student, exercise), {})[task] = given
    texts = (
        select(*where, Comment.manual_comment)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
        .join(SubmittedNotebook, SubmittedNotebook.id == Comment.notebook_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Notebook.name == Assignment.name)
        .where(Comment.manual_comment.is_not(None))
    )
    for student, exercise, cell, text in gradebook.db.execute(texts):
        if text.strip():
            comments.setdefault((student, exercise), {})[cell.removesuffix("_answer")] = text
    return {
        key: Marks(points.get(key, {}), comments.get(key, {}))
        for key in points.keys() | comments.keys()
    }


def _points(automatic: float | None, manual: float | None, extra: float | None) -> float | None:
    """Return nbgrader's score if a person had a hand in it: the manual one, or the automatic one with extra credit."""
    base = manual if manual is not None else automatic if extra else None
    return None if base is None else base + (extra or 0.0)


@cache
def empty_gradebook() -> bytes:
    """Return a gradebook without any course. nbgrader takes 2 s to make one, so it is made once per process."""
    before = os.environ.get("PATH", os.defpath)
    # nbgrader calls `alembic` by its bare name
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        with tempfile.TemporaryDirectory(prefix="qampus-gradebook-") as folder:
            path = Path(folder, "gradebook.db")
            Gradebook(f"sqlite:///{path}", "").close()
            return path.read_bytes()
    finally:
        os.environ["PATH"] = before
