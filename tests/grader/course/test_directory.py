from __future__ import annotations

import csv
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from grader.course import Course, Learner
from grader.errors import CourseError
from tests.grader.course.sample import (
    ESSAY,
    EXERCISE,
    RIGHT,
    answered,
    content,
    grade_id,
    source,
    write_source,
)

NOW = datetime(2026, 4, 1, 12, 30, tzinfo=UTC)
LEARNER = Learner("p-1", "Simulated", "Learner")


@pytest.fixture
def course(tmp_path):
    course = Course(tmp_path / "course", "physics")
    course.install(EXERCISE, write_source(tmp_path / "source", source()))
    course.enrol([LEARNER])
    yield course
    course.close()


def submit(course, **answers):
    files = content(answered(course.released(EXERCISE), **answers))
    return course.sanitise(LEARNER.pseudonym, EXERCISE, files, NOW)


def outcome(sanitised, **errors):
    """Give a sanitised notebook the outputs of an execution: an error in the named checks."""
    notebook = nbformat.from_dict(sanitised.notebook)
    for cell in notebook.cells:
        if grade_id(cell) in errors:
            name = errors[grade_id(cell)]
            cell.outputs = [nbformat.v4.new_output("error", ename=name, evalue="", traceback=[])]
    return notebook


def points(scores):
    return {score.task: score.automatic for score in scores}


def gradebook(course):
    return Gradebook(f"sqlite:///{course.directory}/gradebook.db", course.course_id)


def mark_by_hand(course, task, score, comment=None):
    """Do what formgrader's handlers do."""
    with gradebook(course) as book:
        grade = book.find_grade(task, EXERCISE, EXERCISE, LEARNER.pseudonym)
        grade.manual_score, grade.needs_manual_grade = score, False
        if comment:
            book.find_comment(task, EXERCISE, EXERCISE, LEARNER.pseudonym).manual_comment = comment
        book.db.commit()


def nbgrader(course, *arguments):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    return subprocess.run(
        ["nbgrader", *arguments],
        cwd=course.directory,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )


def test_sanitised_notebook_has_the_hidden_tests_and_the_learners_answer(course):
    cells = {grade_id(cell): cell.source for cell in submit(course, **RIGHT).notebook.cells}
    assert "secret(-6)" in cells["double"]
    assert cells["double_answer"] == RIGHT["double_answer"]


def test_scores_are_nbgraders_in_notebook_order(course):
    sanitised = submit(course, **RIGHT, why="So.")
    assert sanitised.answered == {"double_answer", "number_answer", "why"}
    scores = course.record(LEARNER.pseudonym, EXERCISE, outcome(sanitised, number="AssertionError"))
    assert [score.task for score in scores] == ["double", "number", "why"]
    assert points(scores) == {"double": 2.0, "number": 0.0, "why": None}
    assert [score.needs_person for score in scores] == [False, False, True]


def test_an_untouched_written_answer_gets_nothing_and_needs_nobody(course):
    scores = course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course)))
    assert points(scores)["why"] == 0.0
    assert not scores[-1].needs_person


def test_recording_twice_changes_nothing(course):
    sanitised = submit(course, **RIGHT)
    first = course.record(LEARNER.pseudonym, EXERCISE, outcome(sanitised))
    again = submit(course, **RIGHT)
    assert course.record(LEARNER.pseudonym, EXERCISE, outcome(again)) == first


def test_nbgraders_own_commands_go_on_working(course):
    course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course, **RIGHT)))
    nbgrader(course, "export")
    with (course.directory / "grades.csv").open() as stream:
        (row,) = csv.DictReader(stream)
    assert (row["student_id"], row["first_name"], row["last_name"]) == (
        "p-1",
        "Simulated",
        "Learner",
    )
    assert (float(row["score"]), float(row["max_score"])) == (3.0, 6.0)
    assert row["timestamp"].startswith("2026-04-01 12:30")
    nbgrader(course, "generate_feedback", EXERCISE)
    assert (course.directory / "feedback" / "p-1" / EXERCISE / f"{EXERCISE}.html").exists()


def test_feedback_shows_the_score_and_no_hidden_test(course):
    submitted = submit(course, **RIGHT)
    executed = outcome(submitted, double="AssertionError")
    check = next(cell for cell in executed.cells if grade_id(cell) == "double")
    check.outputs[0].traceback = ["---> assert double(-3) == secret(-6)"]
    course.record(LEARNER.pseudonym, EXERCISE, executed)
    page = course.feedback(LEARNER.pseudonym, EXERCISE).decode()
    assert "Score: 1.0 / 6.0" in " ".join(page.split())
    assert "secret(-6)" not in page
    assert "secret" in page  # the given cell defines it


def test_marks_made_in_formgrader_are_seen(course):
    course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course, **RIGHT, why="So.")))
    assert course.marks() == {}
    before = course.stamp()
    mark_by_hand(course, "why", 2.5, "Nearly.")
    assert course.stamp() != before
    marks = course.marks()["p-1", EXERCISE]
    assert marks.points == {"why": 2.5}
    assert marks.comments == {"why": "Nearly."}


def test_a_mark_holds_while_the_answer_stays_and_not_after_it_changed(course):
    course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course, why="So.")))
    mark_by_hand(course, "why", 2.5)
    kept = course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course, **RIGHT, why="So.")))
    assert (kept[-1].manual, kept[-1].needs_person) == (2.5, False)
    changed = outcome(submit(course, **RIGHT, why="No."))
    assert course.record(LEARNER.pseudonym, EXERCISE, changed)[-1].needs_person
    # the same once more, as after a crash
    assert course.record(LEARNER.pseudonym, EXERCISE, changed)[-1].needs_person
    assert course.marks() == {}


def test_installing_the_same_source_again_does_nothing(course, tmp_path):
    assert not course.install(EXERCISE, tmp_path / "source")


def test_a_new_version_keeps_submissions_and_adds_and_drops_tasks(course, tmp_path):
    course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course, **RIGHT, why="So.")))
    mark_by_hand(course, "why", 3.0)
    bigger = source(third=True)
    bigger.cells = [cell for cell in bigger.cells if not grade_id(cell).startswith("number")]
    bigger.cells[3].metadata.nbgrader.points = 5
    assert course.install(EXERCISE, write_source(tmp_path / "source", bigger))
    with gradebook(course) as book:
        submission = book.find_submission(EXERCISE, LEARNER.pseudonym)
        assert submission.max_score == 5 + 3 + 1
        assert submission.score == 2 + 3
    scores = course.record(
        LEARNER.pseudonym, EXERCISE, outcome(submit(course, **RIGHT, why="So.", last_answer="1"))
    )
    assert points(scores) == {"double": 5.0, "why": None, "last": 1.0}
    assert scores[1].manual == 3.0


def test_files_beside_the_notebook_reach_the_execution_and_the_sources_win(course, tmp_path):
    folder = write_source(tmp_path / "source", source())
    (folder / "data.txt").write_text("ours")
    course.install(EXERCISE, folder)
    files = content(course.released(EXERCISE)) | {"data.txt": b"mine", "own/notes.txt": b"hello"}
    sanitised = course.sanitise(LEARNER.pseudonym, EXERCISE, files, NOW)
    assert sanitised.files == {"data.txt": b"ours", "own/notes.txt": b"hello"}
    again = course.sanitise(LEARNER.pseudonym, EXERCISE, content(course.released(EXERCISE)), NOW)
    assert again.files == {"data.txt": b"ours"}


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x"])
def test_paths_that_climb_out_are_refused_and_nothing_is_written(course, name):
    with pytest.raises(CourseError, match="inside the submission"):
        course.sanitise(LEARNER.pseudonym, EXERCISE, {name: b""}, NOW)
    assert not (course.directory / "submitted").exists()


def test_what_is_no_notebook_is_graded_as_nothing_done(course):
    sanitised = course.sanitise(LEARNER.pseudonym, EXERCISE, {f"{EXERCISE}.ipynb": b"{"}, NOW)
    assert "JSON" in sanitised.unreadable
    assert not sanitised.answered


def test_an_unknown_exercise_is_said(course):
    with pytest.raises(CourseError, match="other is not installed"):
        course.sanitise(LEARNER.pseudonym, "other", {}, NOW)


def test_a_source_that_nbgrader_refuses_is_said(course, tmp_path):
    broken = source(essay=ESSAY.replace("### END SOLUTION", ""))
    with pytest.raises(CourseError, match="no end solution"):
        course.install("broken", write_named(tmp_path, "broken", broken))


def write_named(folder, name, notebook):
    path = folder / name / f"{name}.ipynb"
    path.parent.mkdir()
    nbformat.write(notebook, path)
    return path.parent


def test_opening_again_keeps_everything(course):
    course.record(LEARNER.pseudonym, EXERCISE, outcome(submit(course, **RIGHT)))
    course.close()
    again = Course(course.directory, "physics")
    scores = again.record(
        LEARNER.pseudonym,
        EXERCISE,
        outcome(submit(again, **RIGHT), double="NameError"),
    )
    assert points(scores)["double"] == 0.0
    again.enrol([Learner("p-1", "New", "Name")])
    with gradebook(again) as book:
        assert book.find_student("p-1").first_name == "New"
        assert len(book.students) == 1


def test_late_penalties_are_those_of_nbgraders_plugin(course, tmp_path):
    (course.directory / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'physics'\n"
        "c.LateSubmissionPlugin.penalty_method = 'zero'\n"
    )
    with gradebook(course) as book:
        book.update_or_create_assignment(EXERCISE, duedate="2026-03-31 00:00:00 UTC")
    late = Course(course.directory, "physics")
    late.record(LEARNER.pseudonym, EXERCISE, outcome(submit(late, **RIGHT)))
    with gradebook(late) as book:
        notebook = book.find_submission_notebook(EXERCISE, EXERCISE, LEARNER.pseudonym)
        assert (notebook.score, notebook.late_submission_penalty) == (3.0, 3.0)
