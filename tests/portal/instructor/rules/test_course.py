"""Rules of several exercises at once: a plan of dates, and rules for all that are chosen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.portal.classroom import DUE
from tests.portal.instructor.rules.office import FIRST, SECOND, THIRD, Office, form_on, said

PLAN = {
    "dates": "plan",
    "first": "2026-10-20",
    "weekday": "0",
    "release_time": "09:00",
    "every": "7",
    "length": "6",
    "due_time": "23:59",
}


def test_a_plan_keeps_the_hour_over_a_change_of_the_clocks(office: Office) -> None:
    page = office.fill("/rules", **PLAN)
    assert "3 exercises would get other rules." in said(page)
    assert office.fill(page).status_code == 303
    due = [office.release(one).due_at for one in (FIRST, SECOND, THIRD)]
    # Mondays, due on Sundays at 23:59; the clocks are put back on 1 November.
    assert due == [
        datetime(2026, 11, 2, 5, 59, tzinfo=UTC),
        datetime(2026, 11, 9, 5, 59, tzinfo=UTC),
        datetime(2026, 11, 16, 5, 59, tzinfo=UTC),
    ]
    assert office.release(FIRST).release_at == datetime(2026, 10, 26, 14, 0, tzinfo=UTC)
    assert office.release(SECOND).release_at == datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
    assert len(office.audit()) == 3


def test_one_notice_tells_of_all_of_them(office: Office) -> None:
    office.fill(office.fill("/rules", **PLAN))
    assert len(office.notices("uchicago-learner-1")) == 1
    assert "Dates or rules of 3 exercises" in office.told("uchicago-learner-1")


def test_common_rules_hold_for_the_chosen_alone_and_dates_stay(office: Office) -> None:
    office.hand_in("uchicago-learner-1", DUE + timedelta(hours=1), SECOND)
    page = office.fill("/rules", exercise=[SECOND], late_percent="10", attempt_limit="3")
    assert "8 → 7.2" in said(page)
    office.fill(page)
    assert [office.release(one).late_percent for one in (FIRST, SECOND, THIRD)] == [0, 10, 0]
    assert office.release(SECOND).attempt_limit == 3
    assert office.release(SECOND).due_at == DUE
    assert office.attempts("uchicago-learner-1", SECOND)[0].late_factor == pytest.approx(0.9)


def test_nought_takes_the_limit_away(office: Office) -> None:
    office.rule(SECOND, attempt_limit=4)
    office.fill(office.fill("/rules", attempt_limit="0"))
    assert office.release(SECOND).attempt_limit is None
    assert len(office.audit()) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"exercise": []}, "Choose one exercise at least."),
        ({"exercise": [FIRST, "99_none"]}, "One of the exercises is not part of this course."),
        (PLAN | {"every": "10"}, "A fixed weekday needs whole weeks"),
        (PLAN | {"every": "0"}, "Give a whole number from 1 to 366."),
        (PLAN | {"first": "2026-02-30"}, "Give a day between 2000 and 2099"),
        (PLAN | {"due_time": "24:00"}, "Give an hour such as 09:00 or 23:59."),
        (
            PLAN | {"first": "2099-12-01", "every": "14"},
            "The last dates would come after the year 2099.",
        ),
        (
            PLAN | {"first": "2027-03-08", "due_time": "02:30"},
            "2027-03-14 02:30 does not exist in Chicago",
        ),
        ({"late_percent": "150"}, "Give a number from 0 to 100."),
    ],
)
def test_what_cannot_hold_gets_one_message(
    office: Office, changes: dict[str, str], message: str
) -> None:
    page = office.fill("/rules", **changes)
    assert page.status_code == 422
    assert message in said(page)


def test_a_grace_that_one_exercise_cannot_have_names_it(office: Office) -> None:
    office.rule(SECOND, closes_at=DUE + timedelta(minutes=30))
    page = office.fill("/rules", grace_minutes="60")
    assert page.status_code == 422
    assert "Single-qubit gates and the Bloch sphere: It would close before" in said(page)
    assert office.audit() == []


def test_nothing_differs(office: Office) -> None:
    assert "Nothing differs from what holds now." in said(office.fill("/rules"))


def test_who_clicks_twice_changes_once_and_late_changes_are_seen(office: Office) -> None:
    form = form_on(office.fill("/rules", **PLAN))
    office.rule(SECOND, late_percent=5.0)
    page = office.send(form)
    assert page.status_code == 409
    assert "Something has changed since you looked at this" in said(page)
    assert office.release(FIRST).due_at == DUE
    form = form_on(page)
    assert [office.send(form).status_code for _ in range(2)] == [303, 303]
    assert len(office.audit()) == 3
    assert len(office.notices("uchicago-learner-1")) == 1
