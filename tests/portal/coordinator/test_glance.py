"""The coordinator's page: a useful picture, no learner in it, and nothing that the gate did not let through."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from portal.coordinator.queries import programme_page
from portal.models import Person, Status, Submission, now
from tests.portal.classroom import START, Portal, hand_in, semester


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    with portal.writing() as session:
        semester(session, portal.room)
    return portal


def english(portal: Portal) -> str:
    visitor = portal.visitor("uchicago-coordinator")
    return visitor.get("/coordinator/").text


def cells(page: str, name: str) -> list[str]:
    row = re.search(rf"<tr[^>]*>\s*<th scope=\"row\">{name}</th>(.*?)</tr>", page, re.S)
    assert row is not None
    found = re.findall(r"<td[^>]*>(.*?)</td>", row[1], re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in found]


def test_cohorts_of_ten_are_shown_and_smaller_ones_as_suppressed(portal: Portal) -> None:
    page = english(portal)
    assert cells(page, "University of Chicago")[1] == "24"
    assert cells(page, "Yonsei University")[1:] == ["under 10"] * 4
    assert cells(page, "All that are shown")[1] == "66"
    assert "1 cohort has under 10 learners" in page


def test_pictures_have_their_data_and_a_table_beside_them(portal: Portal) -> None:
    page = english(portal)
    for chart in ("progress-data", "modules-data"):
        block = re.search(
            rf'<script type="application/json" id="{chart}">(.*?)</script>', page, re.S
        )
        assert block is not None
        values = json.loads(block[1])["data"]["values"]
        assert {value["cohort"] for value in values} == {
            "University of Chicago",
            "University of Tokyo",
            "Seoul National University",
            "Keio University",
        }
        assert all(5 <= value["percent"] <= 95 for value in values)
    assert page.count("<caption>") == 3


def test_no_learner_is_anywhere_in_the_page(portal: Portal) -> None:
    page = english(portal)
    with portal.writing() as session:
        for person in session.scalars(select(Person)):
            if "learner" in person.login:
                assert person.pseudonym not in page
                assert person.login not in page
        for submission in session.scalars(select(Submission)):
            assert submission.public_id not in page


def test_nothing_of_a_small_cohort_moves_the_page(portal: Portal) -> None:
    before = english(portal)
    with portal.writing() as session:
        small = select(Person.id).where(Person.institution_id == "yonsei")
        changed = session.execute(
            update(Submission)
            .where(Submission.learner_id.in_(small))
            .values(points=0.0, received_at=START)
        )
        assert changed.rowcount > 0  # type: ignore[attr-defined]
    assert _without_token(english(portal)) == _without_token(before)


def test_points_given_by_hand_do_not_move_published_means(portal: Portal) -> None:
    with portal.writing() as session:
        before = programme_page(session, now()).programme
        waiting = session.scalars(select(Submission).where(Submission.unmarked > 0)).first()
        assert waiting is not None
        score = next(score for score in waiting.scores if score.points is None)
        score.points = score.maximum
    with portal.writing() as session:
        assert programme_page(session, now()).programme == before


def test_a_late_result_does_not_change_points_that_are_out(portal: Portal) -> None:
    """An attempt came in first and is graded last: what came in after it waits, so that nothing has to change."""
    exercise, came_in = "04_entanglement", START + timedelta(days=13)
    did_it = select(Submission.learner_id).where(Submission.exercise_id == exercise)
    of_chicago = (Person.institution_id == "uchicago", Person.login.contains("learner"))
    with portal.writing() as session:
        learner = session.scalars(select(Person).where(*of_chicago, ~Person.id.in_(did_it))).first()
        assert learner is not None
        waiting = hand_in(session, portal.room, learner, exercise, came_in, status=Status.CLAIMED)
        before = programme_page(session, now()).programme
        session.delete(waiting)
    with portal.writing() as session:
        learner = session.merge(learner)
        hand_in(session, portal.room, learner, exercise, came_in, right=(False, False, False))
        after = programme_page(session, now()).programme
    chicago = next(entry for entry in after.cohorts if entry.institution == "uchicago")
    assert len(chicago.scores[exercise]) > 0
    for old, new in zip(before.cohorts, after.cohorts, strict=True):
        for module, points in old.scores.items():
            assert new.scores[module][: len(points)] == points


def test_the_queue_is_counted_in_tens_and_asks_by_the_clock(portal: Portal) -> None:
    """When a figure moves must not tell when one learner did something: the page hears of no change."""
    with portal.writing() as session:
        attempts = session.scalars(select(Submission)).all()
        attempts[0].status = Status.QUEUED
        number = len(attempts)
    page = english(portal)
    assert 'hx-trigger="every 5s"' in page
    assert "data-topic" not in page
    assert f"{number // 10 * 10} or more" in page


def test_before_anything_is_handed_in_the_page_says_so(tmp_path) -> None:
    page = Portal(tmp_path).visitor("uchicago-coordinator").get("/coordinator/")
    assert page.status_code == 200
    assert "There is no picture yet" in page.text
    assert "suppressed" in page.text


def test_in_korean_and_japanese(portal: Portal) -> None:
    assert "도쿄대학교" in portal.visitor("snu-coordinator").get("/coordinator/").text
    assert "東京大学" in portal.visitor("keio-coordinator").get("/coordinator/").text


@pytest.mark.parametrize("path", ["/coordinator/", "/coordinator/part"])
@pytest.mark.parametrize("login", ["snu-learner-1", "snu-instructor"])
def test_other_roles_are_refused(portal: Portal, login: str, path: str) -> None:
    assert portal.visitor(login).get(path).status_code == 403


@pytest.mark.parametrize("path", ["/coordinator/", "/coordinator/part"])
def test_who_is_not_signed_in_is_sent_to_sign_in(portal: Portal, path: str) -> None:
    assert "/sign-in" in portal.visitor().get(path).headers["Location"]


def _without_token(page: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)
