"""Small notebooks for the judge: one answer cell, checks behind it."""

from __future__ import annotations

from collections.abc import Mapping

from grader.execution.limits import Limits
from grader.judge.engine import Engine
from grader.judge.job import CellRun, Decision, Job, Judged, Step, StepKind
from grader.judge.plan import CheckPlan, Ending, Opaque, Plan
from grader.judge.scopes import cell_names

FUNCTION, ITERATOR, OBJECT = Opaque.FUNCTION, Opaque.ITERATOR, Opaque.OBJECT
IMPORTS = (
    "import numpy as np",
    "from qiskit import QuantumCircuit",
    "from qiskit.quantum_info import Statevector",
    "from grader.checks import *",
)


def steps(answer: str, *checks: str, visible: str = "") -> tuple[Step, ...]:
    """Return an answer cell and the checks `check0`, `check1` ..., each hidden from its second line on."""
    judged = (
        Step(
            place + 1,
            StepKind.CHECK,
            visible,
            f"check{place}",
            check,
            ((2, len(check.splitlines())),),
        )
        for place, check in enumerate(checks)
    )
    return (Step(0, StepKind.RUN, answer), *judged)


def plan(
    count: int,
    opaque: Mapping[str, Opaque],
    *,
    changes: tuple[str, ...] = (),
    ends: str = "",
    given: tuple[str, ...] = (),
    remote: tuple[str, ...] = (),
) -> Plan:
    """Return a plan in which all checks are alike."""
    checks = {
        f"check{place}": CheckPlan(
            f"check{place}",
            given=tuple(range(len(given))),
            remote=frozenset(
                (*(path.partition("(")[0].partition(".")[0] for path in opaque), *remote)
            ),
            opaque=opaque,
            changes=frozenset(changes),
            ends=Ending(ends),
        )
        for place in range(count)
    }
    return Plan("stamp", IMPORTS, given, checks)


def judge(
    engine: Engine,
    answer: str,
    *checks: str,
    opaque: Mapping[str, Opaque] | None = None,
    visible: str = "",
    explore: bool = False,
    limits: Limits | None = None,
    changes: tuple[str, ...] = (),
    ends: str = "",
    given: tuple[str, ...] = (),
    remote: tuple[str, ...] | None = None,
) -> Judged:
    """Judge an answer cell by checks.

    By default `f` is a function. `remote` are names that are the learner's, beside those that are not data; by default
    what the answer binds, as in a plan that was made of it, where what only an import binds is the library's.
    """
    names = cell_names(answer)
    return engine.judge(
        Job(
            steps(answer, *checks, visible=visible),
            plan(
                len(checks),
                {"f": FUNCTION} if opaque is None else opaque,
                changes=changes,
                ends=ends,
                given=given,
                remote=tuple(names.bound - names.imported) if remote is None else remote,
            ),
            limits=limits or Limits(cell_seconds=10, notebook_seconds=40),
            explore=explore,
        )
    )


def one(engine: Engine, answer: str, check: str, **options: object) -> Decision:
    """Return the decision about one check."""
    return judge(engine, answer, check, **options).decisions[0]  # type: ignore[arg-type]


def text_of(run: CellRun | Decision) -> str:
    """Return what was printed."""
    return "".join(output["text"] for output in run.outputs if output["output_type"] == "stream")
