"""Pages about rules are the instructors' of the offering alone."""

from __future__ import annotations

import pytest

from tests.portal.classroom import EXERCISES, Portal

ROOT = "/instructor/uchicago-2026"
ONE = f"{ROOT}/exercises/{EXERCISES[0][0]}/rules"
PAGES = [f"{ROOT}/rules", f"{ROOT}/rules/preview", f"{ROOT}/rules/apply"]
PAGES += [ONE, f"{ONE}/preview", f"{ONE}/apply"]
ACTIONS = [f"{ROOT}/rules/apply", f"{ONE}/apply"]


@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("utokyo-instructor", 404),
        ("uchicago-learner-1", 403),
        ("utokyo-learner-1", 403),
        ("uchicago-coordinator", 403),
        (None, 303),
    ],
)
def test_others_see_and_change_nothing(portal: Portal, login: str | None, status: int) -> None:
    visitor = portal.visitor(login)
    assert {visitor.get(path).status_code for path in PAGES} == {status}
    for path in ACTIONS:
        answer = visitor.form(path, "/sign-in", late_percent="50")
        assert answer.status_code == status
        if login is None:
            assert "/sign-in" in answer.headers["Location"]


def test_the_instructor_sees_them(portal: Portal) -> None:
    visitor = portal.visitor("uchicago-instructor")
    statuses = [visitor.get(path).status_code for path in PAGES]
    # Previews of nothing say what is missing; a way back to the form where a change was sent.
    assert statuses == [200, 422, 303, 200, 422, 303]
