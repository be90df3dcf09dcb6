"""How long a learner waits: from submitting to the feedback, through the whole running system on an idle machine."""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from grader.bench.coursework import EXERCISE
from grader.campus.learners import SimulatedLearner, fill
from grader.campus.simulation import read_choices
from grader.errors import BenchError
from grader.portal_client import PortalClient

LEARNER = "student-uchicago"
_START = 120.0
_PATIENCE = 60.0
_LOOK = 0.02


@dataclass(frozen=True)
class Latency:
    """Seconds from sending a submission until its feedback could be fetched, one entry per submission."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median."""
        return statistics.median(self.seconds)

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.seconds, n=20)[-1]


def measure_latency(root: Path, folder: Path, submissions: int) -> Latency:
    """Start a whole Qampus without simulated learners, submit one notebook after the other, wait for each feedback.

    Args:
        root: folder with exercises/ and build/.
        folder: for the data folder.
        submissions: how many, each different from the one before.

    Raises:
        BenchError: Qampus does not start, or a submission is not graded in a minute.
    """
    data = folder / "data"
    with _campus(root, data) as portal:
        services = json.loads((data / "services.json").read_text(encoding="utf-8"))
        operator = PortalClient(portal, services["operator_token"], patience=10)
        token = operator.new_token(LEARNER, "bench")
        operator.close()
        headers = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=f"{portal}/api/v1/", headers=headers, trust_env=False) as person:
            course = _wait_for_exercise(person)
            contents = _notebooks(root, submissions + 1)
            _submit(person, course, contents[0])  # the first one waits for the grader's start
            return Latency(tuple(_submit(person, course, one) for one in contents[1:]))


def lines(measured: Latency) -> Sequence[str]:
    """Return the figures for people."""
    return [
        f"submissions, one at a time: {len(measured.seconds)}",
        f"from submit to feedback: median {measured.median:.2f} s, 95th percentile {measured.slow:.2f} s",
    ]


def _notebooks(root: Path, number: int) -> list[bytes]:
    """Return notebooks of simulated learners, no two neighbours alike: the portal takes a repetition for the same."""
    path = root / "build" / "en" / "release" / EXERCISE / f"{EXERCISE}.ipynb"
    released = json.loads(path.read_text(encoding="utf-8"))
    choices = read_choices(root)[EXERCISE]
    contents = []
    for index in range(number):
        answers = SimulatedLearner.of(f"simulated-{index:04d}").answers(EXERCISE, choices, 1)
        notebook = fill(released, answers)
        notebook["metadata"]["attempt"] = index
        contents.append(json.dumps(notebook).encode())
    return contents


def _submit(person: httpx.Client, course: str, content: bytes) -> float:
    files = [{"name": f"{EXERCISE}.ipynb", "content": base64.b64encode(content).decode()}]
    begun = time.monotonic()
    answer = person.post(
        f"exchange/courses/{course}/assignments/{EXERCISE}/submissions", json={"files": files}
    )
    if not answer.is_success:
        raise BenchError(f"expected a receipt, got {answer.status_code}: {answer.text[:200]}")
    submission = answer.json()["submission"]
    while time.monotonic() < begun + _PATIENCE:
        if person.get(f"exchange/submissions/{submission}/feedback").is_success:
            return time.monotonic() - begun
        time.sleep(_LOOK)
    raise BenchError(f"expected feedback in {_PATIENCE:g} s, got none")


def _wait_for_exercise(person: httpx.Client) -> str:
    """Return the course in which the learner finds the exercise."""
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline:
        for entry in person.get("exchange/assignments").json()["assignments"]:
            if entry["exercise"] == EXERCISE:
                course: str = entry["course"]
                return course
        time.sleep(_LOOK)
    raise BenchError(f"expected {EXERCISE} among the assignments in {_START:g} s, got none")


@contextmanager
def _campus(root: Path, data: Path) -> Iterator[str]:
    """Run `qampus up` and yield the portal's address."""
    port = _free_ports()
    data.parent.mkdir(parents=True, exist_ok=True)
    log = data.parent / "up.log"
    with log.open("wb") as file:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "grader.cli", "up", "--root", str(root), "--data", str(data)]
            + ["--port", str(port), "--no-demo"],
            stdout=file,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
    try:
        deadline = time.monotonic() + _START
        while "Ctrl-C" not in log.read_text(encoding="utf-8"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise BenchError(
                    f"qampus up did not start: {log.read_text(encoding='utf-8')[-300:]}"
                )
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _free_ports() -> int:
    """Return a port that is free together with the next one."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port
