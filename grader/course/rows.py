"""Writes a graded submission into the gradebook: what nbgrader writes, in few statements and one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    SourceCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import insert, select, update

from grader.course.known import KnownAssignment, KnownCell, KnownNotebook

PenaltyRule = Callable[[str, float, float], float | None]
"""Student, score and seconds late -> penalty of a late notebook; None for none."""


@dataclass(frozen=True)
class Points:
    """What a check, or nobody, gave for one cell.

    Attributes:
        automatic: points; None if a person has to mark it.
    """

    automatic: float | None


@dataclass(frozen=True)
class NotebookRecord:
    """What is recorded of one graded notebook.

    Attributes:
        points: grade_id of a cell with points -> points; a cell that is not there keeps what it has.
        comments: grade_id of a cell that is answered -> automatic comment.
        unchanged: grade_ids of cells with points whose answer is the one of the last grading: what a person gave for
            it stays valid.
    """

    points: Mapping[str, Points] = field(default_factory=dict)
    comments: Mapping[str, str | None] = field(default_factory=dict)
    unchanged: frozenset[str] = frozenset()


class Rows:
    """The rows of one assignment's submissions.

    Args:
        gradebook: of the course.
        assignment: what the gradebook knows about it.
        penalty: how late notebooks lose points.
    """

    def __init__(
        self, gradebook: Gradebook, assignment: KnownAssignment, penalty: PenaltyRule
    ) -> None:
        self._gradebook = gradebook
        self._session = gradebook.db
        self._assignment = assignment
        self._penalty = penalty

    def known_student(self, student: str) -> bool:
        """Return whether the gradebook has this student."""
        found = self._session.execute(select(Student.id).where(Student.id == student)).first()
        self._session.rollback()
        return found is not None

    def open(self, student: str, timestamp: datetime | None) -> None:
        """Make student and submission rows that are not there yet, and commit."""
        self._submission(student, timestamp)
        self._session.commit()

    def record(
        self,
        student: str,
        timestamp: datetime | None,
        notebooks: Mapping[str, NotebookRecord],
        missing: Sequence[str] = (),
    ) -> None:
        """Write the grading of a submission, all of it or nothing.

        Args:
            student: nbgrader's student id; made if it is new.
            timestamp: when it was handed in, in UTC without a zone; None keeps what the gradebook has.
            notebooks: name -> what is recorded.
            missing: notebooks that were not handed in: no points for any cell.
        """
        try:
            submission = self._submission(student, timestamp)
            late = _seconds_late(submission)
            for name, rows in self._notebooks(submission.id).items():
                known = self._assignment.notebooks[name]
                grades, comments = self._grades(rows.id), self._comments(rows.id)
                if name in missing:
                    for row in grades.values():
                        self._set(Grade, row, auto_score=0.0, needs_manual_grade=False)
                elif name in notebooks:
                    self._write(known, notebooks[name], grades, comments)
                    self._set_penalty(student, late, rows)
            self._session.commit()
        except BaseException:
            self._session.rollback()
            raise

    def scores(self, student: str) -> dict[tuple[str, str], Points]:
        """Return (notebook, grade_id) -> what checks gave in a student's submission; empty if there is none."""
        found: dict[tuple[str, str], Points] = {}
        row = self._session.execute(self._find(student)).first()
        if row is not None:
            for name, notebook in self._notebooks(row.id).items():
                cells = self._assignment.notebooks[name].cells.values()
                names = {cell.grade_row: cell.name for cell in cells}
                for cell, grade in self._grades(notebook.id).items():
                    if cell in names:
                        found[name, names[cell]] = Points(grade.auto_score)
        self._session.rollback()
        return found

    def rescore(self, student: str, points: Mapping[tuple[str, str], Points]) -> None:
        """Write new automatic points, all of them or none. What a person gave and wrote stays, and so it counts.

        Args:
            student: who has a submission.
            points: (notebook, grade_id) -> points.
        """
        try:
            submission = self._session.execute(self._find(student)).one()
            late = _seconds_late(submission)
            for name, notebook in self._notebooks(submission.id).items():
                known, grades = self._assignment.notebooks[name], self._grades(notebook.id)
                mine = {task: given for (place, task), given in points.items() if place == name}
                for task, given in mine.items():
                    row = grades[known.cells[task].grade_row or ""]
                    person = (
                        row.needs_manual_grade
                        if row.manual_score is not None
                        else given.automatic is None
                    )
                    self._set(Grade, row, auto_score=given.automatic, needs_manual_grade=person)
                if mine:
                    self._set_penalty(student, late, notebook)
            self._session.commit()
        except BaseException:
            self._session.rollback()
            raise

    def revise(self, notebook: str, cell: KnownCell) -> None:
        """Make a locked cell's text the one that learners are judged by from now on, and commit."""
        self._session.execute(
            update(SourceCell)
            .where(SourceCell.notebook_id == self._assignment.notebooks[notebook].row)
            .where(SourceCell.name == cell.name)
            .values(source=cell.source, checksum=cell.checksum)
        )
        self._session.commit()

    def _write(
        self,
        known: KnownNotebook,
        record: NotebookRecord,
        grades: Mapping[str, Any],
        comments: Mapping[str, Any],
    ) -> None:
        for name, points in record.points.items():
            row = grades[known.cells[name].grade_row or ""]
            marked = row.manual_score is not None
            holds = marked and not row.needs_manual_grade and name in record.unchanged
            person = not holds and (marked or points.automatic is None)
            self._set(Grade, row, auto_score=points.automatic, needs_manual_grade=person)
        for name, text in record.comments.items():
            row = comments[known.cells[name].comment_row or ""]
            self._set(Comment, row, auto_comment=text)

    def _set_penalty(self, student: str, late: float, notebook: Any) -> None:
        penalty = self._late_penalty(student, late, notebook.id)
        self._set(SubmittedNotebook, notebook, late_submission_penalty=penalty)

    def _late_penalty(self, student: str, late: float, notebook: str) -> float | None:
        if late <= 0:
            return None
        score = 0.0
        for row in self._grades(notebook).values():
            base = row.auto_score if row.manual_score is None else row.manual_score
            score += 0.0 if base is None else base + (row.extra_credit or 0.0)
        penalty = self._penalty(student, score, late)
        return None if penalty is None else min(max(penalty, 0.0), score)

    def _submission(self, student: str, timestamp: datetime | None) -> Any:
        """Return the submission's row, which is made with all that belongs to it if it is not there."""
        found = self._find(student)
        row = self._session.execute(found).first()
        if row is None:
            self._add_submission(student, timestamp)
            return self._session.execute(found).one()
        if timestamp is not None and row.timestamp != timestamp:
            self._set(SubmittedAssignment, row, timestamp=timestamp)
            return self._session.execute(found).one()
        return row

    def _find(self, student: str) -> Any:
        return (
            select(
                SubmittedAssignment.id,
                SubmittedAssignment.timestamp,
                SubmittedAssignment.extension,
                Assignment.duedate,
            )
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .where(
                SubmittedAssignment.assignment_id == self._assignment.row,
                SubmittedAssignment.student_id == student,
            )
        )

    def _add_submission(self, student: str, timestamp: datetime | None) -> None:
        known = self._session.execute(select(Student.id).where(Student.id == student)).first()
        if known is None:
            self._session.execute(insert(Student).values(id=student))
        submission = SubmittedAssignment(
            assignment_id=self._assignment.row, student_id=student, timestamp=timestamp
        )
        self._session.add(submission)
        self._session.flush()
        for known_notebook in self._assignment.notebooks.values():
            notebook = SubmittedNotebook(
                notebook_id=known_notebook.row, assignment_id=submission.id
            )
            self._session.add(notebook)
            self._session.flush()
            cells = known_notebook.cells.values()
            grades = [
                {"cell_id": cell.grade_row, "notebook_id": notebook.id, "needs_manual_grade": True}
                for cell in cells
                if cell.grade_row
            ]
            comments = [
                {"cell_id": cell.comment_row, "notebook_id": notebook.id}
                for cell in cells
                if cell.comment_row
            ]
            for kind, rows in ((Grade, grades), (Comment, comments)):
                if rows:
                    self._session.execute(insert(kind), rows)

    def _notebooks(self, submission: str) -> dict[str, Any]:
        rows = self._session.execute(
            select(
                SubmittedNotebook.id,
                SubmittedNotebook.notebook_id,
                SubmittedNotebook.late_submission_penalty,
            ).where(SubmittedNotebook.assignment_id == submission)
        ).all()
        by_row = {row.notebook_id: row for row in rows}
        return {
            name: by_row[known.row]
            for name, known in self._assignment.notebooks.items()
            if known.row in by_row
        }

    def _grades(self, notebook: str) -> dict[str, Any]:
        rows = self._session.execute(
            select(
                Grade.id,
                Grade.cell_id,
                Grade.auto_score,
                Grade.manual_score,
                Grade.extra_credit,
                Grade.needs_manual_grade,
            ).where(Grade.notebook_id == notebook)
        )
        return {row.cell_id: row for row in rows}

    def _comments(self, notebook: str) -> dict[str, Any]:
        rows = self._session.execute(
            select(Comment.id, Comment.cell_id, Comment.auto_comment).where(
                Comment.notebook_id == notebook
            )
        )
        return {row.cell_id: row for row in rows}

    def _set(self, kind: Any, row: Any, **values: Any) -> None:
        """Write the values that differ from those of a row."""
        if any(getattr(row, name) != value for name, value in values.items()):
            self._session.execute(update(kind).where(kind.id == row.id).values(**values))


def _seconds_late(submission: Any) -> float:
    """Return how late a submission is, its extension counted."""
    due, handed_in = submission.duedate, submission.timestamp
    if due is None or handed_in is None:
        return 0.0
    deadline = due + submission.extension if submission.extension is not None else due
    return float((handed_in - deadline).total_seconds())
