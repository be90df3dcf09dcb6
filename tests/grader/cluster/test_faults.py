"""Two hundred notebooks in real sandboxes, and something dies in the middle: each is judged and comes back once."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from grader.cluster import Cluster, open_campus
from grader.judge.job import Judged
from grader.machine import Machine
from grader.results import Outcome
from tests.grader.cluster.campus import free_port, scheduler, worker
from tests.grader.cluster.standin import collect, notebook

pytestmark = pytest.mark.xdist_group("cluster")

NOTEBOOKS = 200


@pytest.fixture(scope="module")
def here(sandbox: str) -> Iterator[Cluster]:
    """A cluster on this machine, with more threads than cores: a death meets several of them at once."""
    with Machine(workers=8).started() as judging, judging.open() as cluster:
        yield cluster


def warm_processes(purpose: str) -> list[psutil.Process]:
    """What this process started: a bubblewrap with a nest in it."""
    return [
        process
        for process in psutil.Process().children()
        if process.status() != psutil.STATUS_ZOMBIE and process.cmdline()[-2:-1] == [purpose]
    ]


def kill_warm(purpose: str) -> Callable[[Cluster], None]:
    def kill(_: Cluster) -> None:
        [process] = warm_processes(purpose)
        os.kill(process.pid, signal.SIGKILL)

    return kill


def end_the_scheduler(cluster: Cluster) -> None:
    inner = cluster._client.cluster
    inner.sync(inner.scheduler.close)


def judge_two_hundred(cluster: Cluster, fault: Callable[[Cluster], None]) -> None:
    for number in range(NOTEBOOKS):
        cluster.submit(str(number), notebook(number))
    ended = []
    while len(ended) < NOTEBOOKS // 4:
        ended += cluster.finished(60)
    fault(cluster)
    ended += collect(cluster, 300)
    assert sorted(int(key) for key, _ in ended) == list(range(NOTEBOOKS))
    for key, judged in ended:
        assert isinstance(judged, Judged), judged
        assert [one.outcome for one in judged.decisions] == [Outcome.PASSED], (key, judged)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(kill_warm("learner"), id="the learners' warm process"),
        pytest.param(kill_warm("judge"), id="the judges' warm process"),
        pytest.param(end_the_scheduler, id="the scheduler"),
    ],
)
def test_every_notebook_is_judged_and_comes_back_once(
    here: Cluster, fault: Callable[[Cluster], None]
):
    judge_two_hundred(here, fault)
    assert len(warm_processes("learner")) == len(warm_processes("judge")) == 1


def test_so_it_is_when_a_worker_of_a_campus_dies(sandbox: str, tmp_path: Path):
    port = free_port()
    with (
        scheduler(port),
        worker(port, tmp_path) as one,
        worker(port, tmp_path),
        open_campus(f"tcp://127.0.0.1:{port}") as cluster,
    ):

        def kill_a_worker(_: Cluster) -> None:
            # its nanny, which would start it anew, and the worker itself
            for process in (*psutil.Process(one.pid).children(recursive=True), one):
                with suppress(ProcessLookupError):  # some end with those before them
                    os.kill(process.pid, signal.SIGKILL)

        judge_two_hundred(cluster, kill_a_worker)
