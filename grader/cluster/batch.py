"""Many notebooks at once: what is waiting is kept here; a cluster that dies is only a cause to hand it out again."""

from __future__ import annotations

import asyncio
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import RLock
from time import monotonic, sleep
from types import TracebackType
from typing import Self
from uuid import uuid4

from dask._task_spec import Task
from distributed import Client, KilledWorker
from distributed import Future as Remote

from grader.cluster.errors import (
    ClusterError,
    ClusterLostError,
    JobFailedError,
    NoWorkersError,
    WorkerUnfitError,
)
from grader.cluster.muscle import Muscle
from grader.cluster.payload import decode_answer, encode
from grader.cluster.versions import versions_here
from grader.cluster.worker import cancel_here, judge_here
from grader.errors import GraderError
from grader.judge.job import Job, Judged

_LOOK = 0.5
"""Seconds between looks at the cluster's health while nothing ends."""
_NO_WORKERS = 60.0
"""Seconds without any worker until it is said."""
_TRIES = 3
"""How often a notebook is handed out that comes back without an answer."""

Ended = tuple[str, Judged | GraderError]


@dataclass
class _Waiting:
    """A notebook that is not judged yet.

    Attributes:
        payload: the job.
        remote: the hold on Dask's task; without it Dask drops the task.
        tries: how often it came back without an answer.
    """

    payload: bytes
    remote: Remote | None = None
    tries: int = 0


@dataclass(frozen=True)
class _Reply:
    """Something came back: `answer` is done. `remote` tells for which of a notebook's tries."""

    key: str
    remote: Remote
    answer: Future[bytes] = field(repr=False)


class Cluster:
    """Judges notebooks somewhere. Thread-safe. Each key that is submitted comes back exactly once, unless cancelled.

    Args:
        muscle: where the workers are.
    """

    def __init__(self, muscle: Muscle) -> None:
        self._muscle = muscle
        self._waiting: dict[str, _Waiting] = {}
        self._replies: SimpleQueue[_Reply] = SimpleQueue()
        self._lock = RLock()
        self._batch = uuid4().hex
        self._losses = 0
        self._ended: list[Ended] = []
        self._client: Client = muscle.open()
        self._seen_worker = self._looked = monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self.cancel()
        finally:
            self._muscle.close()

    @property
    def pending(self) -> int:
        """How many were submitted and have not come back."""
        return len(self._waiting)

    def submit(self, key: str, job: Job) -> None:
        """Have a notebook judged.

        Args:
            key: under which it comes back; free again once it did.
            job: what to judge. It is kept here until it came back, so do not submit a whole campus at once.

        Raises:
            ValueError: this key is waiting already.
        """
        with self._lock:
            if key in self._waiting:
                raise ValueError(f"expected a new key, got {key!r}, which is waiting already")
            self._waiting[key] = _Waiting(encode(job))
            self._hand_out(key)

    def judge(self, job: Job) -> Judged:
        """Have one notebook judged and wait for it. What else ends meanwhile comes with the next `finished`.

        Raises:
            GraderError: it could not be judged.
        """
        alone = f"alone-{uuid4().hex}"
        self.submit(alone, job)
        others: list[Ended] = []
        try:
            while True:
                for key, judged in self.finished(_LOOK):
                    if key != alone:
                        others.append((key, judged))
                    elif isinstance(judged, GraderError):
                        raise judged
                    else:
                        return judged
        finally:
            self._ended += others

    def finished(self, timeout: float) -> list[Ended]:
        """Return what ended since the last call; wait for the first up to `timeout` seconds if anything is pending.

        What came back with an error could not be judged and is nobody's zero points.

        Raises:
            ClusterError: there is nobody left to judge, and starting or finding workers anew did not help. What is
                pending stays so; cancel or leave.
        """
        deadline = monotonic() + timeout
        while self._waiting and not self._ended:
            wait = max(0.0, min(_LOOK, deadline - monotonic()))
            with suppress(Empty):
                self._ended += self._settle(self._replies.get(timeout=wait))
            while not self._replies.empty():
                self._ended += self._settle(self._replies.get())
            if monotonic() - self._looked > _LOOK:
                self._looked = monotonic()
                self._check_health()
            if monotonic() >= deadline:
                break
        # Kept here until now: what an error of the cluster interrupts comes back with the next call.
        ended, self._ended = self._ended, []
        return ended

    def cancel(self) -> None:
        """End all that is pending, running sandboxes included. None of it comes back."""
        with self._lock:
            if not self._waiting:
                return
            batch, self._batch = self._batch, uuid4().hex
            waiting, self._waiting = self._waiting, {}
        # A cluster that is gone runs nothing any more: there is nothing to cancel then.
        with suppress(OSError, RuntimeError):
            remotes = [one.remote for one in waiting.values() if one.remote is not None]
            self._client.cancel(remotes, force=True)
            self._client.run(cancel_here, self._muscle.plugin, batch, on_error="ignore")

    def _hand_out(self, key: str) -> None:
        waiting = self._waiting[key]
        name = f"judge-{uuid4().hex}"
        task = Task(
            name,
            judge_here,
            waiting.payload,
            self._muscle.plugin,
            self._batch,
            dict(versions_here()),
            # Dask then hands out no more tasks than there are threads.
            _data_producer=True,
        )
        remote = self._client.get({name: task}, name, sync=False)
        waiting.remote = remote
        answer = asyncio.run_coroutine_threadsafe(_result(remote), self._client.loop.asyncio_loop)
        answer.add_done_callback(lambda done: self._replies.put(_Reply(key, remote, done)))

    def _settle(self, reply: _Reply) -> list[Ended]:
        """Return what this reply ends: one notebook or none."""
        with self._lock:
            waiting = self._waiting.get(reply.key)
            if waiting is None or waiting.remote is not reply.remote:
                return []  # cancelled, or handed out again since
            error = CancelledError() if reply.answer.cancelled() else reply.answer.exception()
            if error is not None:
                return self._settle_error(reply.key, error)
            answer = decode_answer(reply.answer.result())
            if answer.unfit and self._muscle.alike:
                raise WorkerUnfitError(worker=answer.worker, reason=answer.unfit)
            if answer.unfit:
                self._client.retire_workers([answer.worker])
                return self._try_again(reply.key, f"worker {answer.worker}: {answer.unfit}")
            if answer.judged is None:
                return self._fail(reply.key, answer.failure)
            del self._waiting[reply.key]
            self._losses = 0
            return [(reply.key, answer.judged)]

    def _settle_error(self, key: str, error: BaseException) -> list[Ended]:
        if isinstance(error, CancelledError):
            return self._try_again(key, "its task was lost by the scheduler")
        if isinstance(error, KilledWorker):
            deaths = error.allowed_failures + 1
            return self._fail(key, f"{deaths} workers died while they judged it")
        return self._fail(key, f"{type(error).__name__}: {error}")

    def _fail(self, key: str, reason: str) -> list[Ended]:
        del self._waiting[key]
        return [(key, JobFailedError(key=key, reason=reason))]

    def _try_again(self, key: str, reason: str) -> list[Ended]:
        if self._client.status != "running":
            self._recover(reason)
            return []
        waiting = self._waiting[key]
        waiting.tries += 1
        if waiting.tries >= _TRIES:
            return self._fail(key, reason)
        self._hand_out(key)
        return []

    def _check_health(self) -> None:
        if self._client.status != "running":
            with self._lock:
                self._recover(f"the connection is {self._client.status}")
            return
        self._muscle.mend()
        if self._client.scheduler_info(n_workers=1)["n_workers"]:
            self._seen_worker = monotonic()
        elif monotonic() - self._seen_worker > _NO_WORKERS:
            raise NoWorkersError(where=self._muscle.where, seconds=_NO_WORKERS)

    def _recover(self, reason: str) -> None:
        """Get a new connection and hand out again all that is waiting."""
        for delay in self._muscle.delays[self._losses :]:
            self._losses += 1
            sleep(delay)
            try:
                self._client = self._muscle.open()
            except ClusterError as error:
                reason = str(error)
                continue
            self._seen_worker = monotonic()
            for key in self._waiting:
                self._hand_out(key)
            return
        raise ClusterLostError(where=self._muscle.where, reason=reason, pending=self.pending)


async def _result(remote: Remote) -> bytes:
    result: bytes = await remote
    return result
