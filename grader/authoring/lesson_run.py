"""Runs lessons in real kernels, as their readers will; gives what came out, or says which cell does not run."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from grader.authoring.cells import Kind
from grader.authoring.lesson_outputs import Outputs, keep_outputs, kept_outputs, key_of
from grader.authoring.notebooks import notebook
from grader.authoring.source import Source
from grader.authoring.translation import Translation
from grader.errors import Problem, SourceError
from grader.notebooks import NotebookNode

CELL_SECONDS = 60
MAX_OUTPUT_LETTERS = 4 * 2**20
"""What one cell may put out, figures in Base64: a page has to reach a phone."""

_KERNEL_ARGUMENTS = [
    # A kernel warns that its TCP on loopback is not encrypted; nobody listens there.
    "--IPKernelApp.log_level=ERROR",
    # Figures with twice the dots, sharp on a phone and on paper.
    "--InlineBackend.figure_formats=retina",
]


class LessonRuns:
    """Executes several lessons at the same time, as many as there are cores, while other work goes on."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(os.cpu_count() or 1, "lesson")
        self._begun: dict[Path, Future[Outputs]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def begin(self, lesson: Source) -> None:
        """Begin to execute a lesson as soon as a core is free."""
        self._begun[lesson.path] = self._pool.submit(lesson_outputs, lesson)

    def outputs(self, lesson: Source) -> Outputs:
        """Return what the code cells of a lesson put out; see `lesson_outputs`."""
        begun = self._begun.get(lesson.path)
        return begun.result() if begun is not None else lesson_outputs(lesson)


def lesson_problems(lesson: Source, *, cell_seconds: float = CELL_SECONDS) -> list[Problem]:
    """Return nothing when a lesson runs, else what is wrong with the first cell that fails."""
    try:
        lesson_outputs(lesson, cell_seconds=cell_seconds)
    except SourceError as error:
        return list(error.problems)
    return []


def lesson_outputs(lesson: Source, *, cell_seconds: float = CELL_SECONDS) -> Outputs:
    """Return what the code cells of a lesson put out, executed now or kept from an earlier build.

    Args:
        lesson: the lesson; its English notebook is run, since all languages have the same code.
        cell_seconds: how long one cell may take.

    Raises:
        SourceError: with what is wrong with the first cell that does not run, or puts out too much.
    """
    codes = [cell.text for cell in lesson.cells if cell.kind is Kind.CODE]
    key = key_of(codes)
    outputs = kept_outputs(key)
    if outputs is None or len(outputs) != len(codes):
        outputs = _executed(lesson, cell_seconds)
        keep_outputs(key, outputs)
    return outputs


def _executed(lesson: Source, cell_seconds: float) -> Outputs:
    node = notebook(lesson, Translation("en", {}))
    outputs = []
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            node,
            timeout=cell_seconds,
            kernel_name="python3",
            extra_arguments=_KERNEL_ARGUMENTS,
            resources={"metadata": {"path": folder}},
        )
        with client.setup_kernel():
            # Lessons hold no rubric, so that cells of source and notebook correspond one to one.
            for index, (cell, source) in enumerate(zip(node.cells, lesson.cells, strict=True)):
                if source.kind is not Kind.CODE:
                    continue
                fault = _fault(client, cell, index)
                if fault is not None:
                    raise SourceError([Problem(lesson.path, source.line_of(0), *fault)])
                outputs.append([dict(output) for output in cell.outputs])
    return outputs


def _fault(client: NotebookClient, cell: NotebookNode, index: int) -> tuple[str, str] | None:
    """Run one cell; return what is wrong with it and what to do, or None."""
    try:
        client.execute_cell(cell, index)
    except CellTimeoutError:
        return f"this cell takes longer than {client.timeout:g} s", "make it lighter"
    except DeadKernelError:
        return "the kernel died in this cell", "look for what ends the process"
    except CellExecutionError as error:
        return f"this cell does not run: {error.ename}: {error.evalue}", "correct the code"
    if _letters(cell.outputs) > MAX_OUTPUT_LETTERS:
        limit = MAX_OUTPUT_LETTERS // 2**20
        return f"this cell puts out more than {limit} MiB", "print less, or draw fewer points"
    return None


def _letters(value: Any) -> int:
    """Count the letters of all texts in an output."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_letters, value.values()))
    return sum(map(_letters, value)) if isinstance(value, list) else 0
