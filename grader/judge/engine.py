"""The host's side of judging: forks a learner's process and a judge for each job, listens, and ends both."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from threading import Event
from types import TracebackType
from typing import Any, Self

import msgspec

from grader.errors import ExecutionCancelledError, ExecutionError, WarmProcessLostError
from grader.execution.channel import Channel, ChannelError, ChannelTimeout
from grader.execution.sandbox import Sandbox, open_sandbox
from grader.execution.shell_outputs import updated
from grader.execution.warm import Forked, Usage, Warm
from grader.judge import told
from grader.judge.job import JUDGE_STOPPED, CellRun, Decision, Job, Judged, StepKind
from grader.judge.told import CellTold, DecisionTold, Ended, Greeted
from grader.results import Outcome

_GRACE = 6.0
"""Seconds beyond the notebook's time after which the judge is killed: it ends by itself before."""
_START = 40.0
"""Seconds after which a judge is killed that has not told how the learner's process began."""
_LOOK = 0.2
"""Seconds between two looks at whether the job was cancelled."""
_SEND = 60.0
_END = 30.0
_LEARNER = "grader.execution.learner:serve"
_JUDGE = "grader.judge.judge:serve"


class Engine:
    """Executes and judges notebooks. Thread-safe; each job has two forks of its own.

    Args:
        sandbox: the walls around both warm processes.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        with ExitStack() as stack:
            self._learners = stack.enter_context(Warm(sandbox, "learner"))
            self._judges = stack.enter_context(Warm(sandbox, "judge"))
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the warm processes, and with them all jobs."""
        self._stack.close()

    def ready(self) -> None:
        """Wait until the warm processes have imported their libraries.

        Raises:
            SandboxUnavailableError: the kernel refuses namespaces inside the sandbox.
            ExecutionError: one of them ended before.
        """
        self._learners.ready()
        self._judges.ready()

    def judge(self, job: Job, *, cancelled: Event | None = None) -> Judged:
        """Execute and judge a notebook.

        Args:
            job: the notebook.
            cancelled: when set, everything is killed.

        Returns:
            What came out; whatever the learner's code does, there is a decision for each check.

        Raises:
            ExecutionCancelledError: `cancelled` was set.
            FileNameError: the path of a file climbs, or there are too many bytes.
            SandboxUnavailableError: the kernel refuses namespaces inside the sandbox.
            ExecutionError: no process could be forked, or one was not sound before any of the notebook's code ran.
        """
        try:
            return self._judge(job, cancelled or Event())
        except WarmProcessLostError:
            # killed from outside, for want of memory say; the next fork starts it anew
            return self._judge(job, cancelled or Event())

    def _judge(self, job: Job, cancelled: Event) -> Judged:
        begun = time.monotonic()
        heard = _Heard()
        with ExitStack() as stack:
            host, judges_end = _pair(stack)
            to_learner, to_judge = _pair(stack)
            learner = self._learners.fork(
                _LEARNER,
                [to_judge],
                limits=job.limits,
                language=job.language,
                files=job.files,
            )
            stack.callback(learner.kill)
            judge = self._judges.fork(
                _JUDGE,
                [judges_end, to_learner],
                limits=job.limits,
                language=job.language,
                files=job.given_files,
            )
            stack.callback(judge.kill)
            for end in (judges_end, to_learner, to_judge):
                end.close()
            _listen(Channel(host, most=told.MOST_JOB), job, heard, cancelled)
        usages = _reap(learner), _reap(judge)
        if heard.trouble:
            ended = ", ".join(one.stopped or "no limit" for one in usages)
            raise ExecutionError(
                "expected the learner's process to answer before any code of hers,"
                f" got: {heard.trouble} (it and its judge met: {ended})"
            )
        return _judged(job, heard, usages, time.monotonic() - begun)


@contextmanager
def open_engine(*, unsafe_no_sandbox: bool = False) -> Iterator[Engine]:
    """Try the sandbox and yield an engine whose warm processes have begun to start.

    Args:
        unsafe_no_sandbox: run learner code with no walls at all, with the rights of this process.

    Raises:
        SandboxUnavailableError: this machine has no sandbox.
    """
    with open_sandbox(unsafe_no_sandbox=unsafe_no_sandbox) as sandbox, Engine(sandbox) as engine:
        yield engine


@dataclass
class _Heard:
    """What the judge told until now."""

    runs: list[CellRun] = field(default_factory=list)
    outputs: list[list[dict[str, Any]]] = field(default_factory=list)  # of what the shell ran
    decisions: dict[str, Decision] = field(default_factory=dict)
    ended: Ended | None = None
    trouble: str = "nothing from its judge"
    """Why the learner's process was not sound before any code of hers; empty once it is."""

    def take(self, what: told.Told) -> None:
        match what:
            case Greeted():
                self.trouble = what.trouble
            case CellTold():
                outputs = [dict(output) for output in told.outputs_of(what.outputs)]
                self.runs.append(replace(what.run, outputs=tuple(outputs)))
                if what.ran:
                    updated(self.outputs, told.updates_of(what.updates))
                    self.outputs.append(outputs)
            case DecisionTold():
                outputs_here = told.outputs_of(what.outputs)
                self.decisions[what.decision.task] = replace(what.decision, outputs=outputs_here)
            case Ended():
                self.ended = what


def _pair(stack: ExitStack) -> tuple[socket.socket, socket.socket]:
    one, other = socket.socketpair()
    return stack.enter_context(one), stack.enter_context(other)


def _listen(channel: Channel, job: Job, heard: _Heard, cancelled: Event) -> None:
    """Give the job to the judge and take what it tells, until it has told all, ends, or is out of time."""
    deadline = time.monotonic() + _START
    try:
        channel.send(told.write(job), timeout=_SEND)
        while heard.ended is None:
            if cancelled.is_set():
                raise ExecutionCancelledError
            if time.monotonic() > deadline:
                return
            try:
                heard.take(what := told.read_told(channel.receive(_LOOK)))
            except ChannelTimeout:
                continue
            if isinstance(what, Greeted):
                if what.trouble:
                    return
                deadline = time.monotonic() + job.limits.notebook_seconds + _GRACE
    except (ChannelError, msgspec.MsgspecError):
        return  # the judge died: what it had told is kept


def _reap(forked: Forked) -> Usage:
    try:
        return forked.wait(_END)
    except TimeoutError as error:
        raise ExecutionError(f"a killed process did not end in {_END:g} seconds") from error


def _judged(job: Job, heard: _Heard, usages: tuple[Usage, Usage], seconds: float) -> Judged:
    learner, judge = usages
    stopped = _cause(heard.ended.stopped if heard.ended else "", learner)
    runs = [
        replace(run, stopped=stopped) if run.stopped == "died" and stopped else run
        for run in heard.runs
    ]
    told_cells = {run.cell for run in runs}
    missing = "died" if _time_left(seconds, job) else "time_limit"
    runs += [
        CellRun(step.cell, stopped=missing) for step in job.steps if step.cell not in told_cells
    ]
    decisions = [
        _decision(heard.decisions.get(step.task), step.task, stopped)
        for step in job.steps
        if step.kind is StepKind.CHECK
    ]
    return Judged(
        runs=tuple(runs),
        decisions=tuple(decisions),
        seconds=seconds,
        stopped=stopped,
        cpu_seconds=learner.cpu_seconds + judge.cpu_seconds,
        peak_memory=learner.peak_memory,
    )


def _time_left(seconds: float, job: Job) -> bool:
    return seconds < job.limits.notebook_seconds


def _cause(lost: str, learner: Usage) -> str:
    """Return why the learner's process was lost: the nest knows better than the judge which limit it met."""
    if lost == "died" and learner.stopped in ("memory_limit", "process_limit"):
        return learner.stopped
    return lost


def _decision(decision: Decision | None, task: str, stopped: str) -> Decision:
    if decision is None:
        return Decision(task, Outcome.UNGRADED, code=JUDGE_STOPPED)
    if decision.code == "died" and stopped:
        return replace(decision, code=stopped)
    return decision
