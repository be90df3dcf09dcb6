"""The learner's pages: what she sees of her own work, and that nobody else's is there."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from portal.models import Person, Status, Submission
from tests.portal.classroom import DUE, START, Portal, hand_in

EXERCISE = "04_entanglement"
PAGE = f"/learner/utokyo-2026/{EXERCISE}"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    notebook = portal.store("<h1>My notebook</h1><script>alert(1)</script>")
    with portal.writing() as session:
        room = portal.room
        ready, busy, stuck = room.learners("utokyo")[:3]
        early = START + timedelta(days=3)
        hand_in(
            session, room, ready, EXERCISE, early, right=(False, False, False), feedback=notebook
        )
        session.flush()
    with portal.writing() as session:
        ready, busy, stuck = (session.merge(person) for person in (ready, busy, stuck))
        hand_in(
            session,
            room,
            ready,
            EXERCISE,
            DUE + timedelta(hours=1),
            right=(True, False, True),
            attempt=2,
            feedback=notebook,
        )
        hand_in(session, room, busy, EXERCISE, early, status=Status.QUEUED)
        hand_in(session, room, stuck, EXERCISE, early, status=Status.NEEDS_PERSON)
    return portal


def test_exercises_show_due_dates_by_the_universitys_clock_and_points(portal: Portal) -> None:
    page = portal.visitor("utokyo-learner-1").get("/learner/").text
    assert "量子ビットと測定" in page
    assert "2026年10月20日(火) 23:59 (東京)" in page
    assert "10点中5点" in page
    assert "締め切り後" in page
    assert "未提出" in page or "締め切り超過" in page


def test_only_her_own_offerings_are_there(portal: Portal) -> None:
    page = portal.visitor("utokyo-learner-1").get("/learner/").text
    assert page.count("量子計算入門") == 1
    assert "東京大学" in page
    assert "慶應義塾大学" not in page


def test_the_same_page_in_english_and_korean(portal: Portal) -> None:
    visitor = portal.visitor("utokyo-learner-1")
    visitor.speak("en")
    english = visitor.get("/learner/").text
    assert '<html lang="en">' in english
    assert "Tue, Oct 20, 2026 23:59 (Tokyo)" in english
    assert "5 of 10 points" in english
    visitor.speak("ko")
    korean = visitor.get("/learner/").text
    assert '<html lang="ko">' in korean
    assert "2026년 10월 20일 (화) 23:59 (도쿄)" in korean
    visitor.speak("ja")


def test_an_attempt_shows_verdicts_hints_and_receipts(portal: Portal) -> None:
    page = portal.visitor("utokyo-learner-1").get(PAGE).text
    assert "相対位相が異なります" in page
    assert "2番目の振幅の符号" in page
    assert "教員の採点待ち" in page
    with portal.writing() as session:
        attempts = session.scalars(
            select(Submission).join(Person).where(Person.login == "utokyo-learner-1")
        ).all()
        assert len(attempts) == 2
        for attempt in attempts:
            assert attempt.public_id in page
            assert attempt.sha256[:12] in page


def test_an_earlier_attempt_can_be_looked_at(portal: Portal) -> None:
    visitor = portal.visitor("utokyo-learner-1")
    assert "1回目の提出" in visitor.get(f"{PAGE}?attempt=1").text
    assert visitor.get(f"{PAGE}?attempt=9").status_code == 404


def test_her_pages_hear_of_her_own_changes_alone(portal: Portal) -> None:
    busy = portal.visitor("utokyo-learner-2")
    pseudonym = portal.room.people["utokyo-learner-2"].pseudonym
    for path in ("/learner/", PAGE):
        page = busy.get(path).text
        assert set(re.findall('data-topic="([^"]*)"', page)) == {f"learner:{pseudonym}"}
        assert "採点待ち" in page


def test_an_unchanged_part_is_not_sent_again(portal: Portal) -> None:
    busy = portal.visitor("utokyo-learner-2")
    page = busy.get(PAGE).text
    address = page.split(f'hx-get="{PAGE}')[1].split('"')[0].replace("&amp;", "&")
    assert busy.get(PAGE + address).status_code == 204
    stale = busy.get(PAGE + address.split("seen=")[0] + "seen=0")
    assert stale.status_code == 200
    assert "<html" not in stale.text


def test_an_attempt_that_the_grader_failed_on_is_not_lost(portal: Portal) -> None:
    page = portal.visitor("utokyo-learner-3").get(PAGE).text
    assert "提出物は失われていません" in page


def test_feedback_stands_in_a_frame_without_rights(portal: Portal) -> None:
    visitor = portal.visitor("utokyo-learner-1")
    page = visitor.get(f"{PAGE}/2/feedback").text
    assert '<iframe class="notebook" sandbox title=' in page
    framed = visitor.get(f"{PAGE}/2/feedback/0")
    assert framed.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none';")
    assert "<h1>My notebook</h1>" in framed.text
    assert "alert" not in framed.text
    assert visitor.get(f"{PAGE}/2/feedback/1").status_code == 404


def test_the_way_to_jupyterlab_carries_a_ticket(portal: Portal) -> None:
    answer = portal.visitor("utokyo-learner-1").get("/learner/lab")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("http://127.0.0.1:9/open?ticket=")


def test_without_a_jupyterlab_there_is_no_button(tmp_path) -> None:
    visitor = Portal(tmp_path, lab=False).visitor("utokyo-learner-1")
    assert "/learner/lab" not in visitor.get("/learner/").text
    assert visitor.get("/learner/lab").status_code == 404


PATHS = (
    "/learner/",
    "/learner/part",
    PAGE,
    f"{PAGE}/part",
    f"{PAGE}/2/feedback",
    f"{PAGE}/2/feedback/0",
    "/learner/lab",
    "/learner/mastery",
    "/learner/mastery/part",
    "/learner/utokyo-2026/map",
    "/learner/utokyo-2026/map/part",
)


@pytest.mark.parametrize("path", PATHS)
def test_who_is_not_signed_in_is_sent_to_sign_in(portal: Portal, path: str) -> None:
    answer = portal.visitor().get(path)
    assert answer.status_code == 303
    assert "/sign-in" in answer.headers["Location"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("login", ["utokyo-instructor", "utokyo-coordinator"])
def test_other_roles_see_no_learners_page(portal: Portal, login: str, path: str) -> None:
    answer = portal.visitor(login).get(path)
    assert answer.status_code == 403
    assert "この役割では閲覧できません" in answer.text


@pytest.mark.parametrize("path", [path for path in PATHS if "utokyo" in path])
def test_another_universitys_offering_does_not_exist(portal: Portal, path: str) -> None:
    assert portal.visitor("keio-learner-1").get(path).status_code == 404


@pytest.mark.parametrize("attempt", [1, 2])
def test_a_fellow_learner_sees_no_feedback_of_mine(portal: Portal, attempt: int) -> None:
    fellow = portal.visitor("utokyo-learner-4")
    assert fellow.get(f"{PAGE}/{attempt}/feedback/0").status_code == 404
