"""The rules of one exercise: written into a form, seen in a preview, applied as they were seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from portal.instructor.rules import wording
from portal.models import Change, now
from portal.rules.settlement import Counting
from tests.portal.classroom import DUE, START
from tests.portal.instructor.rules.office import FIRST, SECOND, Office, form_on, said

RULES = f"/exercises/{FIRST}/rules"
DAY = timedelta(days=1)


def test_a_preview_says_whom_it_touches_and_changes_nothing(office: Office) -> None:
    office.hand_in("uchicago-learner-1", DUE + DAY / 2)
    office.hand_in("uchicago-learner-2", DUE - DAY)
    page = office.fill(RULES, late_percent="20")
    text = said(page)
    assert "0% of the points 20% of the points" in text
    assert "Simulated 1 Learner" in text
    assert "Attempt 1 keeps 80% of its points (before: 100%)." in text
    assert "8 → 6.4" in text
    assert "Simulated 2 Learner" not in text
    assert "Nothing changes for 23 other learners." in text
    assert office.release().late_percent == 0
    assert office.audit() == []


def test_applying_settles_keeps_a_record_and_tells_who_is_touched(office: Office) -> None:
    office.hand_in("uchicago-learner-1", DUE + DAY / 2)
    office.hand_in("uchicago-learner-2", DUE - DAY)
    applied = office.fill(office.fill(RULES, late_percent="20"))
    assert applied.status_code == 303
    assert "The new rules hold now." in said(office.visitor.get(applied.headers["Location"]))
    (late,) = office.attempts("uchicago-learner-1")
    assert (late.late_factor, late.credit) == (0.8, pytest.approx(6.4))
    (entry,) = office.audit()
    assert (entry.action, entry.subject) == ("rules_changed", f"uchicago-2026/{FIRST}")
    assert entry.actor == office.portal.room.people["uchicago-instructor"].pseudonym
    assert (entry.details["before"]["late_percent"], entry.details["after"]["late_percent"]) == (
        0,
        20,
    )
    assert "from 8 to 6.4" in office.told("uchicago-learner-1")
    assert office.notices("uchicago-learner-2") == []
    learner = office.portal.room.people["uchicago-learner-1"]
    assert f"learner:{learner.pseudonym}" in office.read(select(Change.topic))


def test_everybody_is_told_of_another_due_date(office: Office) -> None:
    office.fill(office.fill(RULES, due_at="2026-10-25T23:59"))
    assert office.release().due_at == datetime(2026, 10, 26, 4, 59, tzinfo=UTC)
    assert len(office.notices("uchicago-learner-24")) == 1
    assert "is now due on Sun, Oct 25, 2026 23:59 (Chicago)" in office.told("uchicago-learner-24")
    assert office.notices("utokyo-learner-1") == []


@pytest.mark.parametrize(
    ("institution", "utc"),
    [
        ("uchicago", datetime(2026, 10, 26, 4, 59, tzinfo=UTC)),
        ("utokyo", datetime(2026, 10, 25, 14, 59, tzinfo=UTC)),
        ("snu", datetime(2026, 10, 25, 14, 59, tzinfo=UTC)),
    ],
)
def test_dates_are_read_by_the_clock_of_the_university(office, institution, utc) -> None:
    there = Office(office.portal, institution)
    there.fill(there.fill(RULES, due_at="2026-10-25T23:59"))
    assert there.release().due_at == utc


def test_a_form_sent_as_it_stands_changes_nothing(office: Office) -> None:
    office.rule(due_at=datetime(2026, 11, 1, 7, 30, tzinfo=UTC))  # the second 01:30 in Chicago
    page = office.fill(RULES)
    assert "Nothing differs from what holds now." in said(page)
    page = office.fill(office.fill(RULES, markers="2"))
    assert office.release().due_at == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_the_earlier_one_and_says_so(office: Office) -> None:
    page = office.fill(RULES, due_at="2026-11-01T01:30")
    assert "this time comes twice that day, and the earlier one is meant: Due" in said(page)
    office.fill(page)
    assert office.release().due_at == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"due_at": "2027-03-14T02:30"}, "2027-03-14 02:30 does not exist in Chicago"),
        ({"due_at": "2026-09-01T10:00"}, "The due date must come after the release."),
        ({"closes_at": "2026-10-10T10:00"}, "The closing date must not come before the due date."),
        ({"closes_at": "2026-09-10T10:00"}, "The closing date must come after the release."),
        (
            {"closes_at": "2026-10-20T10:30", "grace_minutes": "60"},
            "It would close before the grace has ended",
        ),
        ({"late_percent": "101"}, "Give a number from 0 to 100."),
        ({"late_percent": "-1"}, "Give a number from 0 to 100."),
        ({"late_percent": "nan"}, "Give a number from 0 to 100."),
        ({"grace_minutes": "1.5"}, "Give a whole number from 0 to 10080."),
        ({"attempt_limit": "0"}, "Give a whole number from 1 to 1000."),
        ({"attempt_limit": "3.0"}, "Give a whole number from 1 to 1000."),
        ({"markers": "10"}, "Give a whole number from 1 to 9."),
        ({"counting": "worst"}, "Choose one of the list."),
        ({"release_at": ""}, "Say when the exercise is released."),
        ({"due_at": "tomorrow"}, "Give a date and an hour between 2000 and 2099"),
        ({"due_at": "9999-12-31T23:59"}, "Give a date and an hour between 2000 and 2099"),
        ({"due_at": "2026-10-25T23:59+09:00"}, "Give a date and an hour between 2000 and 2099"),
    ],
)
def test_what_cannot_hold_gets_one_message_and_keeps_what_was_written(
    office: Office, changes: dict[str, str], message: str
) -> None:
    page = office.fill(RULES, **changes)
    assert page.status_code == 422
    assert message in said(page)
    assert "1 field needs another value. Nothing has been changed." in said(page)
    (name, value) = next(iter(changes.items()))
    if name != "counting":
        assert (name, value) in form_on(page).fields
    assert office.audit() == []


def test_wide_digits_of_a_japanese_keyboard_are_digits(office: Office) -> None:
    office.fill(office.fill(RULES, attempt_limit="３", late_percent="１２．５"))
    assert (office.release().attempt_limit, office.release().late_percent) == (3, 12.5)


def test_a_limit_below_the_attempts_already_made(office: Office) -> None:
    office.rule(release_at=START - 3000 * DAY)
    for number in (1, 2, 3):
        office.hand_in(
            "uchicago-learner-1",
            DUE - (4 - number) * DAY,
            right=(number < 2, True, True),
            attempt=number,
        )
    page = office.fill(RULES, attempt_limit="2")
    text = said(page)
    assert "Attempt 3 may not count any more: beyond the limit, or after closing." in text
    assert "Attempt 2 counts in place of attempt 3." in text
    assert "Can hand in now, but could no longer." in text
    assert "1 / 24 another attempt counts" in text or "another attempt counts 1 / 24" in text
    office.fill(page)
    assert [one.counts for one in office.attempts("uchicago-learner-1")] == [False, True, False]


def test_a_lifted_limit_lets_in_again_and_best_changes_what_counts(office: Office) -> None:
    office.rule(release_at=START - 3000 * DAY, attempt_limit=2)
    for number in (1, 2):
        office.hand_in(
            "uchicago-learner-1",
            DUE - (4 - number) * DAY,
            right=(number < 2, True, True),
            attempt=number,
        )
    page = office.fill(RULES, attempt_limit="", counting="best")
    assert "Cannot hand in now, but could again." in said(page)
    assert "Attempt 1 counts in place of attempt 2." in said(page)
    assert "6 → 8" in said(page)
    office.fill(page)
    assert office.release().counting is Counting.BEST


def test_a_date_that_has_passed_is_said(office: Office) -> None:
    office.rule(release_at=now() - 30 * DAY, due_at=now() + DAY)
    yesterday = (now() - DAY).strftime("%Y-%m-%dT%H:%M")
    assert "This date has already passed: Due." in said(office.fill(RULES, due_at=yesterday))
    next_year = (now() + 9 * DAY).strftime("%Y-%m-%dT%H:%M")
    assert "already passed" not in said(office.fill(RULES, due_at=next_year))


def test_who_clicks_twice_changes_once(office: Office) -> None:
    form = form_on(office.fill(RULES, due_at="2026-10-25T23:59"))
    assert office.send(form).status_code == 303
    again = office.send(form)
    assert again.status_code == 303
    assert "hold already" in said(office.visitor.get(again.headers["Location"]))
    assert len(office.audit()) == 1
    assert len(office.notices("uchicago-learner-1")) == 1


def test_what_changed_since_the_preview_is_shown_anew_and_not_applied(office: Office) -> None:
    form = form_on(office.fill(RULES, late_percent="20"))
    office.hand_in("uchicago-learner-3", DUE + DAY / 2)
    page = office.send(form)
    assert page.status_code == 409
    assert "Something has changed since you looked at this" in said(page)
    assert "Simulated 3 Learner" in said(page)
    assert office.release().late_percent == 0
    assert office.fill(page).status_code == 303
    assert office.release().late_percent == 20


def test_a_form_that_was_filled_from_older_rules_says_so(office: Office) -> None:
    form = form_on(office.get(RULES))
    office.rule(attempt_limit=5)
    text = said(office.send(form, late_percent="20"))
    assert "The rules were changed by somebody else while your form was open." in text
    assert "Attempts 5 without limit" in text


def test_the_seal_of_another_instructor_or_exercise_opens_nothing(office: Office) -> None:
    other = form_on(office.fill(f"/exercises/{SECOND}/rules", late_percent="20"))
    seal = dict(other.fields)["seen"]
    mine = form_on(office.fill(RULES, late_percent="20"))
    for broken in (seal, "", "forged"):
        assert office.send(mine, seen=broken).status_code == 409
    assert office.release().late_percent == 0


def test_without_the_token_of_the_session_nothing_is_changed(office: Office) -> None:
    form = form_on(office.fill(RULES, late_percent="20"))
    assert office.send(form, csrf_token="").status_code == 400
    assert office.release().late_percent == 0


def test_the_way_back_keeps_what_was_written(office: Office) -> None:
    page = office.fill(RULES, late_percent="12,5")
    back = page.text[: page.text.index("Back to the form")].rsplit('href="', 1)[1].split('"')[0]
    form = form_on(office.visitor.get(back.replace("&amp;", "&")))
    assert ("late_percent", "12,5") in form.fields


def test_an_exercise_that_is_not_there(office: Office) -> None:
    assert office.get("/exercises/99_none/rules").status_code == 404
    assert office.get("/exercises/99_none/rules/preview").status_code == 404


def test_who_keeps_her_date_and_points_is_not_bothered(office: Office) -> None:
    page = office.fill(RULES, attempt_limit="5", markers="2")
    assert "For 24 learners only dates or the number of attempts change." in said(page)
    office.fill(page)
    assert office.release().attempt_limit == 5
    assert office.notices("uchicago-learner-1") == []


def test_of_many_learners_some_are_shown_and_all_are_counted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 9):
        office.hand_in(f"uchicago-learner-{number}", DUE + DAY / 2)
    monkeypatch.setattr(wording, "MOST_ROWS", 3)
    text = said(office.fill(RULES, late_percent="20"))
    assert text.count("8 → 6.4") == 3
    assert "5 more learners" in text
    assert "Simulated 8 Learner" in text
    monkeypatch.setattr(wording, "MOST_NAMES", 5)
    assert "Simulated 8 Learner" not in said(office.fill(RULES, late_percent="20"))
