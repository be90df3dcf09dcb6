"""Two hundred notebooks in real sandboxes, and something dies in the middle: each is judged and comes back once."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

import psutil
import pytest

from grader.cluster import Cluster, open_cluster
from grader.judge.job import Judged
from grader.results import Outcome
from tests.grader.cluster.standin import collect, notebook

pytestmark = pytest.mark.xdist_group("cluster")

NOTEBOOKS = 200
WORKERS = 2


@pytest.fixture(scope="module")
def cluster(sandbox: str) -> Iterator[Cluster]:
    with open_cluster(workers=WORKERS) as cluster:
        yield cluster


def worker_processes() -> list[psutil.Process]:
    return [
        process
        for process in psutil.Process().children()
        if process.status() != psutil.STATUS_ZOMBIE
        and any("spawn_main" in word for word in process.cmdline())
    ]


def kill_a_worker(cluster: Cluster) -> None:
    os.kill(worker_processes()[0].pid, signal.SIGKILL)


def end_the_scheduler(cluster: Cluster) -> None:
    inner = cluster._client.cluster
    inner.sync(inner.scheduler.close)


@pytest.mark.parametrize("fault", [kill_a_worker, end_the_scheduler])
def test_every_notebook_is_judged_and_comes_back_once(
    cluster: Cluster, fault: Callable[[Cluster], None]
):
    before = {process.pid for process in worker_processes()}
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
    assert len(worker_processes()) == WORKERS
    assert {process.pid for process in worker_processes()} != before
