"""Remembers when a forced grading began, so that an interrupted one goes on where it was, too."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def begin(course: Path, assignment: str) -> float:
    """Return when the forced grading of an assignment began that was not finished: now, if there is none.

    Args:
        course: its directory.
        assignment: nbgrader's assignment id.

    Returns:
        A file's time of change, in seconds.
    """
    mark = _mark(course, assignment)
    mark.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        mark.touch(exist_ok=False)
    return mark.stat().st_mtime


def end(course: Path, assignment: str) -> None:
    """Note that the forced grading is finished."""
    _mark(course, assignment).unlink(missing_ok=True)


def _mark(course: Path, assignment: str) -> Path:
    return course / ".qampus" / "forced" / assignment
