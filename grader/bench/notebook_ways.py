"""Ways to run the cells of a notebook, for comparing them: plain nbclient, and forks of a warm process.

As a program (`--fork WAY LIBRARY ...`) it is the warm process.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from grader.notebooks import NotebookNode, as_node, new_notebook

Runs = list[list[dict[str, Any]]]
"""The outputs of each cell that ran."""

_LIBRARIES = (
    "qiskit",
    "qiskit.quantum_info",
    "qiskit.circuit.library",
    "qiskit.primitives",
    "qiskit_aer",
    "matplotlib.pyplot",
    "scipy.linalg",
    "grader.checks",
)
_LIMITS = {"seconds": 60.0, "most_output": 1 << 20}


@dataclass(frozen=True)
class Done:
    """A notebook that ran.

    Attributes:
        outputs: those of each cell.
        ready: seconds until the first cell could start.
        cpu: seconds of processor time, of the driver and of what ran the cells.
    """

    outputs: Runs
    ready: float
    cpu: float


def environment() -> dict[str, str]:
    """Return the environment in which all ways run."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTEST_CURRENT_TEST"}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
    return kept | threads | {"QISKIT_PARALLEL": "FALSE", "PYTHONHASHSEED": "0"}


class Plain:
    """nbclient with a fresh kernel; used as a context manager, as all ways are."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        pass

    def _manager(self) -> AsyncKernelManager:
        return AsyncKernelManager(kernel_name="python3", transport="ipc", ip=_sockets())

    def run(self, cells: Sequence[str], folder: Path) -> Done:
        """Run a notebook with these cells in `folder`."""
        notebook = new_notebook([_code(source) for source in cells], {})
        client = NotebookClient(
            notebook, km=self._manager(), allow_errors=True, record_timing=False
        )
        client.owns_km = True  # it shuts the kernel down
        ready: list[float] = []
        client.on_notebook_start = lambda **_: ready.append(time.monotonic())
        begin, cpu = time.monotonic(), _cpu()
        execute = partial(client.async_execute, cwd=str(folder), env=environment())
        with ThreadPoolExecutor(1) as thread:  # in this one a loop may run already
            thread.submit(lambda: asyncio.run(execute())).result()
        cpu = _cpu() - cpu + self._cpu_elsewhere()
        return Done([cell.outputs for cell in notebook.cells], ready[0] - begin, cpu)

    def _cpu_elsewhere(self) -> float:
        """Return what a kernel used that is no child of this process."""
        return 0.0


class Forking(Plain):
    """A warm process that forks for each notebook.

    Args:
        way: what the fork becomes: `kernel`, `execnb` or `shell`.
        libraries: modules that the warm process imports.
    """

    def __init__(self, way: str, libraries: Sequence[str] = _LIBRARIES) -> None:
        self._way = way
        self._libraries = libraries

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-m", __name__, "--fork", self._way, *self._libraries],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        self._answer()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()

    def ask(self, request: Mapping[str, Any]) -> Any:
        """Have the warm process fork; return the child's answer."""
        stdin = self._process.stdin
        if stdin is None:
            raise RuntimeError("expected a warm process that listens")
        stdin.write(json.dumps(request) + "\n")
        stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise RuntimeError(f"the warm process of {self._way} ended; its error is above")
        return json.loads(line)

    def _manager(self) -> AsyncKernelManager:
        return _ForkedKernel(self)

    def run(self, cells: Sequence[str], folder: Path) -> Done:
        """Run a notebook, as `Plain.run` does."""
        if self._way == "kernel":
            return super().run(cells, folder)
        begin = time.monotonic()
        answer = self.ask({"cells": list(cells), "folder": str(folder)})
        return Done(answer["outputs"], answer["ready"] - begin, answer["cpu"])

    def _cpu_elsewhere(self) -> float:
        used: float = self.ask({})
        return used


class _ForkedKernel(AsyncKernelManager):
    """A kernel that a warm process forks."""

    def __init__(self, warm: Forking) -> None:
        super().__init__(kernel_name="python3", transport="ipc", ip=_sockets())
        self._warm = warm
        self._alive = False

    async def _async_start_kernel(self, **options: Any) -> None:
        self.write_connection_file()
        self._warm.ask({"connection": self.connection_file, "folder": options["cwd"]})
        self._alive = True

    async def _async_is_alive(self) -> bool:
        return self._alive

    async def _async_shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        self._alive = False
        client = self.client()
        client.start_channels()
        await client.shutdown(reply=True)
        client.stop_channels()
        self.cleanup_connection_file()
        self.cleanup_ipc_files()

    start_kernel = _async_start_kernel
    is_alive = _async_is_alive
    shutdown_kernel = _async_shutdown_kernel


def _cpu() -> float:
    """Return the processor time of this process and of its children that ended."""
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(part.ru_utime + part.ru_stime for part in used)


def _sockets() -> str:
    return str(Path(tempfile.gettempdir()) / f"kernel-{uuid.uuid4().hex[:12]}")


def _code(source: str) -> NotebookNode:
    return as_node(
        {
            "cell_type": "code",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "id": uuid.uuid4().hex[:8],
        }
    )


def _serve(way: str, libraries: Sequence[str]) -> None:
    """Be the warm process: read requests, fork for each, pass on the child's answer."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    shell: Any = None
    if way == "shell":
        from grader.execution.shell import warm_shell  # noqa: PLC0415 - only the chosen way is imported

        shell = warm_shell()
    elif way == "execnb":
        importlib.import_module("execnb.shell")
    else:
        importlib.import_module("ipykernel.kernelapp")
        importlib.import_module("ipykernel.ipkernel")
    for library in libraries:
        importlib.import_module(library)
    print(json.dumps("warm"), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        if not request:  # how much did the last one use?
            used = os.wait3(0)[2]
            print(json.dumps(used.ru_utime + used.ru_stime), flush=True)
            continue
        incoming, outgoing = os.pipe()
        if os.fork() == 0:
            os.close(incoming)
            os.dup2(
                os.open(os.devnull, os.O_WRONLY), 1
            )  # what a kernel says of itself is no answer
            os.chdir(request["folder"])
            with os.fdopen(outgoing, "w", encoding="utf-8") as answer:
                if way == "kernel":
                    answer.write(json.dumps("forked"))
                    answer.close()
                    _be_kernel(request["connection"])
                else:
                    ready = _be_shell(shell) if way == "shell" else _be_execnb()
                    now = time.monotonic()
                    outputs = [ready(source) for source in request["cells"]]
                    answer.write(json.dumps({"outputs": outputs, "ready": now, "cpu": _cpu()}))
            os._exit(0)
        os.close(outgoing)
        with os.fdopen(incoming, encoding="utf-8") as answer:
            print(answer.read(), flush=True)
        if way != "kernel":
            os.wait()


def _be_kernel(connection: str) -> None:
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415

    app: Any = IPKernelApp.instance()
    app.initialize(["-f", connection, "--HistoryManager.hist_file=:memory:"])
    app.start()


def _be_execnb() -> Any:
    shell = importlib.import_module("execnb.shell").CaptureShell(mpl_format="png")

    def run(source: str) -> Any:
        return shell.run(source)

    return run


def _be_shell(shell: Any) -> Any:
    from grader.execution.shell_outputs import updated  # noqa: PLC0415

    shell.use()
    runs: Runs = []

    def run(source: str) -> Any:
        ran = shell.run(source, **_LIMITS)
        updated(runs, ran.updates)
        runs.append(ran.outputs)
        return ran.outputs

    return run


if __name__ == "__main__":
    _serve(sys.argv[2], sys.argv[3:])
