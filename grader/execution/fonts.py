"""What matplotlib knows about the fonts inside the sandbox, found out once and kept for later starts."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path

_FIND = (
    "import pathlib, matplotlib, matplotlib.font_manager;"
    "found = next(pathlib.Path(matplotlib.get_cachedir()).glob('fontlist-*.json'));"
    "print(found.name); print(found.read_text())"
)
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts")


def font_list(run_inside: Callable[[str], str]) -> tuple[str, str]:
    """Return the name and the text of matplotlib's list of fonts, for its configuration folder.

    It takes matplotlib half a second to make, so it is kept in the user's cache folder until matplotlib or a folder of
    fonts changes. Where there is no such folder, it is made anew each time.

    Args:
        run_inside: runs a Python program inside the sandbox and returns what it prints.

    Raises:
        SandboxUnavailableError: the sandbox cannot be started.
    """
    kept = _cache_folder() / f"fonts-{_stamp()}"
    with suppress(OSError, ValueError):
        return _parts(kept.read_text(encoding="utf-8"))
    found = run_inside(_FIND)
    with suppress(OSError):
        _keep(kept, found)
    return _parts(found)


def _parts(text: str) -> tuple[str, str]:
    """Return a list's name and its text.

    Raises:
        ValueError: this is no list of fonts.
    """
    name, _, fonts = text.partition("\n")
    if not fnmatch(name, "fontlist-*.json"):
        raise ValueError(f"expected the name of a list of fonts, got {name[:40]!r}")
    json.loads(fonts)
    return name, fonts


def _cache_folder() -> Path:
    """Return the user's folder for what can be made anew, as the XDG Base Directory Specification has it."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(given) if given.startswith("/") else Path("~/.cache").expanduser()
    return base / "qampus"


def _stamp() -> str:
    """Return what changes when matplotlib, its Python or a folder of fonts does."""
    known = [version("matplotlib"), sys.prefix]
    for folder in map(Path, _FOLDERS):
        inner = [folder, *folder.rglob("*/")] if folder.is_dir() else []
        known += [f"{path}:{path.stat().st_mtime_ns}" for path in sorted(inner) if path.is_dir()]
    return hashlib.sha256("\n".join(known).encode()).hexdigest()[:16]


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    os.write(handle, text.encode())
    os.close(handle)
    Path(name).replace(path)
