"""What runs in a Dask worker: one engine with its two warm sandboxes, and the task that uses it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import AbstractContextManager
from threading import Event, Thread
from typing import Protocol

from distributed import Worker, WorkerPlugin, get_worker

from grader.cluster.payload import Answer, decode_job, encode
from grader.cluster.versions import difference, versions_here
from grader.errors import GraderError
from grader.judge.job import Job, Judged

_CLOSING = 10.0
"""Seconds that an engine may take to end before it is left to die with its worker."""


class Judging(Protocol):
    """What judges one notebook: `grader.judge.engine.Engine`."""

    def judge(self, job: Job, *, cancelled: Event | None = None) -> Judged:
        """Execute and judge a notebook."""


Judges = Callable[[], AbstractContextManager[Judging]]
"""Makes what judges, and ends it; is called once in each worker. It crosses processes, by name."""


class JudgePlugin(WorkerPlugin):
    """Owns a worker's engine from the worker's start to its end.

    The engine has a thread of its own that makes it, waits, and ends it: a sandbox dies with the thread that
    started it.

    Args:
        name: key of the plugin in its worker; registered twice under one name, the first stays.
        judges: makes the engine.
    """

    idempotent = True

    def __init__(self, name: str, judges: Judges) -> None:
        self.name = name
        self._judges = judges

    def setup(self, worker: Worker) -> None:
        """Begin to make the engine; tasks and `problem_here` wait until it stands."""
        self._address = worker.address
        self._engine: Future[Judging] = Future()
        self._over = Event()
        self._cancelled: defaultdict[str, Event] = defaultdict(Event)
        self._keeper = Thread(target=self._keep, name="engine", daemon=True)
        self._keeper.start()

    def teardown(self, worker: Worker) -> None:
        """End what is running, and the engine."""
        for cancelled in list(self._cancelled.values()):
            cancelled.set()
        self._over.set()
        self._keeper.join(_CLOSING)

    def judge(self, payload: bytes, batch: str, versions: Mapping[str, str]) -> Answer:
        """Judge one job, for one who has these versions."""
        unfit = difference(versions, versions_here()) or self.problem()
        if unfit:
            return Answer(unfit=unfit, worker=self._address)
        try:
            judged = self._engine.result().judge(
                decode_job(payload), cancelled=self._cancelled[batch]
            )
        except GraderError as error:
            return Answer(failure=str(error), worker=self._address)
        return Answer(judged=judged, worker=self._address)

    def problem(self) -> str:
        """Wait for the engine and return why there is none; empty if there is one."""
        error = self._engine.exception()
        return "" if error is None else str(error)

    def cancel(self, batch: str) -> None:
        """End the jobs of one batch: those that run, and those that come too late."""
        self._cancelled[batch].set()

    def _keep(self) -> None:
        try:
            with self._judges() as engine:
                self._engine.set_result(engine)
                self._over.wait()
        except (GraderError, OSError, ImportError) as error:
            if self._engine.done():
                raise
            self._engine.set_exception(error)


def judge_here(payload: bytes, plugin: str, batch: str, versions: Mapping[str, str]) -> bytes:
    """Judge one job in this worker: the task that Dask runs."""
    return encode(_plugin(get_worker(), plugin).judge(payload, batch, versions))


async def problem_here(plugin: str, dask_worker: Worker) -> str:
    """Return why this worker cannot judge, once that is known; empty if it can."""
    return await asyncio.to_thread(_plugin(dask_worker, plugin).problem)


def cancel_here(plugin: str, batch: str, dask_worker: Worker) -> None:
    """End the jobs of one batch in this worker."""
    _plugin(dask_worker, plugin).cancel(batch)


def _plugin(worker: Worker, name: str) -> JudgePlugin:
    found = worker.plugins[name]
    if not isinstance(found, JudgePlugin):
        raise TypeError(f"plugin {name}: expected JudgePlugin, got {type(found).__name__}")
    return found
