"""The pages of regrades are for the instructors of the offering alone; learners see their own points."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from portal.models import Regrade
from tests.portal.regrading.scene import BELL, NEW, NEW_VERSION, PAGES, TEACHER, Scene


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A course with one applied regrade."""
    scene = Scene(Path(tmp_path_factory.mktemp("portal")))
    scene.attempt(1)
    scene.new_version()
    scene.applied(BELL)
    return scene


def pages(scene: Scene) -> list[str]:
    """Return all addresses that show something."""
    with scene.reading() as session:
        regrade = session.scalars(select(Regrade)).one()
        one = f"{PAGES}/{regrade.public_id}"
    return [PAGES, f"{PAGES}/part", NEW, one, f"{one}/part", f"{one}/roll-back"]


def posts(scene: Scene) -> list[str]:
    """Return all addresses that write something."""
    one = pages(scene)[3]
    return [NEW, f"{one}/apply", f"{one}/drop", f"{one}/roll-back"]


def test_the_instructor_sees_them(scene: Scene) -> None:
    for path in pages(scene):
        assert scene.visitor(TEACHER).get(path).status_code == 200, path
    tab = f'href="{PAGES}" aria-current="page"'
    assert tab in scene.visitor(TEACHER).get(PAGES).text


@pytest.mark.parametrize(
    "login",
    ["utokyo-learner-1", "snu-learner-1", "snu-instructor", "utokyo-coordinator"],
)
def test_nobody_else_does(scene: Scene, login: str) -> None:
    for path in pages(scene):
        assert scene.visitor(login).get(path).status_code in {403, 404}, path
    for path in posts(scene):
        answer = scene.post(
            path, login=login, task=BELL, version=NEW_VERSION, reason="mine", seen="0"
        )
        assert answer.status_code in {403, 404}, path


def test_who_is_not_signed_in_is_asked_to(scene: Scene) -> None:
    for path in pages(scene):
        answer = scene.visitor(None).get(path)
        assert answer.status_code in {302, 303}, path
        assert "/sign-in" in answer.location


def test_a_regrade_of_another_course_and_an_exercise_that_is_none_are_unknown(scene: Scene) -> None:
    one = pages(scene)[3].rpartition("/")[2]
    visitor = scene.visitor("snu-instructor")
    assert visitor.get(f"/instructor/snu-2026/regrades/{one}").status_code == 404
    for path in ("apply", "drop", "roll-back"):
        answer = scene.post(
            f"/instructor/snu-2026/regrades/{one}/{path}", login="snu-instructor", seen="0"
        )
        assert answer.status_code == 404
    assert scene.visitor(TEACHER).get(f"{PAGES}/nonsense").status_code == 404
    assert scene.visitor(TEACHER).get(f"{PAGES}/new/nonsense").status_code == 404


def test_a_form_without_its_token_is_refused(scene: Scene) -> None:
    answer = scene.visitor(TEACHER).client.post(NEW, data={"task": BELL, "reason": "x"})
    assert answer.status_code == 400


def test_the_list_shows_the_history_and_the_page_asks_again_by_itself(scene: Scene) -> None:
    text = scene.visitor(TEACHER).get(PAGES).text
    assert "1 up, 0 down" in text
    assert "The check of the Bell pair wanted the wrong sign." in text
    assert 'data-topic="offering:utokyo-2026"' in text
    one = scene.visitor(TEACHER).get(pages(scene)[3]).text
    seen = one.partition("/part?seen=")[2].partition('"')[0]
    assert scene.visitor(TEACHER).get(f"{pages(scene)[4]}?seen={seen}").status_code == 204
