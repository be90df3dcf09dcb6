"""The start page: what a learner should look at now, by her own dates."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from portal.database import engine_of
from portal.models import Status, now
from tests.portal.classroom import Portal
from tests.portal.learner.term import (
    DAY,
    FIRST,
    LEARNER,
    SECOND,
    THIRD,
    change,
    grant,
    hand,
    read_page,
    rule,
    section,
)

TITLES = {
    FIRST: "Qubits and measurement",
    SECOND: "Single-qubit gates and the Bloch sphere",
    THIRD: "Multi-qubit states and entanglement",
}


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    for exercise in TITLES:
        rule(portal, exercise, due_at=now() + 60 * DAY)
    return portal


@pytest.mark.parametrize(
    ("days", "group"),
    [(6.9, "this_week"), (7.1, "soon"), (20.9, "soon"), (21.1, None), (-1, "late")],
)
def test_what_is_to_do_stands_where_its_date_puts_it(
    portal: Portal, days: float, group: str | None
) -> None:
    rule(portal, SECOND, due_at=now() + days * DAY)
    for name in ("late", "this_week", "soon", "missed"):
        assert (TITLES[SECOND] in section(portal, name)) == (name == group), name


def test_her_own_date_holds_not_the_classs(portal: Portal) -> None:
    rule(portal, SECOND, due_at=now() - DAY)
    grant(portal, SECOND, due_at=now() + 3 * DAY)
    assert TITLES[SECOND] in section(portal, "this_week")
    assert "in 3 days" in section(portal, "this_week")
    assert section(portal, "late") == ""
    assert TITLES[SECOND] in section(portal, "late", "utokyo-learner-2")


def test_what_closed_is_missed_and_what_never_is_due_goes_by_its_closing(portal: Portal) -> None:
    rule(portal, FIRST, due_at=now() - 5 * DAY, closes_at=now() - DAY)
    rule(portal, SECOND, due_at=None, closes_at=now() + 2 * DAY)
    assert TITLES[FIRST] in section(portal, "missed")
    assert section(portal, "late") == ""
    week = section(portal, "this_week")
    assert TITLES[SECOND] in week
    assert "Closes" in week
    assert "Due:" not in week


def test_lateness_and_attempts_are_said_in_plain_words(portal: Portal) -> None:
    rule(portal, FIRST, due_at=now() + 2 * DAY, late_percent=10, grace_minutes=90, attempt_limit=3)
    week = section(portal, "this_week")
    assert "3 of 3 attempts left" in week
    assert (
        "Up to 1 hour 30 minutes late costs nothing; after that, each day that has begun since the due date takes off "
        "10% of your points." in week
    )
    rule(portal, FIRST, due_at=now() - 1.5 * DAY, grace_minutes=0)
    assert "takes off 20% of your points; each day that begins takes off 10% more" in section(
        portal, "late"
    )
    rule(portal, FIRST, due_at=now() - timedelta(minutes=5), grace_minutes=30)
    assert "still within the grace period" in section(portal, "late")
    rule(portal, FIRST, due_at=now() - 30 * DAY)
    assert "brings no points any more" in section(portal, "late")


def test_extra_attempts_are_counted(portal: Portal) -> None:
    rule(portal, FIRST, attempt_limit=2)
    grant(portal, None, extra_attempts=2)
    hand(portal, FIRST, now() - DAY)
    assert "3 of 4 attempts left" in section(portal, "graded")
    assert "4回中1回" in read_page(portal, "/learner/", language="ja")


def test_what_is_handed_in_is_being_graded_and_then_new(portal: Portal) -> None:
    rule(portal, FIRST, due_at=now() + 2 * DAY)
    sent = hand(portal, FIRST, now() - timedelta(hours=1), status=Status.QUEUED)
    assert TITLES[FIRST] in section(portal, "grading")
    assert section(portal, "this_week") == ""
    change(portal, sent, status=Status.NEEDS_PERSON)
    assert "A person will look at it" in section(portal, "grading")
    done = hand(portal, FIRST, now() - timedelta(minutes=30), attempt=2, essay=1.0)
    assert "9 of 10 points" in section(portal, "graded")
    assert section(portal, "grading") == ""
    change(portal, done, graded_at=now() - 8 * DAY)
    assert section(portal, "graded") == ""


def test_the_newest_result_is_first(portal: Portal) -> None:
    hand(portal, FIRST, now() - DAY)
    hand(portal, SECOND, now() - 2 * DAY)
    graded = section(portal, "graded")
    assert graded.index(TITLES[FIRST]) < graded.index(TITLES[SECOND])


def test_points_are_those_after_lateness(portal: Portal) -> None:
    rule(portal, FIRST, due_at=now() - 2 * DAY, late_percent=10)
    hand(portal, FIRST, now() - 1.5 * DAY, essay=2.0)
    assert "9 of 10 points" in section(portal, "graded")


def test_with_nothing_due_the_next_of_the_course_is_named(portal: Portal) -> None:
    hand(portal, FIRST, now() - DAY)
    page = read_page(portal, "/learner/")
    assert f"Nothing is due in the next 7 days. Next in the course: {TITLES[SECOND]}" in page
    hand(portal, SECOND, now() - DAY)
    hand(portal, THIRD, now() - DAY)
    assert "handed in everything that is open" in read_page(portal, "/learner/")


def test_what_is_not_released_is_not_there(portal: Portal) -> None:
    rule(portal, THIRD, release_at=now() + DAY)
    assert TITLES[THIRD] not in read_page(portal, "/learner/")


def test_the_number_of_questions_does_not_grow_with_the_attempts(portal: Portal) -> None:
    """One question for each exercise or attempt would make the page slow in the middle of a term."""
    asked: list[str] = []
    event.listen(
        engine_of(portal.app), "before_cursor_execute", lambda *given: asked.append(given[2])
    )
    visitor = portal.visitor(LEARNER)

    def questions() -> int:
        asked.clear()
        assert visitor.get("/learner/").status_code == 200
        return len(asked)

    before = questions()
    for exercise in TITLES:
        for number in range(1, 5):
            hand(portal, exercise, now() - DAY, attempt=number)
    grant(portal, FIRST, extra_attempts=1)
    grant(portal, None, time_factor=1.5)
    assert questions() == before
    assert before <= 10
    assert not any("task_score" in question for question in asked)
