"""One bubblewrap with a nest in it, and one fork of it, as the host has them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from grader.errors import ExecutionError, GraderError, WarmProcessLostError
from grader.execution.limits import Limits
from grader.execution.nest_request import MOST_MESSAGE, Request, pack_files
from grader.execution.sandbox import Sandbox, nesting_refused

_START = 180.0
"""Seconds that the libraries may take to be imported; about 3 are usual."""
_FORK = 60.0
"""Seconds that a fork may take; about 0.02 are usual."""
_END = 10.0
_LAST_WORDS = 2000


@dataclass(frozen=True)
class Usage:
    """What a fork used, and how it ended.

    Attributes:
        cpu_seconds: processor time of its processes.
        peak_memory: bytes at most, beyond what the warm process had.
        stopped: `memory_limit`, `process_limit`, or `died`: killed or ended with an error; empty if it ended by itself.
    """

    cpu_seconds: float
    peak_memory: int
    stopped: str


class Forked:
    """A fork that runs. Thread-safe. When nobody refers to it any more, it is killed."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._lock = threading.Lock()
        self._usage: Usage | None = None

    def kill(self) -> None:
        """Have all its processes killed, and return at once. May be called again, and after its end."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_WR)

    def wait(self, timeout: float | None = None) -> Usage:
        """Wait until all its processes have ended.

        Args:
            timeout: seconds; None waits for ever.

        Raises:
            TimeoutError: it still runs.
            WarmProcessLostError: the nest died and took it along; what it did until then is worth nothing.
        """
        with self._lock:
            if self._usage is None:
                answer = _receive(self._control, timeout) if self._control.fileno() >= 0 else None
                if answer is None:
                    self._control.close()
                    raise WarmProcessLostError
                self._usage = Usage(answer["cpu_seconds"], answer["peak_memory"], answer["stopped"])
                self._control.close()
            return self._usage


class NestDiedError(Exception):
    """The nest ended; the text is what it said last."""


class NestProcess:
    """One bubblewrap with a nest in it."""

    _process: subprocess.Popen[bytes] | None = None
    _failure: OSError | None = None

    def __init__(self, sandbox: Sandbox, purpose: str) -> None:
        self._ready = False
        # without walls the nest needs a place to write to
        self._folder = None if sandbox.bwrap else tempfile.mkdtemp(prefix="qampus-nest-")
        self._said = "nothing"
        self._reading = threading.Lock()
        self._words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with this object
        self._host, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._command = [
            *sandbox.command(Limits(), "-m", "grader.execution.nest"),
            str(inside.fileno()),
            purpose,
            "fenced" if sandbox.bwrap else "bare",
        ]
        self._environment = sandbox.environment("en")
        self._started = threading.Event()
        # bwrap ends with the thread that starts it (prctl PR_SET_PDEATHSIG), so this one stays as long as bwrap does.
        self._keeper = threading.Thread(
            target=self._keep, args=(inside,), name="qampus-nest", daemon=True
        )
        self._keeper.start()
        self._started.wait()
        inside.close()
        if self._failure is not None:
            self.close()
            raise ExecutionError(str(self._failure)) from self._failure

    @property
    def alive(self) -> bool:
        """Whether bubblewrap still runs."""
        return self._keeper.is_alive()

    def wait_until_ready(self) -> None:
        """Return when the nest takes requests.

        Raises:
            NestDiedError: it ended before.
            SandboxUnavailableError: the kernel refuses namespaces inside the sandbox.
            ExecutionError: it takes too long.
        """
        if self._ready:
            return
        try:
            answer = _receive(self._host, _START)
        except TimeoutError as error:
            self.close()
            raise ExecutionError(
                f"the warm process was not ready after {_START:g} seconds"
            ) from error
        if answer is None:
            raise self._died()
        if answer["state"] == "unavailable":
            raise nesting_refused(answer["reason"])
        self._ready = True

    def fork(
        self, request: Request, channels: Sequence[socket.socket], files: Mapping[str, bytes]
    ) -> Forked:
        """Ask for a fork and return it when it is shut in and runs.

        Raises:
            NestDiedError: the nest ended meanwhile.
            SandboxUnavailableError: the kernel refuses namespaces inside the sandbox.
            ExecutionError: the fork failed.
        """
        control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                self._ask(request, theirs, channels, files)
            answer = _receive(control, _FORK)
        except TimeoutError as error:
            control.close()
            raise ExecutionError(f"a fork was not made in {_FORK:g} seconds") from error
        except BaseException:
            control.close()
            raise
        if answer is not None and answer["state"] == "running":
            return Forked(control)
        control.close()
        raise self._died() if answer is None else _refusal(answer)

    def _ask(
        self,
        request: Request,
        control: socket.socket,
        channels: Sequence[socket.socket],
        files: Mapping[str, bytes],
    ) -> None:
        content = pack_files(files)
        try:
            numbers = [control.fileno(), content, *(channel.fileno() for channel in channels)]
            socket.send_fds(self._host, [request.encode()], numbers)
        except (OSError, ValueError) as error:  # gone, or another thread has closed it meanwhile
            raise self._died() from error
        finally:
            os.close(content)

    def close(self) -> None:
        """End the nest and all its forks. May be called again."""
        self._host.close()  # at this the nest ends, and with it bubblewrap and all that is inside
        self._keeper.join(_END)
        if self._process is not None and self._keeper.is_alive():
            self._process.kill()
            self._keeper.join()
        self._last_words()
        self._words.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _keep(self, inside: socket.socket) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._words,
                env=self._environment,
                cwd=self._folder,
                pass_fds=(inside.fileno(),),
                start_new_session=True,
            )
        except OSError as error:
            self._failure = error
            return
        finally:
            self._started.set()
        self._process.wait()

    def _died(self) -> NestDiedError:
        self._keeper.join(_END)
        return NestDiedError(self._last_words())

    def _last_words(self) -> str:
        """Return what it said last. Threads that find it dead, and the one that closes it, come at the same time."""
        with self._reading:
            with contextlib.suppress(ValueError):  # closed, and read before
                self._words.seek(0)
                text = self._words.read().decode("utf-8", "replace").strip()
                self._said = text[-_LAST_WORDS:] or "nothing"
            return self._said


def _refusal(answer: Mapping[str, Any]) -> GraderError:
    if answer["state"] == "unavailable":
        return nesting_refused(answer["reason"])
    return ExecutionError(f"a fork of the warm process failed: {answer['reason']}")


def _receive(source: socket.socket, timeout: float | None) -> dict[str, Any] | None:
    """Return the next message, None at the other end's close.

    Raises:
        TimeoutError: there was none in time.
    """
    source.settimeout(timeout)
    try:
        message = source.recv(MOST_MESSAGE)
    except ConnectionError:
        return None
    if not message:
        return None
    answer: dict[str, Any] = json.loads(message)
    return answer
