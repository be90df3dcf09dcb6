"""The secret of a course, from which the random instances of its students come."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from grader.errors import CourseError

PLACE = ".qampus/instances.key"
"""Where a course keeps it."""

_BYTES = 32


def course_key(course: Path) -> bytes:
    """Return the secret of a course; it is made at the first time, readable by its owner alone.

    Args:
        course: its directory, in which this process works alone (`grader.batch.lock`).

    Raises:
        CourseError: the file is no such secret. It is never replaced: with another one a regrade would meet
            other instances.
    """
    path = course / PLACE
    if not path.exists():
        _make(path)
    text = path.read_text(encoding="ascii", errors="replace").strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise CourseError(
            course=course.name,
            reason=f"expected {2 * _BYTES} hexadecimal digits in {PLACE}, got {len(text)} characters;"
            " restore it from a backup, or delete it if no assignment uses random instances",
        )
    return key


def instance_seed(key: bytes, student: str, assignment: str) -> str:
    """Return the secret of a student's random instances in an assignment.

    Args:
        key: the course's.
        student: nbgrader's student id.
        assignment: nbgrader's assignment id.
    """
    text = f"instances\0{student}\0{assignment}"
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _make(path: Path) -> None:
    """Write a new secret, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.write(handle, secrets.token_hex(_BYTES).encode() + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
    draft.replace(path)
