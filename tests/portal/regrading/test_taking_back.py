"""Taking a regrade back: exactly what was there before; what changed since stays, and is said."""

from __future__ import annotations

from grader.results import MarkedBy
from tests.portal.regrading.scene import (
    BASIS,
    BELL,
    ESSAY,
    GHZ,
    NEW_VERSION,
    OLD_VERSION,
    Scene,
)


def test_everything_is_exactly_as_before(scene: Scene) -> None:
    attempts = [scene.attempt(1, essay=1.0), scene.attempt(2, right=(True, True, False))]
    before = [scene.stored(one) for one in attempts]
    tasks = {
        BELL: (4.0, False),
        GHZ: (3.0, False),
        BASIS: (3.0, False),
        "teleport": (1.0, False),
        ESSAY: (2.0, True),
    }
    scene.new_version(tasks)
    page = scene.applied(BELL, "teleport")
    assert [scene.stored(one)["version"] for one in attempts] == [NEW_VERSION] * 2
    assert scene.roll_back(page).location == page
    assert [scene.stored(one) for one in attempts] == before
    assert scene.state(page) == "rolled_back"
    assert "it is taken back" in scene.visitor().get(page).text


def test_which_attempt_counts_goes_back_too(scene: Scene) -> None:
    scene.rules(counting="best")
    first = scene.attempt(1, attempt=1, right=(False, True, True))
    second = scene.attempt(1, attempt=2, right=(True, True, True), days=2)
    scene.new_version()
    page = scene.asked(GHZ, which="all")
    scene.judge({second: {GHZ: 0.0}})
    scene.apply(page)
    assert (scene.stored(first)["counts"], scene.stored(second)["counts"]) == (True, False)
    assert "2 instead of 1" in scene.visitor().get(f"{page}/roll-back").text
    scene.roll_back(page)
    assert (scene.stored(first)["counts"], scene.stored(second)["counts"]) == (False, True)


def test_what_a_person_marked_since_stays_and_is_said(scene: Scene) -> None:
    marked, other = scene.attempt(1), scene.attempt(2)
    scene.new_version()
    page = scene.applied(BELL)
    scene.change(marked, BELL, points=1.5, marked_by=MarkedBy.PERSON)
    scene.change(other, ESSAY, points=2.0, marked_by=MarkedBy.PERSON)
    text = scene.visitor().get(f"{page}/roll-back").text
    assert "Changed since: the points stay" in text
    scene.roll_back(page)
    assert scene.points(marked)[BELL] == 1.5
    assert scene.points(other) == {BELL: 0.0, GHZ: 3.0, BASIS: 3.0, ESSAY: 2.0}
    assert scene.stored(other)["version"] == OLD_VERSION


def test_what_a_later_regrade_decided_stays_even_if_it_gave_the_same(scene: Scene) -> None:
    attempt = scene.attempt(1)
    scene.new_version()
    first = scene.applied(BELL)
    scene.new_version(version="cccccccccccc")
    second = scene.asked(BELL, version="cccccccccccc")
    scene.judge()
    scene.apply(second)
    scene.roll_back(first)
    assert scene.points(attempt)[BELL] == 2.0
    # nothing is left to go back, and the later one can still be taken back to what it found
    scene.roll_back(second)
    assert scene.points(attempt)[BELL] == 2.0
    assert scene.stored(attempt)["version"] == NEW_VERSION


def test_two_regrades_go_back_one_after_the_other(scene: Scene) -> None:
    attempt = scene.attempt(1)
    before = scene.stored(attempt)
    scene.new_version()
    first = scene.applied(BELL)
    scene.new_version(version="cccccccccccc", mended=(GHZ,))
    second = scene.asked(GHZ, version="cccccccccccc")
    scene.judge({attempt: {GHZ: 1.0}})
    scene.apply(second)
    scene.roll_back(second)
    scene.roll_back(first)
    assert scene.stored(attempt) == before


def test_a_page_that_is_out_of_date_takes_nothing_back(scene: Scene) -> None:
    attempt = scene.attempt(1)
    scene.new_version()
    page = scene.applied(BELL)
    seen = scene.seen(f"{page}/roll-back")
    scene.change(attempt, BELL, points=0.5, marked_by=MarkedBy.PERSON)
    answer = scene.roll_back(page, seen)
    assert answer.location == f"{page}/roll-back"
    assert "so nothing was written" in scene.visitor().get(answer.location).text
    assert scene.state(page) == "applied"


def test_twice_is_once(scene: Scene) -> None:
    attempt = scene.attempt(1)
    scene.new_version()
    page = scene.applied(BELL)
    seen = scene.seen(f"{page}/roll-back")
    scene.roll_back(page, seen)
    scene.roll_back(page, seen)
    assert "has been taken back already" in scene.visitor().get(page).text
    assert scene.points(attempt)[BELL] == 0.0
    assert len(scene.notices("utokyo-learner-1")) == 2


def test_what_was_never_applied_cannot_be_taken_back(scene: Scene) -> None:
    scene.attempt(1)
    scene.new_version()
    page = scene.asked(BELL)
    assert scene.visitor().get(f"{page}/roll-back").location == page
    scene.roll_back(page, "0")
    assert "still being judged" in scene.visitor().get(page).text
