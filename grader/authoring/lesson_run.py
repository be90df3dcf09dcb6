"""Runs a lesson in a real kernel, as its reader will, and says which cell does not run."""

from __future__ import annotations

import tempfile

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from grader.authoring.notebooks import notebook
from grader.authoring.source import Source
from grader.authoring.translation import Translation
from grader.errors import Problem

CELL_SECONDS = 60


def lesson_problems(lesson: Source, *, cell_seconds: float = CELL_SECONDS) -> list[Problem]:
    """Run all cells in order until one fails.

    Args:
        lesson: the lesson; its English notebook is run, since all languages have the same code.
        cell_seconds: how long one cell may take.

    Returns:
        Nothing when all is well, else what is wrong with the first cell that fails.
    """
    node = notebook(lesson, Translation("en", {}))
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            node,
            timeout=cell_seconds,
            kernel_name="python3",
            # A kernel warns that its TCP on loopback is not encrypted; nobody listens there.
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            resources={"metadata": {"path": folder}},
        )
        with client.setup_kernel():
            # Lessons hold no rubric, so that cells of source and notebook correspond one to one.
            for index, (cell, source) in enumerate(zip(node.cells, lesson.cells, strict=True)):
                line = source.line_of(0)
                try:
                    client.execute_cell(cell, index)
                except CellTimeoutError:
                    message = f"this cell takes longer than {cell_seconds:g} s"
                    return [Problem(lesson.path, line, message, "make it lighter")]
                except DeadKernelError:
                    message = "the kernel died in this cell"
                    return [Problem(lesson.path, line, message, "look for what ends the process")]
                except CellExecutionError as error:
                    message = f"this cell does not run: {error.ename}: {error.evalue}"
                    return [Problem(lesson.path, line, message, "correct the code")]
    return []
