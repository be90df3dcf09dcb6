"""The reference solution decides which checks can be judged from outside.

The instructor's notebook, solutions included, runs three times: as nbgrader runs it, with every check beside the
answers; through the judge, which notes where values came that are no data; and through the judge once more with the
plan that was made of it. A check that gives the same points each time is protected. No learner has a part in this, so
nothing that a learner's process says can take the protection from a check.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import msgspec

import grader
from grader.execution.limits import Limits
from grader.judge.analysis import Analysis, CheckNames, analyse, nbgrader_metadata
from grader.judge.job import Decision, Job, Judged
from grader.judge.outputs import maximum_of, points_of
from grader.judge.plan import PLAN, CheckPlan, Opaque, Plan
from grader.judge.reasons import (
    FAILS_ITSELF,
    Reason,
    different_credit,
    helper_reason,
    reason_of,
    unknown_reason,
)
from grader.judge.steps import NBGRADER, STOPS, HiddenTests, make_steps, task_of, written
from grader.notebooks import NotebookNode
from grader.results import Outcome

_LIBRARIES = ("qampus", "qiskit", "qiskit-aer", "ipython", "numpy")
_METADATA = ("grade_id", "grade", "solution", "locked", "points")
_NAME = re.compile(r"\w+")
"""The name with which an access path begins."""
_JUDGING = ("checks", "execution", "judge")
"""Packages of the grader whose code decides what can be judged."""


class Judge(Protocol):
    """What judges a notebook: `grader.judge.engine.Engine`."""

    def judge(self, job: Job) -> Judged:
        """Run a job to its end."""


def make_plan(
    source: NotebookNode,
    given_files: Mapping[str, bytes],
    engine: Judge,
    *,
    limits: Limits | None = None,
    visible: HiddenTests = NBGRADER,
) -> Plan:
    """Return how the checks of an exercise are judged.

    Args:
        source: the instructor's notebook, solutions and hidden tests included. It runs in the sandbox, several times.
        given_files: files beside it: relative path -> content.
        engine: runs it.
        limits: what one run may use.
        visible: how hidden tests are marked.

    Raises:
        ExecutionError: the engine cannot run anything.
    """
    analysis = analyse(source)
    stamp = stamp_of(source, given_files, visible)
    trials = _Trials(source, given_files, engine, limits or Limits(), visible, analysis, stamp)
    return trials.plan()


def stamp_of(
    source: NotebookNode, given_files: Mapping[str, bytes], visible: HiddenTests = NBGRADER
) -> str:
    """Return the SHA-256 of all that a plan depends on.

    Only code cells count, so that one plan serves the notebook in every language.
    """
    cells = [
        (cell.source, [nbgrader_metadata(cell).get(key) for key in _METADATA])
        for cell in source.cells
        if cell.cell_type == "code"
    ]
    files = {name: hashlib.sha256(content).hexdigest() for name, content in given_files.items()}
    facts = (PLAN, _judging(), visible, cells, files)
    return hashlib.sha256(msgspec.json.encode(facts, order="deterministic")).hexdigest()


def read_plan(path: Path) -> Plan | None:
    """Return the plan in a file; None if there is none that this version can read."""
    try:
        plan = msgspec.json.decode(path.read_bytes(), type=Plan)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None
    return plan if plan.schema == PLAN else None


def plan_text(plan: Plan) -> str:
    """Return a plan as the text of its file."""
    encoded = msgspec.json.encode(plan, order="deterministic")
    return f"{msgspec.json.format(encoded, indent=1).decode()}\n"


def write_plan(path: Path, plan: Plan) -> None:
    """Write a plan, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(plan_text(plan))
    Path(draft).replace(path)


def plan_for(
    source: NotebookNode,
    given_files: Mapping[str, bytes],
    engine: Judge,
    folder: Path,
    name: str,
    *,
    limits: Limits | None = None,
    visible: HiddenTests = NBGRADER,
) -> Plan:
    """Return the plan of an exercise: the one in its file if it still fits, else a new one, which is kept.

    Args:
        source: see `make_plan`, as the others.
        given_files: see there.
        engine: used only if a plan has to be made.
        folder: where plans are kept.
        name: name of the plan's file, without `.json`.
        limits: see `make_plan`.
        visible: see there.
    """
    path = folder / f"{name}.json"
    kept = read_plan(path)
    if kept is not None and kept.stamp == stamp_of(source, given_files, visible):
        return kept
    plan = make_plan(source, given_files, engine, limits=limits, visible=visible)
    write_plan(path, plan)
    return plan


@dataclass(frozen=True)
class _Trial:
    """What came of one run of the reference solution.

    Attributes:
        points: task -> points that nbgrader reads.
        passed: tasks whose check did not fail.
        decisions: task -> what the judge said, where it was asked.
    """

    points: Mapping[str, float]
    passed: frozenset[str]
    decisions: Mapping[str, Decision]


@dataclass(frozen=True)
class _Trials:
    """The runs of one reference solution."""

    source: NotebookNode
    files: Mapping[str, bytes]
    engine: Judge
    limits: Limits
    visible: HiddenTests
    analysis: Analysis
    stamp: str

    def plan(self) -> Plan:
        """Run the reference solution until every check that is protected passes in the judge."""
        names = {check.task: check for check in self._checks()}
        checks = {task: _first_plan(check) for task, check in names.items()}
        if not checks:
            return self._with(checks)
        plain = self._run({task: replace(check, protected=False) for task, check in checks.items()})
        for task, check in checks.items():
            if task not in plain.passed:
                checks[task] = _unprotected(check, FAILS_ITSELF)
            elif names[task].unknown:
                # the learner's process would be asked for them, so that she could forge what is the instructor's
                checks[task] = _unprotected(check, unknown_reason(names[task].unknown))
        explored = self._settle(checks, plain, explore=True)
        for task, check in checks.items():
            if check.protected:
                decision = explored.decisions[task]
                opaque = {path: Opaque(kind) for path, kind in decision.opaque.items()}
                changes = frozenset(decision.changes)
                checks[task] = replace(check, opaque=opaque, changes=changes, ends=decision.ends)
        self._settle(checks, plain, explore=False)
        return self._with(checks)

    def _settle(self, checks: dict[str, CheckPlan], plain: _Trial, *, explore: bool) -> _Trial:
        """Take the protection from checks that give other points in the judge, until none does."""
        while True:
            trial = self._run(checks, explore=explore)
            failing = [
                task
                for task, check in checks.items()
                if check.protected
                and (not _same(task, plain, trial) or _strangers(check, trial.decisions[task]))
            ]
            if not failing:
                return trial
            # where the judge itself came to an end, those behind were never tried
            broken = [task for task in failing if _broke(trial.decisions[task])]
            for task in broken[:1] or failing:
                reason = self._reason(task, checks, plain, trial)
                checks[task] = _unprotected(checks[task], reason)
            if explore and not broken:
                return trial

    def _run(self, checks: Mapping[str, CheckPlan], *, explore: bool = False) -> _Trial:
        plan = self._with(checks)
        judged = self.engine.judge(
            Job(
                steps=make_steps(self.source, plan, self.visible),
                plan=plan,
                limits=self.limits,
                files=self.files,
                given_files=self.files,
                explore=explore,
            )
        )
        graded = written(self.source, judged, self.visible)
        cells = {task_of(graded.cells[one.cell]): graded.cells[one.cell] for one in self._checks()}
        return _Trial(
            points={task: points_of(cell) for task, cell in cells.items()},
            passed=frozenset(task for task, cell in cells.items() if _passes(cell)),
            decisions={decision.task: decision for decision in judged.decisions},
        )

    def _with(self, checks: Mapping[str, CheckPlan]) -> Plan:
        return Plan(self.stamp, self.analysis.imports, self.analysis.given, dict(checks))

    def _checks(self) -> tuple[CheckNames, ...]:
        """Return the checks that have an id and a text; one without text passes, whoever runs it."""
        return tuple(
            check
            for check in self.analysis.checks
            if check.task and self.source.cells[check.cell].source.strip()
        )

    def _reason(
        self, task: str, checks: Mapping[str, CheckPlan], plain: _Trial, trial: _Trial
    ) -> Reason:
        names = next(one for one in self._checks() if one.task == task)
        unjudged = {one for one in names.helpers if one in checks and one not in trial.passed}
        if unjudged:
            return helper_reason(unjudged)
        strangers = _strangers(checks[task], trial.decisions[task])
        if strangers:
            return unknown_reason(strangers)
        if task in trial.passed:
            return different_credit(plain.points[task], trial.points[task])
        text = self.source.cells[names.cell].source
        return reason_of(text, names.remote, trial.decisions[task])


def _first_plan(check: CheckNames) -> CheckPlan:
    return CheckPlan(task=check.task, given=check.given, remote=check.remote)


def _unprotected(check: CheckPlan, reason: Reason) -> CheckPlan:
    return CheckPlan(
        task=check.task,
        given=check.given,
        remote=check.remote,
        protected=False,
        reason=reason[0],
        suggestion=reason[1],
    )


def _same(task: str, plain: _Trial, trial: _Trial) -> bool:
    return task in trial.passed and abs(plain.points[task] - trial.points[task]) < 1e-9


def _strangers(check: CheckPlan, decision: Decision) -> set[str]:
    """Return names under which the judge met an object of the learner's process that no answer defines.

    They are the instructor's, by ways that no text shows. Judging by them would believe the learner's process.
    """
    found = {_NAME.match(path) for path in decision.opaque}
    return {name[0] for name in found if name} - check.remote


def _broke(decision: Decision) -> bool:
    """Whether a check may have kept those behind it from being judged."""
    return decision.outcome is Outcome.UNGRADED or decision.code in STOPS


def _passes(cell: NotebookNode) -> bool:
    """Whether a check that was written down did not fail; one worth no points passes without any."""
    if any(output.output_type == "error" for output in cell.outputs):
        return False
    return maximum_of(cell) == 0 or points_of(cell) > 0


@cache
def _judging() -> str:
    """Return a digest of the code and the libraries that judge."""
    digest = hashlib.sha256(f"python={sys.version_info[:2]};".encode())
    for library in _LIBRARIES:
        digest.update(f"{library}={version(library)};".encode())
    home = Path(grader.__file__).parent
    for package in _JUDGING:
        for path in sorted((home / package).rglob("*.py")):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
