"""Runs the cells of one notebook. This is the program that the sandbox holds; it is started as a script.

It reads a request from standard input, runs the code cells by nbclient in a Jupyter kernel as nbgrader's Execute does
(an error ends its cell, not the notebook), and writes what each cell put out to standard output. Nothing here is
trusted: the process outside takes outputs from the answer and nothing else.

Request: `{"notebook": {...}, "files": {name: base64}, "limits": {...}, "uid": number or null, "fence": bool}`.
Answer: `{"cells": [{"outputs": [...], "execution_count": n} or null, ...], "stopped": {"3": "time_limit"}}`.
"""

from __future__ import annotations

import asyncio
import base64
import ctypes
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from grader.notebooks import NotebookNode, as_node, new_error, new_text  # isort: skip - it makes the next imports quick

from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

_LIBRARIES = 1536 * 1024 * 1024
"""Address space that Python, Qiskit, Aer and OpenBLAS map before a learner's first line (1.34 GiB measured)."""
_PR_SET_DUMPABLE = 4
_SMALL = 16 * 1024
"""Errors and verdicts up to this many characters are kept even when a cell has said too much already."""
_VERDICT = "application/vnd.qampus.verdict+json"
_CUT = "\n... more output was cut ...\n"
_TIMEOUT = {"ename": "CellTimeoutError", "evalue": "", "traceback": []}


class _Client(NotebookClient):
    """nbclient with a deadline for the notebook and a bound on what is kept of a cell's output."""

    def __init__(self, notebook: NotebookNode, limits: dict[str, Any]) -> None:
        self.limits = limits
        self.deadline = time.monotonic() + limits["notebook_seconds"]
        self.stopped: dict[int, str] = {}
        self.kept = 0
        self.kept_of_cell = 0
        self.cut = False
        super().__init__(
            notebook,
            km=AsyncKernelManager(kernel_name="python3", transport="ipc"),
            allow_errors=True,
            force_raise_errors=False,
            # an answer is run whatever its tags say
            skip_cells_with_tag="",
            timeout_func=self.seconds_left,
            interrupt_on_timeout=True,
            error_on_timeout=_TIMEOUT,
            raise_on_iopub_timeout=True,
            record_timing=False,
            store_widget_state=False,
            extra_arguments=[
                "--HistoryManager.hist_file=:memory:",
                "--HistoryManager.enabled=False",
            ],
        )

    def seconds_left(self, _cell: object = None) -> float:
        """Return how long the next cell may take; 0 would mean for ever to nbclient."""
        left: float = min(self.limits["cell_seconds"], self.deadline - time.monotonic())
        return max(0.01, left)

    async def run(self) -> None:
        """Run all cells; those that a limit or a dead kernel kept from finishing are in `stopped`."""
        async with self.async_setup_kernel():
            for index, cell in enumerate(self.nb.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                if time.monotonic() >= self.deadline:
                    return self._stop_from(index, "time_limit")
                self.kept_of_cell, self.cut = 0, False
                try:
                    await self.async_execute_cell(cell, index)
                except DeadKernelError:
                    return self._stop_from(index, "kernel_died")
                except CellTimeoutError:  # it did not even listen to the interrupt
                    return self._stop_from(index, "time_limit")
        return None

    def _stop_from(self, first: int, why: str) -> None:
        for index in range(first, len(self.nb.cells)):
            self.stopped[index] = why

    async def _check_raise_for_error(
        self, cell: NotebookNode, cell_index: int, exec_reply: dict[str, Any] | None
    ) -> None:
        """Record an error that the kernel replied and did not show, as nbgrader does."""
        content = exec_reply["content"] if exec_reply else {}
        if content.get("status") != "error":
            return
        if (
            content is not None
            and content["ename"] == _TIMEOUT["ename"]
            and not content["traceback"]
        ):
            self.stopped[cell_index] = "time_limit"
        names = [output.get("ename") for output in cell.outputs]
        if content["ename"] not in names:
            cell.outputs.append(
                new_error(
                    content["ename"], content["evalue"], content["traceback"] or [content["ename"]]
                )
            )

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Keep a message's output as nbclient does while the cell is within its bounds, then cut."""
        kind = msg["msg_type"]
        if kind in {"stream", "display_data", "execute_result", "update_display_data", "error"}:
            content = msg["content"]
            size = len(json.dumps(content))
            vital = kind == "error" or _VERDICT in content.get("data", {})
            room = (
                self.kept_of_cell + size <= self.limits["cell_output"]
                and self.kept + size <= self.limits["notebook_output"]
            )
            if not room and not (vital and size <= _SMALL):
                if kind == "error":
                    content["traceback"] = [_CUT]
                    content["evalue"] = content["evalue"][:_SMALL]
                else:
                    self._cut(cell)
                    return None
            self.kept += size
            self.kept_of_cell += size
        return super().process_message(msg, cell, cell_index)

    def _cut(self, cell: NotebookNode) -> None:
        if not self.cut:
            self.cut = True
            cell.outputs.append(new_text(_CUT))


def main() -> None:
    """Serve one request."""
    request = json.load(sys.stdin)
    answer = os.dup(1)  # not inherited by the kernel
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(quiet, descriptor)
    _fence(request["limits"], request["uid"], own_user=request["fence"])
    _settle(request["files"])
    notebook = as_node(request["notebook"])
    client = _Client(notebook, request["limits"])
    asyncio.run(client.run())
    cells = [
        {"outputs": cell.outputs, "execution_count": cell.execution_count}
        if cell.cell_type == "code"
        else None
        for cell in notebook.cells
    ]
    with os.fdopen(answer, "wb") as stream:
        stream.write(json.dumps({"cells": cells, "stopped": client.stopped}).encode("ascii"))


def _fence(limits: dict[str, Any], uid: int | None, *, own_user: bool) -> None:
    """Give up root, and set what the kernel of the operating system bounds."""
    space = limits["memory"] + _LIBRARIES
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["written"], limits["written"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if own_user:  # elsewhere the user's other processes would count
        resource.setrlimit(resource.RLIMIT_NPROC, (limits["processes"], limits["processes"]))
    if uid is not None:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    # keeps the learner's processes from opening this one's descriptors or memory
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _settle(files: dict[str, str]) -> None:
    """Make home, matplotlib's folder and the notebook's folder with the files beside it."""
    here = Path.cwd()
    for variable, name in (("HOME", "home"), ("MPLCONFIGDIR", "matplotlib")):
        folder = here / name
        folder.mkdir()
        os.environ[variable] = str(folder)
    for font_list in Path(os.environ["QAMPUS_CACHE"]).iterdir():
        (here / "matplotlib" / font_list.name).symlink_to(font_list)
    work = here / "work"
    for name, content in files.items():
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(content))
    work.mkdir(exist_ok=True)
    os.chdir(work)


if __name__ == "__main__":
    main()
