"""Real JupyterLabs as the launcher starts them, against a real portal: tickets, routes, commands and a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
import nbformat
import pytest
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from playwright.sync_api import expect

from grader.campus.data_folder import DataFolder
from grader.campus.labs import TICKET_SALT, TICKET_SECONDS, Lab, Labs, Launcher
from grader.campus.processes import ProcessGroup, free_port
from grader.campus.roster import Person
from grader.course import Course
from grader.exchange.messages import TEXTS
from tests.grader.course.sample import EXERCISE, source, write_source
from tests.grader.exchange.classroom import FIRST, SECOND, TITLES, Classroom

pytestmark = [pytest.mark.xdist_group("labs"), pytest.mark.timeout(300)]
SECRET = "secret of the labs"
LESSON = "01_lesson.ipynb"


def person(login: str, role: str, **more: bool) -> Person:
    return Person(
        login=login,
        family_name="Simulated",
        given_name=login,
        language=login[-2:],
        institution="tokyo",
        roles=({"role": role, "offering": FIRST},),
        **more,
    )


PEOPLE = {
    one.login: one
    for one in (
        person("learner-ja", "learner"),
        person("learner-en", "learner"),
        person("teacher-ja", "instructor"),
        person("made-up-en", "learner", simulated=True),
    )
}


@dataclass
class Campus:
    """A portal, a data folder and the labs of its people."""

    room: Classroom
    data: DataFolder
    processes: ProcessGroup
    labs: Labs
    launcher: Launcher

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.launcher.server_port}"

    def ticket(self, login: str, age: int = 0, secret: str = SECRET) -> str:
        class Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(time.time()) - age

        made = URLSafeTimedSerializer(secret, salt=TICKET_SALT, signer=Signer).dumps(login)
        return f"{self.address}/open?ticket={made}"

    def home(self, login: str) -> Path:
        return self.data.path / "people" / login

    def notebook(self) -> Path:
        """Where the Japanese learner's notebook lies once it is fetched."""
        return self.home("learner-ja") / "work" / FIRST / EXERCISE / f"{EXERCISE}.ipynb"


@pytest.fixture(scope="module")
def campus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("campus")
    room = Classroom(folder)
    room.open()
    for language in ("en", "ja"):
        lesson = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(f"# {language}")])
        path = folder / "build" / language / "lessons" / LESSON
        path.parent.mkdir(parents=True)
        nbformat.write(lesson, path)
    data = DataFolder(folder / "campus")
    processes = ProcessGroup(data.folder("logs"))
    labs = make_labs(room, data, processes)
    launcher = Launcher(free_port(), SECRET, labs)
    launcher.start()
    yield Campus(room, data, processes, labs, launcher)
    launcher.shutdown()
    launcher.server_close()
    processes.stop()
    data.close()
    room.stop()


def make_labs(room: Classroom, data: DataFolder, processes: ProcessGroup) -> Labs:
    return Labs(
        data, room.folder / "build", processes, room.address, PEOPLE, room.operator().new_token
    )


@pytest.fixture(scope="module")
def lab(campus) -> Lab:
    """The Japanese learner's JupyterLab, opened in a thread that has ended since, as the launcher's do."""
    opened: list[Lab] = []
    thread = threading.Thread(target=lambda: opened.append(campus.labs.open("learner-ja")))
    thread.start()
    thread.join()
    return opened[0]


def asking(lab: Lab) -> httpx.Client:
    return httpx.Client(
        base_url=f"http://127.0.0.1:{lab.port}",
        headers={"Authorization": f"token {lab.token}"},
        timeout=60,
        trust_env=False,
    )


def test_only_a_fresh_ticket_of_a_demo_person_opens_a_lab(campus):
    for url, status, said in (
        (campus.ticket("learner-en", secret="guessed"), 403, "not valid"),
        (f"{campus.address}/open", 403, "not valid"),
        (campus.ticket("learner-en", age=TICKET_SECONDS + 2), 403, "expired"),
        (campus.ticket("made-up-en"), 404, "'made-up-en'"),
        (campus.ticket("../../etc"), 404, "no JupyterLab"),
        (f"{campus.address}/", 404, "from the portal"),
    ):
        answer = httpx.get(url, trust_env=False)
        assert (answer.status_code, said in answer.text) == (status, True), answer.text
        assert answer.text.count("\n") == 1
    assert not campus.home("made-up-en").exists()
    assert not campus.home("learner-en").exists()


def test_a_lab_outlives_the_thread_that_opened_it_and_is_opened_once(campus, lab):
    answer = httpx.get(campus.ticket("learner-ja"), trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (302, lab.url)
    assert campus.processes.running(lab.name)
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("asked", "opened"),
    [
        ("04_entanglement", "/lab/tree/lessons/04_entanglement.ipynb?"),
        ("../../etc/passwd", "/lab?"),
        ("a%0d%0aSet-Cookie:%20x", "/lab?"),
    ],
)
def test_a_lab_opens_with_the_lesson_that_was_asked_for(campus, lab, asked, opened):
    answer = httpx.get(f"{campus.ticket('learner-ja')}&lesson={asked}", trust_env=False)
    assert answer.headers["location"].startswith(f"http://127.0.0.1:{lab.port}{opened}")
    assert "set-cookie" not in answer.headers


def test_a_lab_is_for_its_person_alone(campus, lab):
    with asking(lab) as client:
        assert client.get("/assignments").json()["success"]
        foreign = client.get("/assignments", headers={"Host": f"evil.example:{lab.port}"})
        assert foreign.status_code == 403, "a foreign name that points here"
    for path in ("/assignments", "/courses", "/api/contents"):
        assert httpx.get(f"http://127.0.0.1:{lab.port}{path}", trust_env=False).status_code == 403
    token = (campus.home("learner-ja") / ".jupyter/qampus_token").read_text().strip()
    commands = b"".join(
        path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()
    ).decode(errors="replace")
    log = campus.processes.log(lab.name).read_text()
    assert f"{FIRST} {EXERCISE} " not in log, "the list has scores"
    for secret in (lab.token, token):
        assert secret not in commands
        assert secret not in log
    for path in campus.home("learner-ja").rglob(".jupyter/*"):
        if path.is_file():
            assert path.stat().st_mode & 0o077 == 0, path


def test_routes(lab):
    with asking(lab) as client:
        assert client.get("/courses").json() == {"success": True, "value": [SECOND, FIRST]}
        listed = client.get("/assignments", params={"course_id": SECOND}).json()["value"]
        assert [(one["course_id"], one["status"]) for one in listed] == [(SECOND, "released")]
        listed = client.get("/assignments", params={"course_id": "nowhere"}).json()
        assert (listed["success"], "nowhere" in listed["value"]) == (False, True)
        asked = {"course_id": SECOND, "assignment_id": "../x"}
        for action in ("fetch", "submit", "fetch_feedback"):
            answer = client.post(f"/assignments/{action}", json=asked).json()
            assert answer == {
                "success": False,
                "value": TEXTS["bad_name"]["ja"].format(name="../x"),
            }
        assert client.post("/assignments/fetch", json=[1]).status_code == 400
        assert client.post("/assignments/remove", json=asked).status_code == 404
        assert client.get("/formgrader").status_code == 404
        assert client.get("/formgraders").status_code == 404


def test_a_submission_with_a_receipt_is_none_that_failed_though_the_portal_goes_away(campus, lab):
    asked = {"course_id": SECOND, "assignment_id": EXERCISE}
    before = campus.room.stored()
    with asking(lab) as client:
        assert client.post("/assignments/fetch", json=asked).json()["success"]

        def stop() -> None:
            campus.room.until(lambda: campus.room.stored() > before)
            time.sleep(0.5)  # its receipt is on the way; the grade will not come
            campus.room.portal.kill()

        thread = threading.Thread(target=stop)
        thread.start()
        try:
            answer = client.post("/assignments/submit", json=asked).json()
        finally:
            thread.join()
            campus.room.portal.wait()
            campus.room.start_portal()
        assert answer["success"], answer
        fetched, submitted = answer["value"]
        assert (fetched["status"], fetched["path"]) == ("fetched", f"{SECOND}/{EXERCISE}")
        assert submitted["submissions"][0]["timestamp"].endswith("⏳")
        campus.room.grade()


def nbgrader(campus: Campus, login: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run nbgrader's command as in a terminal of the person's JupyterLab, in a folder of no matter."""
    home = campus.home(login)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / ".jupyter"),
        "QAMPUS_LANGUAGE": "ja",
        "QAMPUS_PORTAL_URL": campus.room.address,
        "QAMPUS_TOKEN_FILE": str(home / ".jupyter/qampus_token"),
    }
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nbgraders_commands(campus, lab):
    ask = partial(nbgrader, campus, "learner-ja")
    course = ("--course", FIRST)
    with ThreadPoolExecutor(2) as pool:
        listing = pool.submit(ask, "list")
        refused = pool.submit(ask, "submit", EXERCISE).result(), TEXTS["no_course"]["ja"]
        unknown = pool.submit(ask, "fetch_assignment", "x", *course).result(), FIRST
        listed = listing.result()
    for ended, message in (refused, unknown):
        said, last = ended.stderr.strip().splitlines()
        assert (ended.returncode, message in said) == (1, True)
        assert last.endswith("failed")
    assert f"{FIRST} {EXERCISE} " in listed.stderr
    assert f"{SECOND} {EXERCISE} " in listed.stderr
    fetched = ask("fetch_assignment", EXERCISE, *course)
    assert fetched.returncode == 0, fetched.stderr
    notebook = json.loads(campus.notebook().read_text())
    assert notebook["cells"][0]["source"] == f"# {TITLES['ja']}"
    submitted = ask("submit", EXERCISE, *course)
    assert (submitted.returncode, "SHA-256" in submitted.stderr) == (0, True), submitted.stderr
    campus.room.grade()
    brought = ask("fetch_feedback", EXERCISE, *course)
    assert (brought.returncode, "feedback/attempt_" in brought.stderr) == (0, True), brought.stderr


def test_a_second_start_takes_the_home_as_it_is_and_mends_the_token(campus):
    processes = ProcessGroup(campus.data.folder("logs"))
    labs = make_labs(campus.room, campus.data, processes)
    try:
        labs.open("learner-en")
        home = campus.home("learner-en")
        lesson, token = home / "work/lessons" / LESSON, home / ".jupyter/qampus_token"
        settings = home / ".jupyter/settings/@jupyterlab/apputils-extension"
        (page,) = settings.glob("notification.*")
        assert "# en" in lesson.read_text()
        for path in (lesson, page):
            path.write_text("{}")
        first = token.read_text()
        labs.open("learner-en")
        assert token.read_text() == first, "one that is taken stays"
        campus.room.revoke_tokens()
        lab = labs.open("learner-en")
        assert token.read_text() != first
        with asking(lab) as client:
            assert client.get("/courses").json()["success"], "no restart is needed"
        processes.stop()
        again = labs.open("learner-en")
        assert again.token != lab.token
        assert [path.read_text() for path in (lesson, page)] == ["{}", "{}"]
    finally:
        processes.stop()
        campus.labs.open("learner-ja")  # renews hers too


def test_a_home_that_cannot_be_written_is_said(campus):
    blocked = person("blocked-en", "learner")
    labs = Labs(
        campus.data,
        campus.room.folder / "build",
        campus.processes,
        campus.room.address,
        {"blocked-en": blocked},
        lambda login, label: "unused",
    )
    (campus.data.folder("people", "blocked-en") / ".jupyter").write_text("a file")
    launcher = Launcher(free_port(), SECRET, labs)
    launcher.start()
    try:
        ticket = URLSafeTimedSerializer(SECRET, salt=TICKET_SALT).dumps("blocked-en")
        url = f"http://127.0.0.1:{launcher.server_port}/open"
        answer = httpx.get(url, params={"ticket": ticket}, trust_env=False)
    finally:
        launcher.shutdown()
        launcher.server_close()
    assert (answer.status_code, answer.text.count("\n")) == (502, 1)
    assert "blocked-en/.jupyter" in answer.text


def test_an_instructor_has_formgrader_on_her_course(campus):
    course = Course(campus.data.path / "courses" / FIRST, FIRST)
    course.install(EXERCISE, write_source(campus.room.folder / "source", source()))
    course.close()
    lab = campus.labs.open("teacher-ja")
    with asking(lab) as client:
        assert client.get("/formgrader/manage_assignments").status_code == 200
        (known,) = client.get("/formgrader/api/assignments").json()
        assert (known["name"], known["max_score"]) == (EXERCISE, 6)
        names = {entry["name"] for entry in client.get("/api/contents").json()["content"]}
        assert {"source", "release", "gradebook.db"} <= names
        (formgrader,) = client.get("/formgraders").json()["value"]
        assert formgrader["course_id"] == FIRST


def test_assignment_list_in_a_browser(campus, lab, browser):
    notebook = campus.notebook()
    shutil.rmtree(notebook.parent, ignore_errors=True)
    before = sum(one["course"] == FIRST for one in campus.room.submissions("learner-ja").values())
    with browser.new_context(locale="en-US", viewport={"width": 1300, "height": 900}) as context:
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(campus.ticket("learner-ja"))
        page.locator("#jupyterlab-splash").wait_for(state="detached")
        expect(page.locator(".lm-MenuBar-itemLabel", has_text="ファイル")).to_be_visible()
        expect(page.locator(".jp-DirListing-item", has_text="lessons")).to_be_visible()
        page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
        entries = page.locator(".lm-Menu-item:not(.lm-mod-hidden) .lm-Menu-itemLabel")
        expect(entries).to_have_text(["Assignment List"])
        entries.click()

        released = page.locator("#released_assignments_list")
        page.locator("#course_list_dropdown:not([disabled])").click()
        page.locator("#course_list").get_by_text(FIRST).click()
        fetched = page.locator("#fetched_assignments_list .list_item:not(.nested_list_item)")
        expect(page.locator("#course_list_default")).to_have_text(FIRST)
        released.get_by_role("button", name="Fetch").click()
        expect(fetched.first).to_contain_text(EXERCISE)
        expect(page.locator(".Toastify__toast")).to_have_count(0)

        content = json.loads(notebook.read_text())
        content["cells"][-1]["source"] = "in a browser"
        notebook.write_text(json.dumps(content))
        page.locator("#fetched_assignments_list").get_by_role("button", name="Submit").click()
        attempts = page.locator("#submitted_assignments_list .nested_list_item")
        expect(attempts).to_have_count(before + 1)
        attempt = attempts.last
        expect(attempt).to_contain_text("⏳")
        campus.room.until(campus.room.grade)
        expect(attempt).to_contain_text("3 / 6  ✋")  # nobody has pressed refresh

        attempt.get_by_text("(view feedback)").click()
        feedback = page.locator(".jp-DirListing-item", has_text=f"{EXERCISE}.html")
        feedback.dblclick()
        frame = page.locator(".jp-HTMLViewer iframe")
        expect(frame).to_be_visible()
        expect(page.frame_locator(".jp-HTMLViewer iframe").get_by_role("heading")).to_have_text(
            "Feedback"
        )
        assert frame.get_attribute("sandbox") == "allow-same-origin", "no script, form, navigation"
        assert page.evaluate("window.qampus") is None

        notebook.unlink()
        (notebook.parent / "other.ipynb").write_text("{}")
        page.locator(".lm-TabBar-tabLabel", has_text="Assignments").click()
        page.locator("#fetched_assignments_list").get_by_role("button", name="Submit").click()
        expect(page.locator("#submission-message pre")).to_have_text(
            TEXTS["no_notebook"]["ja"].format(
                name=f"{EXERCISE}.ipynb", folder=f"{FIRST}/{EXERCISE}"
            )
        )
