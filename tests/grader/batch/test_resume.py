"""A grading that is interrupted or killed leaves nothing half-written, and the next one goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest
from nbgrader.api import Gradebook

from grader.batch.lock import alone_in
from grader.batch.report import Status
from grader.course.outbox import replaced_at_end, write_new
from grader.errors import CourseError
from tests.grader.batch.courses import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    WRONG,
    copy_of,
    environment,
    grade_here,
    graded,
    hand_in,
    make_course,
    rows,
    scores,
    tree,
)

STUDENTS = [f"s{number}" for number in range(6)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("made") / "course")
    for student in STUDENTS:
        hand_in(course, student, RIGHT)
    return course


@pytest.fixture
def course(made, tmp_path):
    return copy_of(made, tmp_path / "course")


def test_what_is_recorded_is_not_graded_again(course, judging):
    stopping = Event()

    def stop_at_third(key):
        if key.startswith("s2"):
            stopping.set()

    judging.before = stop_at_third
    first = grade_here(course, judging, stopping=stopping)
    assert first.left == 3
    assert "not come to" in first.text()
    assert {row[0] for row in rows(course)["scores"]} == {"s0", "s1", "s2"}
    judging.jobs.clear()
    second = grade_here(course, judging)
    assert [key for key in judging.jobs if key != "reference solution"] == [
        f"{student}/{NOTEBOOK}" for student in STUDENTS[3:]
    ]
    assert second.left == 0
    assert all(scores(course, student)["double"] == (2.0, False) for student in STUDENTS)


def test_nothing_is_done_where_all_is_graded_and_newer_submissions_are_graded_again(
    course, judging
):
    grade_here(course, judging)
    judging.jobs.clear()
    assert {line.status for line in grade_here(course, judging).lines} == {Status.SKIPPED}
    assert judging.jobs == []
    hand_in(course, "s1", WRONG, at="2026-04-01 12:00:01 UTC")
    hand_in(course, "s2", WRONG, at="2026-04-01 11:00:00 UTC")
    grade_here(course, judging)
    assert judging.jobs == [f"s1/{NOTEBOOK}"]
    assert scores(course, "s1")["double"] == (0.0, False)
    assert scores(course, "s2")["double"] == (2.0, False)
    judging.jobs.clear()
    grade_here(course, judging, force=True, students=["s2"])
    assert judging.jobs == [f"s2/{NOTEBOOK}"]
    assert scores(course, "s2")["double"] == (0.0, False)


def test_a_forced_grading_goes_on_too(course, judging):
    grade_here(course, judging)
    stopping = Event()
    judging.before = lambda key: stopping.set() if key.startswith("s2") else None
    assert grade_here(course, judging, force=True, stopping=stopping).left == 3
    judging.jobs.clear()
    grade_here(course, judging, force=True)
    assert judging.jobs == [f"{student}/{NOTEBOOK}" for student in STUDENTS[3:]]
    judging.jobs.clear()
    grade_here(course, judging, force=True)
    assert len(judging.jobs) == len(STUDENTS)


def test_a_newer_submission_that_cannot_be_read_leaves_the_former_grading(course, judging):
    grade_here(course, judging, students=["s0"])
    before = rows(course), tree(course / "autograded")
    hand_in(course, "s0", b"{", at="2026-04-02 12:00:00 UTC")
    assert grade_here(course, judging, students=["s0"]).failed
    assert (rows(course), tree(course / "autograded")) == before


def test_marks_of_people_stay_and_are_looked_at_again(course, judging):
    grade_here(course, judging, students=["s0"])
    mark_by_hand(course, "double", 1.5)
    hand_in(course, "s0", WRONG, at="2026-04-02 12:00:00 UTC")
    grade_here(course, judging, students=["s0"])
    row = next(row for row in rows(course)["scores"] if row[2] == "double")
    assert row[3:] == (0.0, 1.5, None, 1)


def mark_by_hand(course, task, points):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        grade = book.find_grade(task, NOTEBOOK, ASSIGNMENT, "s0")
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def test_a_folder_is_exchanged_at_once(tmp_path):
    target = tmp_path / "graded"
    with replaced_at_end(target) as new:
        write_new(new, {"a.ipynb": b"1", "deep/b": b"2"}, 0o444)
        assert not target.exists()
    with pytest.raises(KeyboardInterrupt), replaced_at_end(target) as new:
        write_new(new, {"a.ipynb": b"3"}, 0o444)
        raise KeyboardInterrupt
    assert tree(target) == {"a.ipynb": b"1", "deep/b": b"2"}
    (tmp_path / ".qampus-new-graded").mkdir()  # of a killed grader
    with replaced_at_end(target) as new:
        write_new(new, {"a.ipynb": b"4"}, 0o444)
    assert tree(tmp_path) == {"graded/a.ipynb": b"4"}


def test_one_grading_at_a_time(course, judging):
    with alone_in(course), pytest.raises(CourseError, match="another qampus"):
        grade_here(course, judging)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_the_command_goes_on_after_ctrl_c_and_after_a_kill(course, number):
    for student in [f"t{number}" for number in range(30)]:
        hand_in(
            course, student, RIGHT | {"number_answer": "import time\ntime.sleep(0.3)\nnumber = 7"}
        )
    process = command(course)
    deadline = time.monotonic() + 240
    while len(list((course / "autograded").glob("*/*/*.ipynb"))) < 3:
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.05)
    # as a terminal does: to the whole group
    os.killpg(process.pid, number)
    output, _ = process.communicate(timeout=120)
    begun = {path.parent.parent.name for path in (course / "autograded").glob("*/*/*.ipynb")}
    assert 3 <= len(begun) < 36
    recorded = {row[0] for row in rows(course)["scores"]}
    assert begun <= recorded
    for student in begun:
        assert scores(course, student)["double"] == (2.0, False)
        graded(course, student)
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert "again to go on" in output
    process = command(course)
    output, _ = process.communicate(timeout=300)
    assert process.returncode == 0, output
    assert f"skipped, graded before      {len(begun)}" in output
    assert len({row[0] for row in rows(course)["scores"]}) == 36
    assert len(rows(course)["scores"]) == 36 * 3
    assert not list((course / "autograded").rglob(".qampus*"))


def command(course):
    return subprocess.Popen(
        [Path(sys.executable).parent / "qampus", "grade", ASSIGNMENT, "--course", course],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(course),
        start_new_session=True,
    )
