"""Many notebooks at once, on the cores of this machine or on those of a campus, by Dask.

The caller's table is the truth and Dask only the muscle: a worker, a scheduler or this process may die at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
from grader.cluster.muscle import PLUGIN, CampusMuscle, EmbeddedMuscle, Muscle
from grader.cluster.worker import Judging
from grader.execution.sandbox import Sandbox, open_sandbox

__all__ = [
    "Cluster",
    "ClusterError",
    "ClusterLostError",
    "JobFailedError",
    "NoWorkersError",
    "SchedulerAddressError",
    "SchedulerUnreachableError",
    "WorkerUnfitError",
    "open_cluster",
]


@contextmanager
def open_cluster(
    *, workers: int | None = None, scheduler: str | None = None, unsafe_no_sandbox: bool = False
) -> Iterator[Cluster]:
    """Yield a cluster that judges notebooks.

    Args:
        workers: processes on this machine, each with its own two sandboxes; one for each core by default.
        scheduler: address of a running Dask scheduler, whose workers do the work instead.
        unsafe_no_sandbox: run learner code with no walls at all, with the rights of the workers.

    Raises:
        SandboxUnavailableError: this machine has no sandbox.
        ClusterError: the scheduler cannot be used, or its workers cannot judge.
    """
    with ExitStack() as stack:
        muscle: Muscle
        if scheduler is None:
            sandbox = stack.enter_context(open_sandbox(unsafe_no_sandbox=unsafe_no_sandbox))
            muscle = EmbeddedMuscle(workers or CPU_COUNT, partial(_engine, sandbox))
        else:
            muscle = CampusMuscle(
                scheduler_address(scheduler),
                f"{PLUGIN}-unsafe" if unsafe_no_sandbox else PLUGIN,
                partial(_engine_and_sandbox, unsafe_no_sandbox),
            )
        yield stack.enter_context(Cluster(muscle))


@contextmanager
def _engine(sandbox: Sandbox) -> Iterator[Judging]:
    from grader.judge.engine import Engine  # noqa: PLC0415 - in the worker alone

    with Engine(sandbox) as engine:
        engine.ready()
        yield engine


@contextmanager
def _engine_and_sandbox(unsafe_no_sandbox: bool) -> Iterator[Judging]:
    with (
        open_sandbox(unsafe_no_sandbox=unsafe_no_sandbox) as sandbox,
        _engine(sandbox) as engine,
    ):
        yield engine
