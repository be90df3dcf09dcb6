"""Applying a regrade: exactly what was seen, in one transaction, with a trace, and learners are told."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from grader.results import MarkedBy
from portal.models import Status, Submission
from tests.portal.classroom import DUE, START
from tests.portal.regrading.scene import (
    BASIS,
    BELL,
    ESSAY,
    GHZ,
    LEARNER,
    NEW_VERSION,
    OLD_VERSION,
    REASON,
    TEACHER,
    Scene,
)


def plain(html: str) -> str:
    """Return the text without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading's id."""
    _, found, rest = page.partition(f'id="{heading}"')
    assert found, heading
    body = rest.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.S)
    ]


def test_every_change_is_shown_before_it_is_made(scene: Scene) -> None:
    up = scene.attempt(1)
    down = scene.attempt(2, right=(True, True, True))
    same = scene.attempt(3, right=(True, True, True))
    by_hand = scene.attempt(4)
    scene.change(by_hand, BELL, points=1.0, marked_by=MarkedBy.PERSON)
    undecided = scene.attempt(5)
    before = {one: scene.stored(one) for one in (up, down, same, by_hand, undecided)}
    scene.new_version()
    page = scene.asked(BELL)
    scene.judge({down: {BELL: 0.5}, undecided: {BELL: None}})
    text = scene.visitor().get(page).text
    assert rows(text, "sums") == [["A Bell pair", "1", "1", "1", "1", "1", "+0.5"]]
    assert [(row[0], row[3], row[4]) for row in rows(text, "changes")] == [
        ("模擬 学習者1", "0", "▲ 2 / 2"),
        ("模擬 学習者2", "2", "▼ 0.5 / 2"),
    ]
    assert rows(text, "by_person") == [["模擬 学習者4", "1", "A Bell pair", "1 / 2", "2"]]
    assert rows(text, "undecided") == [["模擬 学習者5", "1", "A Bell pair", "0 / 2", "–"]]
    assert {one: scene.stored(one) for one in before} == before

    assert scene.apply(page).status_code == 303
    assert [scene.points(one)[BELL] for one in before] == [2.0, 0.5, 2.0, 1.0, 0.0]
    for one, old in before.items():
        new = scene.stored(one)
        for task in (GHZ, BASIS, ESSAY):
            kept = [*old["scores"][task][:4], *old["scores"][task][5:]]
            assert [*new["scores"][task][:4], *new["scores"][task][5:]] == kept
        assert new["points"] == sum(points or 0.0 for points in scene.points(one).values())
        assert new["version"] == NEW_VERSION
    assert scene.stored(by_hand)["scores"][BELL][2] == MarkedBy.PERSON
    assert scene.state(page) == "applied"


def test_learners_whose_points_change_are_told_and_it_is_audited(scene: Scene) -> None:
    up, _same = scene.attempt(1), scene.attempt(2, right=(True, True, True))
    scene.new_version()
    page = scene.applied(BELL)
    (notice,) = scene.notices(LEARNER)
    assert notice.kind == "regrade_applied"
    assert notice.address == "/learner/utokyo-2026/04_entanglement?attempt=1"
    assert scene.visitor(LEARNER).get(notice.address).status_code == 200
    told = plain(scene.visitor(LEARNER).get("/notices").text)
    assert f"A Bell pair from 0 to 2. Reason for the regrade: {REASON}" in told
    assert scene.notices("utokyo-learner-2") == []
    (first, second) = scene.audit("regrade_applied")
    assert first.actor == scene.portal.room.people[TEACHER].pseudonym
    assert first.subject == up
    assert first.details["tasks"] == {BELL: {"before": 0.0, "after": 2.0}}
    assert first.details["version"] == {"before": OLD_VERSION, "after": NEW_VERSION}
    assert second.details["tasks"] == {}
    scene.roll_back(page)
    assert [one.kind for one in scene.notices(LEARNER)] == [
        "regrade_applied",
        "regrade_rolled_back",
    ]
    assert scene.audit("regrade_rolled_back")[0].details["tasks"] == {
        BELL: {"before": 2.0, "after": 0.0}
    }


def test_lateness_and_the_attempt_that_counts_follow(scene: Scene) -> None:
    scene.rules(counting="best", late_percent=10.0)
    late = (DUE - START) / timedelta(days=1) + 1.5
    first = scene.attempt(1, attempt=1, right=(False, True, True))
    second = scene.attempt(1, attempt=2, right=(True, False, True), days=late)
    scene.new_version()
    page = scene.asked(BELL, which="all")
    scene.judge({first: {BELL: 2.0}, second: {BELL: 2.0}})
    text = scene.visitor().get(page).text
    # the second counts as it stands: 5 points late; afterwards the first has 8
    assert rows(text, "effects") == [["模擬 学習者1", "5", "8", "1 instead of 2"]]
    scene.apply(page)
    assert scene.stored(first)["counts"]
    assert scene.stored(first)["credit"] == 8.0
    assert not scene.stored(second)["counts"]

    other = scene.attempt(2, right=(False, True, True), days=late)
    page = scene.asked(BELL)
    scene.judge()
    text = scene.visitor().get(page).text
    assert rows(text, "effects")[-1] == ["模擬 学習者2", "6", "6.4", "1 late, keeps 80%"]
    scene.apply(page)
    assert scene.stored(other)["credit"] == pytest.approx(6.4)


def test_a_page_that_is_out_of_date_writes_nothing(scene: Scene) -> None:
    attempt, other = scene.attempt(1), scene.attempt(2)
    scene.new_version()
    page = scene.asked(BELL)
    scene.judge()
    seen = scene.seen(page)
    scene.change(attempt, BELL, points=1.5, marked_by=MarkedBy.PERSON)
    answer = scene.apply(page, seen)
    assert answer.location == page
    assert "so nothing was written" in scene.visitor().get(page).text
    assert (scene.points(attempt)[BELL], scene.points(other)[BELL]) == (1.5, 0.0)
    assert scene.state(page) == "ready"
    assert scene.notices(LEARNER) == []
    scene.apply(page)
    assert (scene.points(attempt)[BELL], scene.points(other)[BELL]) == (1.5, 2.0)


def test_two_decisions_the_second_is_told_of_the_first(scene: Scene) -> None:
    attempt = scene.attempt(1)
    scene.new_version()
    page = scene.asked(BELL)
    scene.judge()
    seen = scene.seen(page)
    scene.apply(page, seen)
    for path in ("apply", "drop"):
        assert scene.post(f"{page}/{path}", seen=seen).location == page
        assert "has been applied already" in scene.visitor().get(page).text
    assert len(scene.notices(LEARNER)) == 1
    assert scene.points(attempt)[BELL] == 2.0


def test_nothing_is_applied_before_all_is_judged(scene: Scene) -> None:
    attempt = scene.attempt(1)
    scene.attempt(2)
    scene.new_version()
    page = scene.asked(BELL)
    (first, _second) = scene.claim()
    scene.put(first, {})
    text = plain(scene.visitor().get(page).text)
    assert "1 of 2 attempts are judged." in text
    assert "Apply" not in text
    scene.post(f"{page}/apply", seen="0")
    assert "still being judged" in scene.visitor().get(page).text
    assert scene.points(attempt)[BELL] == 0.0


def test_a_dropped_regrade_changes_nothing_and_judges_no_more(scene: Scene) -> None:
    attempt = scene.attempt(1)
    scene.new_version()
    page = scene.asked(BELL)
    assert scene.post(f"{page}/drop").status_code == 303
    assert scene.claim() == []
    assert scene.points(attempt)[BELL] == 0.0
    assert "No points have changed." in scene.visitor().get(page).text


def test_new_tasks_and_other_points_move_the_attempt_if_all_are_chosen(scene: Scene) -> None:
    attempt = scene.attempt(1, essay=1.0)
    tasks = {
        BELL: (4.0, False),
        GHZ: (3.0, False),
        BASIS: (3.0, False),
        "teleport": (1.0, False),
        ESSAY: (2.0, True),
    }
    scene.new_version(tasks)
    scene.applied(BELL, "teleport", judged={attempt: {BELL: 2.0, "teleport": 1.0}})
    after = scene.stored(attempt)
    assert after["version"] == NEW_VERSION
    assert scene.points(attempt) == {BELL: 2.0, GHZ: 3.0, BASIS: 3.0, "teleport": 1.0, ESSAY: 1.0}
    assert (after["points"], after["maximum"]) == (10.0, 13.0)


def test_otherwise_it_stays_and_new_points_count_in_proportion(scene: Scene) -> None:
    attempt = scene.attempt(1)
    tasks = {BELL: (4.0, False), GHZ: (3.0, False), "teleport": (1.0, False), ESSAY: (2.0, True)}
    scene.new_version(tasks)
    page = scene.asked(BELL)
    scene.judge({attempt: {BELL: 3.0}})
    text = plain(scene.visitor().get(page).text)
    assert "1 attempt stays with the version that it was graded against" in text
    scene.apply(page)
    after = scene.stored(attempt)
    assert after["version"] == OLD_VERSION
    assert scene.points(attempt) == {BELL: 1.5, GHZ: 3.0, BASIS: 3.0, ESSAY: None}
    assert after["maximum"] == 10.0


def test_a_newer_version_that_comes_out_meanwhile_is_said(scene: Scene) -> None:
    scene.attempt(1)
    scene.new_version()
    page = scene.asked(BELL)
    scene.judge()
    scene.new_version(version="cccccccccccc")
    assert "A newer version of the exercise has come out since." in scene.visitor().get(page).text


def test_an_attempt_that_was_not_graded_yet_is_left_to_the_queue(scene: Scene) -> None:
    scene.attempt(1)
    scene.new_version()
    with scene.portal.writing() as session:
        session.scalars(select(Submission)).one().status = Status.QUEUED
    assert scene.ask(BELL).status_code == 422
