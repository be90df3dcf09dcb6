"""nbgrader itself opens the gradebook that the portal writes, and finds the same marks in it."""

from __future__ import annotations

import csv
import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.plugins.export import CsvExportPlugin
from sqlalchemy import select

from grader.results import MarkedBy, Outcome
from portal.gradebook.nbgrader import nbgrader_file
from portal.gradebook.nbgrader_tables import TABLES
from portal.gradebook.rows import gradebook
from portal.models import ExerciseVersion, Submission, Task, TaskScore
from tests.portal.classroom import DUE, Portal
from tests.portal.gradebook.term import COURSE, FIRST, SECOND


@pytest.fixture
def opened(portal: Portal, tmp_path: Path) -> Iterator[Gradebook]:
    """The gradebook of the course, as nbgrader opens it."""
    path = tmp_path / "gradebook.db"
    with portal.writing() as session:
        path.write_bytes(nbgrader_file(session, COURSE))
    with Gradebook(f"sqlite:///{path}", course_id=COURSE) as found:
        yield found


def pseudonym(portal: Portal, number: int) -> str:
    return portal.room.people[f"utokyo-learner-{number}"].pseudonym


def test_learners_exercises_and_tasks_are_there(portal: Portal, opened: Gradebook) -> None:
    assert len(opened.students) == 16
    student = opened.find_student(pseudonym(portal, 1))
    assert (student.first_name, student.last_name) == ("学習者1", "模擬")
    assert sorted(one.name for one in opened.assignments) == sorted(portal.room.versions)
    assignment = opened.find_assignment(FIRST)
    assert assignment.duedate == DUE.replace(tzinfo=None)
    assert assignment.max_score == 10.0
    assert assignment.course_id == COURSE
    cell = opened.find_grade_cell("no_signalling", FIRST, FIRST)
    assert (cell.max_score, cell.cell_type) == (2.0, "markdown")


def test_scores_are_those_of_the_portal(portal: Portal, opened: Gradebook) -> None:
    with portal.writing() as session:
        rows = gradebook(session, COURSE).rows
    compared = 0
    for row in rows:
        for exercise, cell in row.cells.items():
            if cell.attempt is None:
                assert not opened.assignment_submissions(exercise) or all(
                    one.student_id != row.learner.pseudonym
                    for one in opened.assignment_submissions(exercise)
                )
                continue
            submission = opened.find_submission(exercise, row.learner.pseudonym)
            lost = sum(one.late_submission_penalty or 0.0 for one in submission.notebooks)
            assert submission.score == pytest.approx(cell.points)
            assert submission.score - lost == pytest.approx(cell.credit)
            assert submission.max_score == cell.maximum
            assert submission.needs_manual_grade == bool(cell.unmarked)
            compared += 1
    assert compared == 6


def test_nbgraders_own_export_gives_the_credit_of_the_portal(
    portal: Portal, opened: Gradebook, tmp_path: Path
) -> None:
    exporter = CsvExportPlugin()
    exporter.to = str(tmp_path / "grades.csv")
    exporter.export(opened)
    with (tmp_path / "grades.csv").open(encoding="utf-8", newline="") as file:
        lines = {(one["assignment"], one["student_id"]): one for one in csv.DictReader(file)}
    with portal.writing() as session:
        rows = gradebook(session, COURSE).rows
    for row in rows:
        for exercise in portal.room.versions:
            line = lines[exercise, row.learner.pseudonym]
            cell = row.cells.get(exercise)
            assert float(line["score"]) == pytest.approx((cell and cell.credit) or 0.0)
            assert line["last_name"] == row.learner.family_name


def test_who_marked_is_kept(portal: Portal, opened: Gradebook) -> None:
    essay = opened.find_grade("no_signalling", FIRST, FIRST, pseudonym(portal, 1))
    assert (essay.manual_score, essay.auto_score, essay.needs_manual_grade) == (2.0, None, False)
    check = opened.find_grade("bell_pair", FIRST, FIRST, pseudonym(portal, 3))
    assert (check.manual_score, check.auto_score, check.needs_manual_grade) == (None, 0.0, False)
    waiting = opened.find_grade("no_signalling", FIRST, FIRST, pseudonym(portal, 2))
    assert (waiting.manual_score, waiting.auto_score, waiting.needs_manual_grade) == (
        None,
        None,
        True,
    )


def test_lateness_is_a_penalty(portal: Portal, opened: Gradebook) -> None:
    late = opened.find_submission(SECOND, pseudonym(portal, 1))
    assert late.total_seconds_late == 5 * 3600
    (notebook,) = late.notebooks
    assert notebook.late_submission_penalty == pytest.approx(0.9)
    on_time = opened.find_submission(FIRST, pseudonym(portal, 1))
    assert on_time.total_seconds_late == 0
    assert on_time.notebooks[0].late_submission_penalty is None


def test_an_extension_is_an_extension(portal: Portal, tmp_path: Path) -> None:
    one = portal.room.people["utokyo-learner-1"]
    with portal.writing() as session:
        late = session.scalar(
            select(Submission).where(
                Submission.learner_id == one.id, Submission.exercise_id == SECOND
            )
        )
        assert late is not None
        late.due_at = DUE + timedelta(days=2, hours=3)
        late.is_late, late.late_factor = False, 1.0
        session.flush()
        path = tmp_path / "gradebook.db"
        path.write_bytes(nbgrader_file(session, COURSE))
    with Gradebook(f"sqlite:///{path}", course_id=COURSE) as found:
        submission = found.find_submission(SECOND, one.pseudonym)
        assert submission.extension == timedelta(days=2, hours=3)
        assert submission.duedate == (DUE + timedelta(days=2, hours=3)).replace(tzinfo=None)
        assert (submission.total_seconds_late, submission.score) == (0, 9.0)


def test_a_task_that_only_an_earlier_version_has_counts_for_who_solved_it(
    portal: Portal, tmp_path: Path
) -> None:
    one = portal.room.people["utokyo-learner-1"]
    with portal.writing() as session:
        mine = session.scalar(
            select(Submission).where(
                Submission.learner_id == one.id, Submission.exercise_id == FIRST
            )
        )
        assert mine is not None
        old = ExerciseVersion(
            exercise_id=FIRST,
            version="ffffffffffff",
            is_current=False,
            title={"en": "Old"},
            position=2,
            hours=1.0,
            maximum=3.0,
            manifest={},
        )
        task = Task(
            name="dropped",
            title={"en": "Dropped"},
            points=3.0,
            manual=False,
            competences=[],
            position=9,
        )
        old.tasks.append(task)
        session.add(old)
        session.flush()
        score = TaskScore(
            submission_id=mine.id,
            task_id=task.id,
            points=3.0,
            maximum=3.0,
            marked_by=MarkedBy.CHECK,
            outcome=Outcome.PASSED,
            code="passed",
            parameters={},
            rationale={},
            hint={},
        )
        session.add(score)
        session.flush()
        path = tmp_path / "gradebook.db"
        path.write_bytes(nbgrader_file(session, COURSE))
    with Gradebook(f"sqlite:///{path}", course_id=COURSE) as found:
        assert found.find_submission(FIRST, one.pseudonym).score == 13.0
        assert found.find_assignment(FIRST).max_score == 10.0


def test_a_course_without_learners_and_attempts_opens_too(portal: Portal, tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    with portal.writing() as session:
        path.write_bytes(nbgrader_file(session, "nobody"))
    with Gradebook(f"sqlite:///{path}", course_id="nobody") as found:
        assert found.students == found.assignments == []


def test_the_same_marks_make_the_same_file(portal: Portal) -> None:
    with portal.writing() as session:
        assert nbgrader_file(session, COURSE) == nbgrader_file(session, COURSE)


def test_the_tables_are_those_of_the_installed_nbgrader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # nbgrader asks the command alembic for its newest state.
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    Gradebook(f"sqlite:///{tmp_path / 'fresh.db'}", course_id="x").close()
    with (
        closing(sqlite3.connect(tmp_path / "fresh.db")) as fresh,
        closing(sqlite3.connect(":memory:")) as ours,
    ):
        ours.executescript(TABLES)
        assert state(ours) == state(fresh)


def state(database: sqlite3.Connection) -> tuple[set[str], list[tuple[str]]]:
    """Return all tables, and which of nbgrader's migrations they have."""
    tables = database.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")
    revision = database.execute("SELECT version_num FROM alembic_version").fetchall()
    return {re.sub(r"\s+", "", sql) for (sql,) in tables}, revision
