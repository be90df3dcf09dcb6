"""What executed lessons put out, kept by content in the user's cache folder.

Executing a lesson takes half a minute. What comes out depends on its code cells, on the checks that it imports, on the
installed packages and on Python; a digest of all that names the file, so that a clean checkout and the tests take what
this machine has executed before.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import re
import sys
import tempfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import msgspec

import grader

Outputs = Sequence[Sequence[Mapping[str, Any]]]
"""For each code cell its outputs, as nbformat writes them."""

_FORMAT = 1
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def key_of(codes: Iterable[str]) -> str:
    """Return the digest that names what these code cells put out."""
    codes = list(codes)
    known = [str(_FORMAT), sys.version, platform.machine(), *_packages("qampus"), *codes]
    if any("grader.checks" in code for code in codes):
        known.append(_checks())
    return hashlib.sha256(msgspec.json.encode(known)).hexdigest()


def kept_outputs(key: str) -> Outputs | None:
    """Return what was kept under a digest; None where there is nothing, or nothing whole."""
    # Whatever is wrong with the file, the lesson can be executed again.
    with (
        suppress(OSError, EOFError, zlib.error, msgspec.MsgspecError),
        gzip.open(_file(key)) as file,
    ):
        return msgspec.json.decode(file.read(), type=list[list[dict[str, Any]]])
    return None


def keep_outputs(key: str, outputs: Outputs) -> None:
    """Keep outputs under a digest; where the folder cannot be written, the next build executes again."""
    content = gzip.compress(msgspec.json.encode(outputs), mtime=0)
    path = _file(key)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".draft-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def _file(key: str) -> Path:
    given = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(given) if given.startswith("/") else Path("~/.cache").expanduser()
    return base / "qampus" / "lessons" / f"{key}.json.gz"


@cache
def _packages(root: str) -> tuple[str, ...]:
    """Return `name=version` of all that a package needs, and what that needs, as far as it is installed."""
    found: dict[str, str] = {}
    waiting = [root]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or another Python
        found[name] = package.version
        for needed in package.requires or ():
            match = _NAME.match(needed)
            if match and "extra ==" not in needed:
                waiting.append(match[0])
    return tuple(sorted(f"{name}={version}" for name, version in found.items()))


@cache
def _checks() -> str:
    """Return a digest of the checks, with the devices that lessons share with them."""
    digest = hashlib.sha256()
    home = Path(grader.__file__).parent / "checks"
    for path in sorted(home.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(home)};".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
