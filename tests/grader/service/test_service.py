from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
import time

import psutil
import pytest
from nbgrader.api import Gradebook

from grader.errors import PortalRefusedError, PortalUnreachableError
from grader.portal_client import PortalClient
from tests.grader.course.sample import EXERCISE, RIGHT, source
from tests.grader.service.running import GRADER, OFFERING, Running, build, roster

LONG = "import time; time.sleep(20)"


@pytest.fixture
def qampus(tmp_path, sandbox):
    running = Running(tmp_path)
    build(tmp_path / "build", source(), "0123456789ab")
    running.start_portal()
    running.operator().put_roster(roster("ada", "ben"))
    running.start_grader()
    yield running
    running.stop()


def gradebook(qampus):
    return Gradebook(f"sqlite:///{qampus.folder}/courses/{OFFERING}/gradebook.db", OFFERING)


def scores(qampus):
    """Return task -> (points, marked_by, code) of each submission, as the portal has stored them."""
    (path,) = (qampus.folder / "data").rglob("portal.db")
    with contextlib.closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT s.public_id, t.name, c.points, c.marked_by, c.code FROM task_score c"
            " JOIN submission s ON s.id = c.submission_id JOIN task t ON t.id = c.task_id"
        ).fetchall()
    found = {}
    for submission, task, *told in rows:
        found.setdefault(submission, {})[task] = tuple(told)
    return found


def sandboxes(qampus):
    """Return the processes in this grader's sandboxes while learner code runs in one; nothing while none does."""
    inside = {}
    for child in psutil.Process(qampus.grader.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if any(part == "grader.execution.nest" for part in child.cmdline()):
                inside[child.pid] = (child, child.ppid())
    # a guard holds a nest, and a nest holds forks
    nests = {pid for pid, (_, parent) in inside.items() if parent in inside}
    busy = any(parent in nests for _, parent in inside.values())
    return [child for child, _ in inside.values()] if busy else []


def test_what_is_submitted_is_graded_and_feedback_is_there_with_the_score(qampus):
    right = qampus.submit("ada", **RIGHT, why="So.")
    wrong = qampus.submit("ben", double_answer="def double(x): return x")
    assert qampus.graded("ada", right)["score"] == 3.0
    assert qampus.graded("ben", wrong)["score"] == 0.0
    (page,) = qampus.person("ada").get(f"exchange/submissions/{right}/feedback").json()["files"]
    assert page["name"] == f"{EXERCISE}.html"
    stored = scores(qampus)
    assert stored[right]["why"] == (None, "nobody", "needs_person")
    assert stored[wrong]["double"][2] == "assertion"
    assert stored[wrong]["number"][2] == "not_answered"
    with gradebook(qampus) as book:
        assert {student.first_name for student in book.students} == {
            "Simulated ada",
            "Simulated ben",
        }

    # a learner who joins later, another attempt, a new version: all while it runs
    qampus.operator().put_roster(roster("ada", "ben", "cem"))
    assert qampus.graded("cem", qampus.submit("cem", **RIGHT))["score"] == 3.0
    build(qampus.folder / "build", source(third=True), "ba9876543210")
    qampus.until(lambda: any("last" in cell.source for cell in qampus.release("ben").cells))
    again = qampus.submit("ben", **RIGHT, last_answer="last = 1")
    listed = qampus.graded("ben", again)
    assert (listed["score"], listed["maximum"]) == (4.0, 7.0)


def test_lessons_reach_the_portal_and_only_what_changed_is_sent_again(qampus):
    pages = qampus.folder / "build" / "pages" / f"{EXERCISE}.json"
    pages.parent.mkdir()
    portal = PortalClient(qampus.address, GRADER, patience=5)
    for version in ("0123456789ab", "ba9876543210"):
        body = {"version": version, "pages": {"en": {"html": "<p>x</p>", "headings": []}}}
        pages.write_text(json.dumps(body | {"pictures": []}))
        build(qampus.folder / "build", source(), version)
        expected = {EXERCISE: version}
        qampus.until(lambda expected=expected: portal.lessons() == expected)
    qampus.grader.send_signal(signal.SIGTERM)
    qampus.grader.wait(5)
    published = qampus.log().count(f"published {EXERCISE}")
    qampus.start_grader()
    qampus.until(lambda: qampus.log().count(f"published {EXERCISE}") > published)
    submission = qampus.submit("ada", **RIGHT, why="So.")
    qampus.graded("ada", submission)
    assert qampus.log().count("published lesson") == 2
    portal.close()


def test_marks_given_in_formgrader_reach_the_portal(qampus):
    submission = qampus.submit("ada", **RIGHT, why="So.")
    qampus.graded("ada", submission)
    before = qampus.submissions("ada")[submission]["feedback_sha256"]
    with gradebook(qampus) as book:
        (student,) = {one.student.id for one in book.find_assignment(EXERCISE).submissions}
        grade = book.find_grade("why", EXERCISE, EXERCISE, student)
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        book.find_comment("why", EXERCISE, EXERCISE, student).manual_comment = "Nearly there."
        book.db.commit()
    marked = qampus.graded("ada", submission, score=5.0)
    assert scores(qampus)[submission]["why"] == (2.0, "person", "marked")
    assert marked["feedback_sha256"] != before

    # marks made while the grader is away are sent when it comes back
    qampus.grader.send_signal(signal.SIGTERM)
    qampus.grader.wait(5)
    with gradebook(qampus) as book:
        book.find_grade("why", EXERCISE, EXERCISE, student).manual_score = 3.0
        book.db.commit()
    qampus.start_grader()
    qampus.graded("ada", submission, score=6.0)


def test_a_crash_in_the_middle_loses_nothing(qampus):
    submission = qampus.submit(
        "ada", **{**RIGHT, "number_answer": "import time; time.sleep(3); number = 7"}
    )
    inside = qampus.until(lambda: sandboxes(qampus))
    qampus.grader.kill()
    qampus.grader.wait()
    assert psutil.wait_procs(inside, timeout=10)[1] == []  # they die with the service
    assert qampus.submissions("ada")[submission]["status"] != "graded"
    qampus.end_leases()
    qampus.start_grader()
    assert qampus.graded("ada", submission)["score"] == 3.0
    with gradebook(qampus) as book:
        assert len(book.find_assignment(EXERCISE).submissions) == 1


def test_the_portal_may_go_and_come_back(qampus):
    qampus.graded("ada", qampus.submit("ada", **RIGHT))
    qampus.portal.send_signal(signal.SIGTERM)
    qampus.portal.wait(10)
    time.sleep(1)
    assert qampus.grader.poll() is None
    qampus.start_portal()
    assert qampus.graded("ben", qampus.submit("ben", **RIGHT))["score"] == 3.0


def test_sigterm_ends_it_soon_with_no_process_left(qampus):
    qampus.submit("ada", double_answer=LONG)
    inside = qampus.until(lambda: sandboxes(qampus))
    qampus.grader.send_signal(signal.SIGTERM)
    assert qampus.grader.wait(10) == 0, qampus.log()
    assert psutil.wait_procs(inside, timeout=10)[1] == []


def test_a_module_that_the_portal_refuses_and_a_wrong_token_are_said(qampus):
    qampus.grader.send_signal(signal.SIGTERM)
    qampus.grader.wait(5)
    qampus.start_grader(token="wrong")
    assert qampus.grader.wait(30) == 1
    assert "401" in qampus.log().splitlines()[-1]
    client = PortalClient(qampus.address, GRADER)
    with pytest.raises(PortalRefusedError) as caught:
        client.put_feedback("nothing", {"x.html": b""})
    assert (caught.value.status, caught.value.code) == (404, "unknown_submission")
    with pytest.raises(PortalRefusedError) as caught:
        client.put_roster({})
    assert caught.value.status in {401, 403}


def test_a_portal_that_is_not_there_is_said_after_the_patience():
    client = PortalClient("http://127.0.0.1:9", "token", patience=0.5)
    begun = time.monotonic()
    with pytest.raises(PortalUnreachableError, match=r"127\.0\.0\.1:9"):
        client.status()
    assert time.monotonic() - begun < 10
