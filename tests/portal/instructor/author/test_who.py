"""Solutions and hidden tests are seen by who teaches the offering, and by nobody else, on no page and in no call."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.portal.calls import Api
from tests.portal.classroom import START, Portal, hand_in
from tests.portal.instructor.author.scene import (
    CLAIM,
    EXERCISE,
    PAGE,
    SECRET,
    author,
    edited,
    fields,
    save,
)

PAGES = (PAGE, f"{PAGE}/part", f"{PAGE}/changes", f"{PAGE}/preview")
OTHERS = [
    ("snu-learner-1", 403),
    ("keio-learner-1", 403),
    ("keio-instructor", 404),
    ("snu-coordinator", 403),
    (None, 303),
]


@pytest.mark.parametrize(("login", "status"), OTHERS)
@pytest.mark.parametrize("address", PAGES)
def test_nobody_else_sees_them(
    portal: Portal, address: str, login: str | None, status: int
) -> None:
    save(author(portal), edited("a **pair**", "another **pair**"))
    answer = portal.visitor(login).get(address)
    assert answer.status_code == status
    assert SECRET not in answer.text


@pytest.mark.parametrize(("login", "status"), OTHERS)
@pytest.mark.parametrize("address", [PAGE, f"{PAGE}/release", f"{PAGE}/drop"])
def test_nobody_else_changes_anything(
    portal: Portal, address: str, login: str | None, status: int
) -> None:
    known = fields(author(portal).get(PAGE).text)
    visitor = portal.visitor(login)
    answer = visitor.form(address, "/api" if login else "/sign-in", **known)
    assert answer.status_code == status
    assert SECRET not in answer.text


def test_the_instructor_sees_them_and_no_browser_keeps_them(portal: Portal) -> None:
    answer = author(portal).get(PAGE)
    assert SECRET in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_exercise_that_the_offering_does_not_have_is_not_found(portal: Portal) -> None:
    assert author(portal).get(PAGE.replace(EXERCISE, "99_none")).status_code == 404
    assert author(portal).get(f"{PAGE}?revision=7").status_code == 200  # no draft, no texts
    save(author(portal), edited("a **pair**", "another **pair**"))
    assert author(portal).get(f"{PAGE}?revision=7").status_code == 404


def test_no_page_of_a_learner_holds_a_line_of_it(portal: Portal) -> None:
    with portal.writing() as session:
        learner = portal.room.people["snu-learner-1"]
        hand_in(session, portal.room, learner, EXERCISE, START + timedelta(days=1))
    visitor = portal.visitor("snu-learner-1")
    for path in ("/learner/", f"/learner/snu-2026/{EXERCISE}", "/learner/mastered", "/notices"):
        assert SECRET not in visitor.get(path, follow_redirects="yes").text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/grading/drafts/claims"),
        ("PUT", "/grading/drafts/x/lease"),
        ("PUT", "/grading/drafts/x/report"),
        ("PUT", "/grading/drafts/x/released"),
        ("POST", "/grading/drafts/x/failure"),
    ],
)
def test_the_calls_are_the_graders_alone(portal: Portal, method: str, path: str) -> None:
    portal.app.config["OPERATOR_TOKEN"] = "operator"
    for token, status in (("operator", 403), ("nobody", 401)):
        assert Api(portal.app.test_client(), token)(method, path, CLAIM).status == status
