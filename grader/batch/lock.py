"""One grading at a time in a course directory."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import CourseError

_LOCK = ".qampus/lock"


@contextmanager
def alone_in(course: Path) -> Iterator[None]:
    """Hold a course directory for this process; the system lets go of it when the process ends, however it ends.

    Raises:
        CourseError: another process grades there.
    """
    path = course / _LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            reason = "another qampus is grading in this folder; wait until it is done"
            raise CourseError(course=str(course), reason=reason) from error
        yield
