"""Where the workers are: threads of this process, or behind a scheduler that runs somewhere."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Protocol

import dask
from distributed import Client, LocalCluster
from distributed.core import Status
from distributed.utils import silence_logging_cmgr
from distributed.versions import VersionMismatchWarning

from grader.cluster.address import SchedulerAddress
from grader.cluster.errors import (
    NoWorkersError,
    SchedulerUnreachableError,
    WorkerUnfitError,
)
from grader.cluster.versions import difference, versions_here
from grader.cluster.worker import JudgePlugin, Judges, Judging, problem_here
from grader.execution.workplace import open_workplace

PLUGIN = "qampus-judge"
ALLOWED_DEATHS = 2
"""A notebook whose worker died so often is tried once more; the third death is its last."""
FIRST_WORKER_SECONDS = 60.0
_CONNECT_SECONDS = 10.0

_SETTINGS = {
    # No notebook waits behind another in a worker: a death of that worker is then nobody else's fault.
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.scheduler.allowed-failures": ALLOWED_DEATHS,
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.comm.timeouts.connect": f"{_CONNECT_SECONDS}s",
    "distributed.worker.profile.enabled": False,
    "distributed.scheduler.work-stealing": False,
    "distributed.deploy.lost-worker-timeout": "5s",
    # Logs for Dask's own developers: with these a worker's memory stays flat.
    "distributed.admin.log-length": 50,
    "distributed.admin.low-level-log-length": 50,
    "distributed.admin.system-monitor.log-length": 10,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}


class Muscle(Protocol):
    """Gives a connection to workers that can judge, again and again.

    Attributes:
        where: what to call it in a message.
        plugin: name of the plugin that holds the engine in each worker.
        delays: seconds to wait before each new try, when the connection was lost.
        alike: whether what one worker lacks all of them lack.
    """

    @property
    def where(self) -> str: ...  # noqa: D102
    @property
    def plugin(self) -> str: ...  # noqa: D102
    @property
    def delays(self) -> tuple[float, ...]: ...  # noqa: D102
    @property
    def alike(self) -> bool: ...  # noqa: D102

    def open(self) -> Client:
        """Connect anew, and end what is left of the connection before.

        Raises:
            ClusterError: there is no way.
        """

    def mend(self) -> None:
        """Bring back workers that ended and nobody else brings back; is called again and again."""

    def close(self) -> None:
        """End the connection, and what belongs to it."""


class EmbeddedMuscle:
    """A LocalCluster in this process, with one thread for each notebook that is judged at the same time.

    A thread only waits: the work is done by the engine's forks. Workers that are processes would import all of this
    once more and have warm processes of their own, which takes a third longer and twice the memory.

    Args:
        workers: how many threads.
        engine: judges one notebook. It is the caller's, who made it and ends it.
    """

    where = "127.0.0.1"
    plugin = PLUGIN
    delays = (0.5, 3.0)
    alike = True

    def __init__(self, workers: int, engine: Judging) -> None:
        self._workers = workers
        self._engine = engine
        self._open = ExitStack()

    def open(self) -> Client:
        """Start the cluster, and end the one before."""
        self.close()
        with ExitStack() as stack:
            folder = stack.enter_context(open_workplace())
            stack.enter_context(dask.config.set(_SETTINGS | {"temporary-directory": str(folder)}))
            # Nothing that Dask logs helps whoever grades: what matters comes back as an error.
            stack.enter_context(silence_logging_cmgr(level=logging.CRITICAL))
            cluster = stack.enter_context(self._started())
            stack.callback(_leave_dead_scheduler, cluster)
            client = stack.enter_context(Client(cluster, set_as_default=False))
            self._open = stack.pop_all()
        return client

    def mend(self) -> None:
        """Do nothing: the worker ends with this process alone."""

    def close(self) -> None:
        """End the cluster; nothing is left behind."""
        self._open.close()

    def _judges(self) -> AbstractContextManager[Judging]:
        return nullcontext(self._engine)

    def _started(self) -> LocalCluster:
        return LocalCluster(
            n_workers=1,
            threads_per_worker=self._workers,
            processes=False,
            # both listen, whether there is a dashboard or not
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            dashboard_address=None,
            worker_dashboard_address="127.0.0.1:0",
            memory_limit=0,  # of this whole process, which is not Dask's to pause
            silence_logs=logging.CRITICAL,
            plugins=(JudgePlugin(PLUGIN, self._judges),),
        )


class CampusMuscle:
    """A scheduler that others started. Its workers get the engine when the first grader comes, and keep it.

    Args:
        address: where it is.
        plugin: name of the plugin; another kind of engine needs another name.
        judges: makes the engine of a worker.
    """

    delays = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
    alike = False

    def __init__(self, address: SchedulerAddress, plugin: str, judges: Judges) -> None:
        self.where = address.url
        self.plugin = plugin
        self._address = address
        self._judges = judges
        self._open = ExitStack()

    def open(self) -> Client:
        """Connect, see to it that each worker has an engine, and check that they fit."""
        self.close()
        with ExitStack() as stack:
            stack.enter_context(dask.config.set(_SETTINGS))
            stack.enter_context(silence_logging_cmgr(level=logging.CRITICAL))
            client = stack.enter_context(self._connected())
            try:
                client.wait_for_workers(1, timeout=FIRST_WORKER_SECONDS)
            except TimeoutError as error:
                raise NoWorkersError(where=self.where, seconds=FIRST_WORKER_SECONDS) from error
            self._equip(client)
            self._open = stack.pop_all()
        return client

    def mend(self) -> None:
        """Leave it to whoever started the workers."""

    def close(self) -> None:
        """End the connection; scheduler and workers go on."""
        self._open.close()

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        try:
            with warnings.catch_warnings():
                # Versions are compared where the engine is, with a clear message.
                warnings.simplefilter("ignore", VersionMismatchWarning)
                client = Client(
                    self._address.url,
                    security=self._address.security,
                    timeout=_CONNECT_SECONDS,
                    set_as_default=False,
                )
        except OSError as error:
            raise SchedulerUnreachableError(
                address=self.where, reason=str(error).strip() or type(error).__name__
            ) from error
        with client:
            yield client

    def _equip(self, client: Client) -> None:
        versions = client.run(versions_here, on_error="return")
        for worker, found in versions.items():
            if isinstance(found, Exception):
                raise WorkerUnfitError(
                    worker=worker,
                    reason=f"Qampus is not installed there as it is here ({found}). Install the same version on the "
                    "scheduler's machine and on each worker's, then start them anew.",
                ) from found
            _refuse(worker, difference(versions_here(), found))
        client.register_plugin(JudgePlugin(self.plugin, self._judges))
        for worker, problem in client.run(problem_here, self.plugin).items():
            _refuse(worker, problem)


def _refuse(worker: str, reason: str) -> None:
    if reason:
        raise WorkerUnfitError(worker=worker, reason=reason)


def _leave_dead_scheduler(cluster: LocalCluster) -> None:
    """Spare a cluster whose scheduler ended the long wait for its answer when it is closed."""
    cluster.shutdown_scheduler = cluster.scheduler.status == Status.running
