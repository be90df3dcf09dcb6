"""Sees to it that every check of our own exercises can be judged from outside the learner's process."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from grader.authoring.built import notebook_file
from grader.authoring.source import Source
from grader.errors import Problem, SandboxUnavailableError, SourceError
from grader.execution.sandbox import Sandbox, open_sandbox
from grader.judge.engine import Engine
from grader.judge.plan import Plan
from grader.judge.protection import make_plan, plan_text, read_plan, stamp_of
from grader.notebooks import NotebookNode, parse_notebook, read_notebook

_LANGUAGE = "en"
"""Checks are the same in all languages, so one of them is tried."""


class ProtectionCheck:
    """Tries reference solutions in the judge, which is started when it is first needed.

    Args:
        output: the folder of built files.
        report: is told once if there is no sandbox here, so that nothing is tried.
    """

    def __init__(self, output: Path, report: Callable[[str], object]) -> None:
        self._output = output
        self._report = report
        self._stack = ExitStack()
        self._sandbox: Sandbox | None = None
        self._engine: Engine | None = None
        self._impossible = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.close()

    def is_current(self, module: str) -> bool:
        """Whether the plan of a built module fits it, or cannot be made here."""
        plan = read_plan(self._output / plan_file(module))
        source = self._output / notebook_file(_LANGUAGE, "source", module)
        if plan is not None and plan.stamp == stamp_of(read_notebook(source), {}):
            return True
        return self._started() is None

    def plan(self, module: str, exercise: Source, files: dict[str, str]) -> dict[str, str]:
        """Return the file that says how the checks of an exercise are judged: relative path -> text.

        Args:
            module: its id.
            exercise: its text, for the lines of what is wrong.
            files: the built files of the module: relative path -> text.

        Returns:
            One file; none if there is no sandbox here.

        Raises:
            SourceError: a check can be judged only beside the learner's code, which could then forge its points.
        """
        engine = self._started()
        if engine is None:
            (self._output / plan_file(module)).unlink(missing_ok=True)
            return {}
        source: NotebookNode = parse_notebook(files[notebook_file(_LANGUAGE, "source", module)])
        plan = make_plan(source, {}, engine)
        problems = _problems(exercise, plan)
        if problems:
            raise SourceError(problems)
        return {plan_file(module): plan_text(plan)}

    def forget(self, module: str) -> None:
        """Remove the plan of a module that is gone."""
        (self._output / plan_file(module)).unlink(missing_ok=True)

    def sandbox(self) -> Sandbox | None:
        """Return the sandbox; None, and one line about it, where there is none."""
        if self._sandbox is None and not self._impossible:
            try:
                self._sandbox = self._stack.enter_context(open_sandbox())
            except SandboxUnavailableError as error:
                self._forgo(error)
        return self._sandbox

    def _started(self) -> Engine | None:
        """Return the engine; None, and one line about it, where there is no sandbox."""
        sandbox = self.sandbox()
        if self._engine is None and sandbox is not None and not self._impossible:
            try:
                self._engine = self._stack.enter_context(Engine(sandbox))
            except SandboxUnavailableError as error:
                self._forgo(error)
        return self._engine

    def _forgo(self, error: SandboxUnavailableError) -> None:
        self._impossible = True
        self._report(f"whether checks can be forged was not tried, no plan written: {error}")


def plan_file(module: str) -> str:
    """Return the relative path of a module's plan."""
    return f"plans/{module}.json"


def _problems(exercise: Source, plan: Plan) -> list[Problem]:
    return [
        Problem(
            exercise.path,
            task.check.line,
            f"a learner could forge the points of {task.id!r}, because its check cannot be judged "
            f"from outside: {check.reason}",
            check.suggestion,
        )
        for task in exercise.tasks
        if (check := plan.checks.get(task.id)) is not None and not check.protected
    ]
