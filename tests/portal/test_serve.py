"""The portal as a process of its own: started, raced against by threads, killed, and stopped."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import httpx
import pytest

from tests.portal.calls import (
    COURSE,
    EXERCISE,
    GRADER_TOKEN,
    NOTEBOOK,
    OPERATOR_TOKEN,
    module,
    notebook,
    person,
    result,
    roster,
    sent,
)
from tests.portal.conftest import ENVIRON

SUBMIT = f"/api/v1/exchange/courses/{COURSE}/assignments/{EXERCISE}/submissions"
LEARNERS = 12


class Portal:
    """A running portal process."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "portal", "serve", "--data", str(self.data), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **ENVIRON},
        )
        assert self.process.stdout is not None
        self.ready = self.process.stdout.readline()
        found = re.fullmatch(r"The portal is ready at (http://127\.0\.0\.1:\d+)\n", self.ready)
        assert found, self.ready
        self.url = found[1]

    def client(self, token: str) -> httpx.Client:
        return httpx.Client(
            base_url=self.url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=60,
            trust_env=False,
        )

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    portal = Portal(tmp_path / "portal")
    yield portal
    if portal.process.poll() is None:
        portal.end(signal.SIGKILL)


@pytest.fixture
def learners(portal: Portal) -> list[str]:
    """Tokens of a dozen simulated learners of one offering."""
    entries = roster()
    names = [f"learner-{number}" for number in range(LEARNERS)]
    entries["people"] = [
        person(name, "utokyo", "en", {"role": "learner", "offering": COURSE}, simulated=True)
        for name in names
    ]
    with portal.client(OPERATOR_TOKEN) as operator, portal.client(GRADER_TOKEN) as grader:
        assert operator.put("/api/v1/operator/roster", json=entries).status_code == 200
        assert grader.put(f"/api/v1/catalog/modules/{EXERCISE}", json=module()).status_code == 200
        return [
            operator.post(f"/api/v1/operator/people/{name}/tokens", json={"label": "t"}).json()[
                "token"
            ]
            for name in names
        ]


def at_once(calls: list[Callable[[], httpx.Response]]) -> list[httpx.Response]:
    """Make calls at the same moment, each in a thread of its own."""
    barrier = Barrier(len(calls))

    def go(call: Callable[[], httpx.Response]) -> httpx.Response:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(go, calls))


def submitting(portal: Portal, token: str, content: bytes) -> Callable[[], httpx.Response]:
    client = portal.client(token)
    return lambda: client.post(SUBMIT, json={"files": [sent(content, NOTEBOOK)]})


def claiming(portal: Portal, worker: str, limit: int) -> Callable[[], httpx.Response]:
    client = portal.client(GRADER_TOKEN)
    return lambda: client.post(
        "/api/v1/grading/claims", json={"worker": worker, "limit": limit, "lease_seconds": 60}
    )


def test_equal_posts_at_the_same_time_store_once(portal: Portal, learners: list[str]) -> None:
    for number in range(5):
        answers = at_once(
            [submitting(portal, learners[0], notebook(str(number))) for _ in range(8)]
        )
        assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
        receipts = [answer.json() for answer in answers]
        assert all(receipt == receipts[0] for receipt in receipts)
        assert receipts[0]["attempt"] == number + 1


def test_different_posts_at_the_same_time_are_attempts_without_a_gap(
    portal: Portal, learners: list[str]
) -> None:
    answers = at_once(
        [submitting(portal, learners[0], notebook(str(number))) for number in range(8)]
    )
    assert [answer.status_code for answer in answers] == [201] * 8
    assert sorted(answer.json()["attempt"] for answer in answers) == list(range(1, 9))


def test_no_two_claims_get_one_submission(portal: Portal, learners: list[str]) -> None:
    for number in range(2):
        at_once([submitting(portal, token, notebook(str(number))) for token in learners])
    answers = at_once([claiming(portal, f"w{number}", 3) for number in range(8)])
    claimed = [entry["submission"] for answer in answers for entry in answer.json()["submissions"]]
    assert len(claimed) == len(set(claimed)) == LEARNERS, (
        "one attempt of each learner, the other one waits"
    )


def test_what_has_a_receipt_survives_a_kill(portal: Portal, learners: list[str]) -> None:
    receipts = [
        answer.json()
        for answer in at_once([submitting(portal, token, notebook()) for token in learners])
    ]
    (first,) = claiming(portal, "dies", 1)().json()["submissions"]
    portal.end(signal.SIGKILL)
    portal.start()
    with portal.client(OPERATOR_TOKEN) as operator, portal.client(GRADER_TOKEN) as grader:
        assert operator.get("/api/v1/operator/status").json() == {
            "queued": LEARNERS - 1, "claimed": 1, "graded": 0, "needs_person": 0,
        }  # fmt: skip
        answer = grader.put(
            f"/api/v1/grading/submissions/{first['submission']}/result",
            json=result(first["submission"]),
        )
        assert answer.status_code == 200
    claimed = claiming(portal, "next", 100)().json()["submissions"]
    known = {entry["submission"] for entry in claimed} | {first["submission"]}
    assert known == {receipt["submission"] for receipt in receipts}
    assert all(entry["files"] == [sent(notebook())] for entry in claimed)
    again = submitting(portal, learners[0], notebook())()
    assert (again.status_code, again.json()) == (200, receipts[0])


def test_a_too_large_request_is_refused_in_the_apis_words(
    portal: Portal, learners: list[str]
) -> None:
    with portal.client(learners[0]) as client:
        answer = client.post(SUBMIT, content=b"x" * (32 * 2**20 + 1))
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(portal: Portal, number: int) -> None:
    with portal.client(OPERATOR_TOKEN) as operator:
        assert operator.get("/healthz").status_code == 200
    assert portal.end(number) == 0


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "portal", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_gives_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = run("serve", "--data", str(tmp_path / "portal"), "--port", str(port))
    assert ended.returncode == 1
    assert ended.stderr.startswith(
        f"Error: cannot listen on 127.0.0.1:{port}: Address already in use"
    )
    assert ended.stderr.endswith("Choose another with --port.\n")
    assert ended.stderr.count("\n") == 1


def test_an_unwritable_folder_gives_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = run("serve", "--data", str(tmp_path / "file" / "portal"))
    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: cannot write the data folder")
    assert ended.stderr.count("\n") == 1


def test_migrate(tmp_path: Path) -> None:
    for _ in range(2):
        ended = run("migrate", "--data", str(tmp_path / "portal"))
        assert (ended.returncode, ended.stdout) == (0, "The database is up to date.\n"), (
            ended.stderr
        )
    assert (tmp_path / "portal" / "portal.db").exists()
