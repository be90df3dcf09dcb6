"""What the nest has ready for its forks: imported libraries and a shell."""

from __future__ import annotations

import gc
import importlib
import threading
from pathlib import Path

from grader.execution.importing import without_collecting

_LIBRARIES = (
    "IPython",
    "numpy",
    "scipy",
    "qiskit",
    "qiskit.circuit.library",
    "qiskit.primitives",
    "qiskit.qpy",
    "qiskit.quantum_info",
    "qiskit.transpiler",
    "qiskit_aer",
    "grader.checks",
    "grader.execution.channel",
    "grader.execution.wire",
)
"""Imported; what is run of them (`nest_rehearsal`) starts no pool of threads: none survives a fork."""
_OF_PURPOSE = {
    "learner": (
        "matplotlib.pyplot",
        "matplotlib_inline.backend_inline",
        "grader.execution.learner",
    ),
    # a check that draws pays for matplotlib itself
    "judge": ("grader.judge.judge",),
}


def warm_up(purpose: str) -> None:
    """Import everything, and leave the garbage collector nothing to do with it.

    Args:
        purpose: `learner` or `judge`.

    Raises:
        RuntimeError: a library has started a thread, which a fork would not have.
    """
    with without_collecting():
        for name in (*_LIBRARIES, *_OF_PURPOSE[purpose]):
            importlib.import_module(name)
        made = importlib.import_module("grader.execution.shell").warm_shell(
            figures=purpose == "learner"
        )
        importlib.import_module("grader.execution.nest_rehearsal").rehearse(made)
        gc.collect()
    threads = [thread.name for thread in threading.enumerate()]
    tasks = len(list(Path("/proc/self/task").iterdir()))
    if tasks != 1:
        message = f"expected one thread after the imports, got {tasks}, of Python's: {threads}"
        raise RuntimeError(message)
