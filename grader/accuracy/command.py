"""What `qampus audit` does: measures the accuracy of checks and prints a table."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from grader.accuracy.record import write_record
from grader.accuracy.results import total
from grader.accuracy.run import audit, exercises, orders
from grader.accuracy.table import codes, head, row


def print_accuracy(
    root: Path,
    modules: tuple[str, ...],
    *,
    seed: int,
    workers: int | None,
    record: bool,
    tell: Callable[[str], object],
) -> bool:
    """Audit exercises and print what was found; return whether no check errs.

    Args:
        root: folder with exercises/ and docs/.
        modules: ids of the exercises; all if there are none.
        seed: where chance begins.
        workers: processes; one for each core when None.
        record: whether to write docs/accuracy.json and docs/accuracy.md.
        tell: is given each line.

    Raises:
        GraderError: there is no such exercise, its texts have problems, or a process ended.
    """
    wanted = orders(exercises(root, modules), seed)
    tell(head())
    found = audit(
        wanted,
        workers=workers or len(os.sched_getaffinity(0)),
        report=lambda task: tell(row(task)),
    )
    tell(row(total(found.tasks)))
    tell(f"codes: {codes(found.tasks)}")
    tell(f"seed {found.seed}, {found.seconds:.0f} s")
    if record:
        write_record(root, found)
    return found.accurate
