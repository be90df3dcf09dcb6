"""What `qampus audit --attacks` does: tries attacks and prints a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from grader.audit.attack import read_attacks
from grader.audit.run import audit_attacks
from grader.audit.table import head, row, summary
from grader.execution import open_sandbox
from grader.judge.engine import Engine


def print_attacks(
    root: Path, names: tuple[str, ...], *, plain: bool, tell: Callable[[str], object]
) -> bool:
    """Try attacks and print what each deserves and gets; return whether none gets more than it deserves.

    Args:
        root: folder with exercises/ and build/.
        names: attacks; all of them if there are none.
        plain: try them on plain nbgrader, too.
        tell: is given each line.

    Raises:
        GraderError: there is no such attack, or no sandbox.
    """
    chosen = read_attacks(names)
    tell(head(plain=plain))
    with open_sandbox() as sandbox, Engine(sandbox) as engine:
        results = audit_attacks(
            sandbox, engine, chosen, root, plain=plain, report=lambda one: tell(row(one))
        )
    tell(summary(results))
    return not any(result.won for result in results)
