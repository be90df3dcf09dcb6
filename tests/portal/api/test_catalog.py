from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.database import read
from portal.models import ExerciseVersion
from tests.portal.calls import COURSE, EXERCISE, Api, module, notebook, sent, texts

PATH = f"/catalog/modules/{EXERCISE}"


def versions(app: Flask) -> dict[str, bool]:
    with app.app_context():
        return {row.version: row.is_current for row in read().scalars(select(ExerciseVersion))}


def test_a_new_version_becomes_the_released_one_and_an_old_one_again(
    campus: None, grader: Api, app: Flask
) -> None:
    for version in ("ba9876543210", "0123456789ab", "0123456789ab"):
        assert grader("PUT", PATH, module(version)).status == 200
        assert {key for key, current in versions(app).items() if current} == {version}
    assert set(versions(app)) == {"0123456789ab", "ba9876543210"}


def test_the_same_version_may_bring_better_titles_and_files(
    campus: None, grader: Api, student: Api
) -> None:
    better = module(title=texts("Better"))
    better["releases"]["ko"] = [sent(notebook("ko"), f"{EXERCISE}.ipynb"), sent(b"x", "data.csv")]
    assert grader("PUT", PATH, better).status == 200
    (listed,) = student("GET", "/exchange/assignments").json["assignments"]
    assert listed["title"] == "Better (ja)"


def test_the_same_version_with_other_points_is_a_conflict(
    campus: None, grader: Api, app: Flask
) -> None:
    changed = module()
    changed["manifest"]["tasks"][0]["points"] = 7.0
    answer = grader("PUT", PATH, changed)
    assert (answer.status, answer.code) == (409, "version_conflict")
    assert versions(app) == {"0123456789ab": True}


def test_a_new_exercise_is_released_where_an_offering_has_dates_for_all(
    campus: None, grader: Api, student: Api
) -> None:
    assert (
        grader("PUT", "/catalog/modules/05_more", module(exercise="05_more", order=3)).status == 200
    )
    listed = student("GET", "/exchange/assignments").json["assignments"]
    assert [entry["exercise"] for entry in listed] == ["05_more", EXERCISE]
    assert {entry["course"] for entry in listed} == {COURSE}


def broken() -> dict[str, dict[str, Any]]:
    task = module()["manifest"]["tasks"][0]
    no_english = module()
    del no_english["releases"]["en"]
    other_language = module()
    other_language["releases"]["fr"] = other_language["releases"]["en"]
    renamed = module()
    renamed["releases"]["ja"][0]["name"] = "other.ipynb"
    text = module()
    text["releases"]["ja"] = [sent(b"hello", f"{EXERCISE}.ipynb")]
    return {
        "other module": module(exercise="05_more"),
        "task twice": module(tasks=[task, task]),
        "no tasks": module(tasks=[]),
        "no points": module(tasks=[task | {"points": 0}]),
        "bad task id": module(tasks=[task | {"id": "Bell pair"}]),
        "title without English": module(title={"ja": "x"}),
        "bad version": module("../../x"),
        "no English release": no_english,
        "other language": other_language,
        "no notebook": renamed,
        "text": text,
        "no manifest": {"releases": {}},
    }


@pytest.mark.parametrize("case", broken())
def test_broken_modules(campus: None, grader: Api, app: Flask, case: str) -> None:
    answer = grader("PUT", PATH, broken()[case])
    assert answer.status == 422
    assert answer.code in ("broken_module", "unreadable", "not_a_notebook")
    assert versions(app) == {"0123456789ab": True}


@pytest.mark.parametrize("name", ["..", "A", "a%20b", "x" * 61, "%00"])
def test_broken_module_names(grader: Api, name: str) -> None:
    assert grader("PUT", f"/catalog/modules/{name}", module(exercise=name)).status in (404, 422)
