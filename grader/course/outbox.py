"""Puts a graded submission into autograded/, all of it at once: a reader finds the former grading or this one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_STAGING = ".qampus-"


@contextmanager
def replaced_at_end(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` when the block ends well.

    What a killed grader left behind is removed. The new folder stands beside the old one, under a name that begins
    with a dot, so that the exchange is one renaming and nbgrader's globs never find it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in folder.parent.glob(f"{_STAGING}*"):
        if left.name.endswith(f"-{folder.name}"):
            shutil.rmtree(left)
    new = folder.parent / f"{_STAGING}new-{folder.name}"
    old = folder.parent / f"{_STAGING}old-{folder.name}"
    new.mkdir()
    try:
        yield new
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    finally:
        for left in (new, old):
            if left.exists():
                shutil.rmtree(left)


def write_new(folder: Path, files: Mapping[str, bytes], permissions: int) -> None:
    """Write files into a folder that is not in use yet, so that they last.

    Args:
        folder: where to.
        files: relative path -> content.
        permissions: of each file.
    """
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if name.endswith(".ipynb"):
                file.flush()
                os.fsync(handle)
            os.fchmod(handle, permissions)


def replace_file(path: Path, content: bytes) -> None:
    """Exchange a file's content at once; its permissions stay."""
    mode = path.stat().st_mode & 0o777
    new = path.with_name(f"{_STAGING}{path.name}")
    new.unlink(missing_ok=True)
    write_new(new.parent, {new.name: content}, mode)
    new.replace(path)
