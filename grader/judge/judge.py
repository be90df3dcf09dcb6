"""The judge's process: has the learner's process run the cells, and runs the check cells itself.

It is shut in as the learner's is and holds this one exercise. It walks the steps of a job in order and tells the host
each thing as soon as it is known. `serve` is where a fork begins.
"""

from __future__ import annotations

import socket
import time
import types
from collections.abc import Mapping
from typing import cast

import msgspec

from grader.checks.instances import use_seed
from grader.execution.channel import Channel
from grader.execution.messages import Look, Run, Value
from grader.execution.messages import Ran as RanThere
from grader.execution.shell import NotebookShell, Ran, shell
from grader.execution.wire import WireError, unpack
from grader.judge import told
from grader.judge.changes import Journal, give_back
from grader.judge.job import JUDGE_STOPPED, CellRun, Decision, Job, Step, StepKind
from grader.judge.link import DIED, PATIENCE, Link, NoAnswer
from grader.judge.names import JudgeModule, Names
from grader.judge.outcome import Finding, ending, find
from grader.judge.plan import CheckPlan
from grader.judge.raised import told_by_answer
from grader.judge.remote import Remote
from grader.judge.told import CellTold, DecisionTold, Ended, Greeted
from grader.results import Outcome

_OWN_TIME = PATIENCE + 2.0
"""Seconds that a check may take in the judge beyond the time that the answers in it have."""
_LEAST = 0.05
_GREETING = 20.0
"""Seconds in which a learner's process says that it is there: machines may be busy."""
_LONGEST_REASON = 300
_LIMITS = ("time_limit", "memory_limit", "process_limit", "disk_limit", DIED)


def serve(host: socket.socket, learner: socket.socket) -> None:
    """Judge one job.

    Args:
        host: gets a `Job`, and gives what is told (`grader.judge.told`).
        learner: connected with the learner's process.
    """
    channel = Channel(host, most=told.MOST_JOB)
    job = told.read_job(channel.receive())
    use_seed(job.seed)
    judge = _Judge(job, channel, Link(Channel(learner)), shell())
    judge.walk()


class _Judge:
    """One job on its way."""

    def __init__(self, job: Job, host: Channel, link: Link, notebook: NotebookShell) -> None:
        self._job = job
        self._host = host
        self._link = link
        self._shell = notebook
        self._deadline = 0.0
        self._remote = Remote(link, explore=job.explore)
        self._names = Names(self._remote.look)
        self._shell.use(cast("types.ModuleType", JudgeModule(self._names)))
        # a tenth of the time, and no values of hidden variables
        self._shell.InteractiveTB.set_mode("Plain")
        self._given: dict[int, BaseException | None] = {}  # position -> what ended it on its own
        self._kept = 0

    def walk(self) -> None:
        """Take the steps in order, and tell the host each; none if the learner's process is not sound."""
        trouble = self._greet()
        self._tell(Greeted(trouble))
        if trouble:
            return
        self._deadline = time.monotonic() + self._job.limits.notebook_seconds
        self._import()
        for step in self._job.steps:
            self._tell(self._run_there(step))
            if step.kind is StepKind.CHECK:
                self._tell(self._decide(step))
        self._tell(Ended(self._link.lost))

    def _greet(self) -> str:
        """Ask the learner's process for what every notebook has, before any code of hers; return what is wrong."""
        try:
            answer = self._link.ask(
                lambda number, left: Look(number, "__name__", left), seconds=_GREETING
            )
            said = unpack(answer.value, resolve=repr) if isinstance(answer, Value) else answer
        except NoAnswer as error:
            return error.code
        except WireError as error:
            return str(error)
        return "" if said == "__main__" else f"it said {said!r}"[:_LONGEST_REASON]

    def _tell(self, what: told.Told) -> None:
        self._host.send(told.write(what))

    def _import(self) -> None:
        for statement in self._job.plan.imports:
            try:
                exec(compile(statement, "<imports>", "exec"), self._names)  # noqa: S102 - the instructor's
            except Exception:  # noqa: BLE001, S112 - a check that needs it will say so
                continue

    def _left(self) -> float:
        """Return the seconds that a cell has now."""
        return min(self._job.limits.cell_seconds, self._deadline - time.monotonic())

    def _run_there(self, step: Step) -> CellTold:
        """Have a cell run in the learner's process."""
        begun = time.monotonic()
        seconds = self._left()
        if seconds <= _LEAST:
            self._link.lose("time_limit")
        limits = self._job.limits
        # what is shown of a check is what the judge makes of it
        brief = step.kind is StepKind.CHECK
        most = max(0, min(limits.cell_output, limits.notebook_output - self._kept))
        try:
            answer = self._link.ask(
                lambda number, left: Run(number, step.source, left, most, brief=brief),
                seconds=seconds,
            )
        except NoAnswer as error:
            return self._not_run(step, error.code, begun)
        if not isinstance(answer, RanThere):
            return self._not_run(step, self._link.lose(DIED).code, begun)
        self._kept += len(answer.outputs)
        stopped = answer.stopped if answer.stopped in _LIMITS else ""
        run = CellRun(
            cell=step.cell,
            execution_count=answer.execution_count or None,
            stopped=stopped,
            seconds=time.monotonic() - begun,
        )
        return CellTold(run, answer.outputs, answer.updates, ran=answer.execution_count > 0)

    def _not_run(self, step: Step, code: str, begun: float) -> CellTold:
        return CellTold(CellRun(step.cell, stopped=code, seconds=time.monotonic() - begun))

    def _decide(self, step: Step) -> DecisionTold:
        """Run a check here, and decide."""
        begun = time.monotonic()
        seconds = self._left()
        if self._link.lost or seconds <= _LEAST:
            code = self._link.lost or "time_limit"
            parameters = {"seconds": self._job.limits.cell_seconds} if code == "time_limit" else {}
            return DecisionTold(
                Decision(step.task, Outcome.FAILED, code=code, parameters=parameters)
            )
        plan = self._job.plan.checks.get(step.task, CheckPlan(step.task))
        remote = self._remote
        with remote.asking(plan, seconds):
            broken = self._run_given(plan, seconds)
            before = self._names.bindings()
            ran, finding = self._check(step, plan, seconds)
            answering = self._link.answering
            opaque = {path: kind.value for path, kind in remote.opaque.items()}
            changes, twice = tuple(remote.changes), remote.unasked
        if finding.outcome is Outcome.PASSED and twice:
            again, second = self._check_again(step, plan, before)
            answering += self._link.answering
            if second.outcome is not Outcome.PASSED or _less(second.credit, finding.credit):
                ran, finding = again, second
        if finding.outcome is not Outcome.PASSED:
            remote.journal.undo()  # a wrong answer has no say in what later checks compute with
        if finding.outcome is Outcome.FAILED and remote.unsendable:
            # the check gives an answer what no answer can get: not the learner's fault
            finding = Finding(
                Outcome.UNGRADED, JUDGE_STOPPED, {"message": remote.unsendable[:_LONGEST_REASON]}
            )
        if finding.outcome is Outcome.FAILED and broken is not None:
            finding = Finding(Outcome.UNGRADED, JUDGE_STOPPED, {"message": repr(broken)[:300]})
        decision = Decision(
            task=step.task,
            outcome=finding.outcome,
            credit=finding.credit,
            code=finding.code,
            parameters=dict(finding.parameters),
            hidden=finding.hidden,
            seconds=time.monotonic() - begun,
            answering=answering,
            opaque=opaque,
            changes=changes,
            ends=ending(ran),
        )
        return DecisionTold(decision, msgspec.json.encode(ran.outputs))

    def _check_again(
        self, step: Step, plan: CheckPlan, before: Mapping[str, object]
    ) -> tuple[Ran, Finding]:
        """Run a check as a plain kernel would, where an answer changed arguments that the reference leaves alone.

        There a check sees every change. It begins as the first run did, and what the first run left stays.

        Args:
            step: the check.
            plan: how it is judged.
            before: the names with which the first run began.
        """
        first = self._remote.journal
        left, contents = self._names.bindings(), first.contents()
        first.undo()
        self._names.rebind(before)
        seconds = self._left()
        self._remote.journal = Journal()
        with self._remote.asking(plan, seconds, every_change=True):
            found = self._check(step, plan, seconds)
        self._remote.journal.undo()
        self._names.rebind(left)
        for own, content in contents:
            give_back(own, content)
        return found

    def _check(self, step: Step, plan: CheckPlan, seconds: float) -> tuple[Ran, Finding]:
        self._names.begin(plan.remote)
        self._remote.journal.clear()
        ran = self._run_here(step.judged, seconds)
        finding = find(
            ran,
            self._remote,
            namespace=self._names,
            last=len(step.judged.splitlines()),
            hidden=step.hidden,
            seconds=seconds,
            ends=plan.ends,
        )
        return ran, finding

    def _run_given(self, plan: CheckPlan, seconds: float) -> BaseException | None:
        """Run the instructor's cells that a check needs, and return what ended one of them, if no answer did it."""
        self._names.begin(plan.remote)
        for place in sorted(plan.given):
            if place not in self._given:
                asked = self._link.answering
                error = self._run_here(self._job.plan.given[place], seconds).error
                by_answer = (
                    error is None
                    or told_by_answer(error) is not None
                    or self._link.answering > asked
                )
                self._given[place] = None if by_answer else error
        return next((self._given[place] for place in plan.given if self._given[place]), None)

    def _run_here(self, source: str, seconds: float) -> Ran:
        return self._shell.run(
            source, seconds=seconds + _OWN_TIME, most_output=self._job.limits.cell_output
        )


def _less(second: float | None, first: float | None) -> bool:
    """Return whether a credit is smaller than another; None is all of the points."""
    if second is None:
        return False
    return first is None or second < first
