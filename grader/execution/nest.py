"""The nest: a process inside the walls that has imported the libraries and forks, once for each learner's notebook.

It has one thread and runs nothing of a learner's: a fork shuts itself in (`fence`) before it runs anything hostile. The
nest watches what each fork and its descendants hold, kills what goes over its limits, and tells the host how it ended.

Started as `python -m grader.execution.nest DESCRIPTOR PURPOSE (fenced|bare)`. On DESCRIPTOR, a seqpacket socket, it
says that it is ready and then gets requests (`nest_request`), each with a control socket, the file with the learner's
files, and the channels. On the control socket it says `running` or why not, and in the end `ended`; anything that comes
there, and its end, kills the fork. When the host's end of DESCRIPTOR closes, everything ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from grader.execution import fence
from grader.execution import fence_system as system
from grader.execution.limits import Limits
from grader.execution.nest_fork import become
from grader.execution.nest_libraries import warm_up
from grader.execution.nest_request import MOST_DESCRIPTORS, MOST_MESSAGE, Request
from grader.execution.nest_watch import Family, families, held, own_memory, swapped

_LOOK = 0.1
"""Seconds between two looks at what the forks hold."""


@dataclass
class _Fork:
    """A fork that has not been reaped."""

    pid: int
    control: socket.socket
    report: int
    ended: int
    limits: Limits
    shared: int
    place: Path | None
    head: int = 0
    resident: int = 0
    peak: int = 0
    stopped: str = ""
    unwanted: bool = False


class _Nest:
    """The loop of requests, looks and ends."""

    def __init__(self, host: socket.socket, own_namespace: int | None) -> None:
        self._host = host
        self._own_namespace = own_namespace
        self._forks: dict[int, _Fork] = {}
        self._poll = select.poll()
        self._on_event: dict[int, Callable[[], None]] = {}
        self._next_look = 0.0
        self._watch(host.fileno(), self._take_request)

    def serve(self) -> NoReturn:
        """Answer until the host goes."""
        while True:
            for descriptor, _ in self._poll.poll(_LOOK * 1000 if self._forks else None):
                handler = self._on_event.get(descriptor)
                if handler is not None:  # an event before it may have closed it
                    handler()
            self._reap()
            self._look()

    def _watch(self, descriptor: int, handler: Callable[[], None]) -> None:
        self._on_event[descriptor] = handler
        self._poll.register(descriptor, select.POLLIN)

    def _forget(self, descriptor: int) -> None:
        if self._on_event.pop(descriptor, None) is not None:
            self._poll.unregister(descriptor)

    def _take_request(self) -> None:
        try:
            message, descriptors, _, _ = socket.recv_fds(self._host, MOST_MESSAGE, MOST_DESCRIPTORS)
        except ConnectionError:
            message, descriptors = b"", []
        if not message:
            self._end()
        request = Request.decode(message)
        control = socket.socket(fileno=descriptors[0])
        control.setblocking(False)
        try:
            self._fork(request, control, descriptors[1], descriptors[2:])
        except fence.NamespaceRefusedError as error:
            _tell(control, state="unavailable", reason=error.reason)
            control.close()
        except OSError as error:
            _tell(control, state="failed", reason=str(error))
            control.close()
        finally:
            for descriptor in descriptors[1:]:
                os.close(descriptor)

    def _fork(
        self, request: Request, control: socket.socket, files: int, channels: list[int]
    ) -> None:
        fenced = self._own_namespace is not None
        place = None if fenced else Path(tempfile.mkdtemp(prefix="qampus-fork-"))
        report, reporting = os.pipe()
        try:
            pid = self._split()
            if pid == 0:
                self._close()
                control.close()
                become(request, reporting, files, channels, place)
        except BaseException:
            os.close(report)
            raise
        finally:
            os.close(reporting)
        fork = _Fork(
            pid, control, report, os.pidfd_open(pid), request.limits, own_memory()[1], place
        )
        self._forks[pid] = fork
        self._watch(report, lambda: self._take_report(fork))
        self._watch(control.fileno(), lambda: self._abandon(fork))
        self._watch(fork.ended, lambda: None)  # only wakes the loop, which reaps

    def _split(self) -> int:
        """Fork; the child is the first process of a process namespace of its own."""
        if self._own_namespace is None:
            return os.fork()
        try:
            system.unshare(system.Namespace.PID)
        except OSError as error:
            raise fence.NamespaceRefusedError(str(error)) from error
        pid = -1
        try:
            pid = os.fork()
        finally:
            if pid != 0:
                system.enter_namespace(self._own_namespace, system.Namespace.PID)
        return pid

    def _close(self) -> None:
        """Close what belongs to the nest, in a fork."""
        self._host.close()
        for fork in self._forks.values():
            fork.control.close()

    def _take_report(self, fork: _Fork) -> None:
        text = os.read(fork.report, MOST_MESSAGE)
        self._forget(fork.report)
        os.close(fork.report)
        fork.report = -1
        answer: dict[str, Any] = (
            json.loads(text) if text else {"state": "failed", "reason": "it died at its start"}
        )
        fork.head, fork.resident = answer.pop("head", 0), answer.pop("resident", 0)
        _tell(fork.control, **answer)

    def _abandon(self, fork: _Fork) -> None:
        """The host wants no more of it, or is gone."""
        self._forget(fork.control.fileno())
        fork.unwanted = True
        self._kill(fork)

    def _kill(self, fork: _Fork) -> None:
        os.kill(fork.pid, signal.SIGKILL)
        if self._own_namespace is None:
            for family in families([fork.pid]).values():
                for member in family.members:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(member, signal.SIGKILL)

    def _look(self) -> None:
        begun = time.monotonic()
        running = {fork.head: fork for fork in self._forks.values() if fork.head}
        if not running or begun < self._next_look:
            return
        for head, family in families(running).items():
            fork = running[head]
            if fork.stopped or fork.unwanted:
                continue
            fork.stopped = _beyond(fork, family)
            if fork.stopped:
                self._kill(fork)
        # however many processes there are to look at, half of the time is left for requests
        self._next_look = time.monotonic() + max(_LOOK, time.monotonic() - begun)

    def _reap(self) -> None:
        while self._forks:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
            if pid == 0:
                return
            fork = self._forks.pop(pid, None)
            if fork is None:
                continue  # an orphan of a fork without a namespace
            if fork.report >= 0:
                self._take_report(fork)
            self._clear(fork)
            _tell(
                fork.control,
                state="ended",
                cpu_seconds=usage.ru_utime + usage.ru_stime,
                peak_memory=max(fork.peak, usage.ru_maxrss * 1024 - fork.resident, 0),
                stopped=self._why(fork, status),
            )
            fork.control.close()

    def _clear(self, fork: _Fork) -> None:
        """Forget a fork that has ended; without a namespace of its own it may have left something."""
        self._forget(fork.control.fileno())
        self._forget(fork.ended)
        os.close(fork.ended)
        if fork.place is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(fork.pid, signal.SIGKILL)
            shutil.rmtree(fork.place, ignore_errors=True)

    def _why(self, fork: _Fork, status: int) -> str:
        if fork.stopped or status == 0:
            return fork.stopped
        # The first process of a namespace cannot be killed from within: only the kernel, for want of memory, is left.
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if killed and not fork.unwanted and self._own_namespace is not None:
            return "memory_limit"
        return "died"

    def _end(self) -> NoReturn:
        for fork in self._forks.values():
            self._kill(fork)
            if fork.place is not None:
                shutil.rmtree(fork.place, ignore_errors=True)
        os._exit(0)


def _beyond(fork: _Fork, family: Family) -> str:
    """Return the limit that a family has gone beyond, if any."""
    if family.threads >= fork.limits.processes:
        return "process_limit"
    if family.resident + swapped(family) <= fork.limits.memory:
        return ""  # cannot be more; the exact sum costs milliseconds
    memory = held(family, fork.shared)
    fork.peak = max(fork.peak, memory)
    return "memory_limit" if memory > fork.limits.memory else ""


def _tell(control: socket.socket, **answer: Any) -> None:
    with contextlib.suppress(OSError):  # the host may have gone away
        control.send(json.dumps(answer).encode("ascii"))


def main() -> NoReturn:
    """Run the nest."""
    host = socket.socket(fileno=int(sys.argv[1]))
    host.set_inheritable(False)
    purpose, fenced = sys.argv[2], sys.argv[3] == "fenced"
    own_namespace = None
    try:
        if fenced:
            own_namespace = fence.own_processes()
        else:
            system.die_with_parent()
            system.adopt_orphans()
    except fence.NamespaceRefusedError as error:
        _tell(host, state="unavailable", reason=error.reason)
        sys.exit(1)
    place = Path(fence.TMP) if fenced else Path.cwd()
    fence.prepare_home(place, Path(os.environ["QAMPUS_CACHE"]))
    warm_up(purpose)
    _tell(host, state="ready")
    _Nest(host, own_namespace).serve()


if __name__ == "__main__":
    main()
