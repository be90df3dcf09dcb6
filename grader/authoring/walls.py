"""Starts the programs that run what authors wrote: in the sandbox of learners' code, where there is one.

An author may write in the portal, far from the machine that grades. So her code gets what a learner's code gets: no
network, no home, no course but the one exercise that it is about.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from grader.execution.limits import MIB, Limits
from grader.execution.sandbox import Sandbox

THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
"""Environment of a process that forks after it has imported the quantum libraries."""

_PARTS = ("accuracy", "authoring", "competences.py", "competences.toml")
_INSIDE = Path("/opt/qampus/course")
_PLACE = "/tmp"  # noqa: S108 - the one inside
_WRITTEN = Limits(written=128 * MIB)
_MEMORY = 12 << 30
_PROCESSES = 256


def start(
    program: str, sandbox: Sandbox | None, folder: Path | None = None, stderr: int | None = None
) -> subprocess.Popen[bytes]:
    """Start a program of this package that reads orders and writes answers, line by line.

    Args:
        program: the module.
        sandbox: its walls; None: it runs with the rights of this process.
        folder: the one folder that it sees, see `inside`.
        stderr: as for `subprocess.Popen`.
    """
    if sandbox is None:
        command = [sys.executable, "-m", program]
        environment = {**os.environ, **THREADS}
    else:
        shown = () if folder is None else ((folder, _INSIDE),)
        walls = replace(sandbox, parts=(*sandbox.parts, *_PARTS), shown=shown)
        command = walls.command(_WRITTEN, "-m", program, str(sandbox.uid() or 0))
        environment = sandbox.environment("en")
        if sandbox.bwrap is not None:
            environment |= {"HOME": _PLACE, "MPLCONFIGDIR": _PLACE}
    return subprocess.Popen(  # noqa: S603 - our own words
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment,
    )


def inside(path: Path, sandbox: Sandbox | None, folder: Path) -> Path:
    """Return how a program in the sandbox calls a path in the folder that it sees."""
    if sandbox is None or sandbox.bwrap is None:
        return path
    return _INSIDE / path.relative_to(folder)


def shut_in(arguments: Sequence[str]) -> None:
    """Give up root and more memory than any exercise needs, if this program runs in the sandbox.

    Args:
        arguments: the user id to take, as `start` gives it; 0: keep the present one. None outside of the sandbox.
    """
    if not arguments:
        return
    uid = int(arguments[0])
    if uid:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        # elsewhere the user's other processes would count
        resource.setrlimit(resource.RLIMIT_NPROC, (_PROCESSES, _PROCESSES))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
