"""Many notebooks at once, on the cores of this machine or on those of a campus, by Dask.

The caller's table is the truth and Dask only the muscle: a worker, a scheduler or this process may die at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from dask.system import CPU_COUNT

from grader.cluster.address import scheduler_address
from grader.cluster.batch import Cluster
from grader.cluster.errors import (
    ClusterError,
    ClusterLostError,
    JobFailedError,
    NoWorkersError,
    SchedulerAddressError,
    SchedulerUnreachableError,
    WorkerUnfitError,
)
from grader.cluster.muscle import PLUGIN, CampusMuscle, EmbeddedMuscle
from grader.cluster.worker import Judging

__all__ = [
    "CPU_COUNT",
    "Cluster",
    "ClusterError",
    "ClusterLostError",
    "JobFailedError",
    "NoWorkersError",
    "SchedulerAddressError",
    "SchedulerUnreachableError",
    "WorkerUnfitError",
    "open_campus",
    "open_cluster",
]


@contextmanager
def open_cluster(engine: Judging, *, workers: int | None = None) -> Iterator[Cluster]:
    """Yield a cluster that judges notebooks on this machine.

    Args:
        engine: judges one notebook, in processes of its own; is used by several threads.
        workers: notebooks that are judged at the same time; one for each core by default.

    Raises:
        ClusterError: Dask cannot be started.
    """
    with Cluster(EmbeddedMuscle(workers or CPU_COUNT, engine)) as cluster:
        yield cluster


@contextmanager
def open_campus(scheduler: str, *, unsafe_no_sandbox: bool = False) -> Iterator[Cluster]:
    """Yield a cluster that judges notebooks on the workers of a running scheduler.

    Args:
        scheduler: its address.
        unsafe_no_sandbox: run learner code with no walls at all, with the rights of the workers.

    Raises:
        ClusterError: the scheduler cannot be used, or its workers cannot judge.
    """
    muscle = CampusMuscle(
        scheduler_address(scheduler),
        f"{PLUGIN}-unsafe" if unsafe_no_sandbox else PLUGIN,
        partial(_engine, unsafe_no_sandbox),
    )
    with Cluster(muscle) as cluster:
        yield cluster


@contextmanager
def _engine(unsafe_no_sandbox: bool) -> Iterator[Judging]:
    from grader.judge.engine import open_engine  # noqa: PLC0415 - in the worker alone

    with open_engine(unsafe_no_sandbox=unsafe_no_sandbox) as engine:
        engine.ready()
        yield engine
