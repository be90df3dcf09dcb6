"""A learner's process or a judge that cannot begin is the grader's own fault, and nobody's answer is wrong for it."""

from __future__ import annotations

import sys
from importlib.metadata import packages_distributions

import pytest

from grader.errors import ExecutionError
from grader.execution.limits import Limits
from grader.judge import engine as engines
from grader.judge.job import Job
from tests.grader.judge.judging import judge, plan, steps


@pytest.mark.parametrize("end", ["_LEARNER", "_JUDGE"])
@pytest.mark.parametrize("entry", ["builtins:print", "os:_exit", "os:abort"])
def test_process_that_dies_at_its_start_is_no_wrong_answer(engine, monkeypatch, end, entry):
    monkeypatch.setattr(engines, end, entry)
    with pytest.raises(ExecutionError, match="before any code"):
        judge(engine, "x = 1", "assert x == 1")
    monkeypatch.undo()
    assert judge(engine, "x = 1", "assert x == 1").decisions[0].outcome == "passed"


def test_files_of_a_learner_run_before_no_cell_of_hers(engine):
    names = sys.stdlib_module_names | packages_distributions().keys() | {"usercustomize"}
    kill = b"import os\nos._exit(1)\n"
    files = {f"{name}.py": kill for name in names}
    files |= {
        f"{name}/__init__.py": kill for name in ("grader", "numpy", "qiskit", "sitecustomize")
    }
    files |= {"grader/execution/learner.py": kill, "killer.pth": b"import os; os._exit(1)\n"}
    job = Job(
        steps("print('here')\nx = 1", "assert x == 1"), plan(1, {}, remote=("x",)), files=files
    )
    found = engine.judge(job)
    assert found.runs[0].outputs[0]["text"] == "here\n"
    assert found.decisions[0].outcome == "passed"


def test_folder_that_is_full_holds_no_notebook_up(engine):
    limits = Limits(written=1024 * 1024)
    files = {"full": bytes(limits.written)} | {f"empty_{number}": b"" for number in range(2000)}
    job = Job(
        steps("x = 1", "assert x == 1"), plan(1, {}, remote=("x",)), files=files, limits=limits
    )
    assert engine.judge(job).decisions[0].outcome == "passed"
