"""What one learner's notebook may use while it is executed."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one execution.

    Attributes:
        cell_seconds: wall time of one cell; the cell is interrupted, the next one runs.
        notebook_seconds: wall time of the notebook, kernel start included; cells that are left do not run.
        memory: bytes that one process may allocate beyond what the scientific libraries map.
        processes: processes and threads, those of the kernel (about 20) included.
        written: bytes in the sandbox's files.
        cell_output: bytes of output kept for one cell; what comes after is cut, errors are always kept.
        notebook_output: bytes of output kept for the notebook.
    """

    cell_seconds: float = 30.0
    notebook_seconds: float = 120.0
    memory: int = 1024 * MIB
    processes: int = 64
    written: int = 64 * MIB
    cell_output: int = MIB
    notebook_output: int = 16 * MIB
