"""Random instances in any nbgrader course: each student's own, the same at a regrade."""

from __future__ import annotations

import stat

import nbformat
import pytest

from grader.batch.instance_key import PLACE, course_key, instance_seed
from grader.checks.instances import PUBLIC, instances, use_seed
from grader.errors import CourseError
from tests.grader.batch.courses import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    grade_here,
    hand_in,
    make_course,
    regrade_here,
)
from tests.grader.course.sample import grade_id, source

CHECK = (
    "from grader.checks import instances\n"
    "drawn = int(instances('double').integers(10**9))\n"
    "print('instance', drawn)\n"
    "assert double(drawn) == 2 * drawn"
)


@pytest.fixture
def course(tmp_path):
    notebook = source()
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.source = CHECK
    made = make_course(tmp_path / "course", {NOTEBOOK: notebook})
    for student in ("one", "two"):
        hand_in(made, student, RIGHT)
    return made


def drawn(course, student):
    path = course / "autograded" / student / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    for cell in nbformat.read(path, as_version=4).cells:
        if grade_id(cell) == "double":
            return int(cell.outputs[0].text.split()[1])
    raise AssertionError


def by_hand(course, student):
    use_seed(instance_seed(course_key(course), student, ASSIGNMENT))
    try:
        return instances("double").integers(10**9)
    finally:
        use_seed(PUBLIC)


def test_each_student_has_her_own_and_a_regrade_meets_them_again(course, judging):
    grade_here(course, judging)
    first = {student: drawn(course, student) for student in ("one", "two")}
    public = int(instances("double").integers(10**9))
    assert len({*first.values(), public}) == 3
    assert first == {student: by_hand(course, student) for student in first}
    key = (course / PLACE).read_text()
    grade_here(course, judging, force=True)
    assert {student: drawn(course, student) for student in first} == first
    assert regrade_here(course, judging, "double").unchanged == 2
    assert (course / PLACE).read_text() == key


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path):
    key = course_key(tmp_path)
    assert len(key) == 32
    assert stat.S_IMODE((tmp_path / PLACE).stat().st_mode) == 0o600
    assert course_key(tmp_path) == key
    assert [path.name for path in (tmp_path / ".qampus").iterdir()] == ["instances.key"]
    assert course_key(tmp_path / "other") != key


def test_a_damaged_secret_is_said_and_never_replaced(tmp_path):
    course_key(tmp_path)
    for damaged in ("", "abc", "0" * 62, "x" * 64):
        (tmp_path / PLACE).write_text(damaged)
        with pytest.raises(CourseError, match="restore it from a backup"):
            course_key(tmp_path)
        assert (tmp_path / PLACE).read_text() == damaged
