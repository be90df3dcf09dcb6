"""Submissions that are odd, broken or hostile: each gets what is honest, and none stops the others."""

from __future__ import annotations

import json
import os

import nbformat
import pytest

from grader.batch.report import Status
from grader.errors import CourseError
from tests.grader.batch.courses import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    WRONG,
    copy_of,
    grade_here,
    graded,
    hand_in,
    make_course,
    nbgrader,
    released,
    rows,
    scores,
    without,
)
from tests.grader.course.sample import answered, edited, grade_id, mark, source

FULL = {"double": (2.0, False), "number": (1.0, False), "why": (None, True)}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("made") / "course")


@pytest.fixture
def course(made, tmp_path):
    return copy_of(made, tmp_path / "course")


def right(course):
    return answered(released(course), **RIGHT)


def lines(report):
    return {line.student: (line.status, line.reason) for line in report.lines}


def test_what_cannot_be_read_fails_alone_with_a_reason(course, judging):
    hand_in(course, "honest", RIGHT)
    hand_in(course, "broken", b"{ no json")
    hand_in(course, "deep", b"[" * 100_000)
    hand_in(course, "old", json.dumps({"nbformat": 3, "worksheets": []}).encode())
    hand_in(course, "empty", b"")
    hand_in(course, "huge", b"{}")
    os.truncate(course / "submitted" / "huge" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", 200_000_000)
    hand_in(course, "timeless", RIGHT, at="yesterday, I think")
    (course / "submitted" / "lost" / ASSIGNMENT).mkdir(parents=True)
    report = grade_here(course, judging)
    assert {line.student for line in report.failed} == {
        "broken", "deep", "old", "empty", "huge", "timeless", "lost"
    }  # fmt: skip
    assert "200 MB" in lines(report)["huge"][1]
    assert all(reason and "\n" not in reason for _, reason in lines(report).values() if reason)
    assert scores(course, "honest") == FULL
    assert {row[0] for row in rows(course)["scores"]} == {"honest"}
    assert not (course / "autograded" / "broken").exists()


def test_links_and_pipes_are_not_read(course, judging):
    hand_in(course, "links", RIGHT)
    folder = course / "submitted" / "links" / ASSIGNMENT
    (folder / "source.txt").symlink_to(course / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    (folder / "home").symlink_to(course)
    os.mkfifo(folder / "pipe")
    hand_in(course, "stolen", RIGHT)
    stolen = course / "submitted" / "stolen" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    stolen.unlink()
    stolen.symlink_to(course / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    report = grade_here(course, judging)
    assert lines(report)["links"][0] is Status.GRADED
    assert lines(report)["stolen"][0] is Status.FAILED
    assert "link" in lines(report)["stolen"][1]
    kept = {path.name for path in (course / "autograded" / "links" / ASSIGNMENT).iterdir()}
    assert kept == {f"{NOTEBOOK}.ipynb", "timestamp.txt"}


def test_a_deleted_check_wins_nothing_and_keeps_nothing(course, judging):
    hand_in(course, "learner", RIGHT)
    grade_here(course, judging)
    hand_in(course, "learner", without(right(course), "double"), at="2026-04-01 13:00:00 UTC")
    hand_in(course, "other", RIGHT)
    grade_here(course, judging)
    assert scores(course, "learner")["double"] == (0.0, False)
    assert scores(course, "learner")["number"] == (1.0, False)
    assert scores(course, "other") == FULL


def test_a_deleted_check_is_put_back_where_the_course_says_so(made, tmp_path, judging):
    course = copy_of(made, tmp_path / "course")
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.OverwriteCells.add_missing_cells = True\n"
    )
    # nbgrader itself fails on a check whose answer is deleted, too
    hand_in(course, "learner", without(right(course), "double", "number", "number_answer"))
    grade_here(course, judging)
    assert scores(course, "learner")["double"] == (2.0, False)
    assert scores(course, "learner")["number"] == (0.0, False)


def changed(edit):
    return lambda course: edited(right(course), edit)


def set_points(notebook):
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.metadata.nbgrader.points = 100
            cell.source = "1000"


def rename(notebook):
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.metadata.nbgrader.grade_id = "mine"


def retype(notebook):
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.cell_type = "markdown"
            cell.metadata.nbgrader.update(grade=False, solution=True, locked=False)


def double(notebook):
    wrong = mark(nbformat.v4.new_code_cell("pass"), "double", grade=True, locked=True, points=2)
    notebook.cells.insert(0, wrong)


def reverse(notebook):
    notebook.cells.reverse()


def tag(notebook):
    for cell in notebook.cells:
        cell.metadata.tags = ["skip-execution", "raises-exception"]


@pytest.mark.parametrize(
    ("edit", "points"),
    [(set_points, 2.0), (rename, 0.0), (retype, 2.0), (double, 2.0), (reverse, 0.0), (tag, 2.0)],
)
def test_meddling_with_check_cells_wins_nothing(course, judging, edit, points):
    hand_in(course, "learner", edited(right(course), edit))
    report = grade_here(course, judging)
    assert not report.failed
    assert scores(course, "learner")["double"] == (points, False)
    hidden = [cell.source for cell in graded(course, "learner").cells if grade_id(cell) == "double"]
    assert all("secret(-6)" in text for text in hidden)


def test_a_notebook_that_was_not_handed_in_gets_no_points(tmp_path, judging):
    course = make_course(tmp_path / "course", {"first": source(), "second": source()})
    hand_in(course, "learner", RIGHT, notebook="first")
    grade_here(course, judging)
    points = {(row[1], row[2]): row[3:] for row in rows(course)["scores"]}
    assert points["first", "double"] == (2.0, None, None, 0)
    assert points["second", "double"] == (0.0, None, None, 0)
    assert points["second", "why"] == (0.0, None, None, 0)


def test_another_language_is_refused_in_one_line(tmp_path, judging):
    notebook = source()
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    course = make_course(tmp_path / "course", {NOTEBOOK: notebook})
    hand_in(course, "learner", {})
    reason = grade_here(course, judging).failed[0].reason
    assert "is in r; only Python" in reason


def test_no_such_assignment_student_or_gradebook(course, judging, tmp_path):
    hand_in(course, "learner", RIGHT)
    with pytest.raises(CourseError, match="no submission matches"):
        grade_here(course, judging, students=["nobody"])
    for folder in (course / "submitted").iterdir():
        (folder / ASSIGNMENT).rename(folder / "gone")
    with pytest.raises(CourseError, match="no submission matches"):
        grade_here(course, judging)
    (tmp_path / "bare").mkdir()
    with pytest.raises(CourseError, match="no gradebook"):
        grade_here(tmp_path / "bare", judging)
    (course / "gradebook.db").unlink()
    with pytest.raises(CourseError, match="generate_assignment"):
        grade_here(course, judging)


def test_students_are_created_only_if_the_course_says_so(course, judging):
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.Autograde.create_student = False\n"
    )
    nbgrader(course, "db", "student", "add", "known")
    hand_in(course, "known", RIGHT)
    hand_in(course, "stranger", RIGHT)
    report = grade_here(course, judging)
    assert [line.student for line in report.failed] == ["stranger"]
    assert rows(course)["students"] == [("known", None, None, None)]


def test_a_course_that_calls_its_folders_otherwise(tmp_path, judging):
    course = tmp_path / "course"
    course.mkdir()
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        "c.CourseDirectory.directory_structure = '{nbgrader_step}/{assignment_id}/{student_id}'\n"
        "c.CourseDirectory.submitted_directory = 'collected'\n"
        "c.CourseDirectory.autograded_directory = 'marked'\n"
        "c.CourseDirectory.db_url = 'sqlite:///marks.db'\n"
        "c.CourseDirectory.student_id_exclude = 'gone'\n"
        "c.CourseDirectory.ignore = ['*.secret']\n"
        "c.ClearHiddenTests.begin_test_delimeter = 'VEIL ON'\n"
        "c.ClearHiddenTests.end_test_delimeter = 'VEIL OFF'\n"
    )
    folder = course / "source" / ASSIGNMENT / "."
    folder.mkdir(parents=True)
    notebook = edited(source(), veil)
    nbformat.write(notebook, folder / f"{NOTEBOOK}.ipynb")
    nbgrader(course, "generate_assignment", ASSIGNMENT)
    handed = nbformat.read(course / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", as_version=4)
    assert all("VEIL" not in cell.source for cell in handed.cells)
    for student in ("learner", "gone"):
        place = course / "collected" / ASSIGNMENT / student
        place.mkdir(parents=True)
        nbformat.write(answered(handed, **RIGHT), place / f"{NOTEBOOK}.ipynb")
        (place / "x.secret").write_text("")
    report = grade_here(course, judging)
    assert [(line.student, line.status) for line in report.lines] == [("learner", Status.GRADED)]
    assert report.lines[0].points == 3.0
    marked = course / "marked" / ASSIGNMENT / "learner"
    assert [path.name for path in marked.iterdir()] == [f"{NOTEBOOK}.ipynb"]
    assert not (course / "gradebook.db").exists()


def veil(notebook):
    for cell in notebook.cells:
        cell.source = cell.source.replace("BEGIN HIDDEN TESTS", "VEIL ON").replace(
            "END HIDDEN TESTS", "VEIL OFF"
        )


def test_preprocessors_and_plugins_of_the_course(course, judging):
    (course / "ours.py").write_text(
        "from nbgrader.preprocessors import NbGraderPreprocessor\n"
        "from nbgrader.plugins import BasePlugin\n"
        "from nbgrader.api import Gradebook\n"
        "class Stamp(NbGraderPreprocessor):\n"
        "    def preprocess(self, nb, resources):\n"
        "        told = resources['nbgrader']\n"
        "        with Gradebook(told['db_url']) as book:\n"
        "            book.find_submission(told['assignment'], told['student'])\n"
        "        nb.metadata['stamped'] = told['student']\n"
        "        return nb, resources\n"
        "class Half(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return score / 2\n"
    )
    (course / "nbgrader_config.py").write_text(
        "import sys, pathlib\n"
        "sys.path.insert(0, str(pathlib.Path(__file__).parent))\n"
        "import ours\n"
        "from nbgrader.preprocessors import *\n"
        "c = get_config()\n"
        "c.AssignLatePenalties.plugin_class = 'ours.Half'\n"
        "c.Autograde.autograde_preprocessors = [Execute, ours.Stamp, SaveAutoGrades, AssignLatePenalties]\n"
    )
    nbgrader(course, "db", "assignment", "add", ASSIGNMENT, "--duedate=2026-04-01 11:00:00 UTC")
    hand_in(course, "learner", RIGHT)
    assert not grade_here(course, judging).failed
    assert rows(course)["submissions"][0][4] == 1.5
    assert graded(course, "learner").metadata.stamped == "learner"


def test_warnings_and_false_last_lines_do_not_decide(tmp_path, judging):
    notebook = source()
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.source = "import sys\nprint('old', file=sys.stderr)\nassert double(2) == 4"
        if grade_id(cell) == "number":
            cell.source = "number == 7"
    course = make_course(tmp_path / "course", {NOTEBOOK: notebook})
    hand_in(course, "right", RIGHT)
    hand_in(course, "wrong", WRONG | {"number_answer": "number = 8"})
    grade_here(course, judging)
    assert scores(course, "right")["double"] == (2.0, False)
    assert scores(course, "right")["number"] == (1.0, False)
    assert scores(course, "wrong")["number"] == (0.0, False)


def test_without_a_source_every_check_is_open_and_goes_to_a_person_if_that_is_wished(
    course, judging
):
    (course / "source").rename(course / "elsewhere")
    hand_in(course, "learner", RIGHT)
    report = grade_here(course, judging)
    assert set(report.unprotected) == {"double", "number"}
    assert report.lines[0].unprotected == 2
    assert scores(course, "learner") == FULL
    comments = {row[2]: row[3] for row in rows(course)["comments"]}
    assert "double is not protected" in comments["double_answer"]
    grade_here(course, judging, force=True, protected_only=True)
    assert scores(course, "learner") == {
        "double": (None, True),
        "number": (None, True),
        "why": (None, True),
    }


def test_a_broken_configuration_is_said(course, judging):
    (course / "nbgrader_config.py").write_text("c = get_config()\nraise OSError('no disk')\n")
    with pytest.raises(CourseError, match="no disk"):
        grade_here(course, judging)
