"""From the author's page to the learner's notebook: a wrong check is refused, a right one becomes a new version."""

from __future__ import annotations

import base64
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from grader.authoring.build import build
from grader.notebooks import parse_notebook
from portal.authoring.cells import split
from tests.grader.authoring.samples import EXERCISE, MODULE, write_course
from tests.grader.course.sample import content
from tests.grader.service.running import GRADER, OFFERING, Running, roster

HIDDEN = EXERCISE[EXERCISE.index("assert assert_hidden[0]") :].split("\n", 1)[0]
SOUND = EXERCISE.replace(
    HIDDEN, "assert max(abs(x - y) for x, y in zip(make_pair(), [0.5**0.5, 0, 0, 0.5**0.5])) < 1e-9"
).replace("a **pair**", "a nice **pair**")
WRONG = SOUND.replace("== 4", "== 5")
PATIENCE = 180.0
ANSWER = "def make_pair():\n    return [0.5**0.5, 0, 0, 0.5**0.5]"


class Course(Running):
    """A portal and a grader that has the texts of the course, an instructor and a learner."""

    def start_grader(self, token: str = GRADER) -> None:
        self.grader = subprocess.Popen(
            [sys.executable, "-m", "grader.service", "--portal", self.address, "--workers", "1"]
            + ["--courses", self.folder / "courses", "--build", self.folder / "build"]
            + ["--root", self.folder],
            env=os.environ | {"QAMPUS_TOKEN": token},
            stderr=(self.folder / "grader.log").open("ab"),
        )

    def until(self, look: Callable[[], Any]) -> Any:
        """Look until something is there: a whole audit takes longer than grading."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := look():
                return found
            time.sleep(0.2)
        raise AssertionError(f"waited in vain; the grader said:\n{self.log()}")

    @property
    def text(self) -> str:
        return (self.folder / "exercises" / MODULE / "exercise.py").read_text()

    def query(self, words: str) -> list[Any]:
        (path,) = (self.folder / "data").rglob("portal.db")
        with sqlite3.connect(path, timeout=20) as database:
            return database.execute(words).fetchall()

    def programs(self) -> list[psutil.Process]:
        """Return the processes that check drafts of this course."""
        assert self.grader is not None
        found = psutil.Process(self.grader.pid).children(recursive=True)
        return [one for one in found if "grader.accuracy.draft" in " ".join(one.cmdline())]


class Author:
    """An instructor at her browser."""

    def __init__(self, course: Course) -> None:
        self.page = f"/instructor/{OFFERING}/author/{MODULE}"
        self.http = httpx.Client(base_url=course.address, timeout=20, trust_env=False)
        self.send("/sign-in", "/sign-in", login="author")

    def read(self, path: str = "") -> str:
        return unescape(self.http.get(path or self.page).text)

    def send(self, path: str, page: str, **fields: str) -> httpx.Response:
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.http.get(page).text)
        assert token is not None
        answer = self.http.post(path, data={"csrf_token": token[1], **fields})
        assert answer.status_code == 303, answer.text
        return answer

    def check(self, text: str) -> None:
        page = self.read()
        fields = {"then": "check"}
        for name in ("base", "revision"):
            found = re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)">', page)
            fields[name] = found[-1]
        cells = split(text)
        fields["cells"] = str(len(cells))
        for number, cell in enumerate(cells):
            fields |= {f"head-{number}": cell.head, f"text-{number}": cell.text}
            fields[f"gap-{number}"] = str(cell.gap)
        self.send(self.page, self.page, **fields)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("QAMPUS_DEMO", "1")
    write_course(tmp_path)
    build(tmp_path, tmp_path / "build", report=lambda _: None)
    course = Course(tmp_path)
    course.start_portal()
    document = roster("learner")
    (learner,) = document["people"]
    roles = [{"role": "instructor", "offering": OFFERING}]
    document["people"].append(learner | {"login": "author", "subject": "author", "roles": roles})
    course.operator().put_roster(document)
    course.start_grader()
    yield course
    course.stop()


def hand_in(course: Course) -> str:
    path = f"exchange/courses/{OFFERING}/assignments/{MODULE}"

    def fetched() -> Any:
        answer = course.person("learner").get(path)
        return answer if answer.is_success else None

    (file,) = course.until(fetched).json()["files"]
    notebook = parse_notebook(base64.b64decode(file["content"]).decode())
    for cell in notebook.cells:
        if cell.id == "answer-make_pair":
            cell.source = ANSWER
    (data,) = content(notebook).values()
    sent = {"name": f"{MODULE}.ipynb", "content": base64.b64encode(data).decode()}
    answer = course.person("learner").post(f"{path}/submissions", json={"files": [sent]})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["submission"])


@pytest.mark.timeout(1200)
def test_from_a_wrong_check_to_a_new_version(course: Course) -> None:
    submission = hand_in(course)
    assert course.graded("learner", submission)["score"] == 2.0
    author = Author(course)
    assert "secret = 1 / sqrt(2)" in author.read()
    before = course.text

    # The solution fails the changed check: said with the line, and nothing is touched.
    author.check(WRONG)
    page = course.until(lambda: "has to be mended" in author.read() and author.read())
    assert re.search(r'<a href="#cell-5">Cell 5, line 1</a>: <span lang="en">the solution of', page)
    assert "Release as a new version" not in page
    assert course.text == before

    # The grader is killed while it checks: nothing goes on, and the next one begins anew.
    author.check(SOUND)
    (program,) = course.until(course.programs)
    assert course.grader is not None
    course.grader.send_signal(signal.SIGKILL)
    course.grader.wait(10)
    program.wait(PATIENCE)  # on a busy machine it may still be importing
    (path,) = (course.folder / "data").rglob("portal.db")
    with sqlite3.connect(path, timeout=20) as database:
        database.execute("UPDATE draft SET lease_until = '2026-01-01 00:00:00.000000'")
    course.start_grader()
    course.until(lambda: "Passed its check" in author.read())
    assert "a nice **pair**" not in course.text
    assert "a nice <strong>pair</strong>" in author.read(f"{author.page}/preview")

    author.send(f"{author.page}/release", author.page, revision="2")
    course.until(lambda: "The last draft became version" in author.read())
    assert course.text == SOUND
    versions = course.query("SELECT version, is_current FROM exercise_version ORDER BY id")
    assert [current for _, current in versions] == [0, 1]
    (kept,) = course.query(
        "SELECT version.version, points FROM submission JOIN exercise_version AS version "
        "ON version.id = submission.version_id"
    )
    assert kept == (versions[0][0], 2.0)
    (listed,) = course.person("learner").get("exchange/assignments").json()["assignments"]
    assert listed["version"] == versions[1][0]

    # Somebody edits the folder by hand: the next draft is checked, and not released over it.
    (course.folder / "exercises" / MODULE / "exercise.py").write_text(SOUND + "\n")
    author.check(SOUND.replace("a nice **pair**", "a fine **pair**"))
    course.until(lambda: "Passed its check" in author.read())
    author.send(f"{author.page}/release", author.page, revision="1")
    course.until(lambda: "was changed by hand" in author.read())
    assert course.text == SOUND + "\n"
