"""nbgrader's exchange classes against a real portal process: list, fetch, submit, feedback, and what is refused."""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from grader.exchange.client import ExchangeClient
from grader.exchange.folder import MAXIMUM_BYTES, MAXIMUM_FILE_BYTES
from grader.exchange.messages import TEXTS, PortalRefusal
from tests.grader.course.sample import EXERCISE
from tests.grader.exchange.classroom import (
    ELSEWHERE,
    FEEDBACK,
    FIRST,
    LATER,
    SECOND,
    TITLES,
    Classroom,
    Desk,
    edit,
)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    room = Classroom(tmp_path_factory.mktemp("classroom"))
    room.open()
    yield room
    room.stop()


@pytest.fixture
def desk_of(room, tmp_path, monkeypatch):
    """Make the desk of a learner; her language is that of JupyterLab."""

    def make(login):
        monkeypatch.setenv("QAMPUS_LANGUAGE", login[-2:])
        token = room.operator().new_token(login, "test")
        return Desk(tmp_path / login, room.address, token)

    return make


@pytest.fixture
def refused(room):
    """Expect a refusal with this code, and nothing stored."""

    @contextmanager
    def expect(code):
        before = room.stored()
        with pytest.raises(PortalRefusal) as caught:
            yield caught
        assert caught.value.code == code
        assert caught.value.message == str(caught.value).strip() != ""
        assert room.stored() == before

    return expect


def test_an_exercise_goes_its_way_in_one_of_two_courses(room, desk_of):
    desk = desk_of("learner-ja")
    listed = {entry["course_id"]: entry for entry in desk.list()}
    assert sorted(listed) == [SECOND, FIRST]
    assert {entry["status"] for entry in listed.values()} == {"released"}
    assert [entry["assignment_id"] for entry in listed.values()] == [EXERCISE] * 2, "later is not"
    assert desk.list(cached=True) == []

    notebook = desk.fetch(FIRST)
    assert json.loads(notebook.read_text())["cells"][0]["source"] == f"# {TITLES['ja']}"
    edit(notebook, "mine")
    mine = notebook.read_bytes()
    desk.fetch(FIRST)
    assert notebook.read_bytes() == mine, "her own work is never overwritten"
    assert {entry["course_id"]: entry["status"] for entry in desk.list()} == {
        FIRST: "fetched",
        SECOND: "released",
    }

    first = desk.submit(FIRST)
    assert (first.attempt, first.already_stored) == (1, False)
    receipt = json.loads((notebook.parent / "feedback/attempt_1/receipt.json").read_text())
    (listed,) = (
        room.person("learner-ja").get(f"exchange/assignments?course={FIRST}").json()["assignments"]
    )
    assert receipt == {
        name: listed["submissions"][0][name]
        for name in ("submission", "course", "exercise", "attempt", "received_at", "sha256")
    } | {"already_stored": False}
    again = desk.submit(FIRST)
    assert (again.submission, again.already_stored) == (first.submission, True)
    edit(notebook, "better")
    assert desk.submit(FIRST).attempt == 2
    (entry,) = desk.list(cached=True)
    assert [line["timestamp"][-1] for line in entry["submissions"]] == ["⏳", "⏳"]

    (claimed,) = room.grade()
    assert base64.b64decode(claimed.files[0].content) == mine
    room.grade(essay=1.5)
    desk.ask("FetchFeedback", FIRST, EXERCISE)
    for attempt in (1, 2):
        page = notebook.parent / f"feedback/attempt_{attempt}/{EXERCISE}.html"
        assert page.read_bytes() == FEEDBACK
    (entry,) = desk.list(cached=True)
    assert [line["timestamp"].split("  ")[2:] for line in entry["submissions"]] == [
        ["3 / 6", "✋"],
        ["4.5 / 6"],
    ]
    assert [line["has_local_feedback"] for line in entry["submissions"]] == [True, True]
    assert not (desk.home / SECOND).exists()


def test_each_learner_gets_her_language(desk_of):
    for login, course in (("learner-en", FIRST), ("learner-ko", ELSEWHERE)):
        notebook = json.loads(desk_of(login).fetch(course).read_text())
        assert notebook["cells"][0]["source"] == f"# {TITLES[login[-2:]]}"


def test_no_notebook_is_refused_by_the_portal_in_the_learners_language(desk_of, refused):
    messages = set()
    for login, course in (("learner-en", FIRST), ("learner-ja", FIRST), ("learner-ko", ELSEWHERE)):
        desk = desk_of(login)
        desk.fetch(course).write_text("no notebook")
        with refused("not_a_notebook") as caught:
            desk.submit(course)
        assert f"{EXERCISE}.ipynb" in caught.value.message
        messages.add(caught.value.message)
    assert len(messages) == 3


def test_too_large_is_refused(desk_of, refused, room):
    desk = desk_of("learner-ja")
    folder = desk.fetch().parent
    huge = folder / "huge.bin"
    with huge.open("wb") as stream:
        stream.truncate(MAXIMUM_FILE_BYTES + 1)
    with refused("too_large") as caught:
        desk.submit()
    assert caught.value.message == TEXTS["too_large"]["ja"].format(
        name="huge.bin", size=17, maximum=16
    )
    huge.unlink()
    for number in range(2):
        with (folder / f"large{number}.bin").open("wb") as stream:
            stream.truncate(MAXIMUM_BYTES // 2 + 1)
    with refused("too_large_together"):
        desk.submit()
    client = ExchangeClient(room.address, desk.token_file.read_text().strip())
    with refused("too_large") as caught:
        client.submit(FIRST, EXERCISE, {f"{EXERCISE}.ipynb": bytes(25 * 2**20)})
    assert "32 MiB" in caught.value.message, "the portal's own words, though it refused early"


def test_what_is_just_small_enough_is_taken(desk_of):
    desk = desk_of("learner-en")
    folder = desk.fetch().parent
    for number in range(2):
        with (folder / f"large{number}.bin").open("wb") as stream:
            stream.truncate(MAXIMUM_BYTES // 2 - 2**16)
    assert not desk.submit().already_stored


@pytest.mark.parametrize("exercise", ["../x", "..", "a/b", "/etc", ".hidden", "x\ny"])
def test_a_path_that_climbs_out_is_refused(desk_of, refused, exercise):
    desk = desk_of("learner-ja")
    for kind in ("FetchAssignment", "Submit", "FetchFeedback"):
        with refused("bad_name"):
            desk.ask(kind, FIRST, exercise)
    assert list(desk.home.iterdir()) == []


def test_links_and_odd_names_are_refused(desk_of, refused):
    desk = desk_of("learner-ja")
    folder = desk.fetch().parent
    (folder / "key").symlink_to(desk.token_file)
    with refused("outside"):
        desk.submit()
    (folder / "key").unlink()
    for name in (b"a\nb.txt", b"\xff.txt", "\u202etxt.exe".encode()):
        odd = os.fsencode(folder) + b"/" + name
        with open(odd, "wb"):  # noqa: PTH123
            pass
        with refused("odd_name"):
            desk.submit()
        os.unlink(odd)  # noqa: PTH108
    (folder / "a:b.txt").write_text("")
    with refused("bad_name"):
        desk.submit()
    (folder / "a:b.txt").unlink()
    elsewhere = desk.home.parent / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    with refused("outside"):
        desk.submit()


def test_what_is_not_hers_is_refused(desk_of, refused):
    desk = desk_of("learner-en")
    for course, exercise, code in (
        ("nowhere", EXERCISE, "unknown_course"),
        (SECOND, EXERCISE, "unknown_course"),
        (ELSEWHERE, EXERCISE, "unknown_course"),
        (FIRST, "nothing", "unknown_exercise"),
        (FIRST, LATER, "not_released"),
    ):
        notebook = desk.notebook(course, exercise)
        with refused(code) as caught:
            desk.fetch(course, exercise)
        assert course in caught.value.message or exercise in caught.value.message
        assert not notebook.parent.exists()
        notebook.parent.mkdir(parents=True)
        notebook.write_text("{}")
        with refused(code):
            desk.submit(course, exercise)
    with refused("no_course") as caught:
        desk.fetch("", EXERCISE)
    assert "--course" in caught.value.message
    with refused("not_fetched"):
        desk.submit()
    with refused("feedback_not_ready"):
        desk.ask("FetchFeedback", FIRST, "nothing")


def test_an_instructor_fetches_and_cannot_hand_in(desk_of, refused):
    desk = desk_of("teacher-ja")
    desk.fetch()
    with refused("not_a_learner"):
        desk.submit()


def test_a_wrong_or_revoked_token_is_refused(desk_of, refused, room):
    desk = desk_of("learner-en")
    desk.fetch()
    right = desk.token_file.read_text()
    desk.token_file.write_text("qampus_wrong")
    with refused("wrong_token"):
        desk.submit()
    desk.token_file.write_text(right)
    room.revoke_tokens()
    with refused("wrong_token"):
        desk.list()


@pytest.mark.parametrize("content", [b"", b"\n", b"qampus_one\nqampus_two", b"\xff\xfe", None])
def test_an_unreadable_token_is_said_and_never_shown(desk_of, refused, content):
    desk = desk_of("learner-ko")
    desk.token_file.unlink()
    if content is not None:
        desk.token_file.write_bytes(content)
    with refused("unreadable_token") as caught:
        desk.list()
    assert str(desk.token_file) in caught.value.message
    assert "qampus_one" not in caught.value.message


def test_a_portal_that_is_not_there(desk_of, refused):
    desk = desk_of("learner-ko")
    desk.fetch(ELSEWHERE)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        desk.portal_url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    for url in (desk.portal_url, "http://[", "portal"):
        desk.portal_url = url
        with refused("unreachable") as caught:
            desk.submit(ELSEWHERE)
        assert caught.value.message.startswith(f"포털({url})")
    desk.portal_url = ""
    with refused("not_configured"):
        desk.list()


def test_another_server_is_no_portal(desk_of, refused, tmp_path):
    class Other(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    desk = desk_of("learner-en")
    api = tmp_path / "site/api/v1/exchange"
    api.mkdir(parents=True)
    handler = partial(Other, directory=tmp_path / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        desk.portal_url = f"http://127.0.0.1:{server.server_port}"
        try:
            for content in (None, "<h1>Welcome</h1>", "{}", "[1]", '{"assignments": [{}]}'):
                if content is not None:
                    (api / "assignments").write_text(content)
                with refused("not_a_portal") as caught:
                    desk.list()
                assert desk.portal_url in caught.value.message
        finally:
            server.shutdown()


def test_a_disk_that_refuses_is_said(desk_of, refused):
    desk = desk_of("learner-en")
    (desk.home / FIRST).write_text("a file where the course's folder goes")
    with refused("disk") as caught:
        desk.fetch()
    assert FIRST in caught.value.message


def test_a_portal_killed_in_the_middle_loses_nothing(desk_of, room):
    desk = desk_of("learner-ko")
    desk.fetch(ELSEWHERE)
    before = room.stored()
    room.portal.send_signal(signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        handing_in = pool.submit(desk.submit, ELSEWHERE)
        with pytest.raises(TimeoutError):
            handing_in.result(0.5)
        room.portal.kill()
        with pytest.raises(PortalRefusal) as caught:
            handing_in.result(30)
    assert caught.value.code == "interrupted"
    room.portal.wait()
    room.start_portal()
    receipt = desk.submit(ELSEWHERE)
    assert room.stored() == before + 1
    assert receipt.attempt == 1


def test_a_receipt_lost_on_the_way_is_given_again(desk_of, room):
    """The portal stores the attempt, and the connection breaks before its answer arrives."""
    desk = desk_of("learner-ja")
    desk.fetch(SECOND)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def relay():
            near, _ = listening.accept()
            with near:
                asked = near.recv(2**20)
                length = int(asked.lower().partition(b"content-length: ")[2].split()[0])
                while len(asked.partition(b"\r\n\r\n")[2]) < length:
                    asked += near.recv(2**20)
                with socket.create_connection(
                    httpx.URL(room.address).netloc.decode().split(":")
                ) as far:
                    far.sendall(asked)
                    far.recv(1)

        thread = threading.Thread(target=relay)
        thread.start()
        desk.portal_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        before = room.stored()
        with pytest.raises(PortalRefusal) as caught:
            desk.submit(SECOND)
        thread.join()
    assert caught.value.code == "interrupted"
    assert room.stored() == before + 1
    desk.portal_url = room.address
    assert desk.submit(SECOND).already_stored
    assert room.stored() == before + 1
