"""The page of one exercise: rules, each task with its history, what counts and what lateness took."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Blueprint
from sqlalchemy import update

from portal.models import ExerciseVersion, now
from portal.rules.settlement import Counting
from tests.portal.classroom import Portal
from tests.portal.learner.term import DAY, LEARNER, THIRD, grant, hand, read_page, rule

PAGE = f"/learner/utokyo-2026/{THIRD}"


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    rule(portal, THIRD, due_at=now() + 5 * DAY)
    return portal


def test_rules_stand_on_top(portal: Portal) -> None:
    rule(
        portal,
        THIRD,
        closes_at=now() + 8 * DAY,
        late_percent=12.5,
        attempt_limit=2,
        counting=Counting.BEST,
    )
    page = read_page(portal, PAGE)
    assert "(in 5 days)" in page
    assert "Closes" in page
    assert "takes off 12.5% of your points" in page
    assert "2 of 2 attempts left" in page
    assert "The attempt with the most points counts" in page


def test_an_extension_is_her_own_date(portal: Portal) -> None:
    assert "your own date" not in read_page(portal, PAGE)
    grant(portal, THIRD, due_at=now() + 9 * DAY)
    page = read_page(portal, PAGE)
    assert "(in 9 days) your own date" in page
    assert "your own date" not in read_page(portal, PAGE, "utokyo-learner-2")


def test_what_lateness_took_is_said_with_points_before_and_after(portal: Portal) -> None:
    due = now() - 2 * DAY
    rule(portal, THIRD, due_at=due, late_percent=10)
    hand(portal, THIRD, due + timedelta(days=1, hours=3), essay=2.0)
    page = read_page(portal, PAGE)
    assert "Late by 1 day 3 hours: 20% of the points are taken off." in page
    assert "points 10 / 10" in page.replace("points after lateness", "after")
    assert "points after lateness 8 / 10" in page
    rule(portal, THIRD, late_percent=0)
    assert "Late by 1 day 3 hours: that costs no points." in read_page(portal, PAGE)


def test_which_attempt_counts_and_why(portal: Portal) -> None:
    rule(portal, THIRD, counting=Counting.BEST)
    hand(portal, THIRD, now() - 3 * DAY, essay=2.0)
    hand(portal, THIRD, now() - 2 * DAY, attempt=2, right=(False, False, False), essay=0.0)
    page = read_page(portal, PAGE)
    assert "Attempt 1 counts. The attempt with the most points counts" in page
    assert page.count("this one counts") == 1  # in the table; the attempt shown is the other
    rule(portal, THIRD, counting=Counting.LATEST)
    page = read_page(portal, PAGE)
    assert "Attempt 1 counts." not in page
    assert page.count("this one counts") == 2


def test_what_does_not_count_says_why(portal: Portal) -> None:
    hand(portal, THIRD, now() - 3 * DAY)
    hand(portal, THIRD, now() - DAY, attempt=2)
    rule(portal, THIRD, attempt_limit=1)
    page = read_page(portal, PAGE)
    assert "does not count: beyond the limit" in page
    assert "0 of 1 attempt left" in page
    rule(portal, THIRD, attempt_limit=None, due_at=now() - 4 * DAY, closes_at=now() - 2 * DAY)
    page = read_page(portal, PAGE)
    assert "does not count: came after closing" in page
    assert "no attempt is taken any more" in page


def task(portal: Portal, name: str, path: str = PAGE) -> str:
    """Return what the page says of one task."""
    visitor = portal.visitor(LEARNER)
    visitor.speak("en")
    found = re.search(
        f'<article class="task" id="task-{name}">(.*?)</article>', visitor.get(path).text, re.DOTALL
    )
    assert found is not None
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1]))


def test_a_task_tells_what_it_got_in_the_other_attempts(portal: Portal) -> None:
    hand(portal, THIRD, now() - 3 * DAY, right=(False, True, True))
    hand(portal, THIRD, now() - 2 * DAY, attempt=2, essay=1.0)
    bell = task(portal, "bell_pair")
    assert "passed 2 / 2" in bell
    assert re.search(r"Attempt 1 : 0 / 2 · \w", bell)
    assert "Attempt 2" not in bell
    assert "Attempt 1 : waits for a person" in task(portal, "no_signalling")
    assert "Attempt 2 : 2 / 2 · right" in task(portal, "bell_pair", f"{PAGE}?attempt=1")


def test_another_learners_attempts_are_not_in_the_history(portal: Portal) -> None:
    hand(portal, THIRD, now() - 3 * DAY, attempt=1)
    hand(portal, THIRD, now() - 3 * DAY, login="utokyo-learner-2", attempt=2)
    assert "Attempt 2" not in task(portal, "bell_pair")


def with_section(portal: Portal) -> None:
    title = {"en": "Two qubits at once", "ja": "2つの量子ビット", "ko": "두 큐비트"}
    manifest = {
        "tasks": [{"id": "bell_pair", "section": {"number": 3, "title": title}}, {"id": "ghz"}]
    }
    with portal.writing() as session:
        session.execute(
            update(ExerciseVersion)
            .where(ExerciseVersion.exercise_id == THIRD)
            .values(manifest=manifest)
        )
    hand(portal, THIRD, now() - DAY, right=(False, False, True))


def test_a_failed_task_leads_to_its_part_of_the_lesson(portal: Portal) -> None:
    if "lessons.lesson" not in portal.app.view_functions:
        lessons = Blueprint("lessons", __name__)
        lessons.add_url_rule(
            "/learner/<offering_id>/<exercise_id>/lesson", "lesson", lambda **_: "lesson"
        )
        portal.app.register_blueprint(lessons)
    with_section(portal)
    page = portal.visitor(LEARNER).get(PAGE).text
    assert f'href="{PAGE}/lesson#section-3">読み直す' in page
    assert "第3節「2つの量子ビット」" in page
    assert page.count("#section-") == 1
    hand(portal, THIRD, now(), attempt=2)
    assert "#section-" not in portal.visitor(LEARNER).get(PAGE).text


def test_where_the_portal_shows_no_lessons_there_is_no_such_link(portal: Portal) -> None:
    portal.app.view_functions.pop("lessons.lesson", None)
    with_section(portal)
    assert "#section-" not in portal.visitor(LEARNER).get(PAGE).text
