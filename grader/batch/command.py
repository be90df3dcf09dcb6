"""What `qampus grade` and `qampus regrade` do, from their options to their exit status."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from dask.system import CPU_COUNT

from grader.batch.grade import grade
from grader.batch.jobs import Judging
from grader.cluster import open_cluster
from grader.course.folder import open_folder

DONE = 0
SOME_FAILED = 1
INTERRUPTED = 130
"""What a shell says of a program that ended at Ctrl-C."""

_OPEN_PER_WORKER = 4
_OPEN_ON_A_CAMPUS = 128


@dataclass(frozen=True)
class Machine:
    """Where notebooks are judged.

    Attributes:
        workers: processes on this machine; None for one a core.
        scheduler: address of a running Dask scheduler, or None.
        unsafe_no_sandbox: run learner code without walls.
    """

    workers: int | None = None
    scheduler: str | None = None
    unsafe_no_sandbox: bool = False

    @property
    def most_open(self) -> int:
        """How many submissions are held at once, so that no worker waits for the books."""
        if self.scheduler is not None:
            return _OPEN_ON_A_CAMPUS
        return _OPEN_PER_WORKER * (self.workers or CPU_COUNT)

    def opener(self) -> Callable[[], AbstractContextManager[Judging]]:
        """Return what opens it."""
        return partial(
            open_cluster,
            workers=self.workers,
            scheduler=self.scheduler,
            unsafe_no_sandbox=self.unsafe_no_sandbox,
        )


def run_grade(
    course: Path,
    assignment: str,
    machine: Machine,
    *,
    students: Sequence[str],
    force: bool,
    protected_only: bool,
    tell: Callable[[str], object],
) -> int:
    """Grade an assignment; return the exit status.

    Raises:
        GraderError: nothing can be graded.
    """
    with stopped_by_signals() as stopping, open_folder(course) as folder:
        report = grade(
            folder,
            assignment,
            machine.opener(),
            most_open=machine.most_open,
            students=students,
            force=force,
            protected_only=protected_only,
            stopping=stopping,
        )
    tell(report.text())
    if stopping.is_set():
        tell("Interrupted. What is graded is recorded; run the same command again to go on.")
        return INTERRUPTED
    return SOME_FAILED if report.failed else DONE


def run_regrade(
    course: Path,
    assignment: str,
    tasks: Sequence[str],
    machine: Machine,
    *,
    students: Sequence[str],
    apply: bool,
    tell: Callable[[str], object],
) -> int:
    """Judge tasks of an assignment anew; return the exit status.

    Raises:
        GraderError: nothing can be judged.
    """
    from grader.batch.regrade import regrade  # noqa: PLC0415 - brings Qiskit, for the words of verdicts

    with stopped_by_signals() as stopping, open_folder(course) as folder:
        regraded = regrade(
            folder,
            assignment,
            tasks,
            machine.opener(),
            most_open=machine.most_open,
            students=students,
            apply=apply,
            stopping=stopping,
        )
    tell(regraded.text())
    if stopping.is_set():
        tell("Interrupted. What is recorded stays; run the same command again to go on.")
        return INTERRUPTED
    return SOME_FAILED if regraded.failed else DONE


@contextmanager
def stopped_by_signals() -> Iterator[Event]:
    """Yield an event that Ctrl-C or SIGTERM sets; a second one interrupts at once."""
    stopping = Event()

    def stop(number: int, _frame: Any) -> None:
        stopping.set()
        signal.signal(number, former[signal.Signals(number)])

    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in former:
        signal.signal(number, stop)
    try:
        yield stopping
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
