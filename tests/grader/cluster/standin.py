"""What judges in tests that are about the cluster: it does what the first step's source says, and needs no sandbox."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from grader.cluster import Cluster
from grader.errors import (
    ExecutionCancelledError,
    ExecutionError,
    GraderError,
)
from grader.judge.job import CellRun, Job, Judged, Step, StepKind
from grader.judge.plan import CheckPlan, Plan

PLAN = Plan(stamp="", imports=(), given=(), checks={})


def job(order: str) -> Job:
    """A job that makes the stand-in do something."""
    return Job(steps=(Step(0, StepKind.RUN, order),), plan=PLAN)


class StandIn:
    """Does as it is told.

    Orders: `echo TEXT`, `sleep SECONDS [FILE]` (a line in FILE says how it ended), `meet FOLDER` (its text is how many
    were there), `die`, `fail`, `bug`.
    """

    def judge(self, job: Job, *, cancelled: Event | None = None) -> Judged:
        order, *arguments = job.steps[0].source.split(" ", 1)
        if order == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "fail":
            raise ExecutionError("no more processes")
        if order == "bug":
            raise ZeroDivisionError("a mistake of the grader")
        if order == "sleep":
            self._sleep(arguments[0].split(), cancelled)
        if order == "meet":
            arguments = [self._meet(Path(arguments[0]))]
        return Judged(
            runs=(CellRun(0, outputs=({"text": " ".join(arguments), "pid": os.getpid()},)),),
            decisions=(),
            seconds=0.0,
        )

    def _meet(self, folder: Path) -> str:
        handle, name = tempfile.mkstemp(dir=folder)
        time.sleep(0.2)
        met = len(list(folder.iterdir()))
        time.sleep(0.2)
        os.close(handle)
        Path(name).unlink()
        return str(met)

    def _sleep(self, arguments: list[str], cancelled: Event | None) -> None:
        end = time.monotonic() + float(arguments[0])
        while time.monotonic() < end:
            if cancelled is not None and cancelled.wait(0.01):
                if arguments[1:] and Path(arguments[1]).is_absolute():
                    Path(arguments[1]).write_text("cancelled")
                raise ExecutionCancelledError


@contextmanager
def stand_in() -> Iterator[StandIn]:
    yield StandIn()


def collect(cluster: Cluster, seconds: float = 60.0) -> list[tuple[str, Judged | GraderError]]:
    """All that is pending, as it comes back."""
    deadline = time.monotonic() + seconds
    ended: list[tuple[str, Judged | GraderError]] = []
    while cluster.pending:
        ended += cluster.finished(1.0)
        assert time.monotonic() < deadline, f"{cluster.pending} never came back"
    return ended


def notebook(number: int) -> Job:
    """A notebook for a real engine: one cell, and one check, which passes."""
    check = f"assert x == {number}"
    return Job(
        steps=(
            Step(0, StepKind.RUN, f"x = {number}"),
            Step(1, StepKind.CHECK, check, task="task", judged=check),
        ),
        plan=Plan(
            stamp="",
            imports=(),
            given=(),
            checks={"task": CheckPlan("task", remote=frozenset({"x"}))},
        ),
    )
