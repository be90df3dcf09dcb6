"""What passed before with the same content passes again without being tried: for the tests of lessons and exercises.

Sixteen lessons and their exercises take minutes to play. Whether one plays as it should depends on its own texts, the
code that plays it, the locked packages and Python; a digest of all that is kept in the user's cache folder once a test
has passed. On a machine that has never seen them, as after `pytest --fresh`, everything is played.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_TEXTS = {".py", ".md", ".toml", ".po"}


def folder() -> Path:
    """Return where digests are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base, "qampus", "known_good")


def digest(name: str, paths: Iterable[Path]) -> str:
    """Return a digest of a test's name, of all texts at and below paths, and of what they run on."""
    made = hashlib.sha256(f"{name};{sys.version};{platform.machine()}".encode())
    for path in [ROOT / "requirements-test.txt", *paths]:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in _TEXTS or file == path:
                text = file.read_bytes() if file.is_file() else b""
                made.update(f"{file.relative_to(ROOT)};{len(text)};".encode() + text)
    return made.hexdigest()


@contextmanager
def unless_known(request, name: str, paths: Iterable[Path]):
    """Say whether a test has to be tried; if it has and raises nothing, it is known from then on.

    Args:
        request: pytest's request of the test.
        name: of the test, with its parameter.
        paths: files and folders of the checkout that the outcome depends on.
    """
    kept = folder() / digest(name, paths)
    if kept.exists() and not request.config.getoption("--fresh"):
        yield False
        return
    yield True
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.touch()
