from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from grader.course import Course, Learner
from grader.errors import CourseError
from tests.grader.course.attempts import (
    LEARNER,
    NOW,
    gradebook,
    mark_by_hand,
    outcome,
    points,
    submit,
)
from tests.grader.course.sample import (
    ESSAY,
    EXERCISE,
    RIGHT,
    content,
    grade_id,
    source,
    write_source,
)


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


def test_all_that_was_deleted_comes_back_as_it_was(course):
    bare = course.sanitise(
        LEARNER.pseudonym, EXERCISE, content(nbformat.v4.new_notebook(cells=[])), NOW
    )
    expected = [cell for cell in course.released(EXERCISE).cells if grade_id(cell)]
    assert [grade_id(cell) for cell in bare.notebook.cells] == [grade_id(cell) for cell in expected]
    assert [cell.source.partition("\n###")[0] for cell in bare.notebook.cells] == [
        cell.source for cell in expected
    ]
    assert not bare.answered


def test_nbgraders_own_commands_go_on_working(course):
    course.record(*outcome(submit(course, **RIGHT)))
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


def test_installing_the_same_source_again_does_nothing(course, tmp_path):
    assert not course.install(EXERCISE, tmp_path / "source")


def test_a_new_version_keeps_submissions_and_adds_and_drops_tasks(course, tmp_path):
    course.record(*outcome(submit(course, **RIGHT, why="So.")))
    mark_by_hand(course, "why", 3.0)
    bigger = source(third=True)
    bigger.cells = [cell for cell in bigger.cells if not grade_id(cell).startswith("number")]
    bigger.cells[3].metadata.nbgrader.points = 5
    assert course.install(EXERCISE, write_source(tmp_path / "source", bigger))
    with gradebook(course) as book:
        submission = book.find_submission(EXERCISE, LEARNER.pseudonym)
        assert submission.max_score == 5 + 3 + 1
        assert submission.score == 2 + 3
    scores = course.record(*outcome(submit(course, **RIGHT, why="So.", last_answer="1")))
    assert points(scores) == {"double": 5.0, "why": None, "last": 1.0}
    assert scores[1].manual == 3.0


def test_files_beside_the_notebook_reach_the_execution_and_the_sources_win(course, tmp_path):
    assert submit(course).files == {}
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


def test_a_file_of_very_many_cells_is_graded_as_nothing_done(course):
    many = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("") for _ in range(2001)])
    sanitised = course.sanitise(LEARNER.pseudonym, EXERCISE, content(many), NOW)
    assert "2001" in sanitised.unreadable
    assert len(sanitised.notebook.cells) == len(source().cells)


def test_files_that_cannot_lie_side_by_side_are_the_courses_error(course):
    files = content(course.released(EXERCISE)) | {"a": b"", "a/b": b""}
    with pytest.raises(CourseError, match="nbgrader failed"):
        course.sanitise(LEARNER.pseudonym, EXERCISE, files, NOW)


def test_opening_again_keeps_everything(course):
    course.record(*outcome(submit(course, **RIGHT)))
    course.close()
    again = Course(course.directory, "physics")
    scores = again.record(*outcome(submit(again, **RIGHT), double="NameError"))
    assert points(scores)["double"] == 0.0
    again.enrol([Learner("p-1", "New", "Name")])
    with gradebook(again) as book:
        assert book.find_student("p-1").first_name == "New"
        assert len(book.students) == 1
