"""What a notebook's process has as standard output and standard error: for Python, and for programs and C libraries."""

from __future__ import annotations

import fcntl
import io
import os
import tempfile
from collections.abc import Callable
from typing import Any

from grader.execution.shell_outputs import Recorder

_DESCRIPTORS = {"stdout": 1, "stderr": 2}
_PIECE = 256 * 1024


class Descriptors:
    """Descriptors 1 and 2 of this process, kept in nameless files: nobody waits for a reader, and no thread reads.

    A program that a cell starts inherits them. What is written there is read when a cell writes or shows something, and
    at its end. It counts among the bytes that the notebook may write to files.
    """

    def __init__(self) -> None:
        self._files: dict[str, int] = {}
        self._read: dict[str, int] = {}

    def take(self) -> None:
        """Make descriptors 1 and 2 of this process the notebook's, for good; 0 has nothing to read."""
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0, inheritable=True)
        os.close(nothing)
        for name, descriptor in _DESCRIPTORS.items():
            with tempfile.TemporaryFile(buffering=0) as file:
                memory = os.dup(file.fileno())
            # all who write append, whatever moved the place in the file
            fcntl.fcntl(memory, fcntl.F_SETFL, fcntl.fcntl(memory, fcntl.F_GETFL) | os.O_APPEND)
            os.dup2(memory, descriptor, inheritable=True)
            self._files[name] = memory
            self._read[name] = 0

    def forget(self) -> None:
        """Leave out what was written until now, and free its memory."""
        for name, memory in self._files.items():
            if os.lseek(memory, 0, os.SEEK_END):
                os.ftruncate(memory, 0)
            self._read[name] = 0

    def new(self, take: Callable[[str, str], None]) -> None:
        """Give what was written since the last time to `take`, as a stream's name and text."""
        for name, memory in self._files.items():
            start, end = self._read[name], os.lseek(memory, 0, os.SEEK_END)
            while start < end:
                piece = os.pread(memory, min(end - start, _PIECE), start)
                if not piece:
                    break
                start += len(piece)
                self._read[name] = start
                take(name, piece.decode("utf-8", "replace"))


class CellStream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of a notebook, with the attributes that ipykernel's have.

    Attributes:
        name: `stdout` or `stderr`.
        encoding: always UTF-8.
    """

    encoding = "UTF-8"
    name = ""

    def __init__(self, name: str, write: Callable[[str, str], None], recorder: Recorder) -> None:
        self.name = name
        self._write = write
        self._recorder = recorder
        self._nowhere: int | None = None

    def write(self, text: str, /) -> int:
        """Take text for the cell that runs."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._write(self.name, text)
        return len(text)

    def writelines(self, lines: Any, /) -> None:
        """Write each of `lines`."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Put what was written into the cell's outputs."""
        self._recorder.flush(self.name)

    def writable(self) -> bool:
        """Say that this can be written to."""
        return True

    def isatty(self) -> bool:
        """Say that this is no terminal."""
        return False

    def fileno(self) -> int:
        """Return a descriptor for programs that ask for one; as in a kernel, what goes there is not shown."""
        if self._nowhere is None:
            self._nowhere = os.open(os.devnull, os.O_WRONLY)
        return self._nowhere
