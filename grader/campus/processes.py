"""Child processes that never outlive their parent: start, wait until ready, stop all."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import httpx

from grader.errors import GraderError

STOP_SECONDS = 8.0
_PR_SET_PDEATHSIG = 1


class ProcessError(GraderError):
    """A part of Qampus did not start or stopped by itself.

    Attributes:
        name: which part.
        log: the file that holds what it printed.
    """

    def __init__(self, name: str, log: Path, reason: str) -> None:
        last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
        said = f" Its last words: {last[0]}" if last else ""
        super().__init__(f"{name} {reason}.{said} The whole log: {log}")
        self.name = name
        self.log = log


class PortTakenError(GraderError):
    """A port is used by another program.

    Attributes:
        port: the port.
    """

    def __init__(self, port: int, remedy: str) -> None:
        super().__init__(f"Port {port} on 127.0.0.1 is taken by another program. {remedy}")
        self.port = port


class ProcessGroup:
    """Child processes, each in a session of its own, that are stopped together.

    On Linux the kernel ends a child also when this process is killed outright.

    Args:
        logs: folder for what the children print, one file each.
    """

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def start(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        """Start `command` in `folder` with exactly `environment`; its output goes to `<name>.log`."""
        with self.log(name).open("ab") as log:
            self._children[name] = subprocess.Popen(  # noqa: S603  commands are our own
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=dict(environment),
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509  the child only makes one system call
            )

    def log(self, name: str) -> Path:
        """Return the file that holds the output of a child."""
        return self._logs / f"{name}.log"

    def running(self, name: str) -> bool:
        """Tell whether a child was started and has not ended."""
        child = self._children.get(name)
        return child is not None and child.poll() is None

    def wait_until(self, name: str, ready: Callable[[], bool], seconds: float) -> None:
        """Wait until `ready()` holds.

        Raises:
            ProcessError: the child ended, or `seconds` went by.
        """
        deadline = time.monotonic() + seconds
        while not ready():
            if not self.running(name):
                code = self._children[name].returncode
                raise ProcessError(name, self.log(name), f"ended with exit status {code}")
            if time.monotonic() > deadline:
                raise ProcessError(name, self.log(name), f"was not ready within {seconds:.0f} s")
            time.sleep(0.05)

    def check(self, names: Sequence[str]) -> None:
        """Raise ProcessError when one of `names` has ended."""
        for name in names:
            if not self.running(name):
                code = self._children[name].returncode
                raise ProcessError(name, self.log(name), f"ended with exit status {code}")

    def stop(self) -> None:
        """End every child and all that it started; returns when none is left."""
        for child in reversed(self._children.values()):
            _signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in reversed(self._children.values()):
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=max(0.0, deadline - time.monotonic()))
            _signal_group(child, signal.SIGKILL)
            child.wait()
        self._children.clear()


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    # The group outlives its leader when a grandchild lingers, hence no look at poll() first.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def check_port_free(port: int, remedy: str) -> None:
    """Raise PortTakenError unless `port` can be listened on at 127.0.0.1."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise PortTakenError(port, remedy) from error


def free_port() -> int:
    """Return a port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> Callable[[], bool]:
    """Return a question: does `url` answer with success?"""

    def ask() -> bool:
        try:
            return httpx.get(url, timeout=2.0, trust_env=False).is_success
        except httpx.HTTPError:
            return False

    return ask
