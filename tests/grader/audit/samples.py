"""Submissions that are no attacks."""

from __future__ import annotations

from grader.audit.attack import Attack, OwnCell
from grader.audit.target import Target


def solved(target: Target, *cells: str) -> Attack:
    """Return the reference solution as a submission, with cells of the learner's own in front."""
    full = target.maximum()
    return Attack(
        name="solved",
        title="The reference solution",
        tries="nothing",
        target="" if target.id == "red_team" else target.id,
        honest={task: full[task] for task in target.solution()},
        answers=target.solution(),
        cells=tuple(OwnCell(text) for text in cells),
    )
