"""Live grading: the queue and the attempts that need somebody, of her own offering alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from grader.results import UNPROTECTED, Outcome
from portal.database import engine_of
from portal.models import AuditEntry, Person, Status, Submission, now
from tests.portal.classroom import Portal, Visitor, hand_in
from tests.portal.instructor.test_instructor_pages import plain, rows

EXERCISE = "04_entanglement"
OTHER = "03_single_qubit_gates"
PAGE = "/instructor/snu-2026/grading"


@pytest.fixture
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    yield portal
    engine_of(portal.app).dispose()


def failed(portal: Portal, learner: int = 0, reason: str = "CourseError: locked") -> str:
    """Let the grader have failed on an attempt for good; return its id."""
    with portal.writing() as session:
        person = portal.room.learners("snu")[learner]
        attempt = hand_in(session, portal.room, person, EXERCISE, now(), status=Status.NEEDS_PERSON)
        attempt.failures, attempt.failure_reason = 3, reason
        return attempt.public_id


def waiting(
    portal: Portal, learner: int, at: datetime, institution: str = "snu", **changes: object
) -> None:
    with portal.writing() as session:
        person = portal.room.learners(institution)[learner]
        attempt = hand_in(session, portal.room, person, EXERCISE, at, status=Status.QUEUED)
        for name, value in changes.items():
            setattr(attempt, name, value)


def graded_lately(portal: Portal, number: int, institution: str = "snu") -> None:
    """Let so many attempts have come five minutes ago and been graded since, evenly."""
    with portal.writing() as session:
        for turn, person in enumerate(portal.room.learners(institution)[:number]):
            came = now() - timedelta(minutes=6)
            attempt = hand_in(session, portal.room, person, OTHER, came)
            attempt.graded_at = now() - timedelta(seconds=1 + 290 * turn / number)


def english(portal: Portal) -> Visitor:
    visitor = portal.visitor("snu-instructor")
    visitor.speak("en")
    return visitor


def figures(page: str) -> dict[str, str]:
    found = re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", page, re.S)
    return {plain(name): plain(value) for name, value in found}


def test_a_course_at_rest(portal: Portal) -> None:
    page = english(portal).get(PAGE).text
    shown = figures(page)
    assert shown["waiting in the queue"] == "0"
    assert shown["time left"] == "nothing to do"
    assert "No attempt is stuck." in page
    assert "All points that checks gave are protected" in page


def test_rate_and_time_left(portal: Portal) -> None:
    graded_lately(portal, 12)
    for learner in range(3):
        waiting(portal, learner, now() - timedelta(minutes=5, seconds=30 - learner))
    shown = figures(english(portal).get(PAGE).text)
    assert shown["waiting in the queue"] == "3"
    assert shown["graded a minute, lately"] == "2.4"
    assert shown["time left"] == "1 to 3 minutes"


def test_attempts_of_other_courses_come_first_if_they_are_older(portal: Portal) -> None:
    graded_lately(portal, 12)
    for learner in range(12):
        waiting(portal, learner, now() - timedelta(minutes=6), "keio")
        waiting(portal, learner, now(), "utokyo")
    waiting(portal, 0, now() - timedelta(minutes=5))
    shown = figures(english(portal).get(PAGE).text)
    assert shown["waiting in the queue"] == "1"
    # thirteen of them, those that came later do not count
    assert shown["time left"] == "4 to 13 minutes"


def test_marks_of_people_are_no_gradings(portal: Portal) -> None:
    graded_lately(portal, 12)
    with portal.writing() as session:
        for attempt in session.scalars(select(Submission)):
            attempt.scores[0].marked_by = "person"
    waiting(portal, 0, now() - timedelta(seconds=20))
    shown = figures(english(portal).get(PAGE).text)
    assert shown["graded a minute, lately"] == "–"
    assert shown["time left"] == "not known yet"


def test_a_silent_grader_is_told(portal: Portal) -> None:
    waiting(portal, 0, now() - timedelta(minutes=10))
    page = english(portal).get(PAGE).text
    assert "The grader has not been heard of." in page
    assert figures(page)["time left"] == "not known yet"
    assert "The oldest one waits since" in page


def test_a_lease_that_has_passed_is_stuck(portal: Portal) -> None:
    at = now()
    soon = {"status": Status.CLAIMED, "lease_until": at + timedelta(minutes=5)}
    waiting(portal, 0, at, **soon)
    waiting(portal, 1, at, **soon | {"lease_until": at - timedelta(seconds=1)})
    waiting(portal, 2, at, failures=2, failure_reason="<b>CourseError</b>")
    page = english(portal).get(PAGE).text
    assert "2 attempts take longer than they should" in page
    told = [row[2] for row in rows(page) if len(row) == 4 and row[0] != "Learner"]
    assert told[0] == "The grader took it and did not report back in time."
    assert told[1].startswith("The grader has failed on it 2 times.")
    assert "&lt;b&gt;CourseError" in page


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("blob_missing: expected the stored file 12, got: nothing", "The stored notebook is"),
        ("blob_damaged: the stored file 12", "The stored notebook is missing or damaged."),
        ("the key of snu is missing: restore", "The secret key of the university is missing"),
        ("3 graders ended before they reported on it", "The grader ended three times"),
        ("CourseError: locked", "The grader itself failed three times."),
    ],
)
def test_why_the_grader_gave_up_is_told_in_words(portal: Portal, reason: str, told: str) -> None:
    failed(portal, reason=reason)
    page = english(portal).get(PAGE).text
    assert told in page
    assert reason in page


def test_what_a_check_could_not_tell_and_what_is_not_protected(portal: Portal) -> None:
    with portal.writing() as session:
        for person in portal.room.learners("snu")[:3]:
            attempt = hand_in(session, portal.room, person, EXERCISE, now(), essay=None)
            by_name = {score.task.name: score for score in attempt.scores}
            by_name["ghz"].parameters = {"case": 1, UNPROTECTED: 1}
            by_name["basis"].outcome, by_name["basis"].code = Outcome.UNGRADED, "judge_stopped"
    page = english(portal).get(PAGE).text
    found = [row for row in rows(page) if row and row[-1] == "3"]
    assert found == [
        [
            *("Measure in another basis", "Multi-qubit states and entanglement"),
            *("the check could not be finished", "3"),
        ],
        ["A GHZ state on n qubits", "Multi-qubit states and entanglement", "3"],
    ]


def test_an_attempt_is_graded_again_with_a_trace(portal: Portal) -> None:
    attempt = failed(portal)
    visitor = english(portal)
    answer = visitor.form(f"{PAGE}/again", PAGE, submission=attempt)
    assert (answer.status_code, answer.headers["Location"]) == (303, PAGE)
    page = visitor.get(PAGE).text
    assert "1 attempt is back in the queue." in page
    assert figures(page)["waiting in the queue"] == "1"
    with portal.writing() as session:
        found = session.scalars(select(Submission)).one()
        assert (found.status, found.failures, found.failure_reason) == (Status.QUEUED, 0, None)
        trace = session.scalars(select(AuditEntry)).one()
        teacher = session.scalars(select(Person).where(Person.login == "snu-instructor")).one()
    assert (trace.actor, trace.action, trace.subject) == (
        *(teacher.pseudonym, "graded_again", attempt),
    )
    assert trace.details["before"]["reason"] == "CourseError: locked"


def test_a_double_click_changes_nothing_more(portal: Portal) -> None:
    attempt = failed(portal)
    visitor = english(portal)
    visitor.form(f"{PAGE}/again", PAGE, submission=attempt)
    visitor.form(f"{PAGE}/again", PAGE, submission=attempt)
    assert "This attempt is in the queue or graded already." in visitor.get(PAGE).text
    with portal.writing() as session:
        assert len(session.scalars(select(AuditEntry)).all()) == 1


def test_all_of_them_but_those_with_a_later_attempt(portal: Portal) -> None:
    first, second, third = (failed(portal, learner) for learner in range(3))
    with portal.writing() as session:
        hand_in(session, portal.room, portal.room.learners("snu")[1], EXERCISE, now(), attempt=2)
    visitor = english(portal)
    page = visitor.get(PAGE).text
    assert set(re.findall(r'name="submission" value="(\w+)"', page)) == {first, third}
    visitor.form(f"{PAGE}/again", PAGE, submission=second)
    assert "The learner has handed in a later attempt." in visitor.get(PAGE).text
    visitor.form(f"{PAGE}/again", PAGE, all="1")
    assert "2 attempts are back in the queue." in visitor.get(PAGE).text
    visitor.form(f"{PAGE}/again", PAGE, all="1")
    assert "No attempt can be graded again." in visitor.get(PAGE).text
    with portal.writing() as session:
        states = {
            one.public_id: one.status
            for one in session.scalars(select(Submission).where(Submission.attempt == 1))
        }
    assert states == {
        first: Status.QUEUED,
        second: Status.NEEDS_PERSON,
        third: Status.QUEUED,
    }


def test_an_attempt_that_is_not_there(portal: Portal) -> None:
    visitor = english(portal)
    visitor.form(f"{PAGE}/again", PAGE, submission="none")
    assert "There is no such attempt in this course." in visitor.get(PAGE).text


def test_an_attempt_of_another_course_is_not_there(portal: Portal) -> None:
    attempt = failed(portal)
    visitor = portal.visitor("keio-instructor")
    visitor.speak("en")
    own = "/instructor/keio-2026/grading"
    visitor.form(f"{own}/again", own, submission=attempt)
    assert "There is no such attempt in this course." in visitor.get(own).text
    with portal.writing() as session:
        assert session.scalars(select(Submission)).one().status == Status.NEEDS_PERSON


def test_the_part_follows_the_offering_and_is_quiet_while_nothing_changes(portal: Portal) -> None:
    visitor = english(portal)
    part = visitor.get(f"{PAGE}/part").text
    assert 'data-topic="offering:snu-2026"' in part
    assert "csrf_token" not in part
    again = re.findall(r'hx-get="([^"]+)"', part)[0].replace("&amp;", "&")
    assert visitor.get(again).status_code == 204
    waiting(portal, 0, now())
    assert figures(visitor.get(again).text)["waiting in the queue"] == "1"


PATHS = (PAGE, f"{PAGE}/part")


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(tmp_path_factory.mktemp("portal"))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("login", ["snu-learner-1", "keio-learner-1", "snu-coordinator"])
def test_other_roles_are_refused(still: Portal, login: str, path: str) -> None:
    assert still.visitor(login).get(path).status_code == 403


@pytest.mark.parametrize("path", PATHS)
def test_another_universitys_instructor_finds_nothing(still: Portal, path: str) -> None:
    assert still.visitor("keio-instructor").get(path).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_who_is_not_signed_in_is_sent_to_sign_in(still: Portal, path: str) -> None:
    assert "/sign-in" in still.visitor().get(path).headers["Location"]


@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("keio-instructor", 404),
        ("snu-learner-1", 403),
        ("keio-learner-1", 403),
        ("snu-coordinator", 403),
        (None, 303),
    ],
)
def test_nobody_else_has_anything_graded_again(
    portal: Portal, login: str | None, status: int
) -> None:
    attempt = failed(portal)
    visitor = portal.visitor(login)
    start = "/" if login else "/sign-in"
    answer = visitor.form(f"{PAGE}/again", own_start(visitor, start), submission=attempt)
    assert answer.status_code == status
    with portal.writing() as session:
        assert session.scalars(select(Submission)).one().status == Status.NEEDS_PERSON


def own_start(visitor: Visitor, path: str) -> str:
    """Return the page to which somebody is led, where she finds a form."""
    while (answer := visitor.get(path)).status_code in {302, 303}:
        path = answer.headers["Location"]
    return path
