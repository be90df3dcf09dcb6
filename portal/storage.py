"""Stored files by the SHA-256 of their content: written once, durable before `put` returns, checked when read."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from portal.errors import BlobError


@dataclass(frozen=True)
class Blob:
    """A stored content: its SHA-256 (hexadecimal) and its size in bytes."""

    sha256: str
    size: int


class BlobStore:
    """A folder of contents: `root/ab/ab12...`. Several processes may use it at once."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, content: bytes) -> Blob:
        """Store a content; when this returns, it survives a crash of the machine.

        The name appears only when the whole content is on disk. The same content is stored once.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.root)
            _sync_folder(self.root.parent)
        if not path.exists():
            self._write(path, content)
        # Also when the file was there: another writer may be between its rename and its sync.
        _sync_folder(path.parent)
        return Blob(sha256, len(content))

    def get(self, sha256: str) -> bytes:
        """Return a content.

        Raises:
            BlobError: it is missing, or its bytes are no longer those that were stored.
        """
        path = self._path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise BlobError(
                "blob_missing", f"expected the stored file {sha256}, got: {error.strerror}"
            ) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise BlobError(
                "blob_damaged",
                f"the stored file {sha256} does not have that SHA-256 any more; restore it from a backup",
            )
        return content

    def _path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def _write(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(prefix=".incoming-", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest_of_files(files: Iterable[tuple[str, str]]) -> str:
    """Return the SHA-256 over several files, given as (name, SHA-256 of the content).

    It is the SHA-256 of what `sha256sum` prints for them in the order of their names in UTF-8: a learner can
    check a receipt by hand.
    """
    ordered = sorted((name.encode(), sha256) for name, sha256 in files)
    lines = b"".join(sha256.encode() + b"  " + name + b"\n" for name, sha256 in ordered)
    return hashlib.sha256(lines).hexdigest()
