"""How portal and gradebook stay one about marks, seen from the grader's side of the API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.database import read, write
from portal.marking import Given, give_mark, marked_score
from portal.models import AuditEntry, Notice, Person, Release, now
from tests.portal.calls import EXERCISE, Answer, Api, notebook, result, task_result

HOUR = timedelta(hours=1)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def submission(student: Api, grader: Api) -> str:
    """An attempt whose essay waits for a person."""
    made = str(student.submit(notebook()).json["submission"])
    grader.claim()
    assert put(grader, made).status == 200
    return made


def put(
    grader: Api, submission: str, essay: float | None = None, marked_at: datetime | None = None
) -> Answer:
    """Send a result, with the essay as a person marked it in formgrader, if at all."""
    query = "" if marked_at is None else f"?marked_at={marked_at:%Y-%m-%dT%H:%M:%S.%fZ}"
    written = None if essay is None else task_result("essay", essay, 3.0, "person")
    document = result(submission, essay=written)
    return grader("PUT", f"/grading/submissions/{submission}/result{query}", document)


def mark(
    app: Flask,
    submission: str,
    points: float,
    comment: str = "",
    login: str = "instructor-utokyo",
) -> None:
    with app.test_request_context(), write() as session:
        person = session.scalars(select(Person).where(Person.login == login)).one()
        score = marked_score(session, submission, "essay")
        give_mark(session, score, person, Given(points, None, comment))


def pending(grader: Api) -> list[dict[str, object]]:
    answer = grader("POST", "/grading/marks/claims", {"limit": 10})
    assert answer.status == 200
    return list(answer.json["marks"])


def record(grader: Api, one: dict[str, object]) -> Answer:
    path = f"/grading/submissions/{one['submission']}/marks/{one['task']}/recorded"
    return grader("PUT", path, {"marked_at": one["marked_at"]})


def score(student: Api) -> object:
    (entry,) = student("GET", "/exchange/assignments").json["assignments"]
    return entry["submissions"][-1]["score"]


def actions(app: Flask) -> list[str]:
    with app.app_context():
        return list(read().scalars(select(AuditEntry.action)))


def test_a_mark_waits_until_the_gradebook_has_it(app: Flask, grader: Api, submission: str) -> None:
    assert pending(grader) == []
    mark(app, submission, 1.5, "Half.")
    (one,) = pending(grader)
    assert (one["submission"], one["exercise"], one["task"]) == (submission, EXERCISE, "essay")
    assert (one["points"], one["comment"]) == (1.5, "Half.")
    assert len(str(one["learner"])) == 16
    assert pending(grader) == [one]  # asked again, e.g. after a crash
    assert record(grader, one).status == 200
    assert pending(grader) == []


def test_a_mark_that_is_changed_while_it_is_recorded_still_waits(
    app: Flask, grader: Api, submission: str
) -> None:
    mark(app, submission, 1.5)
    (one,) = pending(grader)
    mark(app, submission, 2.5)
    record(grader, one)
    (again,) = pending(grader)
    assert again["points"] == 2.5
    record(grader, again)
    assert pending(grader) == []


def test_marks_of_several_people_go_over_as_one_when_all_are_there(
    app: Flask, grader: Api, submission: str
) -> None:
    with app.app_context(), write() as session:
        for release in session.scalars(select(Release)):
            release.markers = 2
    mark(app, submission, 1.0, "One.")
    assert pending(grader) == []
    mark(app, submission, 2.0, "Two.", login="both-snu")
    (one,) = pending(grader)
    assert (one["points"], one["comment"]) == (1.5, "One.\n\nTwo.")


def test_a_grading_never_takes_a_mark_of_the_portal(
    app: Flask, student: Api, grader: Api, submission: str
) -> None:
    mark(app, submission, 1.5)
    put(grader, submission)  # graded anew
    assert score(student) == 3.5
    put(grader, submission, essay=3.0)  # the gradebook's old mark comes along with a grading
    assert score(student) == 3.5
    assert len(pending(grader)) == 1


def test_of_a_mark_here_and_one_in_formgrader_the_later_holds(
    app: Flask, student: Api, grader: Api, submission: str
) -> None:
    mark(app, submission, 1.5)
    put(grader, submission, essay=3.0, marked_at=now() - HOUR)
    assert score(student) == 3.5
    assert len(pending(grader)) == 1
    assert "marks_superseded" not in actions(app)
    put(grader, submission, essay=3.0, marked_at=now() + HOUR)
    assert score(student) == 5.0
    assert pending(grader) == []
    assert actions(app).count("marks_superseded") == 1
    put(grader, submission, essay=3.0, marked_at=now() + HOUR)  # sent again
    assert actions(app).count("marks_superseded") == 1
    mark(app, submission, 2.0)  # and later here
    assert score(student) == 4.0
    (one,) = pending(grader)
    assert one["points"] == 2.0


def test_a_recorded_mark_gives_way_to_formgrader_whatever_the_clocks_say(
    app: Flask, student: Api, grader: Api, submission: str
) -> None:
    mark(app, submission, 1.5)
    (one,) = pending(grader)
    record(grader, one)
    put(grader, submission, essay=0.5, marked_at=LONG_AGO)
    assert score(student) == 2.5


def test_a_mark_of_formgrader_tells_the_learner_once(
    app: Flask, grader: Api, submission: str
) -> None:
    for points in (1.0, 2.0):
        put(grader, submission, essay=points, marked_at=now())
    with app.app_context():
        assert list(read().scalars(select(Notice.kind))) == ["marks_given"]


@pytest.mark.parametrize("marked_at", ["yesterday", "2026-01-01T00:00:00"])
def test_a_time_that_cannot_be_read_is_refused(
    grader: Api, submission: str, marked_at: str
) -> None:
    path = f"/grading/submissions/{submission}/result?marked_at={marked_at}"
    assert grader("PUT", path, result(submission)).status == 422


def test_only_the_grader_hears_of_marks(
    app: Flask, operator: Api, as_person: Callable[[str], Api], client, submission: str
) -> None:
    mark(app, submission, 1.5)
    body = {"marked_at": "2026-11-01T00:00:00Z"}
    path = f"/grading/submissions/{submission}/marks/essay/recorded"
    for caller in (operator, as_person("instructor-utokyo"), as_person("student-utokyo")):
        assert caller("POST", "/grading/marks/claims", {"limit": 1}).status == 403
        assert caller("PUT", path, body).status == 403
    nobody = Api(client, None)
    assert nobody("POST", "/grading/marks/claims", {"limit": 1}).status == 401
    assert nobody("PUT", path, body).status == 401


@pytest.mark.parametrize("limit", [0, 101, "many"])
def test_a_limit_that_makes_no_sense_is_refused(grader: Api, campus: None, limit: object) -> None:
    assert grader("POST", "/grading/marks/claims", {"limit": limit}).status == 422


def test_an_unknown_attempt_is_not_found(grader: Api, campus: None) -> None:
    path = "/grading/submissions/none/marks/essay/recorded"
    assert grader("PUT", path, {"marked_at": "2026-11-01T00:00:00Z"}).status == 404
