"""Asking for a regrade: which attempts, against which version, and what stands in the way."""

from __future__ import annotations

import pytest

from tests.portal.regrading.scene import (
    BASIS,
    BELL,
    ESSAY,
    GHZ,
    NEW,
    NEW_VERSION,
    OLD_VERSION,
    PAGES,
    PLAIN,
    TEACHER,
    Scene,
)


def test_attempts_that_count_are_judged_against_the_newest_version(scene: Scene) -> None:
    scene.attempt(1, attempt=1)
    second = scene.attempt(1, attempt=2, days=2)
    other = scene.attempt(2)
    scene.new_version()
    scene.asked(BELL)
    claimed = scene.claim()
    assert {one["submission"] for one in claimed} == {second, other}
    assert {(one["against"], one["version"]) for one in claimed} == {(NEW_VERSION, OLD_VERSION)}
    assert {tuple(one["tasks"]) for one in claimed} == {(BELL,)}
    assert all(len(one["seed"]) > 10 for one in claimed)
    assert scene.claim() == []  # each to one grader


def test_all_graded_attempts_are_judged_if_she_asks_for_all(scene: Scene) -> None:
    first, second = scene.attempt(1, attempt=1), scene.attempt(1, attempt=2, days=2)
    scene.new_version()
    scene.asked(BELL, which="all")
    assert {one["submission"] for one in scene.claim()} == {first, second}


def test_the_form_chooses_what_changed_and_says_what_is_new_gone_and_worth_other_points(
    scene: Scene,
) -> None:
    scene.attempt(1)
    scene.new_version(
        {BELL: (2.0, False), GHZ: (4.0, False), "teleport": (1.0, False), ESSAY: (2.0, True)}
    )
    page = scene.visitor().get(NEW).text
    box = '<input type="checkbox" name="task" value="{}"{}>'
    assert box.format(BELL, " checked") in page
    assert box.format(GHZ, " checked") in page
    assert box.format("teleport", "") in page
    assert f'value="{ESSAY}"' not in page
    assert page.count("worth other points now") == 1
    assert page.count(">new task<") == 1
    assert "does not have any more keep their points: Measure in another basis." in page


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"task": []}, "Choose at least one task."),
        ({"task": ["nonsense", ESSAY]}, "Choose at least one task."),
        ({"reason": "  "}, "Say why"),
        ({"reason": "x" * 501}, "more than 500 letters"),
        ({"version": OLD_VERSION}, "A newer version came out"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    scene: Scene, change: dict[str, str], message: str
) -> None:
    scene.attempt(1)
    scene.new_version()
    fields = {"task": [GHZ, BASIS], "which": "all", "version": NEW_VERSION, "reason": "Why not"}
    answer = scene.post(NEW, **(fields | change))
    assert answer.status_code in {409, 422}
    assert message in answer.text
    assert scene.claim() == []
    if "task" not in change:
        assert answer.text.count(" checked") == 3  # two tasks, all attempts
    if "reason" not in change:
        assert ">Why not</textarea>" in answer.text


def test_without_a_graded_attempt_there_is_nothing_to_judge(scene: Scene) -> None:
    answer = scene.ask(BELL, version=OLD_VERSION)
    assert answer.status_code == 422
    assert "No attempt has been graded yet." in answer.text


def test_one_at_a_time_and_a_double_click_is_one(scene: Scene) -> None:
    scene.attempt(1)
    scene.new_version()
    page = scene.asked(BELL)
    assert scene.asked(BELL) == page
    answer = scene.ask(GHZ)
    assert answer.status_code == 409
    assert "is open already" in answer.text
    assert page in answer.text  # and leads to it
    assert len(scene.claim()) == 1
    assert scene.post(f"{page}/drop").status_code == 303
    assert scene.state(page) == "dropped"
    assert scene.asked(GHZ) != page


def test_the_same_version_can_be_judged_again(scene: Scene) -> None:
    attempt = scene.attempt(1)
    page = scene.asked(BELL, version=OLD_VERSION)
    scene.judge()
    assert scene.apply(page).status_code == 303
    assert scene.points(attempt)[BELL] == 2.0
    assert scene.stored(attempt)["version"] == OLD_VERSION


def test_the_exercise_and_the_list_say_that_attempts_are_behind(scene: Scene) -> None:
    scene.attempt(1)
    exercise = "/instructor/utokyo-2026/exercises/04_entanglement"
    assert "older version" not in scene.visitor().get(exercise).text
    scene.new_version(PLAIN)
    assert "1 attempt that counts was graded against an older version" in (
        scene.visitor().get(exercise).text
    )
    assert "1 attempt that counts has an older one" in scene.visitor().get(PAGES).text
    page = scene.asked(BELL)
    assert page in scene.visitor().get(exercise).text


def test_who_asked_is_told_when_all_is_judged(scene: Scene) -> None:
    first, second = scene.attempt(1), scene.attempt(2)
    scene.new_version()
    page = scene.asked(BELL)
    for claimed in scene.claim():
        assert scene.notices(TEACHER) == []
        scene.put(claimed, {})
    (notice,) = scene.notices(TEACHER)
    assert (notice.kind, notice.address) == ("regrade_ready", page)
    assert scene.points(first)[BELL] == scene.points(second)[BELL] == 0.0
    assert "is ready. Nothing has changed yet" in scene.visitor().get("/notices").text
