"""Reads what learners handed in from a folder: regular files alone, bounded, without following links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from grader.errors import UngradableError

MOST_FILES = 64 * 1024 * 1024
"""Bytes of all files beside a notebook."""


def read_regular(path: Path, most: int) -> bytes:
    """Return the content of a file that somebody else put there.

    Raises:
        UngradableError: it is a link, a pipe or a device, it is larger than `most` bytes, or it cannot be read.
    """
    try:
        # a pipe must not make the grader wait
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        reason = "a link is not followed" if path.is_symlink() else f"{error.strerror}"
        raise UngradableError(f"{path.name} cannot be read: {reason}") from error
    with os.fdopen(handle, "rb") as file:
        told = os.fstat(handle)
        if not stat.S_ISREG(told.st_mode):
            raise UngradableError(f"{path.name} is no ordinary file")
        if told.st_size > most:
            raise UngradableError(
                f"{path.name} has {told.st_size / 1e6:.0f} MB; at most {most / 1e6:.0f} MB are read"
            )
        return file.read(most)


def files_in(folder: Path, ignore: Iterable[str]) -> Iterator[Path]:
    """Yield the regular files in a folder whose names nbgrader does not ignore; links are left out.

    Args:
        folder: need not exist.
        ignore: file globs, matched against names.
    """
    patterns = tuple(ignore)
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _ignored(name, patterns))
        for name in sorted(names):
            path = Path(place, name)
            if not _ignored(name, patterns) and stat.S_ISREG(path.lstat().st_mode):
                yield path


def read_beside(folder: Path, ignore: Iterable[str]) -> dict[str, bytes]:
    """Return relative path -> content of the files beside the notebooks.

    Raises:
        UngradableError: together they are larger than a sandbox holds.
    """
    files: dict[str, bytes] = {}
    room = MOST_FILES
    for path in files_in(folder, ignore):
        content = read_regular(path, room)
        room -= len(content)
        files[path.relative_to(folder).as_posix()] = content
    return files


def _ignored(name: str, patterns: Iterable[str]) -> bool:
    # as glob does: a pattern finds a hidden name only if it begins with a dot itself
    return any(
        fnmatchcase(name, pattern) and (pattern.startswith(".") or not name.startswith("."))
        for pattern in patterns
    )
