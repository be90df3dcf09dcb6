"""Random instances from end to end: the portal's key, a real grading service, a real sandbox."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re

import pytest

from grader.checks.instances import PUBLIC, instances, use_seed
from tests.grader.course.sample import EXERCISE, RIGHT, grade_id, source
from tests.grader.service.running import GRADER, Running, build, roster

CHECK = (
    "from grader.checks import instances\n"
    "drawn = int(instances('double').integers(10**9))\n"
    "print('instance', drawn)\n"
    "assert double(drawn) == 2 * drawn"
)


@pytest.fixture
def qampus(tmp_path, sandbox):
    notebook = source()
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.source = CHECK
    running = Running(tmp_path)
    build(tmp_path / "build", notebook, "0123456789ab")
    running.start_portal()
    running.operator().put_roster(roster("ada", "ben"))
    running.start_grader()
    yield running
    running.stop()


def drawn(qampus, login, submission):
    (page,) = (
        qampus.person(login).get(f"exchange/submissions/{submission}/feedback").json()["files"]
    )
    text = base64.b64decode(page["content"]).decode()
    return int(re.search(r"instance (\d+)", text)[1])


def test_a_learner_meets_the_instances_of_her_institutions_key_at_every_attempt(qampus):
    got = {}
    for login in ("ada", "ben"):
        submission = qampus.submit(login, **RIGHT)
        assert qampus.graded(login, submission)["score"] == 3.0
        got[login] = drawn(qampus, login, submission)
    again = qampus.submit("ada", **RIGHT, why="Once more.")
    qampus.graded("ada", again)
    assert drawn(qampus, "ada", again) == got["ada"]

    (secrets,) = (qampus.folder / "data").rglob("secrets.json")
    key = bytes.fromhex(json.loads(secrets.read_text())["institution_keys"]["demo"])
    expected = {}
    for login in got:
        who = f"https://demo.example\0{login}".encode()
        pseudonym = hmac.new(key, who, hashlib.sha256).hexdigest()[:16]
        text = f"\0instances\0{pseudonym}\0{EXERCISE}".encode()
        use_seed(hmac.new(key, text, hashlib.sha256).hexdigest())
        expected[login] = instances("double").integers(10**9)
    use_seed(PUBLIC)
    assert got == expected
    assert got["ada"] != got["ben"]
    assert key.hex() not in qampus.log()
    assert GRADER not in qampus.log()
