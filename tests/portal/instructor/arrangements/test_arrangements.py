"""Extensions, more time and more attempts: given, changed and ended, each after a look at whom it touches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from portal.models import Arrangement, CohortMember, RoleAssignment
from tests.portal.classroom import DUE, START, Portal
from tests.portal.instructor.rules.office import FIRST, SECOND, Office, form_on, said

LIST, GIVE = "/arrangements", "/arrangements/give"
DAY = timedelta(days=1)
LATER = {"exercise": FIRST, "due_at": "2026-10-27T23:59"}


def name(portal: Portal, number: int) -> str:
    return portal.room.people[f"uchicago-learner-{number}"].pseudonym


def give(office: Office, *numbers: int, **given: Any) -> int:
    """Give something through the pages, and return its number."""
    page = office.fill(GIVE, learner=[name(office.portal, one) for one in numbers], **given)
    assert page.status_code == 200, said(page)
    assert office.fill(page).status_code == 303
    return office.read(select(Arrangement).order_by(Arrangement.id))[-1].id


def standing(office: Office) -> list[Arrangement]:
    return office.read(select(Arrangement).where(Arrangement.ended_at.is_(None)))


def test_an_extension_is_previewed_then_holds_and_she_is_told(office: Office) -> None:
    office.rule(late_percent=10.0)
    office.hand_in("uchicago-learner-1", DUE + 3 * DAY)
    office.hand_in("uchicago-learner-2", DUE + 3 * DAY)
    page = office.fill(GIVE, learner=name(office.portal, 1), note="flu", **LATER)
    text = said(page)
    assert "Tue, Oct 20, 2026 09:59 (Chicago) → Tue, Oct 27, 2026 23:59 (Chicago)" in text
    assert "Attempt 1 is on time." in text
    assert "5.6 → 8" in text
    assert "Simulated 2 Learner" not in text
    assert standing(office) == []
    done = office.fill(page)
    assert done.status_code == 303
    shown = said(office.visitor.get(done.headers["Location"]))
    assert "It is arranged. The learners are told." in shown
    assert "Simulated 1 Learner" in shown
    assert "flu" in shown
    (one,) = office.attempts("uchicago-learner-1")
    assert (one.is_late, one.credit) == (False, 8.0)
    (other,) = office.attempts("uchicago-learner-2")
    assert (other.is_late, other.credit) == (True, pytest.approx(5.6))
    told = office.told("uchicago-learner-1")
    assert "For you Qubits and measurement is due on Tue, Oct 27, 2026 23:59 (Chicago)." in told
    assert "flu" not in told
    assert office.notices("uchicago-learner-2") == []


def test_the_record_says_what_was_given_to_whom_but_not_why(office: Office) -> None:
    number = give(office, 2, 1, note="flu", **LATER)
    (entry,) = office.audit()
    assert (entry.action, entry.subject) == ("arrangement_granted", f"uchicago-2026/{FIRST}")
    assert entry.details == {
        "before": None,
        "after": {
            "id": number,
            "exercise": FIRST,
            "due_at": "2026-10-28T04:59:00+00:00",
            "time_factor": 1.0,
            "extra_attempts": 0,
            "learners": sorted(name(office.portal, one) for one in (1, 2)),
        },
    }


def test_more_time_for_all_exercises(office: Office) -> None:
    page = office.fill(GIVE, learner=name(office.portal, 1), time_factor="1.5")
    # 19 days 14:59 hours from release to due date; half of it is 9 days 19:29.5 hours.
    assert said(page).count("→ Fri, Oct 30, 2026 05:28 (Chicago)") == 3
    office.fill(page)
    (notice,) = office.notices("uchicago-learner-1")
    assert len(notice.parameters["dates"]) == 3
    assert "is due on Fri, Oct 30, 2026 05:28" in office.told("uchicago-learner-1")
    (one,) = standing(office)
    assert (one.exercise_id, one.time_factor) == (None, 1.5)


def test_more_attempts_let_in_again(office: Office) -> None:
    office.rule(release_at=START - 3000 * DAY, attempt_limit=1)
    office.hand_in("uchicago-learner-1", DUE - DAY)
    page = office.fill(GIVE, learner=name(office.portal, 1), exercise=FIRST, extra_attempts="2")
    assert "Cannot hand in now, but could again. Attempts: 1 → 3." in said(page)
    office.fill(page)
    assert "Attempts more than the limit: 2." in office.told("uchicago-learner-1")


def test_a_group_means_those_who_are_in_it_now(office: Office) -> None:
    page = office.fill(GIVE, group="uchicago-autumn", **LATER)
    assert "get another due date 24 / 24" in said(page) or "24 / 24 get another" in said(page)
    form = form_on(page)
    left = office.portal.room.people["uchicago-learner-24"]
    with office.portal.writing() as session:
        session.execute(delete(CohortMember).where(CohortMember.person_id == left.id))
    assert office.send(form).status_code == 303
    with office.portal.writing() as session:
        (one,) = session.scalars(select(Arrangement))
        assert len(one.learners) == 24
    assert len(office.notices("uchicago-learner-24")) == 1


def test_a_long_list_is_folded_but_complete(office: Office) -> None:
    office.rule(late_percent=10.0)
    page = office.fill(GIVE, group="uchicago-autumn", time_factor="2")
    assert {f"Simulated {number} Learner" for number in range(1, 25)} <= {
        part.strip() for part in page.text.replace("<", ">").split(">")
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"learner": []}, "Choose one learner or group at least."),
        ({"learner": ["0" * 16]}, "Somebody whom you chose is not in this course any more."),
        ({"group": ["keio-autumn"]}, "Somebody whom you chose is not in this course any more."),
        ({"due_at": ""}, "Give a later date, more time, or more attempts."),
        ({"due_at": "2026-10-20T09:59"}, "It is due on Tue, Oct 20, 2026 09:59 (Chicago)"),
        ({"due_at": "2026-10-01T09:00"}, "Give a later date."),
        ({"due_at": "2027-03-14T02:30"}, "2027-03-14 02:30 does not exist in Chicago"),
        ({"time_factor": "0.5"}, "Give a number from 1 to 10."),
        ({"time_factor": "11"}, "Give a number from 1 to 10."),
        ({"extra_attempts": "-1"}, "Give a whole number from 0 to 1000."),
        ({"exercise": "99_none"}, "Choose one of the list."),
        ({"note": "x" * 501}, "The note is too long: at most 500 characters."),
    ],
)
def test_what_cannot_be_given_gets_one_message(
    office: Office, given: dict[str, Any], message: str
) -> None:
    page = office.fill(GIVE, **({"learner": name(office.portal, 1)} | LATER | given))
    assert page.status_code == 422
    assert message in said(page)
    assert "1 field needs another value. Nothing has been changed." in said(page)
    assert office.read(select(Arrangement)) == []


def test_an_exercise_without_a_due_date_has_nothing_to_extend(office: Office) -> None:
    office.rule(due_at=None)
    page = office.fill(GIVE, learner=name(office.portal, 1), **LATER)
    assert page.status_code == 422
    assert "This exercise is never due" in said(page)
    page = office.fill(GIVE, learner=name(office.portal, 1), exercise=FIRST, time_factor="2")
    assert "In the exercises of now it changes nothing for anybody." in said(page)


def test_an_hour_that_comes_twice_is_said(office: Office) -> None:
    page = office.fill(
        GIVE, learner=name(office.portal, 1), exercise=FIRST, due_at="2026-11-01T01:30"
    )
    assert "comes twice on its day" in said(page)
    office.fill(page)
    assert standing(office)[0].due_at == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_who_clicks_twice_gives_once(office: Office) -> None:
    page = office.fill(GIVE, learner=name(office.portal, 1), exercise=FIRST, extra_attempts="1")
    form = form_on(page)
    assert [office.send(form).status_code for _ in range(2)] == [303, 303]
    assert "This is arranged already" in said(office.get(LIST))
    assert len(standing(office)) == 1
    assert len(office.notices("uchicago-learner-1")) == 1
    again = office.fill(GIVE, learner=name(office.portal, 1), exercise=FIRST, extra_attempts="1")
    assert "Exactly this is arranged with the same learners already." in said(again)


def test_what_changed_since_the_preview_is_shown_anew(office: Office) -> None:
    form = form_on(office.fill(GIVE, learner=name(office.portal, 1), **LATER))
    office.hand_in("uchicago-learner-1", DUE + DAY)
    page = office.send(form)
    assert page.status_code == 409
    assert "Something has changed since you looked at this" in said(page)
    assert "Attempt 1 is on time." in said(page)
    assert standing(office) == []
    assert office.fill(page).status_code == 303


def test_a_learner_who_left_meanwhile_is_said(office: Office) -> None:
    form = form_on(office.fill(GIVE, learner=name(office.portal, 1), **LATER))
    with office.portal.writing() as session:
        gone = office.portal.room.people["uchicago-learner-1"].id
        session.execute(delete(RoleAssignment).where(RoleAssignment.person_id == gone))
    page = office.send(form)
    assert page.status_code == 422
    assert "is not in this course any more" in said(page)


def test_a_change_replaces_and_tells_what_holds_now(office: Office) -> None:
    office.rule(late_percent=10.0)
    office.hand_in("uchicago-learner-1", DUE + 3 * DAY)
    number = give(office, 1, 2, **LATER)
    page = office.fill(
        f"/arrangements/{number}/change",
        learner=[name(office.portal, 1), name(office.portal, 3)],
        due_at="2026-10-22T23:59",
    )
    text = said(page)
    assert "Tue, Oct 27, 2026 23:59 (Chicago) → Thu, Oct 22, 2026 23:59 (Chicago)" in text
    assert "Attempt 1 becomes late." in text
    assert "Simulated 3 Learner" in text
    assert office.fill(page).status_code == 303
    (one,) = standing(office)
    assert one.due_at == datetime(2026, 10, 23, 4, 59, tzinfo=UTC)
    assert office.attempts("uchicago-learner-1")[0].is_late
    assert [entry.action for entry in office.audit()][-1] == "arrangement_changed"
    assert "is due on Thu, Oct 22" in office.told("uchicago-learner-1")
    assert "has ended. Qubits and measurement is now due on Tue, Oct 20" in office.told(
        "uchicago-learner-2"
    )
    assert "is due on Thu, Oct 22" in office.told("uchicago-learner-3")
    listed = said(office.get(LIST))
    assert "1 that has ended" in listed


def test_a_change_of_the_reason_alone_tells_nobody(office: Office) -> None:
    number = give(office, 1, note="flu", **LATER)
    page = office.fill(f"/arrangements/{number}/change", note="certificate seen")
    assert "In the exercises of now it changes nothing for anybody." in said(page)
    assert office.fill(page).status_code == 303
    assert [one.note for one in standing(office)] == ["certificate seen"]
    assert len(office.notices("uchicago-learner-1")) == 1


def test_a_change_of_nothing_says_so(office: Office) -> None:
    number = give(office, 1, **LATER)
    page = office.fill(f"/arrangements/{number}/change")
    assert "Exactly this is arranged with the same learners already." in said(page)


def test_an_end_is_previewed_then_holds_once(office: Office) -> None:
    office.rule(late_percent=10.0)
    office.hand_in("uchicago-learner-1", DUE + 3 * DAY)
    number = give(office, 1, **LATER)
    page = office.get(f"/arrangements/{number}/end")
    assert "Attempt 1 becomes late." in said(page)
    assert "8 → 5.6" in said(page)
    assert len(standing(office)) == 1
    form = form_on(page)
    assert [office.send(form).status_code for _ in range(2)] == [303, 303]
    assert standing(office) == []
    assert office.attempts("uchicago-learner-1")[0].credit == pytest.approx(5.6)
    assert [entry.action for entry in office.audit()] == [
        "arrangement_granted",
        "arrangement_ended",
    ]
    assert len(office.notices("uchicago-learner-1")) == 2
    assert "This has ended or was changed meanwhile." in said(office.get(LIST))


def test_two_instructors_change_the_same_one(office: Office) -> None:
    number = give(office, 1, **LATER)
    mine = form_on(office.fill(f"/arrangements/{number}/change", due_at="2026-10-29T23:59"))
    end = form_on(office.get(f"/arrangements/{number}/end"))
    assert office.send(end).status_code == 303
    assert office.send(mine).status_code == 303
    assert "This has ended or was changed meanwhile." in said(office.get(LIST))
    assert standing(office) == []
    for path in ("change", "end"):
        assert office.get(f"/arrangements/{number}/{path}").status_code == 303


def test_an_end_that_would_do_something_else_by_now_is_shown_anew(office: Office) -> None:
    number = give(office, 1, **LATER)
    form = form_on(office.get(f"/arrangements/{number}/end"))
    office.hand_in("uchicago-learner-1", DUE + DAY)
    page = office.send(form)
    assert page.status_code == 409
    assert "Attempt 1 becomes late." in said(page)
    assert len(standing(office)) == 1


def test_the_way_back_keeps_what_was_written(office: Office) -> None:
    page = office.fill(GIVE, learner=name(office.portal, 2), note="flu", **LATER)
    form = form_on(page)
    form.action = f"{office.root}{GIVE}"
    again = form_on(office.send(form, edit="1"))
    assert ("learner", name(office.portal, 2)) in again.fields
    assert ("note", "flu") in again.fields
    assert ("due_at", "2026-10-27T23:59") in again.fields


def test_a_learner_and_an_exercise_may_stand_in_the_address(office: Office) -> None:
    learner = name(office.portal, 3)
    form = form_on(office.get(f"{GIVE}?learner={learner}&exercise={SECOND}"))
    assert ("learner", learner) in form.fields
    assert ("exercise", SECOND) in form.fields


def test_a_note_is_text(office: Office) -> None:
    give(office, 1, note="<script>alert(1)</script>", **LATER)
    assert "<script>alert" not in office.get(LIST).text
