"""The one folder in which a running Qampus keeps everything (docs/architecture.md, "Data folder")."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from grader.errors import GraderError

FORMAT = 1
"""Version of the folder's layout. A folder of a newer format is refused, untouched."""


class DataFolderError(GraderError):
    """The data folder cannot be used; nothing in it was changed.

    Attributes:
        path: the folder.
        reason: what is wrong and what to do.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Data folder {path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class Secrets:
    """Random values made once for a data folder; they never leave it but to the processes that need them."""

    grader_token: str
    operator_token: str
    lab_secret: str


class DataFolder:
    """An opened data folder: its format is known, it is writable, and nobody else runs on it.

    Args:
        path: the folder; made when missing.

    Raises:
        DataFolderError: it cannot be made, written or read, is of a newer format, is no Qampus folder, or is in use.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._check_format()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock: IO[str] = (self.path / ".lock").open("w")
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DataFolderError(
                self.path,
                "another `qampus up` uses it. Stop that one, or choose another with --data.",
            ) from error
        except OSError as error:
            raise DataFolderError(
                self.path, f"it cannot be written ({error.strerror}). Choose another with --data."
            ) from error
        if not (self.path / "qampus.json").exists():
            write_private(self.path / "qampus.json", json.dumps({"format": FORMAT}))
        self.secrets = self._secrets()

    def folder(self, *names: str) -> Path:
        """Return a folder inside the data folder, made when missing."""
        path = self.path.joinpath(*names)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def close(self) -> None:
        """Let others use the folder."""
        self._lock.close()

    def _check_format(self) -> None:
        marker = self.path / "qampus.json"
        if self.path.exists() and not self.path.is_dir():
            raise DataFolderError(self.path, "this is a file. Choose a folder with --data.")
        try:
            found = json.loads(marker.read_text(encoding="utf-8"))["format"]
        except (FileNotFoundError, NotADirectoryError) as error:
            if self.path.is_dir() and any(entry.name != ".lock" for entry in self.path.iterdir()):
                raise DataFolderError(
                    self.path,
                    "it holds other files and no qampus.json. Choose an empty folder with --data.",
                ) from error
            return
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataFolderError(
                self.path,
                f"qampus.json cannot be read ({error}). Restore it or choose another folder.",
            ) from error
        if not isinstance(found, int) or found > FORMAT:
            raise DataFolderError(
                self.path,
                f"it was written by a newer Qampus (format {found}; this one knows {FORMAT}). "
                "Update Qampus, or choose another folder with --data.",
            )

    def _secrets(self) -> Secrets:
        path = self.path / "services.json"
        try:
            return Secrets(**json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            made = Secrets(*(secrets.token_urlsafe(32) for _ in range(3)))
            write_private(path, json.dumps(made.__dict__))
            return made
        except (OSError, ValueError, TypeError) as error:
            raise DataFolderError(
                self.path, f"services.json cannot be read ({error}). Remove it: it is made anew."
            ) from error


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
