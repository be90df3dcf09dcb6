"""Which checks are meant by the names that somebody gives, and how their texts stand in source/."""

from __future__ import annotations

from collections.abc import Sequence

from grader.course.desk import Desk
from grader.course.folder import CourseFolder
from grader.errors import CourseError
from grader.judge.analysis import nbgrader_metadata
from grader.judge.steps import task_of

_AUTOTEST = "AUTOTEST"
"""nbgrader puts tests in place of such lines when it generates the assignment."""

Target = tuple[str, str]
"""Notebook and grade_id of a check."""


def targets_of(folder: CourseFolder, desk: Desk, tasks: Sequence[str]) -> tuple[Target, ...]:
    """Return the checks that are meant.

    Raises:
        CourseError: there is no such check, or a person marks it.
    """
    cells = {
        (name, task): cell
        for name, notebook in desk.assignment.notebooks.items()
        for task, cell in notebook.cells.items()
        if cell.points is not None
    }
    targets: list[Target] = []
    for task in tasks:
        meant = [target for target in cells if task in {target[1], "/".join(target)}]
        if not meant:
            known = ", ".join(sorted(name for (_, name), cell in cells.items() if cell.is_check))
            reason = f"{desk.assignment.name} has no task {task!r}; it has {known}"
            raise CourseError(course=folder.course_id, reason=reason)
        by_hand = [target for target in meant if not cells[target].is_check]
        if by_hand:
            reason = f"{task} is marked by a person; no check decides it"
            raise CourseError(course=folder.course_id, reason=reason)
        targets += [target for target in meant if target not in targets]
    return tuple(targets)


def text_in_source(folder: CourseFolder, desk: Desk, target: Target) -> str:
    """Return the text of a check in source/; where nbgrader itself puts tests into it, the one in the gradebook.

    Raises:
        CourseError: it is worth other points than the gradebook says.
    """
    name, task = target
    known = desk.assignment.notebooks[name].cells[task]
    source = desk.sources[name]
    cell = next((one for one in source.cells if task_of(one) == task), None) if source else None
    if cell is None or _AUTOTEST in cell.source:
        return known.source
    points = float(nbgrader_metadata(cell).get("points", 0))
    if points != known.points:
        reason = (
            f"{task} is worth {points:g} points in source/ and {known.points:g} in the gradebook; run "
            f"`nbgrader generate_assignment {desk.assignment.name} --force` first"
        )
        raise CourseError(course=folder.course_id, reason=reason)
    text: str = cell.source
    return text
