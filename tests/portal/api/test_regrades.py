"""Regrades as the grader sees them: claims, results, failures, and points for the gradebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from portal.models import RegradeItem, now
from tests.portal.api.contract import hold_to_description
from tests.portal.calls import OPERATOR_TOKEN, Api, task_result
from tests.portal.regrading.scene import (
    BELL,
    ESSAY,
    EXERCISE,
    GHZ,
    NEW_VERSION,
    OLD_VERSION,
    TEACHER,
    Scene,
)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """A regrade of one task can be asked for; every answer is held to the description."""
    scene = Scene(tmp_path)
    hold_to_description(scene.portal.app)
    scene.attempt(1)
    scene.new_version()
    return scene


def address(claimed: dict[str, Any], what: str) -> str:
    return f"/grading/regrades/{claimed['regrade']}/submissions/{claimed['submission']}/{what}"


def test_a_lease_that_ends_three_times_leaves_the_points_as_they_are(scene: Scene) -> None:
    page = scene.asked(BELL)
    for _ in range(3):
        assert len(scene.claim()) == 1
        assert scene.claim() == []
        with scene.portal.writing() as session:
            session.execute(update(RegradeItem).values(lease_until=now()))
    assert scene.claim() == []
    assert scene.state(page) == "ready"
    text = scene.visitor().get(page).text
    assert "The grader failed: the points stay" in text
    assert "3 graders ended before they reported on it" in text
    assert [one.kind for one in scene.notices(TEACHER)] == ["regrade_ready"]


def test_a_failure_of_the_grader_goes_back_twice_and_then_stays(scene: Scene) -> None:
    page = scene.asked(BELL)
    told = []
    for _ in range(3):
        (claimed,) = scene.claim()
        answer = scene.grader("POST", address(claimed, "failure"), {"reason": "no room"})
        told.append((answer.json["state"], answer.json["failures"]))
    assert told == [("queued", 1), ("queued", 2), ("failed", 3)]
    assert scene.state(page) == "ready"
    # a worker that comes back late changes nothing
    answer = scene.grader("POST", address(claimed, "failure"), {"reason": "no room"})
    assert answer.json["failures"] == 3


def test_the_same_result_again_changes_nothing_nor_does_one_that_comes_late(scene: Scene) -> None:
    page = scene.asked(BELL)
    (claimed,) = scene.claim()
    assert scene.put(claimed, {}).json["state"] == "judged"
    before = scene.visitor().get(page).text
    assert scene.put(claimed, {BELL: 0.0}).json["state"] == "judged"
    assert scene.seen(page) in before


@pytest.mark.parametrize(
    "change",
    [
        {"version": OLD_VERSION},
        {"version": "ffffffffffff"},
        {"submission": "another"},
        {"exercise": "03_single_qubit_gates"},
        {"tasks": [task_result(BELL, 2.0, 2.0)]},
    ],
)
def test_a_result_about_something_else_is_refused(scene: Scene, change: dict[str, Any]) -> None:
    page = scene.asked(BELL)
    (claimed,) = scene.claim()
    body = scene.result(claimed, {}) | change
    answer = scene.grader("PUT", address(claimed, "result"), body)
    assert (answer.status, answer.code) == (422, "bad_result")
    assert scene.state(page) == "judging"


def test_a_result_that_is_none_and_a_regrade_that_is_none_are_refused(scene: Scene) -> None:
    scene.asked(BELL)
    (claimed,) = scene.claim()
    answer = scene.grader("PUT", address(claimed, "result"), raw=b"\xff{")
    assert answer.code == "bad_result"
    unknown = claimed | {"regrade": "0" * 32}
    assert scene.grader("PUT", address(unknown, "result"), scene.result(claimed, {})).status == 404
    assert scene.grader("POST", address(unknown, "failure"), {"reason": "x"}).status == 404
    answer = scene.grader("PUT", address(unknown, "recorded"), {"stamp": "x"})
    assert (answer.status, answer.code) == (404, "unknown_regrade")


def test_the_gradebook_gets_what_holds_once(scene: Scene) -> None:
    page = scene.asked(BELL)
    assert scene.record() == []
    scene.judge()
    assert scene.record() == []  # nothing is decided
    scene.apply(page)
    (record,) = scene.record()
    assert (record["applied"], record["tasks"]) == (True, {BELL: 2.0})
    assert record["result"]["version"] == NEW_VERSION
    assert {task["task"]: task["points"] for task in record["result"]["tasks"]} == {
        BELL: 2.0,
        GHZ: 3.0,
        "basis": 3.0,
        ESSAY: None,
    }
    assert "gradebook has these points, too" in scene.visitor().get(page).text
    assert scene.record() == []
    scene.roll_back(page)
    (record,) = scene.record()
    assert (record["applied"], record["tasks"]) == (False, {BELL: 0.0})
    assert record["result"]["version"] == OLD_VERSION


def test_what_changed_while_it_was_recorded_comes_up_again(scene: Scene) -> None:
    page = scene.asked(BELL)
    scene.judge()
    scene.apply(page)
    (old,) = scene.grader("POST", "/grading/regrades/records", {"limit": 9}).json["records"]
    scene.roll_back(page)
    answer = scene.grader("PUT", address(old, "recorded"), {"stamp": old["stamp"]})
    assert answer.json["recorded"] is False
    (again,) = scene.record()
    assert again["applied"] is False


def test_an_old_result_does_not_overwrite_what_a_regrade_wrote(scene: Scene) -> None:
    page = scene.asked(BELL)
    (claimed,) = scene.claim()
    scene.put(claimed, {})
    scene.apply(page)
    # marks of formgrader come with the whole result, whose other points are those of before
    stale = scene.result(claimed | {"against": OLD_VERSION}, {BELL: 0.0})
    path = f"/grading/submissions/{claimed['submission']}/result"
    answer = scene.grader("PUT", path, stale)
    assert (answer.status, answer.code) == (409, "regrade_not_recorded")
    assert scene.points(claimed["submission"])[BELL] == 2.0
    (record,) = scene.record()
    marked = record["result"]
    marked["tasks"][3] = task_result(ESSAY, 1.0, 2.0, "person")
    assert scene.grader("PUT", path, marked).status == 200
    assert scene.points(claimed["submission"])[BELL] == 2.0


def test_only_the_grader_may_call(scene: Scene) -> None:
    scene.asked(BELL)
    (claimed,) = scene.claim()
    scene.portal.app.config["OPERATOR_TOKEN"] = OPERATOR_TOKEN
    client = scene.portal.app.test_client()
    calls = [
        ("POST", "/grading/regrades/claims", {"worker": "w", "limit": 1, "lease_seconds": 1}),
        ("PUT", address(claimed, "result"), scene.result(claimed, {})),
        ("POST", address(claimed, "failure"), {"reason": "x"}),
        ("POST", "/grading/regrades/records", {"limit": 1}),
        ("PUT", address(claimed, "recorded"), {"stamp": "x"}),
    ]
    for method, path, body in calls:
        assert Api(client, None)(method, path, body).status == 401, path
        assert Api(client, OPERATOR_TOKEN)(method, path, body).status == 403, path


def test_a_regrade_of_an_exercise_leaves_the_others_alone(scene: Scene) -> None:
    scene.asked(BELL)
    (claimed,) = scene.claim()
    assert claimed["exercise"] == EXERCISE
    assert claimed["course"] == "utokyo-2026"
