"""Audits many tasks at once, in warm processes of their own."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import msgspec

from grader.accuracy.results import Audit, TaskAccuracy
from grader.accuracy.task_audit import Order
from grader.accuracy.theatre import code_tasks
from grader.authoring.walls import inside, start
from grader.errors import RehearsalError
from grader.execution.sandbox import Sandbox

Report = Callable[[TaskAccuracy], object]


def exercises(root: Path, modules: Sequence[str] = ()) -> list[Path]:
    """Return the folders of the named exercises, or of all.

    Raises:
        RehearsalError: there is no such exercise.
    """
    found = {path.parent.name: path.parent for path in sorted(root.glob("exercises/*/exercise.py"))}
    unknown = [name for name in modules if name not in found]
    if unknown:
        raise RehearsalError(f"no exercise {unknown[0]!r}; there are {', '.join(found)}")
    return [folder for name, folder in found.items() if not modules or name in modules]


def orders(folders: Sequence[Path], seed: int) -> list[Order]:
    """Return the full audit of each task of the exercises.

    Raises:
        SourceError: an exercise's text has problems.
    """
    return [Order(str(folder), task, seed) for folder in folders for task in code_tasks(folder)]


def audit(
    wanted: Sequence[Order],
    *,
    workers: int,
    report: Report = lambda _: None,
    sandbox: Sandbox | None = None,
) -> Audit:
    """Audit tasks.

    Args:
        wanted: what to audit, of one seed.
        workers: how many processes work at once.
        report: is given each task in the order of `wanted`, as soon as it and all before it are done.
        sandbox: where all of it runs, and all folders of `wanted` are beside each other then; None: with the rights of
            this process.

    Raises:
        RehearsalError: a process that audits ended too early.
    """
    begun = time.monotonic()
    beside = Path(wanted[0].folder).parent if wanted else None
    free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
    found: list[TaskAccuracy] = []
    with (
        _processes(min(workers, len(wanted)), sandbox, beside) as processes,
        ThreadPoolExecutor(workers) as pool,
    ):
        for process in processes:
            free.put(process)

        def one(order: Order) -> TaskAccuracy:
            process = free.get()
            try:
                return _audited(process, _seen(order, sandbox))
            finally:
                free.put(process)

        for accuracy in pool.map(one, wanted):
            found.append(accuracy)
            report(accuracy)
    seed = wanted[0].seed if wanted else 0
    return Audit(seed, tuple(found), round(time.monotonic() - begun, 1))


def _seen(order: Order, sandbox: Sandbox | None) -> Order:
    """Return the order with the folder as it is called where it is carried out."""
    folder = Path(order.folder)
    return replace(order, folder=str(inside(folder, sandbox, folder.parent)))


def _audited(process: subprocess.Popen[bytes], order: Order) -> TaskAccuracy:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(msgspec.json.encode(order) + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except BrokenPipeError:
        line = b""
    if not line:
        raise RehearsalError(f"while it audited {order.task} of {Path(order.folder).name}")
    return msgspec.json.decode(line, type=TaskAccuracy)


@contextmanager
def _processes(
    count: int, sandbox: Sandbox | None, folder: Path | None
) -> Iterator[list[subprocess.Popen[bytes]]]:
    started = [start("grader.accuracy.task_audit", sandbox, folder) for _ in range(count)]
    try:
        yield started
    finally:
        for process in started:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.close()
            process.stdout.close()
            process.kill()
            process.wait()
