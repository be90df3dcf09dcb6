"""Where notebooks are judged, as a command's options say it. Importing this is quick; `started` begins what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from grader.execution.importing import without_collecting

if TYPE_CHECKING:
    from grader.cluster import Cluster
    from grader.judge.engine import Engine

_OPEN_ON_A_CAMPUS = 128


@dataclass(frozen=True)
class Started:
    """What judges notebooks, on its way to be ready.

    Attributes:
        open: opens it; waits for it if need be.
        workers: notebooks that it judges at the same time; None for one a core.
        campus: whether it is behind a scheduler.
    """

    open: Callable[[], AbstractContextManager[Cluster]]
    workers: int | None
    campus: bool

    def most_open(self, per_worker: int) -> int:
        """Return how many submissions to hold at once, so that no worker waits for the books."""
        from grader.cluster import CPU_COUNT  # noqa: PLC0415 - brings Dask

        return _OPEN_ON_A_CAMPUS if self.campus else per_worker * (self.workers or CPU_COUNT)


@dataclass(frozen=True)
class Machine:
    """Where notebooks are judged.

    Attributes:
        workers: notebooks at the same time on this machine; None for one a core.
        scheduler: address of a running Dask scheduler, or None.
        unsafe_no_sandbox: run learner code without walls.
    """

    workers: int | None = None
    scheduler: str | None = None
    unsafe_no_sandbox: bool = False

    @contextmanager
    def started(self) -> Iterator[Started]:
        """Begin to start what judges: its warm processes import Qiskit while the caller imports nbgrader.

        Raises:
            SandboxUnavailableError: this machine has no sandbox.
        """
        if self.scheduler is not None:
            open_campus = partial(_campus, self.scheduler, self.unsafe_no_sandbox)
            yield Started(open_campus, self.workers, campus=True)
            return
        from grader.judge.engine import open_engine  # noqa: PLC0415 - a campus needs none here

        with open_engine(unsafe_no_sandbox=self.unsafe_no_sandbox) as engine:
            yield Started(partial(_cluster, engine, self.workers), self.workers, campus=False)


def _cluster(engine: Engine, workers: int | None) -> AbstractContextManager[Cluster]:
    with without_collecting():
        from grader.cluster import open_cluster  # noqa: PLC0415 - brings Dask

    return open_cluster(engine, workers=workers)


def _campus(scheduler: str, unsafe_no_sandbox: bool) -> AbstractContextManager[Cluster]:
    with without_collecting():
        from grader.cluster import open_campus  # noqa: PLC0415 - brings Dask

    return open_campus(scheduler, unsafe_no_sandbox=unsafe_no_sandbox)
