"""The map of a course: what is done, begun, open next, and what is missing first."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import update

from portal.models import ExerciseVersion, Status, now
from tests.portal.classroom import Portal
from tests.portal.learner.term import DAY, FIRST, LEARNER, SECOND, THIRD, change, hand, rule

PAGE = "/learner/utokyo-2026/map"
BUILDS_ON = {FIRST: ["01_not_in_this_course"], SECOND: [FIRST], THIRD: [FIRST, SECOND]}


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    with portal.writing() as session:
        for exercise, firsts in BUILDS_ON.items():
            session.execute(
                update(ExerciseVersion)
                .where(ExerciseVersion.exercise_id == exercise)
                .values(manifest={"prerequisites": firsts})
            )
    for exercise in BUILDS_ON:
        rule(portal, exercise, due_at=now() + 9 * DAY)
    return portal


def modules(portal: Portal) -> dict[str, str]:
    """Return what the list says of each module, by its standing's class and its place: "1 next" -> words."""
    visitor = portal.visitor(LEARNER)
    visitor.speak("en")
    page = visitor.get(PAGE).text
    found = re.findall(r'<li class="card (\w+)">(.*?)</li>', page, re.DOTALL)
    return {
        f"{place} {standing}": re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", words))
        for place, (standing, words) in enumerate(found, start=1)
    }


def test_at_the_beginning_the_first_is_next(portal: Portal) -> None:
    found = modules(portal)
    assert list(found) == ["1 next", "2 first", "3 first"]
    assert "Do first: Qubits and measurement" in found["2 first"]
    assert "about 2 hours" in found["1 next"]
    assert "Builds on" not in found["1 next"]  # what the course does not have nobody can do here


def test_half_of_the_points_make_a_module_done(portal: Portal) -> None:
    sent = hand(portal, FIRST, now() - DAY, right=(False, False, True), essay=1.0)
    assert list(modules(portal)) == ["1 begun", "2 first", "3 first"]
    change(portal, sent, points=5.0)
    found = modules(portal)
    assert list(found) == ["1 done", "2 next", "3 first"]
    assert "5 of 10 points" in found["1 done"]
    assert "Do first: Single-qubit gates and the Bloch sphere" in found["3 first"]
    assert "Qubits and measurement ," not in found["3 first"].split("Do first")[1]


def test_what_lateness_costs_makes_nothing_undone(portal: Portal) -> None:
    rule(portal, FIRST, due_at=now() - 3 * DAY, late_percent=40)
    hand(portal, FIRST, now() - DAY)
    assert "1 done" in modules(portal)


def test_an_attempt_in_the_queue_is_begun(portal: Portal) -> None:
    hand(portal, FIRST, now(), status=Status.QUEUED)
    assert next(iter(modules(portal))) == "1 begun"


def test_what_opens_later_says_when_and_has_no_link(portal: Portal) -> None:
    rule(portal, THIRD, release_at=now() + 4 * DAY)
    found = modules(portal)
    assert "not open yet" in found["3 later"]
    assert "Opens:" in found["3 later"]
    page = portal.visitor(LEARNER).get(PAGE).text
    assert f"/learner/utokyo-2026/{THIRD}" not in page
    assert f"/learner/utokyo-2026/{SECOND}" in page


def test_what_closed_without_an_attempt_is_not_open_next(portal: Portal) -> None:
    rule(portal, FIRST, due_at=now() - 3 * DAY, closes_at=now() - DAY)
    assert next(iter(modules(portal))) == "1 closed"


def test_the_picture_has_a_circle_and_a_number_for_each_and_is_not_read_aloud(
    portal: Portal,
) -> None:
    page = portal.visitor(LEARNER).get(PAGE).text
    picture = page.split("<svg")[1].split("</svg>")[0]
    assert re.findall(r">(\d+)</text>", picture) == ["1", "2", "3"]
    assert picture.count("<path") == 2  # from the first to the third follows from the others
    assert 'aria-hidden="true"' in picture


def test_the_map_follows_changes(portal: Portal) -> None:
    visitor = portal.visitor(LEARNER)
    page = visitor.get(PAGE).text
    address = re.search(f'hx-get="({PAGE}/part[^"]*)"', page)
    assert address is not None
    assert visitor.get(address[1]).status_code == 204
    hand(portal, FIRST, now())
    assert visitor.get(address[1]).status_code == 200
