"""The host's side of the warm processes: starts a nest (`nest`) inside the walls and asks it for forks.

A fork costs some milliseconds where a new Python with its libraries costs seconds. Nothing that a fork does reaches
the nest: what the host hears of a fork comes from the nest alone, on a socket that the fork does not have.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from grader.errors import ExecutionError
from grader.execution.limits import Limits
from grader.execution.nest_request import Request, check_files
from grader.execution.sandbox import Sandbox
from grader.execution.warm_process import Forked, NestDiedError, NestProcess, Usage

__all__ = ["Forked", "Usage", "Warm"]


class Warm:
    """A process inside the walls that has imported the libraries and forks. Thread-safe.

    It starts when this object is made; `ready` waits for it, and so does the first fork. If it ends later, the next
    fork starts it anew. It ends with this object's context, and with the process that made it, however that ends.

    Args:
        sandbox: the walls.
        purpose: `learner` or `judge`: what is imported.
    """

    def __init__(self, sandbox: Sandbox, purpose: str) -> None:
        self._sandbox = sandbox
        self._purpose = purpose
        self._lock = threading.Lock()
        self._closed = False
        self._nest = NestProcess(sandbox, purpose)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ready(self) -> None:
        """Wait until the libraries are imported.

        Raises:
            SandboxUnavailableError: the kernel refuses namespaces inside the sandbox.
            ExecutionError: the process ended before it was ready.
        """
        self._living_nest()

    def fork(
        self,
        entry: str,
        channels: Sequence[socket.socket],
        *,
        limits: Limits | None = None,
        language: str = "en",
        files: Mapping[str, bytes] | None = None,
    ) -> Forked:
        """Fork, and run a function in the fork once it is shut in.

        Args:
            entry: `package.module:function`, a function of this package; it gets the channels.
            channels: sockets that the fork gets. They stay open here: close them to notice when the fork ends.
            limits: what it may use.
            language: language of messages, as `QAMPUS_LANGUAGE`.
            files: relative path -> content, laid into the fork's work folder, where it runs.

        Returns:
            The fork, shut in and running.

        Raises:
            FileNameError: a file's path climbs, or there are too many bytes.
            SandboxUnavailableError: the kernel refuses namespaces inside the sandbox.
            ExecutionError: the warm process ended twice, or the fork could not be made.
        """
        limits = limits or Limits()
        files = files or {}
        check_files(files, limits.written)
        request = Request(entry, language, limits, self._sandbox.uid())
        try:
            return self._living_nest().fork(request, channels, files)
        except NestDiedError:
            pass
        try:
            return self._living_nest().fork(request, channels, files)
        except NestDiedError as error:
            raise ExecutionError(f"the warm process ended twice; it said: {error}") from error

    def close(self) -> None:
        """End the warm process and all its forks. May be called again."""
        with self._lock:
            self._closed = True
            self._nest.close()

    def _living_nest(self) -> NestProcess:
        with self._lock:
            if self._closed:
                raise ExecutionError("it was closed")
            if not self._nest.alive:
                self._nest.close()
                self._nest = NestProcess(self._sandbox, self._purpose)
            try:
                self._nest.wait_until_ready()
            except NestDiedError as error:
                raise ExecutionError(
                    f"the warm process ended before it was ready; it said: {error}"
                ) from error
            return self._nest
