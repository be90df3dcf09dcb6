"""A broken task is mended and regraded: judged, looked at, applied, taken back; portal and gradebook agree."""

from __future__ import annotations

import base64
import re

import httpx
import pytest
from nbgrader.api import Gradebook

from tests.grader.course.sample import EXERCISE, RIGHT, edited, grade_id, source
from tests.grader.service.running import OFFERING, Running, build, roster

TEACHER = {
    "login": "eve",
    "issuer": "https://demo.example",
    "subject": "eve",
    "family_name": "Instructor",
    "given_name": "Simulated",
    "language": "en",
    "institution": "demo",
    "simulated": True,
    "roles": [{"role": "instructor", "offering": OFFERING}],
}
BROKEN = "assert double(2) == 5, 'the broken check'"
PAGES = f"/instructor/{OFFERING}/regrades"
NEW = f"{PAGES}/new/{EXERCISE}"


@pytest.fixture
def qampus(tmp_path, sandbox, monkeypatch):
    monkeypatch.setenv("QAMPUS_DEMO", "1")
    running = Running(tmp_path)
    build(tmp_path / "build", edited(source(), broken), "0123456789ab")
    running.start_portal()
    people = roster("ada", "ben")
    running.operator().put_roster(people | {"people": [*people["people"], TEACHER]})
    running.start_grader()
    yield running
    running.stop()


def broken(notebook):
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.source = BROKEN


class Browser:
    """Somebody signed in at the running portal."""

    def __init__(self, address, login):
        self.http = httpx.Client(base_url=address, follow_redirects=True, timeout=30)
        self.send("/sign-in", "/sign-in", login=login)

    def page(self, path):
        answer = self.http.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def send(self, path, form, **fields):
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.page(form)).group(1)
        answer = self.http.post(path, data={"csrf_token": token, **fields})
        assert answer.status_code == 200, (path, answer.text[-2000:])
        return answer

    def decide(self, path, form):
        seen = re.search(r'name="seen" value="([0-9a-f]+)"', self.page(form)).group(1)
        return self.send(path, form, seen=seen)


def gradebook(qampus):
    """Return task -> (points by the check, points that count) of each learner, by first name."""
    path = f"sqlite:///{qampus.folder}/courses/{OFFERING}/gradebook.db"
    with Gradebook(path, OFFERING) as book:
        return {
            one.student.first_name.split()[-1]: {
                grade.name: (grade.auto_score, grade.score)
                for notebook in one.notebooks
                for grade in notebook.grades
            }
            for one in book.find_assignment(EXERCISE).submissions
        }


def feedback(qampus, login, submission):
    answer = qampus.person(login).get(f"exchange/submissions/{submission}/feedback")
    return "".join(base64.b64decode(file["content"]).decode() for file in answer.json()["files"])


def test_a_mended_task_is_regraded_and_taken_back(qampus):
    ada = qampus.submit("ada", **RIGHT, why="So.")
    ben = qampus.submit("ben", double_answer="def double(x): return x", number_answer="number = 7")
    assert qampus.graded("ada", ada)["score"] == 1.0
    assert qampus.graded("ben", ben)["score"] == 1.0
    assert "the broken check" in feedback(qampus, "ada", ada)

    build(qampus.folder / "build", source(), "ba9876543210")
    teacher = Browser(qampus.address, "eve")
    qampus.until(lambda: "have an older one" in plain(teacher.page(PAGES)))
    asked = teacher.send(
        NEW, NEW, task="double", which="all", version="ba9876543210", reason="The check was wrong."
    )
    page = asked.url.path
    qampus.until(lambda: "Waits for your decision" in teacher.page(page))
    told = plain(teacher.page(page))
    assert "▲ 2 / 2" in told
    # judged, and nothing has changed
    assert qampus.submissions("ada")[ada]["score"] == 1.0
    assert gradebook(qampus)["ada"]["double"] == (0.0, 0.0)

    teacher.decide(f"{page}/apply", page)
    assert qampus.submissions("ada")[ada]["score"] == 3.0
    qampus.until(lambda: gradebook(qampus)["ada"]["double"] == (2.0, 2.0))
    qampus.until(lambda: "has these points, too" in teacher.page(page))
    assert gradebook(qampus)["ben"]["double"] == (0.0, 0.0)
    assert "the broken check" not in feedback(qampus, "ada", ada)
    learner = Browser(qampus.address, "ada")
    assert "3 of 6 points" in plain(learner.page(f"/learner/{OFFERING}/{EXERCISE}"))
    assert "The check was wrong." in learner.page("/notices")

    # what a person marks meanwhile in formgrader stays when the regrade is taken back
    mark_essay(qampus, "ada", 3.0)
    qampus.graded("ada", ada, score=6.0)

    teacher.decide(f"{page}/roll-back", f"{page}/roll-back")
    assert qampus.submissions("ada")[ada]["score"] == 4.0
    qampus.until(lambda: gradebook(qampus)["ada"]["double"] == (0.0, 0.0))
    qampus.until(lambda: "has these points, too" in teacher.page(page))
    assert gradebook(qampus)["ada"]["why"][1] == 3.0
    assert "the broken check" in feedback(qampus, "ada", ada)
    assert "4 of 6 points" in plain(learner.page(f"/learner/{OFFERING}/{EXERCISE}"))

    # a mark given afterwards brings no regraded points back
    mark_essay(qampus, "ada", 2.0)
    assert qampus.graded("ada", ada, score=3.0)["score"] == 3.0


def mark_essay(qampus, name, points):
    path = f"sqlite:///{qampus.folder}/courses/{OFFERING}/gradebook.db"
    with Gradebook(path, OFFERING) as book:
        (student,) = (one.id for one in book.students if one.first_name.endswith(name))
        grade = book.find_grade("why", EXERCISE, EXERCISE, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
