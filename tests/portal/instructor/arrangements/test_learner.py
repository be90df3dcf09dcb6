"""The page of one learner: where she stands, with her own dates; and who may see it and what is arranged."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from portal.models import Arrangement
from tests.portal.classroom import DUE, Portal
from tests.portal.instructor.arrangements.test_arrangements import LATER, give, name
from tests.portal.instructor.rules.office import FIRST, Office, said

DAY = timedelta(days=1)
ROOT = "/instructor/uchicago-2026"


def test_it_shows_her_dates_attempts_points_and_arrangements(office: Office) -> None:
    office.rule(late_percent=10.0, attempt_limit=2)
    for number, at in ((1, DUE - DAY), (2, DUE + DAY), (3, DUE + 9 * DAY)):
        office.hand_in("uchicago-learner-1", at, attempt=number)
    page = said(office.get(f"/learners/{name(office.portal, 1)}"))
    assert "Simulated 1 Learner" in page
    assert "3 of 2" in page
    assert "late Graded" in page or "late 1 written answer" in page
    assert "after lateness 7.2 this one counts" in page
    assert "does not count: beyond the limit" in page
    assert "7.2 / 10" in page
    assert "Nothing was arranged with this learner." in page
    give(office, 1, **LATER)
    page = said(office.get(f"/learners/{name(office.portal, 1)}"))
    assert "Tue, Oct 27, 2026 23:59 (Chicago) own date" in page
    assert "due on Tue, Oct 27, 2026 23:59 (Chicago)" in page


def test_what_was_arranged_with_others_is_not_on_her_page(office: Office) -> None:
    give(office, 1, note="flu", **LATER)
    page = said(office.get(f"/learners/{name(office.portal, 2)}"))
    assert "flu" not in page
    assert "own date" not in page


def test_the_exercise_leads_to_each_learner_and_to_its_rules(office: Office) -> None:
    page = office.get(f"/exercises/{FIRST}").text
    assert f"{ROOT}/learners/{name(office.portal, 1)}" in page
    assert f"{ROOT}/exercises/{FIRST}/rules" in page


def test_learners_of_other_courses_and_teachers_have_no_page_here(office: Office) -> None:
    people = office.portal.room.people
    for login in ("utokyo-learner-1", "uchicago-instructor"):
        assert office.get(f"/learners/{people[login].pseudonym}").status_code == 404
    assert office.get("/learners/nobody").status_code == 404


@pytest.fixture
def number(office: Office) -> int:
    return give(office, 1, **LATER)


def paths(number: int, learner: str) -> list[str]:
    one = f"{ROOT}/arrangements/{number}"
    return [
        f"{ROOT}/learners/{learner}",
        f"{ROOT}/arrangements",
        f"{ROOT}/arrangements/give",
        f"{ROOT}/arrangements/apply",
        f"{one}/change",
        f"{one}/end",
        f"{one}/apply",
    ]


@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("utokyo-instructor", 404),
        ("uchicago-learner-1", 403),
        ("utokyo-learner-1", 403),
        ("uchicago-coordinator", 403),
        (None, 303),
    ],
)
def test_others_see_and_change_nothing(
    portal: Portal, office: Office, number: int, login: str | None, status: int
) -> None:
    visitor = portal.visitor(login)
    for path in paths(number, name(portal, 1)):
        answer = visitor.get(path)
        assert answer.status_code == status, path
        if login is None:
            assert "/sign-in" in answer.headers["Location"]
    one = f"{ROOT}/arrangements/{number}"
    for path in (f"{ROOT}/arrangements/give", f"{ROOT}/arrangements/apply", f"{one}/change"):
        assert visitor.form(path, "/sign-in").status_code == status
    for path in (f"{one}/apply", f"{one}/end"):
        assert visitor.form(path, "/sign-in").status_code == status
    assert [one.ended_at for one in office.read(select(Arrangement))] == [None]


def test_an_arrangement_of_another_course_is_not_found(portal: Portal, number: int) -> None:
    tokyo = Office(portal, "utokyo")
    for path in ("change", "end", "apply"):
        assert tokyo.get(f"/arrangements/{number}/{path}").status_code == 404
        sent = tokyo.visitor.form(
            f"{tokyo.root}/arrangements/{number}/{path}", f"{tokyo.root}/arrangements/give"
        )
        assert sent.status_code == 404
    assert [one.ended_at for one in tokyo.read(select(Arrangement))] == [None]
