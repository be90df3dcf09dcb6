"""Runs cells in fresh processes that share one warm start: imports are done once, then each variant is a fork.

This file is a program of its own (`python -m grader.authoring.nursery`), because only a process that has imported the
quantum libraries and run nothing may fork: their thread pools do not survive it. It reads `Variant`s as JSON lines and
writes one `Performance` as a JSON line for each. Its walls are those that `grader.authoring.walls` starts it in.
"""

from __future__ import annotations

import ast
import importlib
import linecache
import os
import select
import signal
import sys
import time
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import msgspec
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from grader.authoring.source import python_tree
from grader.authoring.walls import shut_in

_WARM = ("matplotlib.pyplot", "qiskit", "qiskit.quantum_info", "qiskit_aer", "grader.checks")


@dataclass(frozen=True)
class Step:
    """One code cell to run.

    Attributes:
        code: its text, magics allowed.
        file: the file that it comes from, for tracebacks.
        line: line of the file at which the text begins, counted from 1.
        task: the task that this cell checks; None for other cells.
    """

    code: str
    file: str
    line: int
    task: str | None = None


@dataclass(frozen=True)
class Variant:
    """A whole notebook to run: the code cells in order, and the seconds that they may take together."""

    name: str
    steps: tuple[Step, ...]
    seconds: float


@dataclass(frozen=True)
class Failure:
    """What a cell raised.

    Attributes:
        step: position of the cell among the variant's steps.
        check: name of the assertion that failed; `assert` for a plain one; the exception's class for other errors.
        code: the code of the failed assertion; `wrong_value` for a plain one; `error`, `time_limit` or `died` else.
        message: what the exception says.
        line: line of the cell's file.
    """

    step: int
    check: str
    code: str
    message: str
    line: int

    def __str__(self) -> str:
        return f"{self.check} {self.code}: {self.message}"


@dataclass(frozen=True)
class Performance:
    """What became of one variant: everything that was raised, and the seconds it took."""

    name: str
    failures: tuple[Failure, ...]
    seconds: float


def perform(variant: Variant) -> Performance:
    """Run a variant in a fork of this process, within its time."""
    begun = time.monotonic()
    receiver, sender = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiver)
        _child(variant, sender)
    os.close(sender)
    failures: list[Failure] = []
    current = 0
    finished = False
    deadline = begun + variant.seconds
    try:
        for report in _reports(receiver, deadline):
            if isinstance(report, int):
                current = report
                finished = report == len(variant.steps)
            else:
                failures.append(report)
    finally:
        late = time.monotonic() >= deadline
        if not finished:
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(receiver)
    if not finished:
        failures += [_lost(variant, number, current, late) for number in _open(variant, current)]
    return Performance(variant.name, tuple(failures), round(time.monotonic() - begun, 3))


def _open(variant: Variant, current: int) -> list[int]:
    later = [n for n, step in enumerate(variant.steps) if n > current and step.task is not None]
    return [current, *later] if current < len(variant.steps) else later


def _lost(variant: Variant, number: int, current: int, late: bool) -> Failure:
    step, running = variant.steps[number], variant.steps[current]
    where = f"{running.file}:{running.line}"
    if late:
        message = f"stopped after {variant.seconds:g} s in the cell at {where}"
        return Failure(number, "TimeoutError", "time_limit", message, step.line)
    return Failure(
        number, "SystemExit", "died", f"the process ended in the cell at {where}", step.line
    )


def _reports(receiver: int, deadline: float) -> Iterator[int | Failure]:
    """Yield what the child says, line by line, until it is done or its time is over."""
    buffer = b""
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([receiver], [], [], left)[0]:
            return
        data = os.read(receiver, 1 << 16)
        if not data:
            return
        *lines, buffer = (buffer + data).split(b"\n")
        for line in lines:
            yield msgspec.json.decode(line, type=int | Failure)


def _child(variant: Variant, sender: int) -> NoReturn:
    """Run all steps in this process and report: the number of each step before it runs, and what it raises."""
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    namespace = module.__dict__
    namespace.update(display=display, get_ipython=lambda: _shell(module))
    for number, step in enumerate(variant.steps):
        os.write(sender, b"%d\n" % number)
        try:
            _run(step, namespace)
        except BaseException as error:  # noqa: BLE001 - whatever a cell raises, SystemExit too, is its result
            os.write(sender, msgspec.json.encode(_failure(number, step, error)) + b"\n")
    os.write(sender, b"%d\n" % len(variant.steps))
    os._exit(0)


class _Shell(InteractiveShell):
    """IPython without a screen: `%matplotlib inline` has no window to prepare."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing."""


def _shell(module: types.ModuleType) -> Any:
    """Return IPython's shell on the cells' namespace; made only where a magic asks for it."""
    return _Shell.instance(user_module=module, user_ns=module.__dict__)


def _remember(step: Step) -> None:
    """Let `inspect` find the lines of a cell, as in a notebook: its file need not be here."""
    known = linecache.cache.get(step.file)
    lines = list(known[2]) if known is not None and len(known) == 4 else []
    own = [f"{line}\n" for line in step.code.split("\n")]
    lines += ["\n"] * (step.line - 1 + len(own) - len(lines))
    lines[step.line - 1 : step.line - 1 + len(own)] = own
    linecache.cache[step.file] = (sum(map(len, lines)), None, lines, step.file)


def _run(step: Step, namespace: dict[str, Any]) -> None:
    """Execute a cell; the value of a last expression is displayed, as a notebook does."""
    _remember(step)
    tree = python_tree(step.code)
    ast.increment_lineno(tree, step.line - 1)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, step.file, "exec"), namespace)  # noqa: S102 - running cells is the purpose
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), step.file, "eval"), namespace)  # noqa: S307
        if value is not None:
            display(value)  # type: ignore[no-untyped-call]


def _failure(number: int, step: Step, error: BaseException) -> Failure:
    line = step.line
    if isinstance(error, SyntaxError) and error.lineno:
        line = step.line + error.lineno - 1
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == step.file:
            line = frame.tb_lineno
        frame = frame.tb_next
    check, code = type(error).__name__, "error"
    if isinstance(error, AssertionError):
        check, code = getattr(error, "check", "assert"), getattr(error, "code", "wrong_value")
    return Failure(number, str(check), str(code), str(error) or type(error).__name__, line)


def main() -> None:
    """Warm up, then answer each variant on standard input."""
    shut_in(sys.argv[1:])
    import matplotlib as mpl  # noqa: PLC0415 - only this program needs it, not who imports the data types

    mpl.use("Agg")
    for name in _WARM:
        importlib.import_module(name)
    for line in sys.stdin.buffer:
        performance = perform(msgspec.json.decode(line, type=Variant))
        sys.stdout.buffer.write(msgspec.json.encode(performance) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
