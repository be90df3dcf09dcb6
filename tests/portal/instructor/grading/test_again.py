"""An attempt that is graded again goes the whole way as the grader sees it; a person's points stay."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from grader.results import MarkedBy
from portal.database import engine_of
from portal.instructor.grading.again import grade_again
from portal.instructor.grading.queries import live_page
from portal.instructor.grading.wording import failed
from portal.models import Offering, Person, Status, Submission, now
from tests.portal.calls import COURSE, Api, notebook, result


def put_back(app: Flask, submission: str) -> None:
    with app.test_request_context(), Session(engine_of(app)) as session, session.begin():
        asker = session.scalars(select(Person).limit(1)).one()
        grade_again(session, COURSE, submission, asker)


def give_up(grader: Api) -> str:
    """Fail three times on what waits; return its id."""
    for _ in range(3):
        (claimed,) = grader.claim()
        path = f"/grading/submissions/{claimed['submission']}/failure"
        assert grader("POST", path, {"reason": "the sandbox is gone"}).status == 200
    return str(claimed["submission"])


def test_it_is_handed_out_and_graded_like_a_new_one(
    app: Flask, as_person: Callable[[str], Api], grader: Api
) -> None:
    as_person("student-utokyo").submit(notebook())
    attempt = give_up(grader)
    assert grader.claim() == []
    put_back(app, attempt)
    with Session(engine_of(app)) as session:
        found = session.scalars(select(Submission)).one()
        assert (found.scores, found.unmarked, found.maximum) == ([], 0, None)
    (claimed,) = grader.claim()
    assert claimed["submission"] == attempt
    answer = grader("PUT", f"/grading/submissions/{attempt}/result", result(attempt))
    assert answer.status == 200, answer
    assert answer.json["status"] == "graded"


def test_points_that_a_person_gave_meanwhile_stay(
    app: Flask, as_person: Callable[[str], Api], grader: Api
) -> None:
    as_person("student-utokyo").submit(notebook())
    attempt = give_up(grader)
    with Session(engine_of(app)) as session, session.begin():
        score = session.scalars(select(Submission)).one().scores[0]
        score.points, score.marked_by, name = 1.0, MarkedBy.PERSON, score.task.name
    put_back(app, attempt)
    grader.claim()
    assert grader("PUT", f"/grading/submissions/{attempt}/result", result(attempt)).status == 200
    with Session(engine_of(app)) as session:
        scores = {one.task.name: one for one in session.scalars(select(Submission)).one().scores}
        assert (scores[name].points, scores[name].marked_by) == (1.0, MarkedBy.PERSON)


def test_what_the_claims_write_is_told_in_words(
    app: Flask, as_person: Callable[[str], Api], grader: Api
) -> None:
    as_person("student-utokyo").submit(notebook())
    for _ in range(4):
        grader.claim(lease=1e-6)
    with app.test_request_context(), Session(engine_of(app)) as session:
        page = live_page(session, session.get_one(Offering, COURSE), now())
        (row,) = page.failed.shown
        assert row.submission.status == Status.NEEDS_PERSON
        assert failed(row.submission).happened.startswith("The grader ended three times")
