"""The measurement of pages: on a small course its pages answer, and the course is what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.bench.course import Course, make_course
from portal.bench.coursework import EXERCISES, TASKS, tasks_of
from portal.bench.pages import lines, measure, pages
from portal.database import engine_of
from portal.models import Change, Submission, Task, TaskScore


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return make_course(tmp_path_factory.mktemp("bench") / "portal", 12)


def ask(course: Course, path: str, cookie: str) -> int:
    answer = course.app.test_client(use_cookies=False).get(path, headers={"Cookie": cookie})
    return answer.status_code


def test_the_course_has_120_tasks_and_all_learners_take_part(course: Course) -> None:
    assert [task for number in range(EXERCISES) for task in tasks_of(number)] == list(range(TASKS))
    with Session(engine_of(course.app)) as session:
        assert session.scalar(select(func.count()).select_from(Task)) == 120
        assert session.scalar(select(func.count()).select_from(TaskScore)) == course.scores
        counting = select(func.count()).select_from(Submission).where(Submission.counts)
        assert session.scalar(counting) == 12 * EXERCISES


def test_the_same_seed_makes_the_same_course(course: Course, tmp_path: Path) -> None:
    again = make_course(tmp_path / "portal", 12)
    assert (again.attempts, again.scores) == (course.attempts, course.scores)


def test_every_page_answers_and_is_timed(course: Course) -> None:
    several = pages(course, 16)
    timings = list(measure(course, several, lambda path, cookie: ask(course, path, cookie)))
    assert [one.page for one in timings] == [page.name for page in several]
    for one in timings:
        assert 0 < one.median <= one.p95 <= one.slowest
    assert len(lines(timings)) == len(several) + 1
    with Session(engine_of(course.app)) as session:
        assert session.scalar(select(func.count()).select_from(Change)) == 4


def test_a_page_that_does_not_answer_is_no_figure(course: Course) -> None:
    with pytest.raises(RuntimeError, match="expected /learner/ to answer 200, got 500"):
        list(measure(course, pages(course, 2), lambda path, cookie: 500))
