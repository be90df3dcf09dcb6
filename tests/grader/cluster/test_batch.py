"""Every notebook comes back exactly once, whatever happens to those beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from grader.cluster import Cluster, JobFailedError
from grader.cluster.muscle import EmbeddedMuscle
from grader.judge.job import Judged
from tests.grader.cluster.standin import StandIn, collect, job

pytestmark = pytest.mark.xdist_group("cluster")

_BUSY = 8
"""Processes of a grader with two notebooks at work: two bubblewraps with a nest each, and two forks of each nest."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with Cluster(EmbeddedMuscle(2, StandIn())) as cluster:
        yield cluster


def test_what_comes_back_belongs_to_its_key(cluster: Cluster):
    for number in range(30):
        cluster.submit(str(number), job(f"echo {number}"))
    ended = dict(collect(cluster))
    assert len(ended) == 30
    assert {key: result.runs[0].outputs[0]["text"] for key, result in ended.items()} == {
        str(number): str(number) for number in range(30)
    }
    assert cluster.finished(0.0) == []


def test_as_many_are_judged_at_the_same_time_as_there_are_workers(cluster: Cluster, tmp_path: Path):
    for number in range(6):
        cluster.submit(str(number), job(f"meet {tmp_path}"))
    ended = dict(collect(cluster))
    met = [int(result.runs[0].outputs[0]["text"]) for result in ended.values()]
    assert len(met) == 6
    assert max(met) == 2


def test_a_key_cannot_wait_twice_and_may_come_again(cluster: Cluster):
    cluster.submit("same", job("sleep 0.2"))
    with pytest.raises(ValueError, match="waiting already"):
        cluster.submit("same", job("echo"))
    assert cluster.pending == 1
    assert len(collect(cluster)) == 1
    cluster.submit("same", job("echo"))
    assert len(collect(cluster)) == 1


def test_a_failure_is_one_notebooks_own(cluster: Cluster):
    for order in ("fail", "bug", "echo"):
        cluster.submit(order, job(order))
    ended = dict(collect(cluster))
    assert isinstance(ended["echo"], Judged)
    assert isinstance(ended["fail"], JobFailedError)
    assert "no more processes" in str(ended["fail"])
    assert isinstance(ended["bug"], JobFailedError)
    assert "ZeroDivisionError" in str(ended["bug"])


def test_cancel_ends_what_runs_and_nothing_of_it_comes_back(cluster: Cluster, tmp_path: Path):
    note = tmp_path / "ended"
    cluster.submit("running", job(f"sleep 60 {note}"))
    for number in range(10):
        cluster.submit(f"waiting {number}", job("sleep 60"))
    time.sleep(0.5)
    cluster.cancel()
    assert cluster.pending == 0
    cluster.submit("next", job("echo"))
    assert [key for key, _ in collect(cluster, 10)] == ["next"]
    assert note.read_text() == "cancelled"


def test_the_scheduler_is_started_anew(cluster: Cluster):
    for number in range(30):
        cluster.submit(str(number), job("sleep 0.05"))
    ended = cluster.finished(10)
    inner = cluster._client.cluster
    inner.sync(inner.scheduler.close)
    ended += collect(cluster)
    assert sorted(int(key) for key, _ in ended) == list(range(30))
    assert all(isinstance(result, Judged) for _, result in ended)


def test_it_listens_on_loopback_alone(cluster: Cluster):
    process = psutil.Process()
    listening = [
        connection.laddr.ip
        for one in (process, *process.children(recursive=True))
        for connection in one.net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert set(listening) == {"127.0.0.1"}


_GRADER = """
import signal

from grader.judge.job import Job, Step, StepKind
from grader.judge.plan import Plan
from grader.machine import Machine

PLAN = Plan(stamp="", imports=(), given=(), checks={})
SLEEPS = Job(steps=(Step(0, StepKind.RUN, "import time; time.sleep(60)"),), plan=PLAN)

# A shell that started the tests in the background had them ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
with Machine(workers=2).started() as judging, judging.open() as cluster:
    for number in range(4):
        cluster.submit(str(number), SLEEPS)
    print("running", flush=True)
    while cluster.pending:
        cluster.finished(1)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_nothing_is_left_of_a_grader_that_ends(how: signal.Signals, sandbox: str, tmp_path: Path):
    program = tmp_path / "grader_program.py"
    program.write_text(_GRADER)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = os.environ | {"TMPDIR": str(temporary)}
    with subprocess.Popen(
        [sys.executable, program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout.readline() == b"running\n"
        deadline = time.monotonic() + 30
        children: list[psutil.Process] = []
        while len(children) < _BUSY and time.monotonic() < deadline:
            time.sleep(0.1)
            children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) >= _BUSY
        # A terminal sends Ctrl-C to all of its processes at once.
        (os.killpg if how is signal.SIGINT else os.kill)(process.pid, how)
        process.wait(20)
        said = process.stderr.read().decode()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive
    if how is signal.SIGINT:
        assert said.count("KeyboardInterrupt") == 1
        assert "distributed" not in said
    else:
        # What a killed process cannot remove goes with the next one's start.
        again = "from grader.execution.workplace import open_workplace as o\nwith o(): pass"
        subprocess.run([sys.executable, "-c", again], env=environment, check=True)
    assert list(temporary.iterdir()) == []
