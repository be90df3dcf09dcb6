"""What `qampus grade` and `qampus regrade` do, from their options to their exit status."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

from grader.batch.grade import grade
from grader.course.folder import open_folder
from grader.machine import Started

DONE = 0
SOME_FAILED = 1
INTERRUPTED = 130
"""What a shell says of a program that ended at Ctrl-C."""

_OPEN_PER_WORKER = 4


def run_grade(
    course: Path,
    assignment: str,
    judging: Started,
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
            judging.open,
            most_open=judging.most_open(_OPEN_PER_WORKER),
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
    judging: Started,
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
            judging.open,
            most_open=judging.most_open(_OPEN_PER_WORKER),
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
