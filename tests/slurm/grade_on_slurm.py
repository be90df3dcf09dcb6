"""Judging on a real SLURM, with TLS. Run by tests/slurm/run.sh, which starts that SLURM; not part of `make test`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from dask_jobqueue import SLURMCluster
from distributed import Security

from grader.cluster import open_campus
from grader.judge.job import Judged
from grader.results import Outcome
from tests.grader.cluster.campus import certificate
from tests.grader.cluster.standin import collect, notebook

JOBS = 40


@pytest.fixture
def campus(tmp_path: Path) -> Iterator[SLURMCluster]:
    """Two workers, each in a SLURM job of its own, all speaking TLS: as in docs/campus.md."""
    settings = certificate(tmp_path)
    with (
        dask.config.set(settings),
        SLURMCluster(
            cores=1,
            processes=1,
            memory="900MB",
            walltime="00:10:00",
            interface="lo",
            protocol="tls://",
            security=Security(),
            local_directory=str(tmp_path),
            log_directory=str(tmp_path),
            python=sys.executable,
            worker_extra_args=["--no-dashboard"],
            scheduler_options={"dashboard": False, "allowed_failures": 2},
        ) as cluster,
    ):
        cluster.scale(jobs=2)
        yield cluster


def test_notebooks_are_judged_by_slurm_jobs_even_if_one_is_cancelled(campus: SLURMCluster):
    assert campus.scheduler_address.startswith("tls://127.0.0.1")
    with open_campus(campus.scheduler_address) as cluster:
        for number in range(JOBS):
            cluster.submit(str(number), notebook(number))
        ended = cluster.finished(60)
        jobs = _slurm_jobs()
        assert jobs
        subprocess.run(["scancel", "--signal=KILL", jobs[0]], check=True)
        ended += collect(cluster, 120)
    assert sorted(int(key) for key, _ in ended) == list(range(JOBS))
    for _, judged in ended:
        assert isinstance(judged, Judged)
        assert [decision.outcome for decision in judged.decisions] == [Outcome.PASSED]
    campus.scale(0)
    deadline = time.monotonic() + 60
    while _slurm_jobs() and time.monotonic() < deadline:
        time.sleep(0.5)
    assert _slurm_jobs() == []


def _slurm_jobs() -> list[str]:
    command = ["squeue", "--noheader", "--states=RUNNING", "--format=%i"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
