"""What a fork is asked to be: a small message with descriptors beside it, and the learner's files in memory.

The nest reads the message alone. The files are read by the fork, so that nothing of a learner is ever in the memory
from which the next learner's process is copied.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from grader.errors import FileNameError
from grader.execution.limits import Limits

MOST_MESSAGE = 65536
"""Bytes of a message between host and nest."""
MOST_DESCRIPTORS = 16
_LONGEST_NAME = 255
_LONGEST_PATH = 1024


@dataclass(frozen=True)
class Request:
    """What a fork is to run, and as whom.

    Attributes:
        entry: `package.module:function`.
        language: language of messages.
        limits: what it may use.
        uid: a user id of its own if the host is root.
    """

    entry: str
    language: str
    limits: Limits
    uid: int | None

    def encode(self) -> bytes:
        """Return the message to the nest."""
        return json.dumps(asdict(self)).encode("ascii")

    @classmethod
    def decode(cls, message: bytes) -> Request:
        """Read the message that the host sent."""
        fields = json.loads(message)
        return cls(**(fields | {"limits": Limits(**fields["limits"])}))


def check_files(files: Mapping[str, bytes], most: int) -> None:
    """Return if these files can be laid into a work folder.

    Args:
        files: relative path -> content.
        most: bytes that they may have together.

    Raises:
        FileNameError: a path climbs, is absolute, too long or no path, goes through another file, or there is too much.
    """
    for name in files:
        path = PurePosixPath(name)
        parts = path.parts
        if not parts or path.is_absolute() or ".." in parts or str(path) != name:
            raise FileNameError(name, "expected a relative path without `..`, `.` and `//`")
        if not _encodable(name) or any(letter < " " or letter == "\x7f" for letter in name):
            raise FileNameError(name, "expected characters of Unicode, and no control characters")
        if len(os.fsencode(name)) > _LONGEST_PATH or any(
            len(os.fsencode(part)) > _LONGEST_NAME for part in parts
        ):
            raise FileNameError(name, f"expected at most {_LONGEST_NAME} bytes a name")
        for parent in path.parents:
            if str(parent) in files:
                raise FileNameError(name, f"`{parent}` is a file already, so it is no folder")
    size = sum(map(len, files.values()))
    if size > most:
        largest = max(files, key=lambda name: len(files[name]))
        raise FileNameError(largest, f"expected at most {most} bytes in all files, got {size}")


def pack_files(files: Mapping[str, bytes]) -> int:
    """Return a descriptor of a file in memory that holds these files."""
    descriptor = os.memfd_create("files", os.MFD_CLOEXEC)
    try:
        with os.fdopen(os.dup(descriptor), "wb") as stream:
            index = json.dumps([(name, len(content)) for name, content in files.items()])
            stream.write(index.encode("ascii") + b"\n")
            for content in files.values():
                stream.write(content)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def unpack_files(descriptor: int) -> dict[str, bytes]:
    """Read what `pack_files` wrote and close the descriptor."""
    with os.fdopen(descriptor, "rb") as stream:
        stream.seek(0)
        return {name: stream.read(size) for name, size in json.loads(stream.readline())}


def _encodable(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
