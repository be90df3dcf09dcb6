"""Executes one learner's notebook in the sandbox and takes the outputs, and nothing but the outputs, from it."""

from __future__ import annotations

import base64
import json
import os
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from threading import Event
from typing import IO, Any

from grader.errors import ExecutionCancelledError, ExecutionError
from grader.execution.limits import Limits
from grader.execution.sandbox import Sandbox
from grader.notebooks import NotebookNode, ValidationError, as_node, new_error, validate

TIME_LIMIT = "time_limit"
KERNEL_DIED = "kernel_died"
BAD_ANSWER = "bad_answer"
"""The sandbox ended, or answered with what is no notebook's output."""

_GRACE = 3.0
"""Seconds beyond the notebook's time after which the sandbox is killed: it stops by itself before."""
_LOOK = 0.1
_CHUNK = 1 << 16
_ENAMES = {
    TIME_LIMIT: ("TimeLimitError", "the cell was stopped, or never started, at the time limit"),
    KERNEL_DIED: ("KernelDiedError", "the kernel died before this cell was done"),
    BAD_ANSWER: ("NotExecutedError", "the notebook could not be executed to its end"),
}


@dataclass(frozen=True)
class Executed:
    """A notebook after execution.

    Attributes:
        notebook: the notebook as given, with outputs. Every cell that did not finish has an error output.
        seconds: wall time from the start of the sandbox to its end.
        stopped: index of a cell that did not finish -> `TIME_LIMIT`, `KERNEL_DIED` or `BAD_ANSWER`.
    """

    notebook: NotebookNode
    seconds: float
    stopped: Mapping[int, str] = field(default_factory=dict)


def execute(
    notebook: NotebookNode,
    sandbox: Sandbox,
    *,
    language: str = "en",
    limits: Limits | None = None,
    files: Mapping[str, bytes] | None = None,
    cancelled: Event | None = None,
) -> Executed:
    """Run the code cells of a notebook in order, each error ending its cell alone, as nbgrader's Execute does.

    Args:
        notebook: nbformat 4; it is not changed.
        sandbox: where learner code runs.
        language: language of messages, given to the kernel as `QAMPUS_LANGUAGE`.
        limits: what the notebook may use.
        files: files beside the notebook: relative path -> content.
        cancelled: when set, the sandbox is killed.

    Returns:
        The notebook with outputs. Whatever the learner's code does, this is the answer; cells that it kept from
        running have an error output, so that an unfinished check is a failed one.

    Raises:
        ExecutionCancelledError: `cancelled` was set.
        ExecutionError: the sandbox could not be started.
    """
    limits = limits or Limits()
    request = {
        "notebook": notebook,
        "files": {
            name: base64.b64encode(content).decode() for name, content in (files or {}).items()
        },
        "limits": asdict(limits),
        "uid": sandbox.uid(),
        "fence": sandbox.bwrap is not None,
    }
    begun = time.monotonic()
    raw, why = _ask(json.dumps(request).encode(), sandbox, limits, language, cancelled or Event())
    seconds = time.monotonic() - begun
    outputs, stopped = _read_answer(raw, notebook) if why is None else (None, {})
    if outputs is None:
        return Executed(*_refused(notebook, why or BAD_ANSWER, seconds))
    return Executed(_with_outputs(notebook, outputs, stopped), seconds, stopped)


def refuse(notebook: NotebookNode) -> Executed:
    """Return a notebook of which no cell was executed: every code cell has an error output."""
    return Executed(*_refused(notebook, BAD_ANSWER, 0.0))


def _ask(
    request: bytes, sandbox: Sandbox, limits: Limits, language: str, cancelled: Event
) -> tuple[bytes, str | None]:
    """Return what the sandbox wrote, and why it was killed if it was."""
    with (
        tempfile.TemporaryDirectory(prefix="qampus-run-") as folder,
        tempfile.TemporaryFile() as file,
    ):
        file.write(request)
        file.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603
                sandbox.command(limits, sandbox.inside("execution/inside.py")),
                stdin=file,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=sandbox.environment(language),
                cwd=folder,
                start_new_session=True,
            )
        except OSError as error:
            raise ExecutionError(str(error)) from error
        assert process.stdout is not None
        try:
            return _collect(process.stdout, limits, cancelled)
        finally:
            # The group holds bubblewrap; when its first process inside dies, everything inside dies.
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.stdout.close()
            process.wait()


def _collect(stream: IO[bytes], limits: Limits, cancelled: Event) -> tuple[bytes, str | None]:
    deadline = time.monotonic() + limits.notebook_seconds + _GRACE
    # JSON escapes make a character 6 bytes long
    most = 6 * limits.notebook_output + (1 << 20)
    parts: list[bytes] = []
    size = 0
    os.set_blocking(stream.fileno(), False)
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while True:
            if cancelled.is_set():
                raise ExecutionCancelledError
            if time.monotonic() > deadline:
                return b"", TIME_LIMIT
            if not selector.select(_LOOK):
                continue
            part = os.read(stream.fileno(), _CHUNK)
            if not part:
                return b"".join(parts), None
            parts.append(part)
            size += len(part)
            if size > most:
                return b"", BAD_ANSWER


def _read_answer(
    raw: bytes, notebook: NotebookNode
) -> tuple[list[Mapping[str, Any] | None] | None, dict[int, str]]:
    """Return outputs per cell and the cells that did not finish; None where the answer makes no sense.

    Values that a notebook's file cannot hold (infinities, halves of surrogate pairs) are replaced.
    """
    try:
        loose = json.loads(raw, parse_constant=str)
        clean = json.loads(json.dumps(loose, ensure_ascii=False).encode("utf-8", "replace"))
        cells, told = clean["cells"], clean["stopped"]
        stopped = {int(index): why for index, why in told.items() if why in _ENAMES}
        if len(cells) != len(notebook.cells):
            return None, {}
        for index, (cell, answer) in enumerate(zip(notebook.cells, cells, strict=True)):
            ran = answer is not None and type(answer["execution_count"]) is int
            if cell.cell_type == "code" and cell.source.strip() and not ran:
                stopped.setdefault(index, BAD_ANSWER)
        if any(not 0 <= index < len(cells) for index in stopped):
            return None, {}
        validate(_with_outputs(notebook, cells, {}))
    except (
        ValueError,  # JSON and UTF-8
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        ValidationError,
    ):
        return None, {}
    return cells, stopped


def _with_outputs(
    notebook: NotebookNode,
    answers: list[Mapping[str, Any] | None],
    stopped: Mapping[int, str],
) -> NotebookNode:
    filled = deepcopy(notebook)
    for index, (cell, answer) in enumerate(zip(filled.cells, answers, strict=True)):
        if cell.cell_type != "code":
            continue
        cell.outputs = [as_node(one) for one in answer["outputs"]] if answer else []
        cell.execution_count = answer["execution_count"] if answer else None
        if index in stopped:
            ename, evalue = _ENAMES[stopped[index]]
            cell.outputs = [one for one in cell.outputs if one.get("ename") != "CellTimeoutError"]
            cell.outputs.append(new_error(ename, evalue, [f"{ename}: {evalue}"]))
    return filled


def _refused(
    notebook: NotebookNode, why: str, seconds: float
) -> tuple[NotebookNode, float, dict[int, str]]:
    stopped = {index: why for index, cell in enumerate(notebook.cells) if cell.cell_type == "code"}
    return _with_outputs(notebook, [None] * len(notebook.cells), stopped), seconds, stopped
