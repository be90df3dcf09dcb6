"""Marks by API: for instructors of the course and the operator, page by page, each page noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from portal.accounts.tokens import make_token
from portal.models import AuditEntry
from tests.portal.api.contract import hold_to_description
from tests.portal.calls import OPERATOR_TOKEN, Api
from tests.portal.classroom import Portal
from tests.portal.gradebook.term import COURSE, FIRST, SECOND, fill

ADDRESS = f"/offerings/{COURSE}/marks"


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    portal = Portal(tmp_path)
    portal.app.config["OPERATOR_TOKEN"] = OPERATOR_TOKEN
    hold_to_description(portal.app)
    fill(portal)
    return portal


def caller(portal: Portal, login: str | None) -> Api:
    if login == "operator":
        return Api(portal.app.test_client(), OPERATOR_TOKEN)
    if login is None:
        return Api(portal.app.test_client(), None)
    with portal.writing() as session:
        token = make_token(session, portal.room.people[login], "test")
    return Api(portal.app.test_client(), token)


@pytest.mark.parametrize(
    ("login", "status"),
    [
        (None, 401),
        ("utokyo-learner-1", 404),
        ("snu-learner-1", 404),
        ("utokyo-instructor", 200),
        ("snu-instructor", 404),
        ("utokyo-coordinator", 404),
        ("operator", 200),
    ],
)
def test_who_may_read_marks(portal: Portal, login: str | None, status: int) -> None:
    assert caller(portal, login)("GET", ADDRESS).status == status


@pytest.mark.parametrize("login", ["utokyo-instructor", "operator"])
def test_a_course_that_is_not_there_is_404(portal: Portal, login: str) -> None:
    answer = caller(portal, login)("GET", "/offerings/nowhere/marks")
    assert (answer.status, answer.code) == (404, "unknown_course")


def test_what_is_told_of_a_learner(portal: Portal) -> None:
    told = caller(portal, "utokyo-instructor")("GET", ADDRESS).json
    assert told["offering"] == COURSE
    assert [one["exercise"] for one in told["exercises"]] == list(portal.room.versions)
    one = next(one for one in told["learners"] if one["login"] == "utokyo-learner-1")
    assert (one["credit"], one["maximum"]) == (18.1, 30.0)
    first, second = one["exercises"]
    assert (first["exercise"], second["exercise"]) == (FIRST, SECOND)
    assert (second["points"], second["credit"], second["late_factor"]) == (9.0, 8.1, 0.9)
    assert (second["late"], second["state"]) == (True, "settled")
    assert [task["task"] for task in second["tasks"]] == [
        "bell_pair",
        "ghz",
        "basis",
        "no_signalling",
    ]
    assert sum(task["points"] for task in second["tasks"]) == second["points"]
    five = next(one for one in told["learners"] if one["login"] == "utokyo-learner-5")
    assert (five["exercises"][0]["state"], five["exercises"][0]["tasks"]) == ("failed", [])


def test_pages_together_are_everybody_once(portal: Portal) -> None:
    api = caller(portal, "utokyo-instructor")
    whole = api("GET", ADDRESS).json
    assert whole["next"] is None
    found, after, pages = [], "", 0
    while after is not None:
        page = api("GET", f"{ADDRESS}?limit=5&after={after}").json
        found += page["learners"]
        after = page["next"]
        pages += 1
    assert found == whole["learners"]
    assert (len(found), pages) == (16, 4)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=501", "limit=x", "limit=", "after=" + "a" * 65]
)
def test_a_query_without_sense_is_refused(portal: Portal, query: str) -> None:
    answer = caller(portal, "utokyo-instructor")("GET", f"{ADDRESS}?{query}")
    assert (answer.status, answer.code) == (422, "unreadable")


def test_every_page_that_is_read_is_noted_and_no_refusal(portal: Portal) -> None:
    caller(portal, "snu-instructor")("GET", ADDRESS)
    caller(portal, "utokyo-instructor")("GET", f"{ADDRESS}?limit=3")
    caller(portal, "operator")("GET", ADDRESS)
    with portal.writing() as session:
        noted = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "marks_exported").order_by(AuditEntry.id)
        ).all()
    teacher = portal.room.people["utokyo-instructor"].pseudonym
    assert [(one.actor, one.subject, one.details["learners"]) for one in noted] == [
        (teacher, COURSE, 3),
        ("operator", COURSE, 16),
    ]
