"""A temporary folder that goes with its process: one that was left by a killed process is removed by the next."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "qampus-work-"
_LOCK = "lock"


@contextmanager
def open_workplace() -> Iterator[Path]:
    """Yield an empty folder of this process alone, and remove it at the end."""
    _sweep(Path(tempfile.gettempdir()))
    with (
        tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder,
        (Path(folder) / _LOCK).open("w") as lock,
    ):
        # The kernel takes the lock away from a killed process; that is how the next one knows.
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield Path(folder)


def _sweep(folder: Path) -> None:
    for path in folder.glob(f"{_PREFIX}*"):
        # Somebody else's, or just removed by another process: not ours to remove.
        with suppress(OSError), (path / _LOCK).open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path, ignore_errors=True)
