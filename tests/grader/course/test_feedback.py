from __future__ import annotations

import nbformat
import pytest

from tests.grader.course.attempts import (
    LEARNER,
    outcome,
    submit,
)
from tests.grader.course.sample import (
    EXERCISE,
    RIGHT,
    grade_id,
)


def test_feedback_shows_the_score_and_no_hidden_test(course):
    submitted = submit(course, **RIGHT)
    _, executed = outcome(submitted, double="AssertionError")
    check = next(cell for cell in executed.cells if grade_id(cell) == "double")
    check.outputs[0].traceback = ["---> assert double(-3) == secret(-6)"]
    course.record(submitted, executed)
    page = course.feedback(LEARNER.pseudonym, EXERCISE).decode()
    assert "Score: 1.0 / 6.0" in " ".join(page.split())
    assert "secret(-6)" not in page
    assert "secret" in page  # the given cell defines it


@pytest.mark.parametrize(("mark", "shown"), [({"hidden": True}, False), ({"hidden": False}, True)])
def test_an_error_is_shown_if_the_judge_says_that_nothing_hidden_failed(course, mark, shown):
    submitted, executed = outcome(submit(course, **RIGHT), double="AssertionError")
    check = next(cell for cell in executed.cells if grade_id(cell) == "double")
    check.metadata.qampus = mark
    check.outputs[0].traceback = ["why it failed"]
    course.record(submitted, executed)
    page = course.feedback(LEARNER.pseudonym, EXERCISE).decode()
    assert ("why it failed" in page, "a check that is not shown failed" in page) == (
        shown,
        not shown,
    )


def test_pictures_in_feedback_have_a_text(course):
    submitted, executed = outcome(submit(course, **RIGHT))
    picture = nbformat.v4.new_output("display_data", data={"image/png": "AAAA"})
    executed.cells[2].outputs = [picture]
    course.record(submitted, executed)
    page = " ".join(course.feedback(LEARNER.pseudonym, EXERCISE).decode().split())
    assert 'AAAA" alt="No description has been provided for this image"' in page
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>")
